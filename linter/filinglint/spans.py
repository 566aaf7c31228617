"""Places in a text: half-open ranges of code points, and the lines they stand on."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from filinglint.frozen import dataclass
from filinglint.patterns import pattern

Range = tuple[int, int]
"""A half-open range of code points of a text that is at hand; a Span is one of a file."""

_BLOCK = 8192  # code points
_LINE_END = pattern(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, ``text[start:end]``. Code points, from 0."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        # A span is a place even where it is empty.
        return True


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A line and a column, both from 1; the column counts code points."""

    line: int
    column: int


class LineIndex:
    """The lines of a text; LF, CRLF and a lone CR each end one line.

    Where every line break ends with LF, lines are counted block by block as far as one asks, and inside a block when
    one asks: a report names a few lines of a text that has many, and most of them stand near its beginning.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: array[int] | None = None
        if "\r" in text and text.count("\r") != text.count("\r\n"):
            self._starts = array("Q", [0])
            self._starts.extend(m.end() for m in _LINE_END.finditer(text))
        self._blocks = len(text) // _BLOCK + 1
        # Of each block so far, and of the next: how many line feeds stand before it, and where the line begins in
        # which it begins.
        self._before = array("Q", [0])
        self._begins = array("Q", [0])

    def __len__(self) -> int:
        if self._starts is not None:
            return len(self._starts)
        while self._count_block():
            pass
        return self._before[-1] + 1

    def _count_block(self) -> bool:
        """Count the lines of one more block; tell whether there was one."""
        counted = len(self._before) - 1
        if counted == self._blocks:
            return False
        at, end = counted * _BLOCK, (counted + 1) * _BLOCK
        self._before.append(self._before[-1] + self._text.count("\n", at, end))
        self._begins.append(self._text.rfind("\n", at, end) + 1 or self._begins[-1])
        return True

    def position(self, offset: int) -> Position:
        """Return the line and column of the character at *offset*."""
        if self._starts is not None:
            line = bisect_right(self._starts, offset)
            return Position(line, offset - self._starts[line - 1] + 1)
        block = min(offset, len(self._text)) // _BLOCK
        while len(self._before) <= block:
            self._count_block()
        line = self._before[block] + self._text.count("\n", block * _BLOCK, offset) + 1
        start = self._text.rfind("\n", block * _BLOCK, offset) + 1 or self._begins[block]
        return Position(line, offset - start + 1)

    def line_span(self, line: int) -> Span:
        """Return the range of line *line* (from 1), its line break included; it is empty behind the last line."""
        start = self._start(line)
        if self._starts is not None:
            return Span(start, self._start(line + 1))
        return Span(start, self._text.find("\n", start, start + _BLOCK) + 1 or self._start(line + 1))

    def line_at(self, offset: int) -> Span:
        """Return the range of the line of the character at *offset*, its line break included."""
        at = self.position(offset)
        if self._starts is not None:
            return self.line_span(at.line)
        end = self._text.find("\n", offset, offset + _BLOCK) + 1 or self._start(at.line + 1)
        return Span(offset - at.column + 1, end)

    def _start(self, line: int) -> int:
        if self._starts is not None:
            return self._starts[line - 1] if line <= len(self._starts) else len(self._text)
        before = line - 1  # so many line feeds stand before it
        while self._before[-1] < before:
            if not self._count_block():
                return len(self._text)
        if before < 1:
            return 0
        counted = bisect_left(self._before, before) - 1
        block = self._text[counted * _BLOCK : (counted + 1) * _BLOCK]
        return counted * _BLOCK + len(block) - len(block.split("\n", before - self._before[counted])[-1])


def trimmed(text: str, start: int, end: int) -> Range:
    """Return the range of ``text[start:end]`` without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
