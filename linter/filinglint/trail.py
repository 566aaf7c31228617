"""Where a place stands among headings: ``header › FILER › BUSINESS ADDRESS``, ``Item 5.02``."""

from __future__ import annotations

from bisect import bisect_right

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.items import items
from filinglint.located import CannotTell, NotApplicable
from filinglint.spans import Span


def trail(submission: Submission, document: Document | None, span: Span) -> tuple[str, ...]:
    """Return the headings above *span*, the outermost first; empty when there are none."""
    if document is None:
        return _header_trail(submission, span)
    if document is not submission.main or not document.readable:
        return ()
    try:
        headings = items.of(submission).headings
    except (NotApplicable, CannotTell):
        return ()
    index = bisect_right(headings, span.start, key=lambda heading: heading.span.start) - 1
    if index < 0:
        return ("cover page",) if headings and span in document.content else ()
    heading = headings[index]
    if span.start < max(heading.span.end, heading.text.end):
        return (f"Item {heading.number.value}",)
    return ()


def _header_trail(submission: Submission, span: Span) -> tuple[str, ...]:
    if submission.header is None:
        return ()
    return tuple(section.label for section in submission.header.around(span))
