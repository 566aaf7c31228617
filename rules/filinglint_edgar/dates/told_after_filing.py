"""DTE025."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.told_events import ToldEvents, told_events
from filinglint.finding import Confidence, Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "DTE025",
    "event-told-after-filing",
    reads=(told_events, header),
    remedy="correct the date of the event; it is usually the year",
    authority=Authority("Form 8-K, General Instruction B.1; Exchange Act Rule 12b-20 (17 CFR 240.12b-20)"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
)
def told_after_filing(told: ToldEvents, stated: Header) -> Iterator[Observation]:
    """What a current report tells as done was done before, or when, the report is filed.

    In January the year of the event is often the new one, or a year ahead.
    """
    filed = stated.filed
    for day in told.days:
        if day.value > filed.value:
            yield Observation(
                day,
                f"the text tells what was done on {day.value.isoformat()}, filed on {filed.value.isoformat()}",
                related=[(filed, "filed on")],
            )
