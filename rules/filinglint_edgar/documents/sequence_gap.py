"""DOC006."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DOC006",
    "document-sequence-gap",
    reads=(submission,),
    remedy="number the documents 1, 2, 3 and so on in their order",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: SEQUENCE", "should"),
    severity=Severity.INFO,
)
def sequence_gap(filing: Submission) -> Iterator[Observation]:
    """Documents are numbered 1, 2, 3 and so on in the order in which they stand.

    A number left out is most often a document that is not public (a cover letter, correspondence), sometimes
    one that was lost. Filings for which EDGAR made documents have gaps by nature and are not judged; repeated
    numbers are DOC005.
    """
    if any(document.made_by_edgar for document in filing.documents):
        return
    for expected, document in enumerate(filing.documents, 1):
        sequence = document.sequence
        if not isinstance(sequence, Located) or not sequence.value.isdecimal():
            return
        if int(sequence.value) != expected:
            numbers = [each.sequence.value for each in filing.documents if isinstance(each.sequence, Located)]
            if len({number.lstrip("0") for number in numbers}) == len(numbers):
                yield Observation(sequence, f"document {expected} has the sequence number '{sequence.value}'")
            return
