"""Markdown as its readers see it, with the place of every letter in the file.

CommonMark 0.31 with tables, read by markdown-it-py, which gives lines of blocks and no columns: here each
piece of text is found again in its line. Front matter is left out but for the title in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from filinglint.documents.markup import Marks, Rendered
from filinglint.documents.references import decode
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.spans import LineIndex, Span

_BLOCK, _CELL = "\x1e", "\x1f"
_FRONT = pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.{0,20000}?)(?:\r\n|\r|\n)\1[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL)
_TITLE = pattern(r"(?<![^\r\n])title[ \t]*[:=][ \t]*([\"']?)(\S[^\r\n]{0,300}?)\1[ \t]*(?![^\r\n])")
# Of what looks like a tag, these are; anything else in angle brackets is meant to be read.
_TAG = pattern(
    r"<(?:!|\?|/?(?:a|abbr|address|article|aside|b|blockquote|br|button|center|cite|code|col|colgroup|dd|del|details"
    r"|div|dl|dt|em|figure|figcaption|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|label|li|link|main"
    r"|mark|meta|nav|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup"
    r"|svg|table|tbody|td|template|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?=[\s/>]))",
    re.IGNORECASE,
)
_BREAK = pattern(r"<br\b", re.IGNORECASE)
_HASHES = pattern(r"[ \t>]{0,40}#{1,6}[ \t]*")
_SEPARATED = frozenset(("paragraph_open", "heading_open", "list_item_open", "table_open", "tr_open", "hr"))


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is shown of ``[start, end)`` of the source; ``exact`` is whether it stands there letter by letter."""

    start: int
    end: int
    shown: str
    exact: bool = True


def rendered(source: str, span: Span) -> Rendered:
    """Return the rendered text of the Markdown at *span* of *source*."""
    return _Scanner(source, span).rendered()


