"""The documents that findings are in, read again for the page and shown as far as it has room.

A document is shown whole where it is of common size, else through windows around its places; what is cut is said.
What cannot be read again (standard input, a file that has changed since) is not shown: nothing else has the words
that were judged.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from os.path import basename

from filinglint.documents.document import Body, Document
from filinglint.documents.draft import read_draft
from filinglint.documents.formats import open_source
from filinglint.documents.submission import Submission, read_document, read_submission
from filinglint.errors import InputError
from filinglint.finding import Finding, Spot
from filinglint.frozen import dataclass
from filinglint.report import InputRecord, Report
from filinglint.reporters.html.elements import Markup, element, joined
from filinglint.reporters.html.pane import WIDEST, Ink, Mark, plain, rendered
from filinglint.spans import Span

WHOLE = 200_000  # code points of a document that is shown whole
_MARGIN = 4_000  # code points on each side of a place in a longer one
_NARROW = 600  # the same where the page has no room for more
ROOM = 6_000_000  # code points of all documents of a page
_MOST_MARKS = 400  # of a document
_LONGEST_LINE = 160  # code points of a line that is meant as one
_NEAR = 2_000  # code points within which a window is moved to where something begins
_BEGINNING = re.compile(r"<(?:p|div|tr|table|br|hr|li|h\d)\b", re.IGNORECASE)
_LONGEST_HEAD = 1_000  # code points of the lines before the text of a document that are shown


_Placed = tuple[int, Spot, str, str]  # number, place, style, code of the rule


@dataclass(frozen=True, slots=True)
class Filed:
    """A document as the page shows it: its number, the file it is in, its name, what is shown, and what is not."""

    number: int
    path: str
    name: str
    markup: Markup
    remark: str = ""


class Library:
    """The documents of a page, in order, and what is to be said of those that are not there.

    ``anchors`` are the numbers of the marks that stand in them, ``room`` how many code points more may be shown.
    """

    def __init__(self) -> None:
        self.documents: list[Filed] = []
        self.anchors: set[int] = set()
        self.remarks: list[tuple[str, str]] = []
        self.room = ROOM


def numbered(findings: Iterable[Finding]) -> dict[tuple[int, int], int]:
    """Return the number on the page of each place: of finding *i*, place *j*, the finding's own first."""
    places = ((i, j) for i, finding in enumerate(findings) for j in range(1 + len(finding.related)))
    return {place: number for number, place in enumerate(places, 1)}


