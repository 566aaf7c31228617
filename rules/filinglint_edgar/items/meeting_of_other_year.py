"""ITM030."""

from collections.abc import Iterator

from filinglint.facts.annual_meeting import AnnualMeeting, annual_meeting
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM030",
    "meeting-of-other-year",
    reads=(annual_meeting, header),
    remedy="call the meeting by the year in which it was held",
    authority=Authority("Form 8-K, Item 5.07(a): the date of the meeting", "should"),
    severity=Severity.INFO,
    forms=EIGHT_K,
)
def meeting_of_other_year(meeting: AnnualMeeting, stated: Header) -> Iterator[Observation]:
    """The annual meeting that was held is called by the year in which it was.

    Last year's report was the template. A meeting that was put off for months may keep its name.
    """
    year, period = meeting.year, stated.period
    if int(year.value) != period.value.year:
        yield Observation(
            year,
            f"the annual meeting that was held is called that of {year.value}, the day of the report is "
            f"{period.value.isoformat()}",
            related=[(period, "the day of the report")],
        )
