"""HDR013."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR013",
    "header-cik-malformed",
    reads=(header_faults,),
    remedy="write the key with ten digits, zeros in front",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: CIK"),
    severity=Severity.ERROR,
)
def cik_malformed(faults: HeaderFaults) -> Iterator[Observation]:
    """A Central Index Key is ten digits.

    Exports of data vendors leave the zeros in front out; other characters are damage.
    """
    for fault in faults.of("malformed", "CENTRAL INDEX KEY"):
        yield Observation(fault.at, f"'{fault.at.value}' is no Central Index Key")
