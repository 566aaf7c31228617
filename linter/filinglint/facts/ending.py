"""How an HTML document ends: behind a tag or words, or inside a tag."""

from __future__ import annotations

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.frozen import dataclass
from filinglint.located import NotApplicable
from filinglint.spans import Span


@dataclass(frozen=True, slots=True)
class Ending:
    """``inside`` is what begins a tag, with which the document ends; None when every tag is whole."""

    inside: Span | None


@document_extractor("ending")
def ending(submission: Submission, document: Document) -> Ending:
    """Look at the end of the document. Raises NotApplicable when it is no HTML."""
    if document.body not in (Body.HTML, Body.IXBRL):
        raise NotApplicable("it is no HTML")
    text, span = submission.source.text, document.content
    last = text.rfind("<", span.start, span.end)
    if last < 0 or text.find(">", last, span.end) >= 0:
        return Ending(None)
    begins = text[last + 1 : last + 3].lstrip("/")[:1]
    return Ending(Span(last, span.end) if begins.isalpha() else None)
