"""The documents of a submission, as a table of contents would list them."""

from __future__ import annotations

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import FILINGS, extractor
from filinglint.frozen import dataclass
from filinglint.located import Leaf
from filinglint.spans import Span


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the head of one document states, and what its body is; ``body`` is a value of Body."""

    span: Span
    sequence: Leaf[str]
    type: Leaf[str]
    filename: Leaf[str]
    description: Leaf[str]
    body: str
    closed: bool
    made_by_edgar: bool


@extractor("documents", kinds=FILINGS | {"bcp-summary"})
def documents(submission: Submission) -> tuple[DocumentFacts, ...]:
    """The documents in file order, those made by EDGAR among them."""
    return tuple(
        DocumentFacts(
            document.span,
            document.sequence,
            document.type,
            document.filename,
            document.description,
            document.body.value,
            document.closed,
            document.made_by_edgar,
        )
        for document in submission.documents
    )
