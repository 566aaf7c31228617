"""HDR007."""

from collections.abc import Iterator

from filinglint.facts.header_faults import HeaderFaults, header_faults
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR007",
    "header-document-count-missing",
    reads=(header_faults,),
    remedy="restore the line 'PUBLIC DOCUMENT COUNT:' with the number of documents",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: PUBLIC-DOCUMENT-COUNT"),
    severity=Severity.ERROR,
)
def document_count_missing(faults: HeaderFaults) -> Iterator[Observation]:
    """The header of a submission states the number of its public documents.

    A reader can tell by it whether all documents arrived.
    """
    for fault in faults.of("missing", "PUBLIC DOCUMENT COUNT"):
        yield Observation(fault.at, "the header has no document count")
    for fault in faults.of("malformed", "PUBLIC DOCUMENT COUNT"):
        yield Observation(fault.at, f"'{fault.at.value}' is no document count")
