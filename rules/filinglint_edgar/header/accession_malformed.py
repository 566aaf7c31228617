"""HDR003."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR003",
    "header-accession-malformed",
    reads=(header_faults,),
    remedy="write it as ten digits, two digits and six digits with hyphens between",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: ACCESSION-NUMBER"),
    severity=Severity.ERROR,
)
def accession_malformed(faults: HeaderFaults) -> Iterator[Observation]:
    """An accession number is ten digits, two digits of the year and six digits, joined by hyphens.

    The ten digits are the login of the filer or its agent, the six count that login's submissions of the
    year. Exports of data vendors leave the hyphens or leading zeros out.
    """
    for fault in faults.of("malformed", "ACCESSION NUMBER"):
        yield Observation(fault.at, f"'{fault.at.value}' is no accession number")
