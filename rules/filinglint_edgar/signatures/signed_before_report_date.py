"""SIG029."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "SIG029",
    "signed-before-report-date",
    reads=(signatures, cover_page),
    remedy="correct the date of the signature, or the date on the cover",
    authority=Authority("Form 8-K, cover page, signatures and General Instruction B.1"),
    forms=EIGHT_K,
    kinds=frozenset(("draft", "document")),
)
def signed_before_report_date(signed: Signatures, cover: CoverPage) -> Iterator[Observation]:
    """A current report that has no header yet is not signed before the day of the event on its cover.

    A date before the event is that of the last report. With a header, its period of report is asked.
    """
    event = cover.report_date.value
    for block in signed.blocks:
        day = block.date
        if isinstance(day, Located) and day.value < event:
            yield Observation(
                day,
                f"signed on {day.value.isoformat()}, the cover says {event.isoformat()}",
                related=[(cover.report_date, f"the cover says {event.isoformat()}")],
                label=f"signed on {day.value.isoformat()}",
            )
            return
