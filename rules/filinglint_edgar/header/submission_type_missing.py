"""HDR005."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR005",
    "header-submission-type-missing",
    reads=(header_faults,),
    remedy="restore the line 'CONFORMED SUBMISSION TYPE:'",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (submission type)"),
    severity=Severity.ERROR,
)
def submission_type_missing(faults: HeaderFaults) -> Iterator[Observation]:
    """The header of a submission states its submission type.

    It decides which rules the filing must meet and where EDGAR shows it.
    """
    for fault in faults.of("missing", "CONFORMED SUBMISSION TYPE"):
        yield Observation(fault.at, "the header has no submission type")
