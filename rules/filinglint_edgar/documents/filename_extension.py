"""DOC013."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule

_ACCEPTED = frozenset("htm txt pdf xml xsd jpg gif fil json zip xlsx xls".split())


@rule(
    "DOC013",
    "document-filename-extension",
    reads=(document,),
    remedy="save the document in a format that EDGAR accepts, and name it so",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 5.1.1 (document names)", effective_from=date(2001, 1, 1)
    ),
    severity=Severity.ERROR,
    kinds=frozenset(("submission", "draft")),
)
def filename_extension(filed: Document) -> Iterator[Observation]:
    """The file name of a document ends in an extension that EDGAR accepts.

    These are htm, txt, pdf, xml, xsd, jpg, gif, fil and json; html, jpeg, png and the formats of word processors
    are not among them.
    """
    name = filed.filename.value
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension not in _ACCEPTED:
        yield Observation(filed.filename, f"the file name '{name}' does not end in an extension that EDGAR accepts")
