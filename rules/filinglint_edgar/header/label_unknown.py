"""HDR033."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR033",
    "header-label-unknown",
    reads=(header_faults,),
    remedy="correct the label, or take the header from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: submission header", "guidance"),
    severity=Severity.INFO,
)
def label_unknown(faults: HeaderFaults) -> Iterator[Observation]:
    """Every line of the header bears a label that EDGAR uses.

    A label with a letter changed hides its value from every reader. EDGAR adds labels now and then: a new one may be
    missing from this tool's list.
    """
    for fault in faults.faults:
        if fault.kind == "unknown":
            yield Observation(fault.at, f"'{fault.label}' is no known label of a header")
