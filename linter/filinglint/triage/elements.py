"""The element that follows a comment, in markup as it is found: end tags left out, crossed, or too many.

Source of the end tags that may be left out: the HTML standard, 13.1.2.4 "Optional tags"; what is not
clear ends an element early, never late.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from filinglint.documents.markup import Tag
from filinglint.patterns import pattern
from filinglint.spans import Span

_DEEPEST = 200  # open elements that are looked through: a hostile document nests without end
_VOID = frozenset("area base basefont br col embed hr img input isindex link meta param source track wbr page".split())
_ATOMIC = frozenset(("script", "style", "title", "ix:header"))
_CLOSE_P = frozenset(
    "address article aside blockquote center details dir div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main"
    " menu nav ol p pre section table ul".split()
)
_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("tr",)) | _CELLS
_GROUPS = frozenset(("tbody", "thead", "tfoot", "caption", "colgroup")) | _ROWS
_TABLE = frozenset(("table",))
_P_ENDS = frozenset(("table", "td", "th", "caption", "html", "body", "button", "object"))
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir")) | _P_ENDS
# A start tag, the open elements that it ends, and those beyond which it ends none.
_IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **{name: (frozenset(("p",)), _P_ENDS) for name in _CLOSE_P},
    "li": (frozenset(("li",)), _LISTS),
    "dt": (frozenset(("dt", "dd")), _LISTS),
    "dd": (frozenset(("dt", "dd")), _LISTS),
    "td": (_CELLS, _TABLE | {"tr"}),
    "th": (_CELLS, _TABLE | {"tr"}),
    "tr": (_ROWS, _TABLE),
    "tbody": (_GROUPS, _TABLE),
    "thead": (_GROUPS, _TABLE),
    "tfoot": (_GROUPS, _TABLE),
    "option": (frozenset(("option",)), frozenset(("select",))),
}


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    waiting: list[int] = field(default_factory=list)


def following(tags: Iterable[Tag], comments: Collection[int], end: int, *, xml: bool) -> dict[int, Span]:
    """Return the element that follows each of *comments*, by where the comment begins.

    *tags* are all tags of a document in order, comments too; *end* is where the document ends. A comment
    after which its parent ends has no element and is left out.
    """
    return _Elements(xml=xml).read(tags, comments, end)


class _Elements:
    """The open elements while the tags of a document go by, and the comments that wait for one."""

    def __init__(self, *, xml: bool) -> None:
        self._xml = xml
        self._open: list[_Open] = []
        self._names: Counter[str] = Counter()  # how many elements of each name are open
        self._pending: list[tuple[int, int]] = []  # where a comment begins, and how many elements are open there
        self._found: dict[int, Span] = {}

    def read(self, tags: Iterable[Tag], comments: Collection[int], end: int) -> dict[int, Span]:
        for tag in tags:
            if tag.span.start in comments:
                self._pending.append((tag.span.start, len(self._open)))
            elif tag.name.startswith("/"):
                self._ended(tag)
            elif tag.name:
                self._begun(tag)
        self._close(0, end)
        return self._found

    def _begun(self, tag: Tag) -> None:
        if not self._xml and tag.name in _IMPLIED:
            closed, beyond = _IMPLIED[tag.name]
            depth = self._depth(closed, beyond)
            if depth is not None:
                self._close(depth, tag.span.start)
        depth = len(self._open)
        waiting: list[int] = []
        if self._pending:
            waiting = [comment for comment, at in self._pending if at == depth]
            self._pending = [(comment, at) for comment, at in self._pending if at < depth]
        alone = tag.words.endswith("/>") and (self._xml or ":" in tag.name)
        if alone or tag.name in _ATOMIC or (not self._xml and tag.name in _VOID):
            self._found.update(dict.fromkeys(waiting, tag.span))
        else:
            self._open.append(_Open(tag.name, tag.span.start, waiting))
            self._names[tag.name] += 1

    def _depth(self, closed: frozenset[str], beyond: frozenset[str]) -> int | None:
        """Return the depth of the outermost open element among *closed* on this side of *beyond*; None for none."""
        found = None
        if not any(self._names[name] for name in closed):
            return None
        for depth in range(len(self._open) - 1, max(-1, len(self._open) - 1 - _DEEPEST), -1):
            name = self._open[depth].name
            if name in closed:
                found = depth
            elif name in beyond:
                break
        return found

    def _ended(self, tag: Tag) -> None:
        name = tag.name[1:]
        if not self._names[name]:
            return  # an end tag of nothing
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].name == name:
                self._close(depth + 1, tag.span.start)
                self._close(depth, tag.span.end)
                return

    def _close(self, depth: int, end: int) -> None:
        """End the open elements from *depth* on; comments in them find no element any more."""
        while len(self._open) > depth:
            element = self._open.pop()
            self._names[element.name] -= 1
            self._found.update(dict.fromkeys(element.waiting, Span(element.start, end)))
        if self._pending:
            self._pending = [(comment, at) for comment, at in self._pending if at <= len(self._open)]


_BLANK = pattern(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_FENCE = pattern(r"[ ]{0,3}(`{3,}|~{3,})")
_HEADING = pattern(r"[ ]{0,3}#{1,6}(?:[ \t]|\r|\n|\Z)")
_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LONGEST_LINE = 2_000
_CODE = pattern(r"(?<!`)(`{1,4})(?!`)[^\r\n]{1,2000}?(?<!`)\1(?!`)")


def markdown_comments(text: str, span: Span, code: Sequence[Span]) -> Iterator[Span]:
    """Yield the comments of a text in Markdown; those in code, fenced (*code*) or within a line, are none."""
    at = span.start
    while (start := text.find("<!--", at, span.end)) >= 0:
        fence = _around(code, start)
        quoted = None if fence else _quoted(text, start, span)
        if fence or quoted:
            at = fence.end if fence else quoted.end() if quoted else start + 4
            continue
        end = text.find("-->", start + 4, span.end)
        at = end + 3 if end >= 0 else span.end
        yield Span(start, at)


def _around(code: Sequence[Span], offset: int) -> Span | None:
    index = bisect_right(code, offset, key=lambda one: one.start) - 1
    return code[index] if index >= 0 and offset < code[index].end else None


def _quoted(text: str, start: int, span: Span) -> re.Match[str] | None:
    """Return the code within a line that *start* stands in; None when it stands in none."""
    first = max(text.rfind("\n", span.start, start), text.rfind("\r", span.start, start)) + 1
    line = _LINE.match(text, max(first, span.start, start - _LONGEST_LINE), min(span.end, start + _LONGEST_LINE))
    assert line is not None, "every text has a line"
    return next((m for m in _CODE.finditer(text, line.start(), line.end()) if m.start() < start < m.end()), None)


def fences(text: str, span: Span) -> list[Span]:
    """Return the fenced code of a text in Markdown, in order."""
    found: list[Span] = []
    at, opened, mark = span.start, -1, ""
    while at < span.end:
        line = _LINE.match(text, at, span.end)
        assert line is not None, "every text has a line"
        fence = _FENCE.match(text, at, line.end())
        if fence and opened < 0:
            opened, mark = at, fence[1]
        elif fence and fence[1].startswith(mark) and not text[fence.end() : line.end()].strip():
            found.append(Span(opened, line.end()))
            opened = -1
        at = max(line.end(), at + 1)
    return [*found, Span(opened, span.end)] if opened >= 0 else found


def markdown_block(text: str, after: int, end: int, code: Sequence[Span]) -> Span | None:
    """Return the block that follows *after* in Markdown: a heading's line, fenced *code*, or up to a blank line.

    None where nothing follows, or *after* is within a line.
    """
    if _BLANK.match(text, after, end) is None:
        return None
    start = after
    while start < end and (blank := _BLANK.match(text, start, end)) is not None:
        start = max(blank.end(), start + 1)
    if start >= end:
        return None
    fence = _around(code, start)
    if fence is not None:
        return fence
    at = start
    while at < end and _BLANK.match(text, at, end) is None:
        line = _LINE.match(text, at, end)
        assert line is not None, "every text has a line"
        at = max(line.end(), at + 1)
        if at > start and _HEADING.match(text, start, end):
            break
    return Span(start, at)
