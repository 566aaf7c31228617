"""What the facing page of a registration statement says of its offering: when it begins, and when it is effective.

Source: Forms S-1, S-3, S-4, F-1 and F-3, facing page; Securities Act Rule 473(a) (17 CFR 230.473(a)).
"""

from __future__ import annotations

import re

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located
from filinglint.patterns import pattern

_FIRST = 80_000  # a page with many registrants stands before the prospectus
_COMMENCEMENT = pattern(r"\bapproximate\s{1,9}date\b", re.IGNORECASE)
_DELAYING = pattern(
    r"\bhereby\s{1,9}amends?\s{1,9}this\s{1,9}registration\s{1,9}statement\b"
    r"|\bsection\s{1,9}8\(a\)\s{1,9}of\s{1,9}the\s{1,9}securities\b",
    re.IGNORECASE,
)
_AGENT = pattern(r"\bagent\s{1,9}for\s{1,9}service\b|\bof\s{1,9}agents?\b", re.IGNORECASE)
_NAMED = pattern(
    r"\bexact\s{1,9}names?\b|\bnames?\s{1,9}of\s{1,9}(?:each\s{1,9})?(?:registrant|issuer|co-registrant)"
    r"|\bas\s{1,9}specified\s{1,9}in\s{1,9}(?:its|their)\b",
    re.IGNORECASE,
)
_FROM_TIME_TO_TIME = pattern(r"[^\n]{0,200}?\n?[^\n]{0,80}?\bfrom\s{1,9}time\s{1,9}to\s{1,9}time\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FacingPage:
    """``commencement`` are the words "approximate date"; ``continuous`` "from time to time" behind them.

    ``delaying`` are the words that delay its effectiveness, or speak of it; ``agent`` those of the caption for the
    agent for service, ``name_caption`` those of the caption for the registrant's name.
    """

    commencement: Leaf[str]
    continuous: Leaf[str]
    delaying: Leaf[str]
    agent: Leaf[str]
    name_caption: Leaf[str]


@extractor("facing_page")
def facing_page(submission: Submission) -> FacingPage:
    """Read the first pages. Raises NotApplicable when there is no main document to read."""
    rendered = main_document(submission).rendered
    text, limit = rendered.text, min(len(rendered.text), _FIRST)
    looked = rendered.source_span(0, limit)
    begins = _COMMENCEMENT.search(text, 0, limit)
    later = _FROM_TIME_TO_TIME.match(text, begins.end(), limit) if begins else None

    def leaf(what: str, expression: re.Pattern[str]) -> Leaf[str]:
        m = expression.search(text, 0, limit)
        return rendered.located(*m.span()) if m else Absent(looked, what)

    return FacingPage(
        rendered.located(*begins.span()) if begins else Absent(looked, "approximate date of the sale"),
        Located("from time to time", rendered.source_span(later.end() - 17, later.end()))
        if later
        else Absent(looked, "sale from time to time"),
        leaf("delaying amendment", _DELAYING),
        leaf("agent for service", _AGENT),
        leaf("caption of the registrant's name", _NAMED),
    )
