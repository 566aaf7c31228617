"""DTE003."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.finding import Confidence, Observation
from filinglint.frozen import dataclass
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.rule_options import option
from filinglint_edgar.dates.terms import days, has_four_days


@dataclass(frozen=True, slots=True)
class Long:
    """How long is long."""

    days: int = option(60, "an event so many days before the filing, or fewer, is not long past", minimum=1)


@rule(
    "DTE003",
    "event-long-past",
    reads=(header, header_items),
    options=Long,
    tags=frozenset(("deadline",)),
    remedy="state the date of the earliest event that is reported; look at the year first",
    authority=Authority("Form 8-K, General Instruction B.1 and cover page (date of earliest event reported)", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
    amendments=False,
)
def event_long_past(stated: Header, named: HeaderItems, options: Long) -> Iterator[Observation]:
    """A current report is of an event of the last days or weeks, also under items without a term.

    A date two months back is most often a typing error in the month or the year, or was left of the last report.
    Reports under items with a term are judged by DTE001 and DTE002.
    """
    filed, event = stated.filed.value, stated.period.value
    passed = (filed - event).days
    if passed > options.days and not any(has_four_days(item.number, event, filed) for item in named.named):
        yield Observation(
            stated.period,
            f"the earliest event is of {event.isoformat()}, {days(passed)} before the report was filed on "
            f"{filed.isoformat()}",
            related=[(stated.filed, f"filed on {filed.isoformat()}")],
        )
