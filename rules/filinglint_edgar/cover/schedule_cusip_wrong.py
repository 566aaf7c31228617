"""COV085."""

from collections.abc import Iterator

from filinglint.facts.holder_schedule import HolderSchedule, holder_schedule
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint_edgar.documents.cusip import wrong_numbers


@rule(
    "COV085",
    "schedule-cusip-wrong",
    reads=(holder_schedule,),
    remedy="correct the CUSIP number",
    authority=Authority(
        "Exchange Act Rules 13d-101 and 13d-102 (17 CFR 240.13d-101 and 240.13d-102): CUSIP number; ANSI X9.6"
    ),
    status="preview",
    forms=frozenset(("SC 13D", "SC 13G")),
)
def schedule_cusip_wrong(schedule: HolderSchedule) -> Iterator[Observation]:
    """The last digit of a CUSIP number follows from the eight characters before it.

    A number that does not add up names no security: a character was mistyped. Each is shown once.
    """
    return wrong_numbers(schedule.cusips)
