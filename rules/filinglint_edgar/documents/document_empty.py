"""DOC016."""

from collections.abc import Iterator

from filinglint.documents.document import Body, Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC016",
    "document-empty",
    reads=(document,),
    remedy="attach the document's text, or leave the document out",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2 (official documents)"),
    severity=Severity.ERROR,
)
def document_empty(filed: Document) -> Iterator[Observation]:
    """A document has content.

    EDGAR suspends an empty document. One in a disseminated file was emptied on the way.
    """
    if filed.body is Body.EMPTY and filed.closed:
        yield Observation(filed.content, f"document {filed.number} '{filed.label}' is empty")
