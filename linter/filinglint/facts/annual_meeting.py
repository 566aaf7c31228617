"""Of which year the annual meeting was that a current report tells to have been held.

Source: Form 8-K, Item 5.07, since 2010: "On May 6, 2024, the Company held its 2024 Annual Meeting of Shareholders".
"""

from __future__ import annotations

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf
from filinglint.patterns import pattern

_HELD = pattern(
    r"held[ \n]{1,3}(?:its|the|our|their)[ \n]{1,3}(?P<year>20\d\d)[ \n]{1,3}(?:[Vv]irtual[ \n]{1,3})?"
    r"[Aa]nnual[ \n]{1,3}(?:[Gg]eneral[ \n]{1,3})?(?:[Mm]eeting|[Ss]tockholder|[Ss]hareholder)"
)


@dataclass(frozen=True, slots=True)
class AnnualMeeting:
    """``year`` is the year by which the meeting is called, as written."""

    year: Leaf[str]


@extractor("annual_meeting")
def annual_meeting(submission: Submission) -> AnnualMeeting:
    """Read the main document. Raises NotApplicable when there is none to read."""
    rendered = main_document(submission).rendered
    m = _HELD.search(rendered.text)
    if m is None:
        return AnnualMeeting(Absent(rendered.source_span(0, len(rendered.text)), "annual meeting that was held"))
    return AnnualMeeting(rendered.located(*m.span("year")))
