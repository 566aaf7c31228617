"""HDR009."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR009",
    "header-period-missing",
    reads=(header_faults, header),
    remedy="state the period: the date of the earliest event, the end of the period, or the meeting",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (period of report)"),
    severity=Severity.ERROR,
)
def period_missing(faults: HeaderFaults, stated: Header) -> Iterator[Observation]:
    """The header of a report states the period, or the date of the event, that it reports on.

    For Form 8-K it is the date of the earliest event, for Forms 3, 4 and 5 of the earliest transaction,
    for the others the end of the period. Deadlines are counted from it.
    """
    if any(faults.of("missing", "CONFORMED PERIOD OF REPORT")):
        yield Observation(stated.form, f"a report on form '{stated.form.value}' needs a period of report, and has none")
