"""Our own scanner of markup: what a reader sees, and where each letter of it comes from.

A document is split once at its tags by one expression; everything else is joined into the rendered
text. Two arrays of offsets lead from any stretch of it back to the source, and forth. Nothing is
built as a tree: in the inline XBRL of today one line holds most of the document, and lxml knows
neither columns nor bytes.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from filinglint.documents.references import decode, decoded_index, source_range
from filinglint.located import Located
from filinglint.spans import Span

# Attribute values may hold ">", but "<" ends the hope of a closing quote: this bounds every search.
_TAG = r"""</?[A-Za-z](?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>|</?[A-Za-z][^<>]*>"""
# What is never shown, whole. Each goes to the end of the document when it is not closed.
_HIDDEN = (
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![^<>]*>|<\?[^<>]*>"
    r"|<(?i:script)\b.*?(?:</(?i:script)\s*>|\Z)|<(?i:style)\b.*?(?:</(?i:style)\s*>|\Z)"
    r"|<ix:header\b.*?(?:</ix:header\s*>|\Z)|<(?i:title)\b[^<>]*>[^<]*</(?i:title)\s*>"
)
_STUFFING = r"|(?:(?<=\n)|(?<=\r))- "
_HTML = re.compile(f"({_HIDDEN}|{_TAG})", re.DOTALL)
_HTML_STUFFED = re.compile(f"({_HIDDEN}|{_TAG}{_STUFFING})", re.DOTALL)
# In plain text only EDGAR's own tags are markup; any other "<" means "less than".
_TEXT_TAG = r"</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2}|R|B|I|U|PRE|TEXT|PDF|XML|TITLE)>"
_TEXT = re.compile(f"({_TEXT_TAG})", re.IGNORECASE)
_TEXT_STUFFED = re.compile(f"((?i:{_TEXT_TAG}){_STUFFING})")

_NAME = re.compile(r"</?([A-Za-z][^\s/>\"'=<]*)")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][-\w:.]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>]+))""")

_BLOCK, _CELL = "\x1e", "\x1f"  # become line feed and tab once the source's own are blanks
_BLOCK_NAMES = frozenset(
    "p div br hr tr table tbody thead tfoot caption h1 h2 h3 h4 h5 h6 li ul ol dl dt dd center blockquote "
    "pre title body head html form dir menu address page text document fn".split()
)
_CELL_NAMES = frozenset(("td", "th"))
_WHITE = {ord(c): " " for c in "\t\r\n\v\f\xa0\u2002\u2003\u2007\u2009\u202f"}
_FROM_HTML = _WHITE | {ord(_BLOCK): "\n", ord(_CELL): "\t"}
_FROM_TEXT = {ord(c): " " for c in "\t\r\v\f\xa0"} | {ord(_BLOCK): "\n"}
_FOLD = re.compile(r"\s+")
_ANY_TAG = re.compile(r"<[^<>]*>")


def folded(text: str) -> str:
    """Return *text* with each run of white space made one blank, and none at its ends."""
    return _FOLD.sub(" ", text).strip()


