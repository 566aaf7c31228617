"""DOC007."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import Authority, rule


@rule(
    "DOC007",
    "document-sequence-missing",
    reads=(document,),
    remedy="give the document its number in the order of the documents",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: SEQUENCE"),
    severity=Severity.ERROR,
    kinds=frozenset(("submission",)),
)
def sequence_missing(filed: Document) -> Iterator[Observation]:
    """Each document of a submission states its sequence number, a whole number from 1.

    The order of the documents in indexes follows it.
    """
    sequence = filed.sequence
    if isinstance(sequence, Absent):
        yield Observation(sequence, f"document {filed.number} '{filed.label}' has no sequence number")
    elif not sequence.value.isdecimal() or int(sequence.value) < 1:
        yield Observation(sequence, f"'{sequence.value}' is no sequence number")
