"""The frame of a place: the line it stands on, marks under its words, and what a reader sees there.

A frame is never wider than the view, whether the line is eighty characters or a million: a long line
is shown through a window around the place, cut at a tag or a blank where one is near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filinglint.finding import Excerpt, Spot
from filinglint.reporters.cells import Cell, cells, escaped, total, width, wrapped
from filinglint.reporters.view import View

_NEAR = 12  # characters that may be given up to cut at a boundary
_LEAST_GUTTER = len("txt")
_LONGEST = 20  # lines; what is longer is named, not shown


def gutter(spots: Sequence[Spot]) -> int:
    """Return how wide the line numbers of *spots* are together."""
    return max((_LEAST_GUTTER, *(len(str(spot.place.number + 1)) for spot in spots if spot.place is not None)))


def where(spot: Spot, view: View) -> str:
    """Return ``path:line:column``, ``path:page 2``, ``path:paragraph 7``, or the path alone."""
    path = escaped(spot.path, ascii_only=view.ascii)
    return f"{path}:{spot.place.where}" if spot.place is not None else path


def surroundings(spot: Spot, view: View) -> str:
    """Return ``2 EX-99.1 dex991.htm › cover page``; "" when nothing is known."""
    around = f" {view.glyphs.trail} ".join(part for part in (spot.document, *spot.trail, spot.block) if part)
    if spot.place is not None and spot.place.until:
        around += f"{', ' if around else ''}to {spot.place.until}"
    return escaped(around, ascii_only=view.ascii)


def frame(spot: Spot, view: View, numbers: int, *, first: bool, style: str) -> Iterator[str]:
    """Yield the lines of the frame of *spot*; *numbers* is the width of the gutter's line numbers."""
    yield from located(spot, view, numbers, first=first)
    place, excerpt = spot.place, spot.excerpt
    if place is None or place.end_line - place.line > _LONGEST or not excerpt.source.strip():
        if spot.label:
            margin = " " * (numbers + 2) + "= "
            for line in wrapped(escaped(spot.label, ascii_only=view.ascii), view.room - len(margin)):
                yield margin + line
                margin = " " * len(margin)
        return

    def ruled(head: str, words: str) -> str:
        return view.styled(f" {head.rjust(numbers)} |", "gutter") + (f" {words}" if words else "")

    room = view.room - numbers - 4
    row, whole = _window(excerpt, room, view)
    yield ruled("", "")
    whole = whole and place.in_text  # beside a paragraph stands no line
    if whole and excerpt.before.strip():
        yield ruled(str(place.line - 1), _cut(excerpt.before, room, view))
    yield ruled(str(place.number), "".join(cell.shown for cell in row))
    for line in _marks(row, spot.label, room, view, "^" if first else "-", style):
        yield ruled("", line)
    if whole and excerpt.after.strip():
        yield ruled(str(place.line + 1), _cut(excerpt.after, room, view))
    if excerpt.rendered:
        yield ruled("txt", _rendered(excerpt, room, view))


def located(spot: Spot, view: View, numbers: int, *, first: bool, label: str = "") -> Iterator[str]:
    """Yield the line that names the place of *spot*, its surroundings and *label* on another if need be."""
    bare = "--> ".rjust(numbers + 3) if first else "::: ".rjust(numbers + 2)
    arrow, indent = view.styled(bare, "gutter"), len(bare)
    named, around = where(spot, view), surroundings(spot, view)
    words = " ".join(part for part in (f"({around})" if around else "", escaped(label, ascii_only=view.ascii)) if part)
    linked = view.to_file(named, spot.path)
    if not words:
        yield arrow + linked
    elif indent + width(named) + 2 + width(words) <= view.room:
        yield f"{arrow}{linked}  {words}"
    else:
        yield arrow + linked
        for line in wrapped(words, view.room - indent):
            yield " " * indent + line