def tag_name(tag: str) -> str:
    """Return the lower-case name of *tag*, with ``/`` before it for an end tag; "" for what is no tag."""
    m = _NAME.match(tag)
    if not m:
        return ""
    return ("/" if tag[1] == "/" else "") + m[1].lower()


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of *tag*: lower-case names, references in the values decoded; the first wins."""
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(tag):
        value = m[2] if m[2] is not None else m[3] if m[3] is not None else m[4]
        found.setdefault(m[1].lower(), decode(value))
    return found


def attribute_places(tag: str) -> Iterator[tuple[str, int, int]]:
    """Yield the lower-case name of each attribute of *tag*, and its range there, name and value."""
    for m in _ATTRIBUTE.finditer(tag):
        yield m[1].lower(), m.start(), m.end()


def attribute_place(tag: str, name: str) -> tuple[int, int] | None:
    """Return the range in *tag* of the value of attribute *name*, quotation marks left out; None without one."""
    for m in _ATTRIBUTE.finditer(tag):
        if m[1].lower() == name:
            return next(m.span(group) for group in (2, 3, 4) if m[group] is not None)
    return None


class _Separators(dict[str, str]):
    """What stands in the rendered text for a tag, by the whole tag: most tags of a document repeat."""

    def __missing__(self, tag: str) -> str:
        name = tag_name(tag)
        bare = name.removeprefix("/")
        if bare in _BLOCK_NAMES:
            separator = _BLOCK
        elif name in _CELL_NAMES:
            separator = _CELL
        elif name == "sup":
            separator = " "
        else:
            separator = ""
        if len(tag) < 400:
            self[tag] = separator
        return separator


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row: its range in the rendered text, and how many columns it takes."""

    start: int
    end: int
    columns: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells in order, and its range in the rendered text."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that holds no other: its rows in order, and its range in the rendered text."""

    start: int
    end: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: where it goes, the range of its words in the rendered text, and its tag in the source."""

    href: str
    start: int
    end: int
    tag: Span


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its lower-case name (``/p`` for an end tag), its words, its place, where it falls in the text."""

    name: str
    words: str
    span: Span
    at: int


