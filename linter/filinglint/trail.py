"""Where a place stands among headings: ``header › FILER › BUSINESS ADDRESS``, ``Item 5.02``, ``How to reach us``."""

from __future__ import annotations

from bisect import bisect_right

from filinglint.documents.document import Document
from filinglint.documents.markup import folded
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.items import items
from filinglint.located import CannotTell, NotApplicable
from filinglint.spans import Span

_LONGEST = 120


def trail(submission: Submission, document: Document | None, span: Span) -> tuple[str, ...]:
    """Return the headings above *span*, the outermost first; empty when there are none."""
    if document is None:
        return _header_trail(submission, span)
    if document is not submission.main or not document.readable:
        return ()
    if submission.kind == "bcp-summary":
        return _section(submission, document, span)
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


def _section(submission: Submission, document: Document, span: Span) -> tuple[str, ...]:
    """Return the heading that *span* stands under; empty for what goes over several."""
    rendered, found = document.rendered, _headings.of(submission)
    start, end = rendered.offset(span.start), rendered.offset(span.end)
    index = bisect_right(found, start, key=lambda heading: heading[0]) - 1
    if index < 0 or (index + 1 < len(found) and found[index + 1][0] < end):
        return ()
    return (found[index][1],)


@extractor("headings", kinds=frozenset(("bcp-summary",)))
def _headings(submission: Submission) -> tuple[tuple[int, str], ...]:
    """Return the headings of a text in order: where each begins in the rendered text, and its words."""
    from filinglint.facts.evened import Evened  # most runs meet no such text

    said = Evened(submission.documents[0].rendered)
    return tuple(
        (said.place(unit.start, unit.end)[0], folded(said.text[unit.start : unit.end])[:_LONGEST])
        for unit in said.units
        if unit.kind == "heading"
    )


def _header_trail(submission: Submission, span: Span) -> tuple[str, ...]:
    if submission.header is None:
        return ()
    return tuple(section.label for section in submission.header.around(span))
