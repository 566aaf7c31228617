"""DOC027."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC027",
    "document-private",
    reads=(
        header,
        document,
    ),
    remedy="take the document out of the public copy",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (cover letters and correspondence)"),
    severity=Severity.INFO,
    kinds=frozenset(("submission",)),
)
def private_document(stated: Header, filed: Document) -> Iterator[Observation]:
    """A public submission holds no cover letter to the staff.

    Documents of type COVER are for the staff alone and are withheld; one in the public file was released later, or
    left in by a tool.
    """
    if filed.type_name == "COVER" and stated.form.value.upper() not in ("CORRESP", "UPLOAD"):
        yield Observation(filed.type, f"document {filed.number} is of type '{filed.type.value}', which is not public")
