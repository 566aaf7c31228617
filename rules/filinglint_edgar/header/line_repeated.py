"""HDR045."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "HDR045",
    "header-line-repeated",
    reads=(header_faults,),
    remedy="take the header from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: submission header"),
)
def line_repeated(faults: HeaderFaults) -> Iterator[Observation]:
    """The lines that identify a submission stand once in its header.

    Two accession numbers or filing dates are two headers in one file.
    """
    for fault in faults.faults:
        if fault.kind == "repeated":
            yield Observation(fault.at, f"the line '{fault.label}' stands more than once in the header")
