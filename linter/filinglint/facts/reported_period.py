"""The end of the period that a report covers, where its header and its cover agree on it."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from functools import cached_property

from filinglint.documents.submission import Submission
from filinglint.facts.cover import cover_page
from filinglint.facts.extractor import extractor
from filinglint.facts.header import header
from filinglint.frozen import dataclass
from filinglint.located import CannotTell, Leaf, Located, NotApplicable, Unsure

_WEEK = 7  # days: a fiscal year of 52 or 53 weeks, and the month's end in the header


@dataclass(frozen=True)
class ReportedPeriod:
    """The period of one report: ``stated`` is its end as the header gives it."""

    submission: Submission = field(repr=False)
    stated: Leaf[date]

    @cached_property
    def end(self) -> Leaf[date]:
        """The same; unsure where the cover, which is read for it, gives an end more than a week off.

        One of the two is wrong then, and what is measured by it would be called wrong in its place.
        """
        end = self.stated
        try:
            said = cover_page.of(self.submission).period
        except (NotApplicable, CannotTell):
            return end
        if isinstance(end, Located) and isinstance(said, Located) and abs((said.value - end.value).days) > _WEEK:
            return Unsure(end.span, "end of the period", f"the cover says {said.value.isoformat()}")
        return end


@extractor("reported_period")
def reported_period(submission: Submission) -> ReportedPeriod:
    """Read the header. Raises NotApplicable where there is none."""
    return ReportedPeriod(submission, header.of(submission).period)
