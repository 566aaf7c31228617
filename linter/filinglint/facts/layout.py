"""Where words stand on a page: rows and columns, out of table cells, runs of blanks or full lines alike.

Covers and signature pages say by position what belongs to what: a caption stands below its value, or
above it, or beside it. Plain text sets columns by blanks, HTML by table cells or runs of hard blanks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from filinglint.dates import parse_date
from filinglint.documents.markup import Rendered, columns
from filinglint.frozen import dataclass
from filinglint.patterns import pattern

WIDTH = 80  # columns of a page; table cells and lines of HTML are laid out on as many

_TABLE_TAGS = frozenset(("table", "/table", "tr", "/tr", "td", "th", "/td", "/th"))
_GAP = pattern(r" {2,}")
# Two captions side by side: "(Commission File Number) (IRS Employer Identification Number)".
_SIDE_BY_SIDE = pattern(r"[)\]] {0,80}(?=[(\[][^\d)])")
_TWO_LINES = pattern(r"\n[^\n\S]*+\S[^\n]*+\n[^\n\S]*+\S")
_FEW_LINES = 8
_MOST_BLANKS = 4  # rows between what belongs together
_RULE = pattern(r"(?!\*{1,3}$)[-_=*~.—–─\s]{2,}|[-_=]")
_HARD = ("&nbsp", "&NBSP", "&#160", "&#xA0", "&#xa0", "\xa0", "&ensp", "&emsp", "&#8194", "&#8195")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together: ``text[start:end]``, in one row, from column *left* to column *right*.

    ``cell`` tells the cells of tables apart, 0 outside them; ``line`` is the number of the table row, or
    of the line, that all pieces side by side share.
    """

    start: int
    end: int
    row: int
    left: float
    right: float
    cell: int
    line: int
    words: str

    @property
    def centre(self) -> float:
        """The column in the middle."""
        return (self.left + self.right) / 2

    def overlap(self, left: float, right: float) -> float:
        """Return how many columns are shared with those from *left* to *right*."""
        return min(self.right, right) - max(self.left, left)


class Layout:
    """The pieces of ``rendered.text[start:end]`` in reading order, and by rows; lines of dashes are left out.

    *source* is the text that *rendered* was made from. Empty lines of plain text are empty rows; in HTML,
    where they are as likely an accident of the markup, they are none.
    """

    def __init__(self, rendered: Rendered, source: str, start: int, end: int) -> None:
        self.rendered = rendered
        self.text = rendered.text
        self.start, self.end = start, end
        self.pieces: tuple[Piece, ...] = tuple(
            _HtmlPieces(rendered, source, start, end).pieces() if rendered.html else _text_pieces(rendered, start, end)
        )
        self.rows: dict[int, list[Piece]] = {}
        for piece in self.pieces:
            self.rows.setdefault(piece.row, []).append(piece)
        self._starts = [piece.start for piece in self.pieces]

    def index_at(self, offset: int) -> int:
        """Return the index of the first piece that begins at or after *offset*."""
        return bisect_left(self._starts, offset)

    def above(self, row: int) -> Iterator[list[Piece]]:
        """Yield the rows above *row*, nearest first, until four empty rows follow each other."""
        return self._walk(row, -1)

    def below(self, row: int) -> Iterator[list[Piece]]:
        """Yield the rows below *row*, nearest first, until four empty rows follow each other."""
        return self._walk(row, 1)

    def _walk(self, row: int, step: int) -> Iterator[list[Piece]]:
        missing = 0
        while missing < _MOST_BLANKS:
            row += step
            pieces = self.rows.get(row)
            if pieces:
                missing = 0
                yield pieces
            else:
                missing += 1


def is_rule(words: str) -> bool:
    """Tell whether *words* only draw a line."""
    return not words[:1].isalnum() and _RULE.fullmatch(words) is not None


