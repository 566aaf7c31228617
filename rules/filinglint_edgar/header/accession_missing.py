"""HDR002."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR002",
    "header-accession-missing",
    reads=(header_faults,),
    remedy="restore the line 'ACCESSION NUMBER:' from the copy on EDGAR",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: submission header"),
    severity=Severity.ERROR,
)
def accession_missing(faults: HeaderFaults) -> Iterator[Observation]:
    """The header of a disseminated submission states its accession number.

    EDGAR gives every submission one, and whoever cites, amends or withdraws the filing needs it. The line
    is lost when a header is edited by hand.
    """
    for fault in faults.of("missing", "ACCESSION NUMBER"):
        yield Observation(fault.at, "the header has no accession number")
