"""The element that follows a comment, in markup as it is found: end tags left out, crossed, or too many.

Source of the end tags that may be left out: the HTML standard, 13.1.2.4 "Optional tags"; what is not
clear ends an element early, never late.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from filinglint.documents.markup import Tag
from filinglint.spans import Span

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
        waiting = [comment for comment, at in self._pending if at == depth]
        self._pending = [(comment, at) for comment, at in self._pending if at < depth]
        alone = tag.words.endswith("/>") and (self._xml or ":" in tag.name)
        if alone or tag.name in _ATOMIC or (not self._xml and tag.name in _VOID):
            self._found.update(dict.fromkeys(waiting, tag.span))
        else:
            self._open.append(_Open(tag.name, tag.span.start, waiting))

    def _depth(self, closed: frozenset[str], beyond: frozenset[str]) -> int | None:
        """Return the depth of the outermost open element among *closed* on this side of *beyond*; None for none."""
        found = None
        for depth in range(len(self._open) - 1, -1, -1):
            name = self._open[depth].name
            if name in closed:
                found = depth
            elif name in beyond:
                break
        return found

    def _ended(self, tag: Tag) -> None:
        name = tag.name[1:]
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].name == name:
                self._close(depth + 1, tag.span.start)
                self._close(depth, tag.span.end)
                return

    def _close(self, depth: int, end: int) -> None:
        """End the open elements from *depth* on; comments in them find no element any more."""
        while len(self._open) > depth:
            element = self._open.pop()
            self._found.update(dict.fromkeys(element.waiting, Span(element.start, end)))
        self._pending = [(comment, at) for comment, at in self._pending if at <= len(self._open)]


_BLANK = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}(?:[ \t]|\r|\n|\Z)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(r"(?<!`)(`{1,4})(?!`)[^\r\n]{1,2000}?(?<!`)\1(?!`)")


def markdown_comments(text: str, span: Span) -> list[Span]:
    """Return the comments of a text in Markdown, those in code left out."""
    code = _fences(text, span)
    found = []
    at = span.start
    while (start := text.find("<!--", at, span.end)) >= 0:
        fence = next((one for one in code if one.start <= start < one.end), None)
        if fence is not None:
            at = fence.end
            continue
        line = max(text.rfind("\n", span.start, start), text.rfind("\r", span.start, start)) + 1
        quoted = next((m for m in _CODE.finditer(text, max(line, span.start)) if m.end() > start), None)
        if quoted is not None and quoted.start() < start:
            at = quoted.end()
            continue
        comment = _COMMENT.match(text, start, span.end)
        assert comment is not None, "it begins here"
        found.append(Span(comment.start(), comment.end()))
        at = comment.end()
    return found


def _fences(text: str, span: Span) -> list[Span]:
    """Return the fenced code of a text in Markdown."""
    found: list[Span] = []
    at, opened, mark = span.start, -1, ""
    while at < span.end:
        line = _LINE.match(text, at, span.end)
        assert line is not None, "every text has a line"
        fence = _FENCE.match(text, at, line.end())
        if opened < 0 and fence:
            opened, mark = at, fence[1]
        elif opened >= 0 and fence and fence[1].startswith(mark) and not text[fence.end() : line.end()].strip():
            found.append(Span(opened, line.end()))
            opened = -1
        at = max(line.end(), at + 1)
    return [*found, Span(opened, span.end)] if opened >= 0 else found


def markdown_block(text: str, after: int, end: int) -> Span | None:
    """Return the block that follows *after* in Markdown: a heading's line, fenced code, or up to a blank line."""
    at = after
    blank = _BLANK.match(text, at, end)
    if blank is None:
        return None  # the comment stands within a paragraph
    while at < end and (blank := _BLANK.match(text, at, end)) is not None:
        at = max(blank.end(), at + 1)
    if at >= end:
        return None
    start = at
    code = next((one for one in _fences(text, Span(start, end)) if one.start == start), None)
    if code is not None:
        return code
    line = _LINE.match(text, at, end)
    assert line is not None, "every text has a line"
    if _HEADING.match(text, start, end):
        return Span(start, line.end())
    while at < end and _BLANK.match(text, at, end) is None:
        following_line = _LINE.match(text, at, end)
        assert following_line is not None, "every text has a line"
        at = max(following_line.end(), at + 1)
    return Span(start, at)
