"""DTE012."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "DTE012",
    "event-after-report-date",
    reads=(cover_page,),
    remedy="exchange the two dates, or correct one of them",
    authority=Authority("Form 8-K, cover page (date of report, date of earliest event reported)"),
    forms=EIGHT_K,
)
def event_after_report_date(cover: CoverPage) -> Iterator[Observation]:
    """The earliest event that a current report reports is not later than the date of the report.

    Where the cover gives two dates they are exchanged, or one has a wrong month or year.
    """
    reported, event = cover.date_of_report, cover.earliest_event
    if event.value > reported.value:
        yield Observation(
            event,
            f"the cover dates the earliest event {event.value.isoformat()} and the report {reported.value.isoformat()}",
            related=[(reported, "the date of the report")],
        )
