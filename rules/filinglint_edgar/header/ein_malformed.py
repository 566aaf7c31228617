"""HDR022."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "HDR022",
    "header-ein-malformed",
    reads=(header_faults,),
    remedy="correct the number in the filer's EDGAR company data",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: IRS-NUMBER"),
)
def ein_malformed(faults: HeaderFaults) -> Iterator[Observation]:
    """An employer identification number is nine digits.

    EDGAR keeps it without the hyphen. A digit too few is a zero lost in front.
    """
    for fault in faults.of("malformed", "IRS NUMBER", "EIN"):
        yield Observation(fault.at, f"'{fault.at.value}' is no employer identification number of nine digits")
