"""COV010."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "COV010",
    "cover-report-date-differs",
    reads=(cover_page, header),
    remedy="make the date of the earliest event the same on the cover and in the submission header",
    authority=Authority("Form 8-K, cover page; EDGAR Filer Manual, volume II, period of report"),
    forms=EIGHT_K,
)
def report_date_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The date of the earliest event on the cover is the period of report of the header.

    The deadline of a current report runs from this day, and databases sort events by it. Where the
    cover gives two dates (of the report and of the event), either may be the header's.
    """
    period = stated.period.value
    said = [day for day in (cover.earliest_event, cover.date_of_report) if isinstance(day, Located)]
    if not said:
        cover.report_date.value  # noqa: B018  (says why there is nothing to compare)
    if all(day.value != period for day in said):
        first = said[0]
        yield Observation(
            first,
            f"the cover reports an event of {first.value.isoformat()}, the header has period {period.isoformat()}",
            related=[(stated.period, f"the header says {period.isoformat()}")],
            label=f"the cover says {first.value.isoformat()}",
        )
