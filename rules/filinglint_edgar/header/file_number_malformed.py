"""HDR026."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "HDR026",
    "header-file-number-malformed",
    reads=(header_faults,),
    remedy="write the number as prefix, hyphen and number",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: FILE-NUMBER"),
)
def file_number_malformed(faults: HeaderFaults) -> Iterator[Observation]:
    """An SEC file number is a prefix of up to three characters, a number, and at most one suffix.

    The prefix says under which section of which act the number was given.
    """
    for fault in faults.of("malformed", "SEC FILE NUMBER"):
        yield Observation(fault.at, f"'{fault.at.value}' is no SEC file number")
