"""Where a place stands among headings: ``header › FILER › BUSINESS ADDRESS``, ``Item 5.02``."""

from __future__ import annotations

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.spans import Span


def trail(submission: Submission, document: Document | None, span: Span) -> tuple[str, ...]:
    """Return the headings above *span*, the outermost first; empty when there are none."""
    if document is None:
        return _header_trail(submission, span)
    return ()


def _header_trail(submission: Submission, span: Span) -> tuple[str, ...]:
    if submission.header is None:
        return ()
    return tuple(section.label for section in submission.header.walk() if section.label and span in section.span)
