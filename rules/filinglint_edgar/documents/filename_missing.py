"""DOC011."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import Authority, rule


@rule(
    "DOC011",
    "document-filename-missing",
    reads=(document,),
    remedy="name the document's file",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 5.1.1 (document names)", effective_from=date(2001, 1, 1)
    ),
    severity=Severity.ERROR,
    kinds=frozenset(("submission", "draft")),
)
def filename_missing(filed: Document) -> Iterator[Observation]:
    """Each document of a submission has a file name.

    Links between documents, and the address on EDGAR, are made from it. Filings before the autumn of 2000
    have none.
    """
    if isinstance(filed.filename, Absent):
        yield Observation(filed.filename, f"document {filed.number} '{filed.label}' has no file name")
