"""The characters and lines of a document, as far as the EDGAR Filer Manual limits them.

Source: EDGAR Filer Manual, Volume II, section 5.2.1 (ASCII, line lengths, tables of plain text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.frozen import dataclass
from filinglint.located import NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Span

_BEYOND_ASCII = pattern(r"[^\x00-\x7f]+")
_CONTROLS = tuple(chr(code) for code in (*range(32), 127) if chr(code) not in "\t\n\r\f")
_OTHER_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # of lines, to Python
_BLOCK = 1_000_000  # code points
_BOM = "\ufeff"
_BOM_MISREAD = "\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that occurs in a document: where first, and how often."""

    first: Span
    count: int


@dataclass(frozen=True, slots=True)
class Characters:
    """What is out of the ordinary among the characters of one document; None where nothing is.

    ``beyond_ascii`` counts runs of characters beyond 7-bit ASCII; ``lone_returns`` line ends of CR alone
    in a document whose other lines end otherwise.
    """

    beyond_ascii: Seen | None
    controls: Seen | None
    byte_order_mark: Span | None
    mixed_line_ends: Span | None


@dataclass(frozen=True, slots=True)
class PlainLines:
    """What is out of the ordinary among the lines of a plain-text document; None where nothing is.

    ``text_longest`` and ``table_longest`` are code points of the longest line outside and inside tables; where
    none is too long, all count as outside. ``text_long`` and ``table_long`` are the lines longer than the manual
    allows.
    """

    text_longest: int
    table_longest: int
    text_long: Seen | None
    table_long: Seen | None
    tab: Seen | None


@document_extractor("characters")
def characters(submission: Submission, document: Document) -> Characters:
    """Look over the characters of a document that people read. Raises NotApplicable for other bodies."""
    text = submission.source.text
    span = readable(document).content
    mark = next((m for m in (_BOM, _BOM_MISREAD) if text.startswith(m, _first(text, span))), None)
    source, base = submission.source.source_at(span.start)
    if mark is None and source.bom and base == span.start:
        bom: Span | None = Span(span.start, span.start)
    else:
        bom = Span(_first(text, span), _first(text, span) + len(mark)) if mark else None
    beyond = None if text.isascii() else _seen(_BEYOND_ASCII, text, span)
    return Characters(beyond, _controls(text, span), bom, _mixed_line_ends(text, span))


def _first(text: str, span: Span) -> int:
    at = span.start
    while at < span.end and text[at] in "\r\n\t ":
        at += 1
    return at


def _seen(expression: re.Pattern[str], text: str, span: Span) -> Seen | None:
    found = expression.finditer(text, span.start, span.end)
    first = next(found, None)
    return Seen(Span(*first.span()), 1 + sum(1 for _ in found)) if first else None


def _controls(text: str, span: Span) -> Seen | None:
    # One after the other they are found ten times sooner than as a class of characters.
    firsts = {sign: at for sign in _CONTROLS if (at := text.find(sign, span.start, span.end)) >= 0}
    if not firsts:
        return None
    first = min(firsts.values())
    return Seen(Span(first, first + 1), sum(text.count(sign, span.start, span.end) for sign in firsts))


def _mixed_line_ends(text: str, span: Span) -> Span | None:
    """Return the first line end that differs from the document's first."""
    if text.find("\r", span.start, span.end) < 0:
        return None
    pairs = text.count("\r\n", span.start, span.end)
    feeds = text.count("\n", span.start, span.end) - pairs
    returns = text.count("\r", span.start, span.end) - pairs
    if sum(1 for count in (pairs, feeds, returns) if count) < 2:
        return None
    ends = re.compile(r"\r\n|\r|\n").finditer(text, span.start, span.end)
    usual = next(ends)[0]
    return next((Span(*m.span()) for m in ends if m[0] != usual), None)


@document_extractor("plain_lines")
def plain_lines(submission: Submission, document: Document) -> PlainLines:
    """Measure the lines of a plain-text document. Raises NotApplicable for other bodies."""
    if document.body is not Body.TEXT:
        raise NotApplicable("it is not plain text")
    text, span = submission.source.text, document.content
    tab = text.find("\t", span.start, span.end)
    tabs = Seen(Span(tab, tab + 1), text.count("\t", span.start, span.end)) if tab >= 0 else None
    widest = max((max(map(len, lines)) for _, lines in _blocks(text, span, one_end=True)), default=0)
    if widest <= 80:
        return PlainLines(widest, 0, None, None, tabs)
    one_end = not any(text.find(end, span.start, span.end) >= 0 for end in _OTHER_ENDS)
    longest = {False: 0, True: 0}
    long: dict[bool, Seen] = {}
    limit = {False: 80, True: 132}
    inside = False
    for at, lines in _blocks(text, span, one_end=one_end):
        for first, last, table in _in_turn(lines, inside):
            inside = table
            most = max(map(len, map(str.rstrip, lines[first:last])), default=0)
            numbers: list[int] = []
            if most > limit[table]:
                long_ones = (n for n in range(first, last) if len(lines[n]) > limit[table])
                numbers = [n for n in long_ones if _width(lines[n]) > limit[table]]
                most = max(_width(lines[n]) for n in numbers or range(first, last))
            longest[table] = max(longest[table], most)
            if numbers:
                start = at + sum(map(len, lines[: numbers[0]])) + numbers[0] * one_end
                seen = long.get(table) or Seen(Span(start, start + len(lines[numbers[0]].rstrip())), 0)
                long[table] = replace(seen, count=seen.count + len(numbers))
    return PlainLines(longest[False], longest[True], long.get(False), long.get(True), tabs)


def _width(line: str) -> int:
    """Return how long *line* is: before a dash at its head the SEC's signature put another, and a blank."""
    return len(line.rstrip()) - 2 * line.startswith("- -")


def _blocks(text: str, span: Span, *, one_end: bool) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of ``text[span.start:span.end]``, many at once, and where the first of them begins.

    With *one_end*, only LF ends a line, and is left out.
    """
    start = span.start
    while start < span.end:
        feed = text.find("\n", start + _BLOCK, span.end)
        if feed < 0 and not one_end:
            feed = text.find("\r", start + _BLOCK, span.end)
        end = span.end if feed < 0 else feed + 1
        yield start, text[start : end - (feed >= 0)].split("\n") if one_end else text[start:end].splitlines(True)
        start = end


def _in_turn(lines: list[str], table: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield the ranges of lines that stand outside and inside tables, and whether they are inside.

    *table* is whether the first begins inside one.
    """
    begin = 0
    for number, line in enumerate(lines):
        if "<" in line:
            upper = line.upper()
            now = "<TABLE>" in upper or (table and "</TABLE>" not in upper)
            if now != table:
                yield begin, number, table
                begin, table = number, now
    yield begin, len(lines), table
