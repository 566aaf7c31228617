"""DOC005."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DOC005",
    "document-sequence-repeated",
    reads=(submission,),
    remedy="number the documents 1, 2, 3 and so on",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: SEQUENCE"),
    severity=Severity.ERROR,
)
def sequence_repeated(filing: Submission) -> Iterator[Observation]:
    """Each document of a submission has a sequence number of its own.

    Indexes and links name a document by it; of two with one number a reader finds only one.
    """
    seen: dict[str, Located[str]] = {}
    for document in filing.documents:
        sequence = document.sequence
        if not isinstance(sequence, Located):
            continue
        number = sequence.value.lstrip("0")
        if number in seen:
            yield Observation(
                sequence,
                f"sequence number '{sequence.value}' is given to two documents",
                related=[(seen[number], "the first of them")],
            )
        seen.setdefault(number, sequence)
