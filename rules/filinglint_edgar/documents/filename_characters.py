"""DOC012."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC012",
    "document-filename-characters",
    reads=(document,),
    remedy="name the file with letters, digits, dots, hyphens and underscores, a letter or digit first",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 5.1.1 (document names)", effective_from=date(2001, 1, 1)
    ),
    severity=Severity.ERROR,
    kinds=frozenset(("submission", "draft")),
)
def filename_characters(filed: Document) -> Iterator[Observation]:
    """The file name of a document is of letters, digits, dots, hyphens and underscores, not beginning with a sign.

    EDGAR suspends a document whose name has blanks or other signs.
    """
    name = filed.filename.value
    plain = name.replace(".", "").replace("-", "").replace("_", "")
    if not (plain.isascii() and plain.isalnum() and name[0].isalnum()):
        yield Observation(filed.filename, f"the file name '{name}' has characters that EDGAR does not accept")
