"""Places as an editor counts them: lines from 0, columns in UTF-16, UTF-8 or UTF-32 code units.

The protocol ends a line where we do, at LF, CRLF or a lone CR, and nowhere else: a form feed, which many
plain-text filings have, ends none.
"""

from __future__ import annotations

from typing import Literal

from lsprotocol.types import Position, Range

from filinglint.source import Place, Source
from filinglint.spans import LineIndex

Units = Literal["utf-16", "utf-8", "utf-32"]
NOWHERE = Range(Position(0, 0), Position(0, 0))
_WIDEST = 500  # characters of a range on the screen: a whole document underlined shows nothing


def units_of(text: str, units: Units) -> int:
    """Return how many code units *text* has."""
    if units == "utf-32" or text.isascii():
        return len(text)
    if units == "utf-8":
        return len(text.encode("utf-8", "replace"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def offset_at(text: str, lines: LineIndex, position: Position, units: Units) -> int:
    """Return the offset in code points of *position*; past the end of its line, the end of the line."""
    if position.line >= len(lines):
        return len(text)
    span = lines.line_span(max(0, position.line) + 1)
    line = text[span.start : span.end].rstrip("\r\n")
    count = max(0, position.character)
    if units == "utf-32" or line.isascii():
        return span.start + min(count, len(line))
    if units == "utf-8":
        return span.start + len(line.encode("utf-8", "replace")[:count].decode("utf-8", "ignore"))
    octets = line.encode("utf-16-le", "surrogatepass")[: 2 * count]
    return span.start + len(octets.decode("utf-16-le", "surrogatepass"))


def position_at(text: str, lines: LineIndex, offset: int, units: Units) -> Position:
    """Return the position of the character at *offset* of *text*, code points from 0."""
    found = lines.position(offset)
    return Position(found.line - 1, units_of(text[offset - found.column + 1 : offset], units))


def range_of(place: Place | None, source: Source | None, units: Units) -> Range:
    """Return the range of *place* in the file that *source* is; the beginning where it has no lines.

    Of a wide one it is the first line, or as much of that as is no wider.
    """
    if place is None or not place.in_text:
        return NOWHERE
    if source is not None and place.char_end - place.char_start > _WIDEST:
        text, start = source.text, place.char_start
        end = source.lines.line_span(place.line).end
        shown = text[start : min(end, start + _WIDEST)].rstrip("\r\n")
        first = position_at(text, source.lines, start, units)
        return Range(first, Position(first.line, first.character + units_of(shown, units)))
    if units == "utf-16" or source is None:
        wide = place.units
        return Range(
            Position(place.line - 1, wide.utf16_column - 1), Position(place.end_line - 1, wide.utf16_end_column - 1)
        )
    return Range(
        position_at(source.text, source.lines, place.char_start, units),
        position_at(source.text, source.lines, place.char_end, units),
    )


def meets(one: Range, other: Range) -> bool:
    """Tell whether the two ranges touch."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: Position) -> tuple[int, int]:
    return position.line, position.character
