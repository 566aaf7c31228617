"""DOC008."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import Authority, rule


@rule(
    "DOC008",
    "document-type-missing",
    reads=(document,),
    remedy="state the type: the form for the first document, EX- and the number for an exhibit",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (document type)"),
    severity=Severity.ERROR,
    kinds=frozenset(("submission", "draft")),
)
def type_missing(filed: Document) -> Iterator[Observation]:
    """Each document of a submission states its type.

    Without it nobody can tell the report from its exhibits.
    """
    if isinstance(filed.type, Absent):
        yield Observation(filed.type, f"document {filed.number} '{filed.label}' has no type")
