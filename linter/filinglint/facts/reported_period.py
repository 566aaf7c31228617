"""The end of the period that a report covers, where its header and its cover agree on it."""

from __future__ import annotations

from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.cover import cover_page
from filinglint.facts.extractor import extractor
from filinglint.facts.header import header
from filinglint.frozen import dataclass
from filinglint.located import CannotTell, Leaf, Located, NotApplicable, Unsure

_WEEK = 7  # days: a fiscal year of 52 or 53 weeks, and the month's end in the header


@dataclass(frozen=True, slots=True)
class ReportedPeriod:
    """The ``end`` of the period as the header gives it; unsure where the cover gives one more than a week off.

    One of the two is wrong then, and what is measured by it would be called wrong in its place.
    """

    end: Leaf[date]


@extractor("reported_period")
def reported_period(submission: Submission) -> ReportedPeriod:
    """Read header and cover. Raises NotApplicable without a header."""
    end = header.of(submission).period
    try:
        said = cover_page.of(submission).period
    except (NotApplicable, CannotTell):
        return ReportedPeriod(end)
    if isinstance(end, Located) and isinstance(said, Located) and abs((said.value - end.value).days) > _WEEK:
        return ReportedPeriod(Unsure(end.span, "end of the period", f"the cover says {said.value.isoformat()}"))
    return ReportedPeriod(end)
