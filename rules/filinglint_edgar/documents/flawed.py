"""DOC032."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC032",
    "document-flawed",
    reads=(document,),
    remedy="look up the document on EDGAR, and file it again if it cannot be read",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: FLAWED", "guidance"),
    severity=Severity.INFO,
    kinds=frozenset(("submission",)),
)
def flawed(filed: Document) -> Iterator[Observation]:
    """No document of a submission is marked as flawed.

    EDGAR sets the mark where it could not process a document fully.
    """
    if filed.flawed:
        yield Observation(filed.type, f"EDGAR marks document {filed.number} '{filed.label}' as flawed")
