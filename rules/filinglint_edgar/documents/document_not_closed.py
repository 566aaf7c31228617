"""DOC001."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.spans import Span


@rule(
    "DOC001",
    "document-not-closed",
    reads=(submission,),
    remedy="take the file from EDGAR again; the end of this document is missing",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: DOCUMENT and TEXT"),
    severity=Severity.ERROR,
    kinds=frozenset(("submission",)),
)
def document_not_closed(filing: Submission) -> Iterator[Observation]:
    """Every document of a submission ends with the marks that close its text and the document.

    Where they are missing the file was cut off, most often in a download: what follows is not there,
    and a check of what is left proves nothing about the filing.
    """
    for document in filing.documents:
        if not document.closed:
            missing = " and ".join(
                f"'{mark}'" for mark in ("</TEXT>", "</DOCUMENT>") if mark not in _tail(filing, document.span)
            )
            start, end = document.span.start, document.span.end
            yield Observation(
                Span(start, start + len("<DOCUMENT>")),
                f"document {document.number} '{document.label}' is not closed: no {missing}",
                related=[(Span(max(start, end - 1), end), "where it breaks off")],
            )


def _tail(filing: Submission, span: Span) -> str:
    return filing.source.text[max(span.start, span.end - 200) : span.end]