def _noted(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """Return *rule*, of links or of pictures, so that it notes where in the paragraph each of them begins and ends."""

    def noting(state: StateInline, silent: bool) -> bool:
        start = state.pos
        found = rule(state, silent)
        if found and not silent:
            state.env.setdefault("ends", {})[start] = state.pos
        return found

    return noting


@cache
def _parser() -> MarkdownIt:
    from markdown_it.rules_inline import image, link

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.core.ruler.disable(["inline", "text_join"])  # each paragraph is read when its place is known
    parser.inline.ruler.at("link", _noted(link))
    parser.inline.ruler.at("image", _noted(image))
    return parser


class _Scanner:
    """Finds what the parser says in the source, block by block."""

    def __init__(self, source: str, span: Span) -> None:
        self._source, self._span = source, span
        self._parts: list[str] = [""]
        self._shown: list[str] = [""]
        self._size = 0  # of what is shown so far
        self._at = span.start  # up to where the source is taken
        self._between = ""  # what is to be shown between the last piece and the next
        self._heads: list[int] = []
        self._items: list[int] = []
        self._mark: list[int] | None = None  # where the beginning of the next piece is to be kept
        self._env: dict[str, Any] = {}

    def rendered(self) -> Rendered:
        base = self._span.start
        raw = self._source[base : self._span.end]
        front = _FRONT.match(raw)
        if front is not None:
            title = _TITLE.search(raw, front.start(2), front.end(2))
            if title is not None:
                self._heads.append(0)
                self._take(_Piece(base + title.start(2), base + title.end(2), title[2]))
                self._between = _BLOCK * 2
            base += front.end()
            raw = raw[front.end() :]
        self._base, self._raw, self._lines = base, raw, LineIndex(raw)
        self._blocks(_parser().parse(raw, self._env))
        self._gap(self._span.end)
        marks = Marks(tuple(self._heads), tuple(self._items), wrapped=True)
        return Rendered.of_parts(self._span, self._parts, self._shown, marks)

    def _gap(self, end: int) -> None:
        """Take the source up to *end* as markup, shown as what is to be shown between."""
        self._parts.append(self._source[self._at : end])
        self._shown.append(self._between)
        self._size += len(self._between)
        self._at, self._between = end, ""
        self._parts.append("")
        self._shown.append("")

    def _take(self, piece: _Piece) -> None:
        start = max(piece.start, self._at)
        end = max(piece.end, start)
        self._gap(start)
        if self._mark is not None:
            self._mark.append(self._size)
            self._mark = None
        words = self._source[start:end]
        if piece.exact and start == piece.start:
            self._parts[-1], self._shown[-1] = words, piece.shown
        else:
            self._parts += [words, ""]
            self._shown += [piece.shown, ""]
        self._size += len(piece.shown)
        self._at = end

    def _line(self, number: int) -> tuple[int, str]:
        """Return where line *number* (from 0) begins in the source, and its words without the line break."""
        if number >= len(self._lines):
            return self._base + len(self._raw), ""
        span = self._lines.line_span(number + 1)
        return self._base + span.start, self._raw[span.start : span.end].rstrip("\r\n")

    def _blocks(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.type in _SEPARATED and self._size:
                self._between = _BLOCK * 2
            if token.type == "heading_open":
                self._mark = self._heads
            elif token.type == "list_item_open":
                self._mark = self._items
            elif token.type == "list_item_close":
                self._mark = None
            elif token.type in ("td_open", "th_open"):
                self._between += _CELL
            elif token.type == "inline":
                self._inline(token)
            elif token.type in ("fence", "code_block"):
                self._code(token)
            elif token.type == "html_block":
                self._markup(token)

    def _code(self, token: Token) -> None:
        """Take a block of code: a text that was indented by hand is one too."""
        assert token.map is not None
        first = token.map[0] + (token.type == "fence")
        self._between = _BLOCK * 2 if self._size else ""
        for number, words in enumerate(token.content.split("\n")):
            start, line = self._line(first + number)
            shown = words.strip()
            at = line.find(shown)
            if shown and at >= 0:
                self._take(_Piece(start + at, start + at + len(shown), shown))
                self._between = _BLOCK

    def _markup(self, token: Token) -> None:
        """Take a block of HTML as HTML is taken."""
        assert token.map is not None
        start, (last, words) = self._line(token.map[0])[0], self._line(token.map[1] - 1)
        inner = Rendered(self._source, Span(start, last + len(words)), html=True)
        heads = frozenset(inner.marks.heads)
        done = 0  # of what is shown of the block
        for words, place, tag in inner.parts():
            first, end = inner.offset(place), inner.offset(place + len(words))
            bare = inner.text[first:end].strip()
            if tag or not bare:
                continue
            first += inner.text[first:end].index(bare)
            gap = inner.text[done:first]
            sort = _BLOCK if "\n" in gap else _CELL if "\t" in gap else " " if gap else ""
            self._between = sort if done else _BLOCK * 2 if self._size else ""
            if any(head in heads for head in range(done, first + 1)):
                self._mark = self._heads
            done = first + len(bare)
            span = inner.source_span(first, done)
            source = self._source[span.start : span.end]
            self._take(_Piece(span.start, span.end, bare, exact=len(source) == len(bare) or "&" in source))

    def _inline(self, token: Token) -> None:
        assert token.map is not None
        places = self._places(token)
        pieces = _pieces(token.content, self._env)
        if places is None:
            # Tabs that were spread, or a bar that was escaped: the lines as a whole are the place.
            shown = "".join(piece.shown for piece in pieces).strip()
            start, _ = self._line(token.map[0])
            last, words = self._line(token.map[1] - 1)
            if shown:
                self._take(_Piece(start, last + len(words), shown, exact=False))
            return
        for piece in pieces:
            if piece.shown == _BLOCK:
                self._between = _BLOCK
            else:
                start, end = _placed(places, piece.start), _placed(places, piece.end)
                self._take(_Piece(start, end, piece.shown, piece.exact))

    def _places(self, token: Token) -> list[tuple[int, int, int]] | None:
        """Return, for each line of the content of *token*, where it begins and ends there and begins in the source.

        None when a line does not stand there as it is.
        """
        assert token.map is not None
        found: list[tuple[int, int, int]] = []
        offset = 0
        for number, words in enumerate(token.content.split("\n")):
            start, line = self._line(token.map[0] + number)
            bare, body = words.strip(), line.rstrip()
            at = len(body) - len(bare)
            if not body.endswith(bare) or start + at < self._at or "|" in line:
                hashes = _HASHES.match(line)
                at = line.find(bare, max(self._at - start, hashes.end() if hashes else 0))
            if at < 0:
                return None
            lead = offset + len(words) - len(words.lstrip())
            found.append((lead, lead + len(bare), start + at))
            offset += len(words) + 1
        return found


def _placed(places: list[tuple[int, int, int]], offset: int) -> int:
    """Return where the character at *offset* of the content of a paragraph stands in the source."""
    first, last, start = places[max(0, bisect_right(places, offset, key=lambda place: place[0]) - 1)]
    return start + max(0, min(offset, last) - first)


def _pieces(content: str, env: dict[str, Any]) -> list[_Piece]:
    """Return what is shown of a paragraph, as ranges of its *content*, in order."""
    env["ends"] = {}
    children: list[Token] = []
    _parser().inline.parse(content, _parser(), env, children)
    return _Inline(content, env["ends"]).pieces(children)


class _Inline:
    """Finds the inline tokens of one paragraph in its content; *ends* says where links and pictures end, by starts."""

    def __init__(self, content: str, ends: dict[int, int]) -> None:
        self._content, self._flat = content, content.replace("\n", " ")
        self._ends = ends
        self._starts = deque(sorted(ends))
        self._links: list[int] = []  # the ends of those that are open
        self._at = 0
        self._found: list[_Piece] = []

    def pieces(self, tokens: Iterable[Token]) -> list[_Piece]:
        for token in tokens:
            self._take(token)
        return self._found

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind in ("softbreak", "hardbreak"):
            self._break("\n")
        elif kind == "text_special" and token.info == "entity":
            exact = decode(token.markup) == token.content
            self._show(token.markup, token.content, exact=exact)
        elif kind in ("text", "text_special"):
            self._show(token.content, token.content)
        elif kind == "code_inline":
            self._code(token)
        elif kind == "html_inline":
            self._tag(token.content)
        elif kind == "image":
            self._at = self._ends.get(self._next_start(), self._at)
        elif token.markup == "autolink":
            self._at += 1  # the bracket before and behind the address
        elif kind == "link_open":
            start = self._next_start()
            self._links.append(self._ends.get(start, self._at))
            self._at = start + 1
        elif kind == "link_close":
            self._at = self._links.pop() if self._links else self._at
        elif self._content.startswith(token.markup, self._at):
            self._at += len(token.markup)

    def _next_start(self) -> int:
        """Return where the next link or picture begins."""
        while self._starts and self._starts[0] < self._at:
            self._starts.popleft()
        return self._starts.popleft() if self._starts else self._at

    def _show(self, words: str, shown: str, *, exact: bool = True) -> None:
        """Show *shown* where *words* stand next."""
        place = self._content.find(words, self._at)
        if place < 0:
            self._found.append(_Piece(self._at, self._at, shown, exact=False))
            return
        self._at = place + len(words)
        if shown:
            self._found.append(_Piece(place, self._at, shown, exact))

    def _break(self, words: str) -> None:
        place = self._content.find(words, self._at)
        self._at = place + len(words) if place >= 0 else self._at
        self._found.append(_Piece(self._at, self._at, _BLOCK))

    def _code(self, token: Token) -> None:
        start = self._content.find(token.markup, self._at) + len(token.markup)
        place = self._flat.find(token.content, start)
        if place < 0:
            place = start
        self._at = place + len(token.content)
        exact = self._content[place : self._at] == token.content
        self._found.append(_Piece(place, self._at, token.content, exact))
        self._at += len(token.markup)

    def _tag(self, words: str) -> None:
        if _BREAK.match(words):
            self._break(words)
        elif _TAG.match(words):
            place = self._content.find(words, self._at)
            self._at = place + len(words) if place >= 0 else self._at
        else:
            self._show(words, words)
