"""HDR010."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import Authority, rule


@rule(
    "HDR010",
    "header-party-missing",
    reads=(header_faults,),
    remedy="restore the section of the party from the copy on EDGAR",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (filers, co-registrants, subject companies)"),
    severity=Severity.ERROR,
)
def party_missing(faults: HeaderFaults) -> Iterator[Observation]:
    """The header names every party that its form calls for.

    A report has a filer; a statement of ownership an owner and an issuer; a schedule about another company
    that company and the one who files.
    """
    for label in ("FILER", "REPORTING-OWNER", "ISSUER", "SUBJECT COMPANY", "FILED BY"):
        for fault in faults.of("missing", label):
            who = fault.at.what if isinstance(fault.at, Absent) and fault.at.what.count(" or ") < 2 else "party"
            yield Observation(fault.at, f"the header names no {who}")
            return
