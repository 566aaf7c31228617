"""COV043."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_WEEK = 7


@rule(
    "COV043",
    "tagged-period-differs",
    reads=(ixbrl_cover, header),
    tags=frozenset(("ixbrl",)),
    remedy="make the tagged date and the period of the submission the same",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.20", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F", "40-F"},
)
def tagged_period_differs(tagged: IxbrlCover, stated: Header) -> Iterator[Observation]:
    """The date that is tagged as the end of the period is the period of the submission.

    In a current report it is the day of the earliest event. A week between the two ends of a fiscal period
    is a year of 52 or 53 weeks.
    """
    said, period = tagged.period.value, stated.period.value
    if abs((said - period).days) > (0 if stated.form.value.startswith("8-K") else _WEEK):
        yield Observation(
            tagged.period,
            f"the period is tagged as {said.isoformat()}, the header has {period.isoformat()}",
            related=[(stated.period, f"the header says {period.isoformat()}")],
            label="dei:DocumentPeriodEndDate",
        )
