"""HDR016."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR016",
    "header-acceptance-time-malformed",
    reads=(header_faults,),
    remedy="restore the line '<ACCEPTANCE-DATETIME>' from the copy on EDGAR",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: ACCEPTANCE-DATETIME"),
    severity=Severity.ERROR,
)
def accepted_malformed(faults: HeaderFaults) -> Iterator[Observation]:
    """The time of acceptance is fourteen digits that name a second of a day.

    Whether a filing is in time can hang on the minute at which EDGAR accepted it.
    """
    for fault in faults.of("malformed", "ACCEPTANCE DATETIME"):
        yield Observation(fault.at, f"'{fault.at.value}' is no time of acceptance")
