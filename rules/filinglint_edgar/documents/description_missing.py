"""DOC018."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Absent
from filinglint.rule import Authority, rule


@rule(
    "DOC018",
    "document-description-missing",
    reads=(document,),
    remedy="say in a few words what the exhibit is",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (document description)", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
    kinds=frozenset(("submission", "draft")),
    which="exhibits",
)
def description_missing(filed: Document) -> Iterator[Observation]:
    """An exhibit has a description.

    EDGAR shows it in the index of the filing, where a reader chooses by it. It is optional.
    """
    if filed.exhibit_number and isinstance(filed.description, Absent):
        yield Observation(filed.type, f"exhibit '{filed.exhibit_number}' has no description")
