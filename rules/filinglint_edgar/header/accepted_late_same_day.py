"""HDR041."""

from collections.abc import Iterator
from datetime import time

from filinglint.business_days import filing_date_for
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule

_SURELY_LATE = time(18, 0)


@rule(
    "HDR041",
    "header-accepted-late-same-day",
    reads=(header,),
    remedy="look up on EDGAR whether the filing date was adjusted",
    authority=Authority("Regulation S-T, Rule 13(a)(2) (17 CFR 232.13(a)(2))", "guidance"),
    severity=Severity.INFO,
)
def accepted_late_same_day(stated: Header) -> Iterator[Observation]:
    """A submission begun after half past five in the evening counts for the next business day.

    Some forms may be filed until ten, and a long transmission begun in time may be accepted later. Otherwise the
    staff adjusted the date.
    """
    accepted, filed = stated.accepted.value, stated.filed.value
    if (
        filed == accepted.date()
        and accepted.time() > _SURELY_LATE
        and filing_date_for(accepted, stated.form.value) != filed
    ):
        yield Observation(
            stated.filed,
            f"accepted at {accepted.time().isoformat('minutes')}, after the close, and filed as of the same day",
            related=[(stated.accepted, "the time of acceptance")],
        )
