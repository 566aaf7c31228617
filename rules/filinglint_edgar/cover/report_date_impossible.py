"""COV053."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "COV053",
    "cover-report-date-impossible",
    reads=(cover_page, header),
    remedy="correct the date of the report; it is the day of the event, or a day between it and the filing",
    authority=Authority("Form 8-K, cover page: date of report (date of earliest event reported)"),
    forms=EIGHT_K,
)
def report_date_impossible(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The date of a current report lies no earlier than the event that it reports and no later than its filing.

    Covers with two dates give the day of the report besides that of the event, and one of them is easily left
    from the last report.
    """
    day, filed, event = cover.date_of_report, stated.filed.value, cover.earliest_event
    if not isinstance(event, Located) or event.span == day.span:
        return  # one date answers both, and is compared with the period
    if day.value > filed:
        yield Observation(
            day,
            f"the report is dated {day.value.isoformat()}, and was filed on {filed.isoformat()}",
            related=[(stated.filed, f"filed on {filed.isoformat()}")],
            label=f"dated {day.value.isoformat()}",
        )
    elif day.value < event.value <= filed:
        yield Observation(
            day,
            f"the report is dated {day.value.isoformat()}, the event that it reports {event.value.isoformat()}",
            related=[(event, f"the event is of {event.value.isoformat()}")],
            label=f"dated {day.value.isoformat()}",
        )