def _side_by_side(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the gaps between captions in brackets that stand side by side."""
    if text.find(")", start, end) < 0 and text.find("]", start, end) < 0:
        return []
    return [(m.start() + 1, m.end()) for m in _SIDE_BY_SIDE.finditer(text, start, end)]


def _split(text: str, start: int, end: int, gaps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges of ``text[start:end]`` between *gaps*, none empty, no white space at their ends."""
    if not gaps:  # as in most lines
        words = text[start:end].lstrip()
        return [(end - len(words), end - len(words) + len(words.rstrip()))] if words else []
    parts: list[tuple[int, int]] = []
    at = start
    for gap_start, gap_end in [*sorted(gaps), (end, end)]:
        if gap_start > at and (words := text[at:gap_start]).strip():
            left = len(words) - len(words.lstrip())
            parts.append((at + left, at + len(words.rstrip())))
        at = max(at, gap_end)
    return parts


def is_double_spaced(text: str, start: int, end: int) -> bool:
    """Tell whether a blank line stands after every line of the typed text ``text[start:end]``, which has several."""
    return _TWO_LINES.search(text, start, end) is None and len(text[start:end].split("\n\n", _FEW_LINES)) > _FEW_LINES


def _text_pieces(rendered: Rendered, start: int, end: int) -> Iterator[Piece]:
    text = rendered.text
    row = 0
    at = start
    double = is_double_spaced(text, start, end)
    blanks = 0
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if at == stop or text[at:stop].isspace():
            # The blank line between two lines of double-spaced text is no empty row.
            blanks += 1
            row += not double or blanks % 2 == 0
        else:
            blanks = 0
            gaps = _side_by_side(text, at, stop)
            if text.find("  ", at, stop) >= 0:
                gaps += [m.span() for m in _GAP.finditer(text, at, stop)]
            parts = _split(text, at, stop, gaps)
            for first, last in _rejoined(text, parts) if len(parts) > 1 else parts:
                words = " ".join(text[first:last].split())
                if not is_rule(words):
                    yield Piece(first, last, row, first - at, last - at, 0, row, words)
            row += 1
        at = stop + 1


def _rejoined(text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield *parts* with those joined that justified text alone set apart: an open bracket, two blanks, words.

    A date is a column of its own: "Officer (Principal Executive  April 3, 2001".
    """
    held: tuple[int, int] | None = None
    for part in parts:
        if held is not None:
            words = text[held[0] : held[1]]
            narrow = part[0] - held[1] == 2
            opened = narrow and words.count("(") > words.count(")") and text[part[0]] not in "(["
            if opened and parse_date(text[part[0] : part[1]]) is None:
                held = (held[0], part[1])
                continue
            yield held
        held = part
    if held is not None:
        yield held


@dataclass(slots=True)
class _Grid:
    """One open table: the next column, the current cell's columns, and the rows taken so far."""

    number: int
    column: int = 0
    base: int = 0
    deepest: int = 0
    cell: tuple[int, int] | None = None
    cell_number: int = 0
    line: int = 0
    columns: int = 1


# What a piece is made of, and the table whose width is known once all of it is seen.
_Found = tuple[int, int, int, float, float, int, int, str, "_Grid | None"]


class _HtmlPieces:
    """Reads the lines of HTML between the tags of its tables."""

    def __init__(self, rendered: Rendered, source: str, start: int, end: int) -> None:
        self._source = source
        self._rendered, self._start, self._end = rendered, start, end
        self._text = rendered.text
        self._preformatted = "pre" in rendered.tag_names
        self._row = 0
        self._cells = 0
        self._lines = 0
        self._open: list[_Grid] = []
        self._found: list[_Found] = []

    def pieces(self) -> list[Piece]:
        at = self._start
        if "table" in self._rendered.tag_names:
            for name, words, begin in self._rendered.shown_tags(_TABLE_TAGS, self._start, self._end):
                if begin > at:
                    self._take(at, begin)
                    at = begin
                self._turn(name, words)
        self._take(at, self._end)
        return [_scaled(*found) for found in self._found]

    def _turn(self, name: str, words: str) -> None:
        if name == "table":
            self._cells += 1
            self._open.append(_Grid(self._cells, base=self._row, deepest=self._row))
            return
        if not self._open:
            if name not in ("tr", "td", "th"):
                return
            # The region begins inside a table.
            self._open.append(_Grid(self._cells, base=self._row, deepest=self._row))
        grid = self._open[-1]
        if name == "/table":
            self._open.pop()
            self._row = max(self._row, grid.deepest)
            if self._open:
                self._open[-1].deepest = max(self._open[-1].deepest, self._row)
        elif name in ("tr", "/tr"):
            grid.columns = max(grid.columns, grid.column)
            grid.base = grid.deepest
            self._row, grid.column, grid.cell = grid.base, 0, None
            self._lines += 1
            grid.line = self._lines
        elif name in ("td", "th"):
            span = columns(words)
            grid.cell = (grid.column, grid.column + span)
            grid.column += span
            grid.columns = max(grid.columns, grid.column)
            self._row = grid.base
            self._cells += 1
            grid.cell_number = self._cells
        else:
            grid.cell = None

    def _take(self, start: int, end: int) -> None:
        grid = self._open[-1] if self._open else None
        if self._text[start:end].isspace():  # as between most tags of tables
            if grid is not None and grid.deepest < self._row:
                grid.deepest = self._row
            return
        cell = grid.cell if grid else None
        at = start
        while at < end:
            stop = self._text.find("\n", at, end)
            stop = end if stop < 0 else stop
            if self._text[at:stop].strip():
                self._line(at, stop, grid, cell)
                self._row += 1
            if grid is not None:
                grid.deepest = max(grid.deepest, self._row)
            at = stop + 1

    def _line(self, start: int, end: int, grid: _Grid | None, cell: tuple[int, int] | None) -> None:
        left, right = cell or (0, WIDTH)
        width = right - left
        if grid is None or cell is None:
            self._lines += 1
            line, number = self._lines, 0
        else:
            line, number = grid.line, grid.cell_number
        gaps = _side_by_side(self._text, start, end)
        if self._text.find("  ", start, end) >= 0:
            gaps += [m.span() for m in _GAP.finditer(self._text, start, end) if self._is_wide(*m.span())]
        parts = _split(self._text, start, end, gaps)
        scaled = grid if cell is not None else None
        for first, last in parts:
            words = " ".join(self._text[first:last].split())
            if is_rule(words):
                continue
            begin, finish = float(left), float(right)
            if self._preformatted and grid is None:
                begin, finish = float(first - start), float(last - start)
            elif len(parts) > 1:
                begin = left + width * (first - start) / (end - start)
                finish = left + width * (last - start) / (end - start)
            self._found.append((first, last, self._row, begin, finish, number, line, words, scaled))

    def _is_wide(self, start: int, end: int) -> bool:
        """Tell whether the blanks at ``[start, end)`` are seen as such, and not just how the source is laid out."""
        if self._preformatted:
            return True
        if start == 0 or end >= len(self._text):
            return False
        before, after = self._rendered.source_span(start - 1, start), self._rendered.source_span(end, end + 1)
        return sum(self._source.count(hard, before.end, after.start) for hard in _HARD) > 1


def _scaled(
    start: int, end: int, row: int, left: float, right: float, cell: int, line: int, words: str, grid: _Grid | None
) -> Piece:
    """Return the piece whose columns are those of the page: of the cells of *grid*, where it is given."""
    if grid is not None:
        scale = WIDTH / grid.columns
        left, right = left * scale, right * scale
    return Piece(start, end, row, left, right, cell, line, words)
