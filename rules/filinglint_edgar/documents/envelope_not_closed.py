"""DOC002."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC002",
    "envelope-not-closed",
    reads=(submission,),
    remedy="take the file from EDGAR again; its end is missing",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: SEC-DOCUMENT and SEC-HEADER"),
    severity=Severity.ERROR,
    kinds=frozenset(("submission",)),
)
def envelope_not_closed(filing: Submission) -> Iterator[Observation]:
    """The marks that open a submission and its header are closed.

    A file without them was cut off or put together by hand.
    """
    if filing.envelope is not None and not filing.closed and filing.documents:
        name = filing.envelope.value
        yield Observation(filing.envelope, f"the submission is not closed: '</{name}>' is missing")
    if filing.header is not None and not filing.header_closed:
        yield Observation(filing.header.span, "the header is not closed: its end mark is missing")
    if filing.pem is not None and not filing.pem.closed:
        yield Observation(filing.pem.header, "the privacy-enhanced message is not closed: its END line is missing")
