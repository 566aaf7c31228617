"""DOC004."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, rule
from filinglint.spans import Span

_TOLERATED = 2


@rule(
    "DOC004",
    "document-count-far-off",
    reads=(submission, header),
    remedy="take the file from EDGAR again; documents may be missing",
    authority=Authority(
        "EDGAR Public Dissemination Service, technical specification: PUBLIC-DOCUMENT-COUNT", "guidance"
    ),
    confidence=Confidence.MEDIUM,
    kinds=frozenset(("submission",)),
)
def count_far_off(filing: Submission, stated: Header) -> Iterator[Observation]:
    """Where EDGAR made documents of its own, the number of documents is within two of the count.

    EDGAR counts a rendering file or two that it does not disseminate. A larger difference is a file cut off.
    """
    found = len(filing.documents)
    if not any(document.made_by_edgar for document in filing.documents):
        return
    if abs(found - stated.document_count.value) > _TOLERATED:
        last = filing.documents[-1].span.start
        yield Observation(
            stated.document_count,
            f"the document count is {stated.document_count.value}, but {found} stand in the submission",
            related=[(Span(last, last + len("<DOCUMENT>")), f"the last document, number {found}")],
        )
