"""DOC023."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Body, Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC023",
    "document-body-not-as-named",
    reads=(document,),
    remedy="name the file after what it is: htm for HTML, txt for plain text",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 5.1.1 (document names)", effective_from=date(2001, 1, 1)
    ),
    kinds=frozenset(("submission", "draft")),
)
def body_not_as_named(filed: Document) -> Iterator[Observation]:
    """The extension of a document's file name says what the document is.

    EDGAR and browsers show a file by its name: HTML named txt is shown with its tags.
    """
    name = filed.filename.value
    extension = name.rpartition(".")[2].lower()
    if extension in ("jpg", "gif") and filed.body in (Body.HTML, Body.IXBRL):
        yield Observation(filed.filename, f"the file '{name}' is HTML, its name says that it is a picture")
    elif extension == "txt" and filed.body in (Body.HTML, Body.IXBRL):
        yield Observation(filed.filename, f"the file '{name}' is HTML, its name says plain text")
    elif extension == "htm" and filed.body is Body.TEXT:
        yield Observation(filed.filename, f"the file '{name}' is plain text, its name says HTML")
