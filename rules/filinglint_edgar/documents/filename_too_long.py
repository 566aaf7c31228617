"""DOC014."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats


@rule(
    "DOC014",
    "document-filename-too-long",
    reads=(document,),
    remedy="shorten the name to 32 characters, extension included",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 5.1.1 (document names)", effective_from=date(2001, 1, 1)
    ),
    severity=Severity.ERROR,
    kinds=frozenset(("submission", "draft")),
)
def filename_too_long(filed: Document) -> Iterator[Observation]:
    """The file name of a document has at most 32 characters, extension included.

    EDGAR suspends longer ones.
    """
    name = filed.filename.value
    longest = formats().filename_length
    # EDGAR lengthens the names of XML documents that it makes from inline XBRL.
    if len(name) > longest and not name.lower().endswith(".xml"):
        yield Observation(filed.filename, f"the file name '{name}' has {len(name)} characters, more than {longest}")