def _marks(row: Sequence[Cell], label: str, room: int, view: View, mark: str, style: str) -> Iterator[str]:
    """Yield the line of marks under *row*, with the label beside it or below it."""
    marks = "".join((mark if cell.marked else " ") * cell.width for cell in row).rstrip()
    words = escaped(label, ascii_only=view.ascii)
    if not words:
        yield view.styled(marks, style)
    elif len(marks) + 1 + width(words) <= room:
        yield view.styled(f"{marks} {words}", style)
    else:
        yield view.styled(marks, style)
        indent = min(len(marks) - len(marks.lstrip()), max(0, room - width(words)), room // 2)
        for line in wrapped(words, room - indent):
            yield view.styled(" " * indent + line, style)


def _window(excerpt: Excerpt, room: int, view: View) -> tuple[list[Cell], bool]:
    """Return the source row of *excerpt* in *room* cells, and whether it is the whole line."""
    end = max(excerpt.end, excerpt.start + 1)
    row = cells(excerpt.source, excerpt.start, end, ascii_only=view.ascii)
    if excerpt.start >= len(row):
        row.append(Cell(" ", 1, marked=True))
    whole = not (excerpt.cut_left or excerpt.cut_right or excerpt.omitted)
    if whole and total(row) <= room:
        return row, True
    return _centred(row, excerpt.start, min(end, len(row)), excerpt, room, view), False


def _centred(row: list[Cell], start: int, end: int, excerpt: Excerpt, room: int, view: View) -> list[Cell]:
    """Return a window of *row* around ``[start, end)`` with marks where it is cut."""
    cut = Cell(view.glyphs.ellipsis, len(view.glyphs.ellipsis))
    inner = row[start:end]
    room -= 2 * cut.width
    if excerpt.omitted or total(inner) > room:
        inner = _head_and_tail(inner, excerpt.omitted, room, view)
    spare = room - total(inner)
    before, after = total(row[:start]), total(row[end:])
    left = min(before, max(spare // 2, spare - after))
    first = start
    while first > 0 and row[first - 1].width <= left:
        left -= row[first - 1].width
        first -= 1
    spare -= total(row[first:start])
    last = end
    while last < len(row) and row[last].width <= spare:
        spare -= row[last].width
        last += 1
    cut_left, cut_right = excerpt.cut_left or first > 0, excerpt.cut_right or last < len(row)
    if cut_left:
        first = _boundary_after(row, first, start)
    if cut_right:
        last = _boundary_before(row, last, end)
    return [*([cut] if cut_left else []), *row[first:start], *inner, *row[end:last], *([cut] if cut_right else [])]


def _head_and_tail(inner: list[Cell], omitted: int, room: int, view: View) -> list[Cell]:
    """Return the beginning and the end of a place too wide to show, and how much lies between them."""

    def gap(count: int) -> Cell:
        words = f" {view.glyphs.gap} {count:,} chars {view.glyphs.gap} "
        return Cell(words, width(words))

    half = (room - gap(omitted + len(inner)).width) // 2
    if half < 1:
        return _fitting(inner, room)
    middle = len(inner) // 2
    head = _fitting(inner[:middle], half)
    tail = _fitting(inner[middle:][::-1], half)[::-1]
    return [*head, gap(omitted + len(inner) - len(head) - len(tail)), *tail]


def _fitting(row: Sequence[Cell], room: int) -> list[Cell]:
    """Return as much of *row* as fits into *room* cells."""
    found: list[Cell] = []
    for cell in row:
        room -= cell.width
        if room < 0:
            break
        found.append(cell)
    return found


def _boundary_after(row: Sequence[Cell], first: int, limit: int) -> int:
    """Return where to cut at or after *first*: at a tag, else after a blank, else there."""
    near = range(first, min(first + _NEAR, limit) + 1)
    for index in near:
        if index < len(row) and (row[index].shown == "<" or (index and row[index - 1].shown == ">")):
            return index
    return next((index for index in near if index and row[index - 1].shown == " "), first)


def _boundary_before(row: Sequence[Cell], last: int, limit: int) -> int:
    """Return where to cut at or before *last*: at a tag, else before a blank, else there."""
    near = range(last, max(last - _NEAR, limit) - 1, -1)
    for index in near:
        if index and (row[index - 1].shown == ">" or (index < len(row) and row[index].shown == "<")):
            return index
    return next((index for index in near if index < len(row) and row[index].shown == " "), last)


def _cropped(row: list[Cell], room: int, view: View) -> list[Cell]:
    """Return *row* cut at its right end to fit into *room* cells."""
    if total(row) <= room:
        return row
    cut = Cell(view.glyphs.ellipsis, len(view.glyphs.ellipsis))
    return [*_fitting(row, room - cut.width), cut]


def _cut(line: str, room: int, view: View) -> str:
    return "".join(cell.shown for cell in _cropped(cells(line, ascii_only=view.ascii), room, view))


def _rendered(excerpt: Excerpt, room: int, view: View) -> str:
    """Return the rendered block of *excerpt* in *room* cells."""
    text = excerpt.rendered
    left, right = text.startswith("…"), text.endswith("…")
    body = text[left : len(text) - right]
    bare = Excerpt(body, excerpt.rendered_start - left, excerpt.rendered_end - left, left, right)
    return "".join(cell.shown for cell in _window(bare, room, view)[0]).rstrip()
