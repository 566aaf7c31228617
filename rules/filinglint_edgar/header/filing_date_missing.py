"""HDR008."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR008",
    "header-filing-date-missing",
    reads=(header_faults,),
    remedy="restore the line 'FILED AS OF DATE:' from the copy on EDGAR",
    authority=Authority("Regulation S-T, Rule 13(a) (17 CFR 232.13(a))"),
    severity=Severity.ERROR,
)
def filing_date_missing(faults: HeaderFaults) -> Iterator[Observation]:
    """The header of a disseminated submission states the date as of which it is filed.

    Deadlines, and the law that a filing is judged by, hang on this date.
    """
    for fault in faults.of("missing", "FILED AS OF DATE"):
        yield Observation(fault.at, "the header has no filing date")
