"""Places in a text: half-open ranges of code points, and the lines they stand on."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_LINE_END = re.compile(r"\r\n|\r|\n")


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
    """The starts of the lines of a text; LF, CRLF and a lone CR each end one line."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        if "\r" in text and text.count("\r") != text.count("\r\n"):
            starts = array("Q", (m.end() for m in _LINE_END.finditer(text)))
            starts.insert(0, 0)
        else:
            # Every line break ends with LF: splitting is several times faster than searching.
            starts = array("Q", [0])
            starts.extend(accumulate(len(line) + 1 for line in text.split("\n")))
            starts.pop()
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of the character at *offset*."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Return the range of line *line* (from 1), its line break included."""
        end = self._starts[line] if line < len(self._starts) else self._length
        return Span(self._starts[line - 1], end)
