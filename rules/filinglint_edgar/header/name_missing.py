"""HDR011."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR011",
    "header-name-missing",
    reads=(header_faults,),
    remedy="restore the line 'COMPANY CONFORMED NAME:' of this party",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: CONFORMED-NAME"),
    severity=Severity.ERROR,
)
def name_missing(faults: HeaderFaults) -> Iterator[Observation]:
    """The header states the conformed name of every party.

    It is the name under which EDGAR lists the filing.
    """
    for fault in faults.of("missing", "COMPANY CONFORMED NAME"):
        yield Observation(fault.at, f"a party in the role '{fault.party}' has no conformed name")
