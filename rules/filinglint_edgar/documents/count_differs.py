"""DOC003."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.finding import Edit, Fix, Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.spans import Span


@rule(
    "DOC003",
    "document-count-differs",
    reads=(submission, header),
    remedy="take the file from EDGAR again, or state the number of documents that are there",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: PUBLIC-DOCUMENT-COUNT"),
    severity=Severity.ERROR,
    kinds=frozenset(("submission",)),
    fixable="unsafe",
)
def count_differs(filing: Submission, stated: Header) -> Iterator[Observation]:
    """The number of documents is the public document count of the header.

    A document less was lost on the way; one more was added to the file. Filings for which EDGAR itself
    made documents are left to DOC004: there the count is not exact.
    """
    found = len(filing.documents)
    if not found or any(document.made_by_edgar for document in filing.documents):
        return
    if found != stated.document_count.value:
        last = filing.documents[-1].span.start
        yield Observation(
            stated.document_count,
            f"the document count is {stated.document_count.value}, but {found} stand in the submission",
            related=[(Span(last, last + len("<DOCUMENT>")), f"the last document, number {found}")],
            fixes=[Fix("unsafe", f"state {found}", [Edit(stated.document_count.span, str(found))])],
        )
