"""Places in a text: half-open ranges of code points, and the lines they stand on."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate

from filinglint.frozen import dataclass
from filinglint.patterns import pattern

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

    Where every line break ends with LF, lines are counted block by block, and inside a block when one asks:
    a report names a few lines of a text that has many.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        if "\r" in text and text.count("\r") != text.count("\r\n"):
            self._starts: array[int] | None = array("Q", [0])
            self._starts.extend(m.end() for m in _LINE_END.finditer(text))
            return
        self._starts = None
        blocks = range(0, len(text) + 1, _BLOCK)
        # Of each block: how many line feeds stand before it, and where the line begins in which it begins.
        self._before = array("Q", accumulate((text.count("\n", at, at + _BLOCK) for at in blocks), initial=0))
        ends = (text.rfind("\n", at, at + _BLOCK) + 1 for at in blocks)
        self._begins = array("Q", accumulate(ends, max, initial=0))

    def __len__(self) -> int:
        return len(self._starts) if self._starts is not None else self._before[-1] + 1

    def position(self, offset: int) -> Position:
        """Return the line and column of the character at *offset*."""
        if self._starts is not None:
            line = bisect_right(self._starts, offset)
            return Position(line, offset - self._starts[line - 1] + 1)
        block = min(offset, len(self._text)) // _BLOCK
        line = self._before[block] + self._text.count("\n", block * _BLOCK, offset) + 1
        start = self._text.rfind("\n", block * _BLOCK, offset) + 1 or self._begins[block]
        return Position(line, offset - start + 1)

    def line_span(self, line: int) -> Span:
        """Return the range of line *line* (from 1), its line break included."""
        start = self._start(line)
        return Span(start, self._start(line + 1) if line < len(self) else len(self._text))

    def _start(self, line: int) -> int:
        if self._starts is not None:
            return self._starts[line - 1]
        block = max(0, bisect_left(self._before, line - 1) - 1)
        at = block * _BLOCK
        for _ in range(line - 1 - self._before[block]):
            at = self._text.find("\n", at) + 1
        return at if line > 1 else 0
