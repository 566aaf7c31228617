"""DOC036."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DOC036",
    "document-sequence-descending",
    reads=(submission,),
    remedy="put the documents in the order of their numbers",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: SEQUENCE"),
)
def sequence_out_of_order(filing: Submission) -> Iterator[Observation]:
    """Documents stand in the order of their sequence numbers.

    Numbers that were exchanged tell a reader to take the exhibit for the report. Numbers left out are DOC006, repeated
    ones DOC005.
    """
    before: Located[str] | None = None
    for document in filing.documents:
        sequence = document.sequence
        if not isinstance(sequence, Located) or not sequence.value.isdecimal():
            continue
        if before is not None and int(sequence.value) < int(before.value):
            yield Observation(
                sequence,
                f"sequence number '{sequence.value}' stands after '{before.value}'",
                related=[(before, f"the document before has {before.value}")],
            )
        before = sequence
