"""HDR028."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "HDR028",
    "header-film-number-malformed",
    reads=(header_faults,),
    remedy="take the header from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: FILM-NUMBER"),
)
def film_number_malformed(faults: HeaderFaults) -> Iterator[Observation]:
    """A film number is six to nine digits.

    EDGAR gives one to each filer of a submission; nobody types it, and another form is an edited header.
    """
    for fault in faults.of("malformed", "FILM NUMBER"):
        yield Observation(fault.at, f"'{fault.at.value}' is no film number")
