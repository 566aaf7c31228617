"""Whom the text of a current report calls the Company, and whether it names the registrant besides.

Source: current reports of 1996 to 2026: "On May 6, Example Corp. (the "Company") announced".
"""

from __future__ import annotations

import re

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.facts.header import header
from filinglint.facts.items import items
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, NotApplicable
from filinglint.names import normal_name
from filinglint.patterns import pattern

_FORM = (
    r"(?:Inc|Incorporated|Corp|Corporation|Company|Co|LLC|L\.L\.C|Ltd|Limited|L\.P|LP|plc|PLC|N\.V|S\.A|Bancorp|Group"
    r"|Holdings|Trust|Partners)"
)
_WORD = r"[A-Z\d][\w&’'-]{0,30}"
_AS = r"\((?:the[ \n]{1,3})?[“\"](?:the[ \n]{1,3})?(?:Company|Registrant)[”\"]\)"
_DEFINED = pattern(_AS)
_CALLED = pattern(
    rf"(?P<name>{_WORD}(?:[ \n]{{1,3}}(?:{_WORD}|[A-Z]\.|&|of|and|the)){{0,7}}?,?[ \n]{{1,3}}{_FORM})\b\.?"
    rf"(?:,?[ \n]{{1,3}}an?[ \n]{{1,3}}[\w \n]{{3,40}}(?:corporation|company|partnership|trust),?)?[ \n]{{0,3}}{_AS}"
)
_LONGEST = 400  # code points from the name to the end of what it is called
_PIECE = 1_000_000  # code points that are put in lower case at once
_SHORTEST = 4  # letters of a word that tells a name


@dataclass(frozen=True, slots=True)
class CompanyNamed:
    """``called`` is the first name behind which stands (the "Company"); ``named`` is whether the registrant's is there.

    Only the text of the items counts, without the cover and the signatures.
    """

    called: Leaf[str]
    named: bool


@extractor("company_named")
def company_named(submission: Submission) -> CompanyNamed:
    """Read the text of the items. Raises NotApplicable where no heading of an item is found."""
    rendered = main_document(submission).rendered
    headings = items.of(submission).headings
    if not headings:
        raise NotApplicable("no heading of an item is found")
    start, end = rendered.offset(headings[0].span.start), rendered.offset(headings[-1].text.end)
    m = _called(rendered.text, start, end)
    known = [name.value for name in header.of(submission).names]
    firsts = {each.partition(" ")[0] for name in known for each in (normal_name(name), name.lower().strip())}
    named = any(len(first) < _SHORTEST or _has(rendered.text, start, end, first) for first in firsts)
    if m is None:
        return CompanyNamed(Absent(rendered.source_span(start, end), "name of the Company"), named)
    return CompanyNamed(rendered.located(*m.span("name")), named)


def _called(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first place where a name is called the Company."""
    for defined in _DEFINED.finditer(text, start, end):
        m = _CALLED.search(text, max(start, defined.end() - _LONGEST), defined.end())
        if m is not None:
            return m
    return None


def _has(text: str, start: int, end: int, word: str) -> bool:
    """Tell whether *word* is in that part of *text*, in whatever case."""
    pieces = range(start, end, _PIECE)
    return any(word in text[at : min(at + _PIECE + len(word), end)].lower() for at in pieces)
