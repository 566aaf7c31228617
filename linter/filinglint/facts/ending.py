"""How an HTML document ends: with its last tag, behind it, or inside a tag."""

from __future__ import annotations

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.spans import Span


@dataclass(frozen=True, slots=True)
class Ending:
    """``inside`` is what begins a tag, with which the document ends; None when every tag is whole.

    ``behind`` is the first line of the words that stand behind the end of the page; None when there are none.
    """

    inside: Span | None
    behind: Located[str] | None


@document_extractor("ending")
def ending(submission: Submission, document: Document) -> Ending:
    """Look at the end of the document. Raises NotApplicable when it is no HTML."""
    if document.body not in (Body.HTML, Body.IXBRL):
        raise NotApplicable("it is no HTML")
    text, span = submission.source.text, document.content
    upper = text.rfind("</HTML", span.start, span.end)
    lower = text.rfind("</html", max(upper, span.start), span.end)
    behind = _behind(document, max(upper, lower))
    last = text.rfind("<", span.start, span.end)
    if last < 0 or text.find(">", last, span.end) >= 0:
        return Ending(None, behind)
    begins = text[last + 1 : last + 3].lstrip("/")[:1]
    return Ending(Span(last, span.end) if begins.isalpha() else None, behind)


def _behind(document: Document, end: int) -> Located[str] | None:
    """Return the first line of words behind the tag at *end*, less than 0 where there is none."""
    if end < 0:
        return None
    rendered = document.rendered
    lines = rendered.lines(rendered.offset(end))
    words = (rendered.located(*line) for line in lines)
    return next((line for line in words if line.span.start > end and any(map(str.isalnum, line.value))), None)