def library(report: Report, findings: Sequence[Finding], numbers: dict[tuple[int, int], int]) -> Library:
    """Return the documents in which *findings* are, each place marked with its number."""
    made = Library()
    marked: dict[str, tuple[InputRecord, list[_Placed]]] = {}
    for i, finding in enumerate(findings):
        record = report.input_of(finding)
        if record is None or not record.sha256:
            continue
        places = marked.setdefault(record.path, (record, []))[1]
        for j, spot in enumerate((finding.spot, *finding.related)):
            if spot.place is not None:
                style = "related" if j else finding.severity.value
                places.append((numbers[i, j], spot, style, finding.code))
    for left, (record, places) in zip(range(len(marked), 0, -1), marked.values(), strict=True):
        # What one input does not need is for those behind it.
        _shelve(made, record, places, made.room // left)
    return made


def _shelve(made: Library, record: InputRecord, places: Sequence[_Placed], room: int) -> None:
    """Read the input of *record* and add the documents that have *places*, of which about *room* may be shown."""
    if room < 2 * _NARROW:
        made.remarks.append((record.path, "its documents are not shown: the page is full"))
        return
    submission = read_again(record)
    if submission is None:
        made.remarks.append((record.path, "its documents are not shown: it cannot be read again as it was judged"))
        return
    bases = {source.path: base for source, base in zip(submission.source.sources, submission.source.bases, strict=True)}
    marks = [
        _mark(submission, number, bases[spot.path], spot, style, code)
        for number, spot, style, code in places
        if spot.path in bases
    ]
    by_document: dict[int, list[Mark]] = {}
    for mark in marks:
        document = submission.document_at(Span(mark.start, mark.end))
        by_document.setdefault(document.number if document is not None else 0, []).append(mark)
    for number, found in sorted(by_document.items()):
        document = submission.documents[number - 1] if number else None
        _add(made, record, submission, document, found[:_MOST_MARKS], room // len(by_document))


def _mark(submission: Submission, number: int, base: int, spot: Spot, style: str, code: str) -> Mark:
    """Return the mark for *spot*; a place that is all of a document is flagged, for nothing stands out in it."""
    assert spot.place is not None
    span = Span(base + spot.place.char_start, base + spot.place.char_end)
    document = submission.document_at(span)
    whole = document is not None and bool(document.content) and document.content in span
    return Mark(number, span.start, span.end, style, spot.label or code, whole or len(span) > WIDEST)


def read_again(record: InputRecord) -> Submission | None:
    """Return the input of *record* as it was read; None where it is not there, or is not what was judged."""
    try:
        if record.kind == "draft":
            draft = read_draft(record.path)
            data = b"".join(source.data for source in draft.source.sources)
        else:
            source = open_source(record.path)
            data = source.data
    except InputError:
        return None
    if hashlib.sha256(data).hexdigest() != record.sha256:
        return None
    if record.kind == "draft":
        return draft
    return read_submission(source) if record.kind == "submission" else read_document(source, record.kind)


def _add(
    made: Library, record: InputRecord, submission: Submission, document: Document | None, marks: list[Mark], room: int
) -> None:
    text = submission.source.text
    if document is None:
        end = submission.documents[0].span.start if submission.documents else len(text)
        span, name = Span(0, end), "header"
    else:
        span, name = document.span, basename(record.path) if document.whole_file else document.label
    margin = min(_MARGIN, max(_NARROW, room // (2 * len(marks))))
    windows = _windows(text, span, marks, margin if len(span) > min(WHOLE, room) else len(span))
    number = len(made.documents) + 1
    ink = Ink(text, marks)
    pieces: list[str] = []
    at = span.start
    for window in windows:
        pieces += _gap(window.start - at)
        pieces += _window(text, window, document, ink)
        at = window.end
    pieces += _gap(span.end - at)
    pieces.append(ink.left(len(text)))
    made.room -= sum(map(len, windows))
    made.anchors.update(mark.number for mark in marks)
    cut = len(span) - sum(map(len, windows))
    remark = f"{cut:,} of {len(span):,} characters are not shown" if cut else ""
    made.documents.append(Filed(number, record.path, name, joined(pieces), remark))


def _gap(size: int) -> Iterator[Markup]:
    if size > 0:
        yield element("p", f"{size:,} characters are not shown here", class_="cut")


def _windows(text: str, span: Span, marks: Sequence[Mark], margin: int) -> list[Span]:
    """Return what is shown of *span*: all within *margin* of a place, in order, none overlapping."""
    found: list[Span] = []
    for mark in sorted(marks, key=lambda one: one.start):
        last = min(mark.end, mark.start + margin)
        start = max(span.start, min(mark.start, span.end) - margin)
        end = min(span.end, max(last, start) + margin)
        start, end = _begun(text, start, span), _outside(text, end, span)
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def _begun(text: str, at: int, span: Span) -> int:
    """Return where to begin a window at or before *at*: where a block does, or a line, or a word."""
    if at <= span.start:
        return span.start
    low = max(span.start, at - _NEAR)
    block = max((m.start() for m in _BEGINNING.finditer(text, low, at)), default=-1)
    if block >= 0:
        return block
    return max(low, text.rfind("\n", low, at) + 1, text.rfind(" ", low, at) + 1 if "<" not in text[low:at] else low)


def _outside(text: str, at: int, span: Span) -> int:
    """Return where to end a window at or before *at*: never inside a tag."""
    if at >= span.end:
        return span.end
    low = max(span.start, at - _NEAR)
    opened = text.rfind("<", low, at)
    return opened if opened > text.rfind(">", low, at) else at


def _window(text: str, window: Span, document: Document | None, ink: Ink) -> Iterator[Markup]:
    """Yield what is shown of *window*: the lines before a document's text, and the text as a reader sees it."""
    if document is None:
        yield element("div", plain(text, window, ink), class_="text lines")
        return
    content = document.content
    if window.start < content.start and not document.whole_file:
        shown = Span(window.start, min(window.end, content.start, window.start + _LONGEST_HEAD))
        yield element("div", plain(text, shown, ink), class_="text head")
    body = Span(max(window.start, content.start), min(window.end, content.end))
    if body.end <= body.start:
        return
    if document.body in (Body.HTML, Body.IXBRL):
        yield element("div", rendered(text, body, ink, stuffed=document.stuffed), class_="page")
    else:
        # Lines of a page are kept; a text whose paragraphs are lines is set as one.
        longest = max(map(len, text[body.start : body.end].splitlines()), default=0)
        style = "text lines" if longest <= _LONGEST_LINE else "text prose"
        yield element("div", plain(text, body, ink, stuffed=document.stuffed), class_=style)
