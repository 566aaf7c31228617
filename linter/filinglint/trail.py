"""Where a place stands among headings: ``header › FILER › BUSINESS ADDRESS``, ``Item 5.02``, ``How to reach us``."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from filinglint.documents.document import Document
from filinglint.documents.markup import folded
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.items import items
from filinglint.located import CannotTell, NotApplicable
from filinglint.spans import Span

if TYPE_CHECKING:  # most runs meet no text that has paragraphs
    from filinglint.facts.evened import Evened

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


def block(submission: Submission, document: Document | None, span: Span) -> str:
    """Return which paragraph of its section *span* is in, ``paragraph 2``; "" for what goes over several.

    Of summaries alone: their paragraphs are known, those of filings are laid out in tables and lines.
    """
    if submission.kind != "bcp-summary" or document is None or span not in document.content:
        return ""
    found = _paragraphs.of(submission)
    start, end = document.rendered.offset(span.start), document.rendered.offset(span.end)
    index = bisect_right(found, start, key=lambda paragraph: paragraph[0]) - 1
    if index < 0 or end > found[index][1]:
        return ""
    return f"paragraph {found[index][2]}"


def _section(submission: Submission, document: Document, span: Span) -> tuple[str, ...]:
    """Return the heading that *span* stands under; empty for what goes over several."""
    rendered, found = document.rendered, _headings.of(submission)
    start, end = rendered.offset(span.start), rendered.offset(span.end)
    index = bisect_right(found, start, key=lambda heading: heading[0]) - 1
    if index < 0 or (index + 1 < len(found) and found[index + 1][0] < end):
        return ()
    return (found[index][1],)


@extractor("said", kinds=frozenset(("bcp-summary",)))
def _said(submission: Submission) -> Evened:
    """Return what a text says, unit by unit."""
    from filinglint.facts.evened import Evened  # see above

    return Evened(submission.documents[0].rendered)


@extractor("headings", kinds=frozenset(("bcp-summary",)))
def _headings(submission: Submission) -> tuple[tuple[int, str], ...]:
    """Return the headings of a text in order: where each begins in the rendered text, and its words."""
    said = _said.of(submission)
    return tuple(
        (said.place(unit.start, unit.end)[0], folded(said.text[unit.start : unit.end])[:_LONGEST])
        for unit in said.units
        if unit.kind == "heading"
    )


@extractor("paragraphs", kinds=frozenset(("bcp-summary",)))
def _paragraphs(submission: Submission) -> tuple[tuple[int, int, int], ...]:
    """Return the paragraphs and list items of a text: start, end (in the rendered text), number under the heading."""
    said = _said.of(submission)
    found: list[tuple[int, int, int]] = []
    number, last = 0, -1
    for unit in said.units:
        if unit.kind == "heading":
            number = 0
        elif unit.states:
            start, end = said.place(unit.start, unit.end)
            if unit.paragraph == last:
                start, _, _ = found.pop()
            else:
                number += 1
            found.append((start, end, number))
            last = unit.paragraph
    return tuple(found)


def _header_trail(submission: Submission, span: Span) -> tuple[str, ...]:
    if submission.header is None:
        return ()
    return tuple(section.label for section in submission.header.around(span))
