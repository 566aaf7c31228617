"""SIG008."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "SIG008",
    "signed-before-event",
    reads=(signatures, header),
    remedy="correct the date of the signature, or the date of the event",
    authority=Authority("Form 8-K, signatures and General Instruction B.1"),
    forms=EIGHT_K,
)
def signed_before_event(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """A current report is signed on or after the day of the earliest event that it reports.

    A date before the event is that of the last report. An event that lies in the future when the report
    is filed is not judged.
    """
    event, filed = stated.period.value, stated.filed.value
    for block in signed.blocks:
        day = block.date
        if isinstance(day, Located) and day.value < event <= filed:
            yield Observation(
                day,
                f"signed on {day.value.isoformat()}, the event was on {event.isoformat()}",
                related=[(stated.period, f"the period of report is {event.isoformat()}")],
                label=f"signed on {day.value.isoformat()}",
            )
            return
