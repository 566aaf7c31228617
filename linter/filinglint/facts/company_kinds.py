"""What a text calls the companies that it names: ``Birchwood Lantern Corp., a Delaware corporation``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.tables.places import places

_MOST = 200
_NAME = 120  # code points before the comma in which a name may stand
_BEFORE = 60  # code points before the name
# What a company once was, and what becomes of it.
_ONCE = pattern(
    r"\b(?:originally|initially|formerly|(?:re)?incorporated|organized|formed|founded|became|becom)", re.IGNORECASE
)
_MOVES = pattern(
    r"\b(?:reincorporat|re-incorporat|redomesticat|redomicil|domesticat|predecessor|plan of conversion|successor issuer"
    r"|conver(?:ted|sion) (?:from|to|into) an? |holding company (?:reorgani|merger))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CompanyKind:
    """A company that is called one of a state: the words before the comma, its name the last, and the state."""

    before: str
    state: Located[str]


@dataclass(frozen=True, slots=True)
class CompanyKinds:
    """The companies that a document calls those of a state, in reading order; none where one of them may move."""

    companies: tuple[CompanyKind, ...]


@document_extractor("company_kinds")
def company_kinds(submission: Submission, document: Document) -> CompanyKinds:  # noqa: ARG001
    """Read what a document calls the companies that it names. Raises NotApplicable for bodies that nobody reads."""
    if not document.readable:
        raise NotApplicable("it is not a text that people read")
    found = tuple(islice(_companies(document), _MOST))
    if found and _MOVES.search(document.rendered.text):
        return CompanyKinds(())
    return CompanyKinds(found)


@cache
def _of_state() -> re.Pattern[str]:
    names = sorted((place.name.title() for place in places().values() if place.kind == "us"), key=len, reverse=True)
    of_state = rf", an?[ \n](?=[A-Z])(?P<state>{'|'.join(names)})[ \n]"
    return pattern(rf"{of_state}(?:[a-z][a-z-]{{1,15}}[ \n]){{0,3}}(?:corporation|company|partnership|trust)\b")


def _companies(document: Document) -> Iterator[CompanyKind]:
    rendered = document.rendered
    for m in _of_state().finditer(rendered.text):
        before = rendered.text[max(0, m.start() - _NAME) : m.start()]
        if not _ONCE.search(before[-_BEFORE:]):
            yield CompanyKind(before, rendered.located(*m.span("state")))
