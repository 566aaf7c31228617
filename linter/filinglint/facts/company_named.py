"""Whom the text of a current report calls the Company, and whether it names the registrant besides.

Source: current reports of 1996 to 2026: "On May 6, Example Corp. (the "Company") announced".
"""

from __future__ import annotations

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.facts.header import header
from filinglint.facts.items import items
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable
from filinglint.names import normal_name
from filinglint.patterns import pattern

_FORM = (
    r"(?:Inc|Incorporated|Corp|Corporation|Company|Co|LLC|L\.L\.C|Ltd|Limited|L\.P|LP|plc|PLC|N\.V|S\.A|Bancorp|Group"
    r"|Holdings|Trust|Partners)"
)
_WORD = r"[A-Z\d][\w&’'-]{0,30}"
_CALLED = pattern(
    rf"(?P<name>{_WORD}(?:[ \n]{{1,3}}(?:{_WORD}|[A-Z]\.|&|of|and|the)){{0,7}}?,?[ \n]{{1,3}}{_FORM})\b\.?"
    r"(?:,?[ \n]{1,3}an?[ \n]{1,3}[\w \n]{3,40}(?:corporation|company|partnership|trust),?)?"
    r"[ \n]{0,3}\((?:the[ \n]{1,3})?[“\"](?:the[ \n]{1,3})?(?:Company|Registrant)[”\"]\)"
)
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
    text = rendered.text[start:end]
    m = _CALLED.search(text)
    looked = rendered.source_span(start, end)
    words = text.lower()
    parties = [party.name for party in header.of(submission).parties]
    known = [name.value for name in parties if isinstance(name, Located)]
    firsts = {each.partition(" ")[0] for name in known for each in (normal_name(name), name.lower().strip())}
    named = any(len(first) < _SHORTEST or first in words for first in firsts)
    if m is None:
        return CompanyNamed(Absent(looked, "name of the Company"), named)
    return CompanyNamed(rendered.located(start + m.start("name"), start + m.end("name")), named)