class Rendered:
    """The rendered text of one document, and the way back to its source.

    In ``text``, a line feed ends a block (paragraph, table row, heading, ``<br>``), a tab begins a
    table cell, and all other white space is blanks. Offsets into ``text`` are code points; spans are
    ranges of the submission's text, like all spans.
    """

    def __init__(self, source: str, span: Span, *, html: bool, stuffed: bool = False) -> None:
        self.span = span
        self.html = html
        raw = source[span.start : span.end]
        if html:
            parts = (_HTML_STUFFED if stuffed else _HTML).split(raw)
            self._parts = parts
            separators = _Separators()
            shown = list(parts)
            shown[1::2] = [separators[tag] for tag in parts[1::2]]
            if "&" in raw:
                shown[0::2] = [decode(piece) if "&" in piece else piece for piece in parts[0::2]]
            if "<pre" in raw or "<PRE" in raw:
                _keep_lines(parts, shown)
            table = _FROM_HTML
        else:
            if "\r" in raw and "\n" not in raw:
                raw = raw.replace("\r", "\n")
            parts = (_TEXT_STUFFED if stuffed else _TEXT).split(raw)
            self._parts = parts
            shown = list(parts)
            shown[1::2] = [_BLOCK if tag[:6].upper() == "<PAGE>" else "" for tag in parts[1::2]]
            table = _FROM_TEXT
        self.text = "".join(shown).translate(table)
        self._shown = array("Q", accumulate(map(len, shown), initial=0))
        self._sources = array("Q", accumulate(map(len, parts), initial=span.start))

    def _source_range(self, index: int) -> tuple[int, int]:
        """Return the source range of the rendered character at *index*."""
        part = bisect_right(self._shown, index) - 1
        if part >= len(self._parts):
            return self.span.end, self.span.end
        within, base = index - self._shown[part], self._sources[part]
        if part % 2:
            return base, self._sources[part + 1]
        size = self._sources[part + 1] - base
        if size == self._shown[part + 1] - self._shown[part]:
            return base + within, base + within + 1
        start, end = source_range(self._parts[part], within)
        return base + start, base + end

    def source_span(self, start: int, end: int) -> Span:
        """Return the place in the source of ``text[start:end]``; white space at its ends is left out."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        first = self._source_range(start)
        if start == end:
            return Span(first[0], first[0])
        return Span(first[0], self._source_range(end - 1)[1])

    def exact_span(self, start: int, end: int) -> Span:
        """Return the place in the source of ``text[start:end]``, not empty, white space at its ends included."""
        return Span(self._source_range(start)[0], self._source_range(end - 1)[1])

    def located(self, start: int, end: int) -> Located[str]:
        """Return the words ``text[start:end]``, white space folded, with their place."""
        return Located(folded(self.text[start:end]), self.source_span(start, end))

    def offset(self, source: int) -> int:
        """Return where in the rendered text the source character at *source* stands, or would stand."""
        part = bisect_right(self._sources, source) - 1
        if part < 0:
            return 0
        if part >= len(self._parts):
            return len(self.text)
        within = source - self._sources[part]
        if part % 2 or not within:
            return self._shown[part]
        size = self._sources[part + 1] - self._sources[part]
        if size != self._shown[part + 1] - self._shown[part]:
            within = decoded_index(self._parts[part], within)
        return self._shown[part] + within

    def words(self, span: Span) -> str:
        """Return the rendered words that stand at *span* of the source, white space folded.

        Of the header of inline XBRL, which nobody sees, they are those that its tags enclose.
        """
        part = bisect_right(self._sources, span.start) - 1
        if part % 2 and part < len(self._parts) and self._parts[part].startswith("<ix:header"):
            base = self._sources[part]
            return folded(decode(_ANY_TAG.sub("", self._parts[part][span.start - base : span.end - base])))
        return folded(self.text[self.offset(span.start) : self.offset(span.end)])

    def lines(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield the ranges in ``text[start:end]`` of the blocks (lines) that are not blank."""
        stop = len(self.text) if end is None else end
        while start < stop:
            nl = self.text.find("\n", start, stop)
            nl = stop if nl < 0 else nl
            if not self.text[start:nl].isspace() and nl > start:
                yield start, nl
            start = nl + 1

    def parts(self) -> Iterator[tuple[str, int, bool]]:
        """Yield the source piece by piece: its words, where it begins, whether it is a tag, comment or hidden element.

        The marks that stand at the start of a line for what the privacy-enhanced wrapper stuffed are pieces too.
        """
        for index, words in enumerate(self._parts):
            if words:
                yield words, self._sources[index], index % 2 == 1

    @property
    def tag_words(self) -> list[str]:
        """The source of every tag, comment and hidden element, in order."""
        return self._parts[1::2]

    @cached_property
    def tag_counts(self) -> Counter[str]:
        """How often each tag occurs, by its whole source: the distinct ones are few."""
        return Counter(self._parts[1::2])

    @cached_property
    def names(self) -> dict[str, str]:
        """The lower-case name of each distinct tag (``/p`` for an end tag), by its whole source."""
        return {tag: tag_name(tag) for tag in self.tag_counts}

    @cached_property
    def tag_names(self) -> frozenset[str]:
        """The names of all tags of the document, ``/p`` for end tags."""
        return frozenset(self.names.values())

    def tags(self, names: frozenset[str], start: int = 0, end: int | None = None) -> Iterator[Tag]:
        """Yield the tags whose name (``/p`` for an end tag) is among *names*, in order.

        With *start* and *end*, only those that stand in ``text[start:end]``.
        """
        for part, name, words in self._tag_parts(names, start, end):
            yield self._tag(part, name, words)

    def _tag_parts(
        self, names: frozenset[str], start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, str, str]]:
        """Yield the index, name and words of the parts that are tags whose name is among *names*."""
        wanted = {words: name for words, name in self.names.items() if name in names}
        if not wanted:
            return
        first = bisect_left(self._shown, start) | 1 if start else 1
        last = bisect_right(self._shown, end) if end is not None else len(self._parts)
        for index, words in enumerate(self._parts[first:last:2]):
            if words in wanted:
                yield first + 2 * index, wanted[words], words

    def _tag(self, part: int, name: str, words: str) -> Tag:
        return Tag(name, words, Span(self._sources[part], self._sources[part + 1]), self._shown[part])

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The hyperlinks in order; one that is not closed reaches to the next."""
        found: list[Link] = []
        opened: Tag | None = None
        for tag in self.tags(frozenset(("a", "/a"))):
            if opened is not None:
                found.append(Link(attributes(opened.words)["href"], opened.at, tag.at, opened.span))
                opened = None
            if tag.name == "a" and "href" in attributes(tag.words):
                opened = tag
        return tuple(found)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The names that a ``#fragment`` may go to: every ``id``, and the ``name`` of every ``a``."""
        found: set[str] = set()
        for words, name in self.names.items():
            lower = words.lower()
            if " id" in lower or "\nid" in lower or "\tid" in lower or name == "a":
                marks = attributes(words)
                found.update(marks[key] for key in ("id", "name") if key in marks)
        return frozenset(found)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The innermost tables in order of their beginnings; rows and cells need not be closed."""
        return self.tables_in(0, len(self.text))

    def tables_in(self, start: int, end: int) -> tuple[Table, ...]:
        """Return the innermost tables that begin in ``text[start:end]``, in order; one that goes on is cut at *end*."""
        names = frozenset(("table", "/table", "tr", "/tr", "td", "th", "/td", "/th"))
        found: list[Table] = []
        open_tables: list[_TableBuilder] = []
        for part, name, words in self._tag_parts(names, start, end):
            at = self._shown[part]
            if name == "table":
                if open_tables:
                    open_tables[-1].holds_another = True
                open_tables.append(_TableBuilder(at))
            elif open_tables:
                if name == "/table":
                    builder = open_tables.pop()
                    if not builder.holds_another:
                        found.append(builder.close(at))
                else:
                    open_tables[-1].take(name, words, at)
        found.extend(builder.close(end) for builder in open_tables if not builder.holds_another)
        found.sort(key=lambda table: table.start)
        return tuple(found)

    def table_at(self, offset: int) -> Table | None:
        """Return the innermost table around the rendered character at *offset*."""
        index = bisect_right(self._table_starts, offset) - 1
        if index >= 0 and offset < self.tables[index].end:
            return self.tables[index]
        return None

    @cached_property
    def _table_starts(self) -> list[int]:
        return [table.start for table in self.tables]

    def row_at(self, table: Table, offset: int) -> Row | None:
        """Return the row of *table* around the rendered character at *offset*."""
        index = bisect_left(table.rows, offset + 1, key=lambda row: row.start) - 1
        if index >= 0 and offset <= table.rows[index].end:
            return table.rows[index]
        return None


class _TableBuilder:
    """The rows and cells of one table while its tags go by."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.holds_another = False
        self._rows: list[Row] = []
        self._row: int | None = None
        self._cells: list[Cell] = []
        self._cell: tuple[int, int] | None = None

    def _end_cell(self, at: int) -> None:
        if self._cell is not None:
            start, columns = self._cell
            self._cells.append(Cell(start, at, columns))
            self._cell = None

    def _end_row(self, at: int) -> None:
        self._end_cell(at)
        if self._cells or self._row is not None:
            start = self._row if self._row is not None else self._cells[0].start
            self._rows.append(Row(start, at, tuple(self._cells)))
        self._cells, self._row = [], None

    def take(self, name: str, words: str, at: int) -> None:
        if name == "tr":
            self._end_row(at)
            self._row = at
        elif name == "/tr":
            self._end_row(at)
        else:
            self._end_cell(at)
            if name in _CELL_NAMES:
                self._cell = (at + 1, _columns(words))

    def close(self, at: int) -> Table:
        self._end_row(at)
        return Table(self.start, at, tuple(self._rows))


@lru_cache(maxsize=4096)
def _columns(tag: str) -> int:
    """Return how many columns the cell that *tag* begins takes; the tags of a document repeat."""
    if "colspan" not in tag.lower():
        return 1
    value = attributes(tag).get("colspan", "1").strip()
    return max(1, min(1000, int(value))) if value.isdecimal() and len(value) < 5 else 1


def _keep_lines(parts: list[str], shown: list[str]) -> None:
    """Inside ``<pre>`` the source's line breaks are the reader's."""
    depth = 0
    for index in range(1, len(parts), 2):
        name = tag_name(parts[index])
        if name == "pre":
            depth += 1
        elif name == "/pre":
            depth = max(0, depth - 1)
        if depth and index + 1 < len(parts):
            shown[index + 1] = shown[index + 1].replace("\n", _BLOCK)
