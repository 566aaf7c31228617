"""HDR012."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR012",
    "header-cik-missing",
    reads=(header_faults,),
    remedy="restore the line 'CENTRAL INDEX KEY:' of this party",
    authority=Authority("Regulation S-T, Rule 10(b) (17 CFR 232.10(b)): access codes and Central Index Key"),
    severity=Severity.ERROR,
)
def cik_missing(faults: HeaderFaults) -> Iterator[Observation]:
    """The header states the Central Index Key of every party.

    The key, not the name, is what EDGAR files by: names change and repeat.
    """
    for fault in faults.of("missing", "CENTRAL INDEX KEY"):
        yield Observation(fault.at, f"a party in the role '{fault.party}' has no Central Index Key")
