"""What a text calls the companies that it names: ``Birchwood Lantern Corp., a Delaware corporation``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from functools import cache, cached_property
from itertools import islice

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.frozen import dataclass
from filinglint.located import Located
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


@dataclass(frozen=True)
class CompanyKinds:
    """The companies that a document calls those of a state, in reading order, at most two hundred."""

    document: Document = field(repr=False)
    companies: tuple[CompanyKind, ...]

    @cached_property
    def moves(self) -> bool:
        """Whether the document speaks of a company that moves to another state, or that another one was before."""
        return _MOVES.search(self.document.rendered.text) is not None


@document_extractor("company_kinds")
def company_kinds(submission: Submission, document: Document) -> CompanyKinds:  # noqa: ARG001
    """Read what a document calls the companies that it names. Raises NotApplicable for bodies that nobody reads."""
    return CompanyKinds(document, tuple(islice(_companies(readable(document)), _MOST)))


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
