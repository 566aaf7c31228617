"""HDR001."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.spans import Span


@rule(
    "HDR001",
    "header-missing",
    reads=(submission,),
    remedy="take the complete submission text file, or check the document alone with --kind document",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: submission header"),
    severity=Severity.ERROR,
    kinds=frozenset(("submission",)),
)
def header_missing(filing: Submission) -> Iterator[Observation]:
    """A submission begins with a header that says who files what, and when.

    Without it a filing cannot be told from any other, and nothing in its documents can be compared
    with what EDGAR was told. It is lost when a file is put together again from its documents.
    """
    if filing.header is None:
        first = filing.span.start
        at = filing.envelope.span if filing.envelope else Span(first, min(first + 1, filing.span.end))
        yield Observation(at, "the submission has no header")
