"""DOC010."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, rule
from filinglint.tables.document_types import is_document_type


@rule(
    "DOC010",
    "document-type-unknown",
    reads=(document,),
    remedy="choose the type from the EDGAR Filer Manual, table of document types",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (document type)"),
    confidence=Confidence.MEDIUM,
    kinds=frozenset(("submission", "draft")),
)
def type_unknown(filed: Document) -> Iterator[Observation]:
    """The type of a document is one that EDGAR accepts.

    It is the form, EX- and the number of an exhibit, or another type of the manual's list.
    """
    kind = filed.type.value
    if not is_document_type(kind):
        yield Observation(filed.type, f"'{kind}' is not a known document type")
