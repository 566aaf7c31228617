"""Our own scanner of markup: what a reader sees, and where each letter of it comes from.

A document is cut once at its tags, stretch by stretch; everything else is joined into the rendered
text. Offsets lead from any place of it back to the source, and forth; they are counted for the stretches
that someone asks about. Nothing is built as a tree: in the inline XBRL of today one line holds most of
the document, and lxml knows neither columns nor bytes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, lru_cache, partial

from filinglint.documents.attributes import attribute_place as attribute_place
from filinglint.documents.attributes import attribute_places as attribute_places
from filinglint.documents.attributes import attributes as attributes
from filinglint.documents.attributes import marks_of
from filinglint.documents.folding import folded as folded  # one name, for whoever reads words
from filinglint.documents.folding import folded_ends
from filinglint.documents.references import as_shown, decode, decoded_index, source_range
from filinglint.documents.signs import Signs
from filinglint.documents.stretches import BLOCK, CELL, CELL_NAMES, INLINE, Stretch, Tags, cut
from filinglint.documents.stretches import tag_name as tag_name  # one name, for whoever reads tags
from filinglint.frozen import dataclass
from filinglint.located import Located, Traced
from filinglint.patterns import pattern
from filinglint.spans import Span, trimmed

# In plain text only EDGAR's own tags are markup; any other "<" means "less than".
_TEXT_TAG = r"(</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2}|R|B|I|U|PRE|TEXT|PDF|XML|TITLE)>)"
_TEXT = pattern(_TEXT_TAG, re.IGNORECASE)

_BLANKS_OF_TEXT = "\t\r\v\f\xa0"
_BLANKS_OF_HTML = "\n\t\r\v\f"
_WIDE_BLANKS = "\xa0\u2002\u2003\u2007\u2009\u202f"
_LINKS = frozenset(("a", "/a"))
_TABLES = frozenset(("table", "/table", "tr", "/tr", "td", "th", "/td", "/th"))
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt"))
_ITEMS = frozenset(("li",))
_ANY_TAG = pattern(r"<[^<>]*>")
_LONG_DOCUMENT = 4_000_000  # code points; the parts of a longer one are not kept
_LONG_STRETCH = 1_000_000


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


@dataclass(frozen=True, slots=True)
class Marks:
    """What markup says of the blocks of a rendered text.

    ``heads`` and ``items`` are offsets before the first words of headings and list items, rising;
    ``wrapped`` is whether lines may have been broken by hand.
    """

    heads: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
    wrapped: bool = True


class Rendered:
    """The rendered text of one document, and the way back to its source.

    In ``text``, a line feed ends a block (paragraph, table row, heading, ``<br>``), a tab begins a
    table cell, and all other white space is blanks. Offsets into ``text`` are code points; spans are
    ranges of the submission's text, like all spans. Of a long document no more may be rendered than its beginning,
    of about *most* characters: it is what it would be in the whole.
    """

    def __init__(self, source: str, span: Span, *, html: bool, stuffed: bool = False, most: int | None = None) -> None:
        self.span = span
        self.html = html
        self._tags = Tags() if html else Tags(_separator_of_text)
        self._stretches: list[Stretch] = []
        render = self._of_html if html else self._of_text
        self.text = render(source, stuffed=stuffed, most=most if most is not None else len(source))
        self._starts = [stretch.start for stretch in self._stretches]
        self._shown = [stretch.at for stretch in self._stretches]

    def _of_html(self, source: str, *, stuffed: bool, most: int) -> str:
        start, end = self.span.start, self.span.end
        if source.find(INLINE, start, end) >= 0:
            source = source.replace(INLINE, " ")  # nothing is to be seen of it
        texts: list[str] = []
        whole = ""
        at, depth = 0, 0
        tags = self._tags
        for begin, parts, letters in cut(source, start, end, tags, stuffed=stuffed):
            stretch = Stretch(begin, at, parts, letters, tags)
            self._stretches.append(stretch)
            shown = parts.copy()
            shown[1::2] = letters.translate(tags.separators)
            if "pre" in tags.letters:
                depth = _keep_lines(parts, shown, depth)
            text = as_shown("".join(shown))  # a reference never goes on behind a tag: something stands for each
            text = _blanked(text, _BLANKS_OF_HTML if text.isascii() else _BLANKS_OF_HTML + _WIDE_BLANKS)
            text = text.replace(BLOCK, "\n").replace(CELL, "\t").replace(INLINE, "")
            texts.append(text)
            at += len(text)
            if end - start > _LONG_DOCUMENT:
                stretch.pack(source)
                if at - len(whole) > _LONG_STRETCH:
                    # Made longer in its place: there is no room for all of it twice.
                    whole += "".join(texts)
                    texts.clear()
            if at >= most:
                break
        whole += "".join(texts)
        return whole

    def _of_text(self, source: str, *, stuffed: bool, most: int) -> str:
        start, end = self.span.start, self.span.end
        # No tag goes on behind a line feed, and the one at the cut is left out with the hyphen stuffed behind it.
        line = source.find("\n", start + most, end)
        if line >= 0 and source.find("\n", start, line) >= 0:
            end = line
        cut_out = source[start:end]
        text = cut_out.replace(INLINE, " ")
        if "\r" in text and "\n" not in text:
            text = text.replace("\r", "\n")
        if text is not cut_out:
            source = source[:start] + text
        if stuffed:
            # Privacy-enhanced mail puts "- " before every line that begins with a hyphen.
            for line_end in "\n\r":
                if f"{line_end}-" in text:  # seldom so, and found sooner than where a blank follows
                    text = text.replace(f"{line_end}- ", f"{line_end}\0- \0")
        long = len(text) > _LONG_DOCUMENT and "<" in text
        texts: list[str] = []
        begin = at = 0
        while begin < len(text):
            # No tag goes on behind a line feed.
            feed = text.find("\n", begin + _LONG_STRETCH) if long else -1
            stop = len(text) if feed < 0 else feed + 1
            parts = INLINE.join(_TEXT.split(text[begin:stop])).split(INLINE)
            letters = "".join(map(self._tags.of, parts[1::2]))
            shown = parts.copy()
            shown[1::2] = [BLOCK if sign == BLOCK else "" for sign in letters.translate(self._tags.separators)]
            stretch = Stretch(start, at, parts, letters, self._tags, references=False)
            self._stretches.append(stretch)
            texts.append(_blanked("".join(shown), _BLANKS_OF_TEXT).replace(BLOCK, "\n"))
            at += len(texts[-1])
            start += sum(map(len, parts))
            begin = stop
            if long:
                stretch.pack(source)
        return "".join(texts)

    @classmethod
    def of_parts(cls, span: Span, parts: list[str], shown: list[str], marks: Marks) -> Rendered:
        """Return the rendered text of a source at *span* that another scanner has split into *parts*.

        Text and markup take turns, text first; *shown* is what a reader sees of each. A piece of text is
        shown as it is or with its references decoded; white space in it is the reader's.
        """
        made = cls.__new__(cls)
        made.span, made.html, made._tags = span, False, Tags()
        letters = "".join(map(made._tags.of, parts[1::2]))
        made.text = _blanked("".join(shown), _BLANKS_OF_TEXT).replace(BLOCK, "\n").replace(CELL, "\t")
        made._stretches = [Stretch(span.start, 0, parts, letters, made._tags, shown=shown)]
        made._starts, made._shown = [span.start], [0]
        made.__dict__["marks"] = marks
        return made

    @cached_property
    def marks(self) -> Marks:
        """The headings and list items that its markup tells."""
        if not self.html:
            return Marks()
        heads = tuple(at for _, _, at in self.shown_tags(_HEADS))
        return Marks(heads, tuple(at for _, _, at in self.shown_tags(_ITEMS)), wrapped=False)

    @cached_property
    def signs(self) -> Signs:
        """Where its text has the words that facts are known by."""
        return Signs(self.text)

    def _source_range(self, index: int) -> tuple[int, int]:
        """Return the source range of the rendered character at *index*."""
        if index >= len(self.text):
            return self.span.end, self.span.end
        stretch = self._stretches[bisect_right(self._shown, index) - 1]
        shown, sources = stretch.shown, stretch.sources
        part = bisect_right(shown, index) - 1
        base, end = sources[part], sources[part + 1]
        if part % 2:
            return base, end
        within = index - shown[part]
        if end - base == shown[part + 1] - shown[part]:
            return base + within, base + within + 1
        start, end = source_range(stretch.parts[part], within)
        return base + start, base + end

    def source_span(self, start: int, end: int) -> Span:
        """Return the place in the source of ``text[start:end]``; white space at its ends is left out."""
        start, end = trimmed(self.text, start, end)
        if start < end:
            stretch = self._stretches[bisect_right(self._shown, start) - 1]
            shown, sources = stretch.shown, stretch.sources
            part = bisect_right(shown, start) - 1
            base, after = sources[part], shown[part + 1]
            if end <= after and not part % 2 and sources[part + 1] - base == after - shown[part]:
                # Words as they stand in the source, with no tag or reference among them.
                base -= shown[part]
                return Span(base + start, base + end)
        first, past = self._source_range(start)
        if start == end:
            return Span(first, first)
        return Span(first, past if start + 1 == end else self._source_range(end - 1)[1])

    def exact_span(self, start: int, end: int) -> Span:
        """Return the place in the source of ``text[start:end]``, not empty, white space at its ends included."""
        return Span(self._source_range(start)[0], self._source_range(end - 1)[1])

    def located(self, start: int, end: int) -> Located[str]:
        """Return the words ``text[start:end]``, white space folded, with their place."""
        return Traced(folded(self.text[start:end]), partial(self.source_span, start, end))

    def offset(self, source: int) -> int:
        """Return where in the rendered text the source character at *source* stands, or would stand."""
        if source < self.span.start:
            return 0
        if source >= self.span.end:
            return len(self.text)
        stretch = self._stretches[bisect_right(self._starts, source) - 1]
        shown, sources = stretch.shown, stretch.sources
        part = bisect_right(sources, source) - 1
        within = source - sources[part]
        if part % 2 or not within:
            return shown[part]
        if sources[part + 1] - sources[part] != shown[part + 1] - shown[part]:
            within = decoded_index(stretch.parts[part], within)
        return shown[part] + within

    def words(self, span: Span, most: int | None = None) -> str:
        """Return the rendered words that stand at *span* of the source, white space folded.

        Of the header of inline XBRL, which nobody sees, they are those that its tags enclose. What is longer than
        *most* code points may lack words in its middle: it has at least so many at its beginning and at its end.
        """
        if self.span.start <= span.start < self.span.end:
            stretch = self._stretches[bisect_right(self._starts, span.start) - 1]
            part = bisect_right(stretch.sources, span.start) - 1
            if part % 2 and stretch.parts[part].startswith("<ix:header"):
                hidden, base = stretch.parts[part], stretch.sources[part]
                return folded(decode(_ANY_TAG.sub("", hidden[span.start - base : span.end - base])))
        return folded_ends(self.text, self.offset(span.start), self.offset(span.end), most)

    def lines(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield the ranges in ``text[start:end]`` of the blocks (lines) that are not blank."""
        stop = len(self.text) if end is None else end
        while start < stop:
            nl = self.text.find("\n", start, stop)
            nl = stop if nl < 0 else nl
            if not self.text[start:nl].isspace() and nl > start:
                yield start, nl
            start = nl + 1

    def parts(self, sign: str = "") -> Iterator[tuple[str, int, bool]]:
        """Yield the source piece by piece: its words, where it begins, whether it is a tag, comment or hidden element.

        The marks that stand at the start of a line for what the privacy-enhanced wrapper stuffed are pieces too.
        Pieces that do not have *sign* are left out.
        """
        for stretch in self._stretches:
            for index in [index for index, words in enumerate(stretch.parts) if words and sign in words]:
                yield stretch.parts[index], stretch.sources[index], index % 2 == 1

    def part_at(self, source: int) -> tuple[str, int, bool]:
        """Return the piece, as ``parts`` yields it, that has the source character at *source*."""
        stretch = self._stretches[bisect_right(self._starts, source) - 1]
        index = bisect_right(stretch.sources, source) - 1
        return stretch.parts[index], stretch.sources[index], index % 2 == 1

    def distinct_tags(self) -> Iterator[tuple[str, str]]:
        """Yield the whole source and the lower-case name of each distinct tag, in the order of their first places."""
        letters = self._tags.letter_of
        return zip(letters, map(self._tags.names.__getitem__, letters.values()), strict=True)

    @property
    def tag_words(self) -> Collection[str]:
        """The whole source of each distinct tag, in the order of their first places."""
        return self._tags.letter_of.keys()

    def name_of(self, words: str) -> str:
        """Return the lower-case name of the tag whose whole source is *words*; the document has it."""
        return self._tags.names[self._tags.letter_of[words]]

    @cached_property
    def tag_names(self) -> frozenset[str]:
        """The names of all tags of the document, ``/p`` for end tags."""
        return frozenset(self._tags.letters)

    @cached_property
    def _letters(self) -> str:
        return "".join(stretch.letters for stretch in self._stretches)

    def tag_count(self, name: str) -> int:
        """Return how often the tag called *name* (``/p`` for an end tag) occurs."""
        letter = self._tags.letters.get(name)
        return 0 if letter is None else self._letters.count(letter)

    def tag_letters(self, letters: Mapping[str, str]) -> str:
        """Return the letter that *letters* has for the name of each tag, in order; tags without one are left out."""
        return self._letters.translate({ord(letter): letters.get(name) for letter, name in self._tags.names.items()})

    @property
    def last_tag(self) -> str:
        """The source of the last tag, comment or hidden element; "" when there is none."""
        return next((stretch.parts[-2] for stretch in reversed(self._stretches) if stretch.letters), "")

    def tags(self, names: frozenset[str], start: int = 0, end: int | None = None) -> Iterator[Tag]:
        """Yield the tags whose name (``/p`` for an end tag) is among *names*, in order.

        With *start* and *end*, only those that stand in ``text[start:end]``.
        """
        for stretch, found in self._tag_parts(names, start, end):
            for part in found:
                yield self._tag(stretch, part)

    def shown_tags(
        self, names: frozenset[str], start: int = 0, end: int | None = None
    ) -> Iterator[tuple[str, str, int]]:
        """Yield the name, the source and the place in the text of each tag: what ``tags`` tell without its source."""
        name_of = self._tags.names
        for stretch, found in self._tag_parts(names, start, end):
            letters, parts, shown = stretch.letters, stretch.parts, stretch.shown
            for part in found:
                yield name_of[letters[part // 2]], parts[part], shown[part]

    def tag_spans(self, names: frozenset[str], wanted: Collection[str]) -> Iterator[tuple[str, Span]]:
        """Yield the source and the place of each tag whose name is among *names*, and its source among *wanted*."""
        for stretch, found in self._tag_parts(names) if wanted else ():
            for part in found:
                if stretch.parts[part] in wanted:
                    yield stretch.parts[part], stretch.span(part)

    def elements(self, openings: Collection[str]) -> Iterator[tuple[int, int]]:
        """Yield the range in the text from each tag whose source is one of *openings* to the next end tag of its name.

        What begins inside such an element is left out, and so are those that never end or plainly hold nothing.
        """
        wanted = frozenset(openings)
        opened: tuple[Stretch, int] | None = None
        closing = ""
        for stretch in self._stretches:
            if opened is None and wanted.isdisjoint(stretch.parts[1::2]):
                continue
            for part, words in zip(range(1, len(stretch.parts), 2), stretch.parts[1::2], strict=True):
                if opened is not None:
                    if self.name_of(words) == closing:
                        first, begin = opened
                        if first is not stretch or any(map(str.strip, stretch.parts[begin + 1 : part : 2])):
                            yield first.shown[begin], stretch.shown[part]
                        opened = None
                elif words in wanted:
                    opened, closing = (stretch, part), f"/{self.name_of(words)}"

    def enclosing_tags(self, openings: Collection[str]) -> Iterator[tuple[str, str, int]]:
        """Yield, as ``shown_tags``, each tag of *openings*, by its source, and all of its name until one closes it."""
        opened = dict.fromkeys(map(self.name_of, openings), 0)
        for stretch in self._stretches:
            if any(opened.values()) or any(words in stretch.parts for words in openings):
                for part, letter in zip(range(1, len(stretch.parts), 2), stretch.letters, strict=True):
                    words, tag = stretch.parts[part], self._tags.names[letter]
                    name = tag.removeprefix("/")
                    if opened.get(name) or words in openings:
                        yield tag, words, stretch.shown[part]
                        if tag != name or not words.endswith("/>"):
                            opened[name] += 1 if tag == name else -1

    def _tag(self, stretch: Stretch, part: int) -> Tag:
        name = self._tags.names[stretch.letters[part // 2]]
        return Tag(name, stretch.parts[part], stretch.span(part), stretch.shown[part])

    def _tag_parts(
        self, names: frozenset[str], start: int = 0, end: int | None = None
    ) -> Iterator[tuple[Stretch, list[int]]]:
        """Yield each stretch that has tags whose name is among *names*, and which of its parts they are."""
        letters = "".join(letter for name, letter in self._tags.letters.items() if name in names)
        if not letters:
            return
        wanted = re.compile(f"[{re.escape(letters)}]")
        first = max(0, bisect_left(self._shown, start) - 1) if start else 0
        last = bisect_right(self._shown, end) if end is not None else len(self._stretches)
        for index in range(first, last):
            stretch = self._stretches[index]
            begin, stop = 0, len(stretch.letters)
            # Only the outermost stretches can have tags that stand before *start* or after *end*.
            if start and index == first:
                begin = bisect_left(stretch.shown, start) // 2
            if end is not None and index == last - 1:
                stop = bisect_right(stretch.shown, end) // 2
            found = [2 * m.start() + 1 for m in wanted.finditer(stretch.letters, begin, stop)]
            if found:
                yield stretch, found

    def _last_before(self, names: frozenset[str], start: int) -> Tag | None:
        """Return the last tag before ``text[start]`` whose name is among *names*."""
        letters = [letter for name, letter in self._tags.letters.items() if name in names]
        for stretch in reversed(self._stretches[: bisect_left(self._shown, start)]):
            at = max((stretch.letters.rfind(letter) for letter in letters), default=-1)
            while at >= 0 and stretch.shown[2 * at + 1] >= start:
                at = max(stretch.letters.rfind(letter, 0, at) for letter in letters)
            if at >= 0:
                return self._tag(stretch, 2 * at + 1)
        return None

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The hyperlinks in order; one that is not closed reaches to the next."""
        return tuple(self.links_in(0, len(self.text) + 1))

    def links_in(self, start: int, end: int) -> Iterator[Link]:
        """Yield the hyperlinks that begin in ``text[start:end]``, in order, and before them one that goes on there."""
        opened = self._last_before(_LINKS, start)
        for tag in self.tags(_LINKS, start):
            if opened is not None and opened.name == "a":
                href = attributes(opened.words).get("href")
                if href is not None:
                    yield Link(href, opened.at, tag.at, opened.span)
            if tag.at >= end:
                break
            opened = tag

    def link_spans(self, openings: Collection[str]) -> Iterator[tuple[str, Span]]:
        """Yield the source and the place of each tag that begins a hyperlink, its source one of *openings*."""
        opened: tuple[Stretch, int] | None = None
        for stretch, found in self._tag_parts(_LINKS) if openings else ():
            for part in found:
                if opened is not None:
                    words = opened[0].parts[opened[1]]
                    if words in openings:
                        yield words, opened[0].span(opened[1])
                opened = stretch, part

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The names that a ``#fragment`` may go to: every ``id``, and the ``name`` of every ``a``."""
        found: set[str] = set()
        for words, name in self.distinct_tags():
            lower = words.lower()
            marked = " id" in lower or "\nid" in lower or "\tid" in lower
            if marked or (name == "a" and ("name" in lower or "id" in lower)):
                found.update(marks_of(words))
        return frozenset(found)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The innermost tables in order of their beginnings; rows and cells need not be closed."""
        return self.tables_in(0, len(self.text))

    def tables_in(self, start: int, end: int) -> tuple[Table, ...]:
        """Return the innermost tables that begin in ``text[start:end]``, in order; one that goes on is cut at *end*."""
        found: list[Table] = []
        open_tables: list[_TableBuilder] = []
        for name, words, at in self.shown_tags(_TABLES, start, end):
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
            if name in CELL_NAMES:
                self._cell = (at + 1, columns(words))

    def close(self, at: int) -> Table:
        self._end_row(at)
        return Table(self.start, at, tuple(self._rows))


@lru_cache(maxsize=4096)
def columns(tag: str) -> int:
    """Return how many columns the cell that *tag* begins takes; the tags of a document repeat."""
    if "colspan" not in tag.lower():
        return 1
    value = attributes(tag).get("colspan", "1").strip()
    return max(1, min(1000, int(value))) if value.isdecimal() and len(value) < 5 else 1


def _separator_of_text(name: str) -> str:
    return BLOCK if name == "page" else INLINE


def _blanked(text: str, blanks: str) -> str:
    # Far faster than str.translate, which is slow on all that is not ASCII.
    for blank in blanks:
        text = text.replace(blank, " ")
    return text


def _keep_lines(parts: list[str], shown: list[str], depth: int) -> int:
    """Keep the source's line breaks inside ``<pre>``: they are the reader's. Return how many are open at the end."""
    if depth:
        shown[0] = shown[0].replace("\n", BLOCK)
    for index in range(1, len(parts), 2):
        name = tag_name(parts[index])
        if name == "pre":
            depth += 1
        elif name == "/pre":
            depth = max(0, depth - 1)
        if depth:
            shown[index + 1] = shown[index + 1].replace("\n", BLOCK)
    return depth
