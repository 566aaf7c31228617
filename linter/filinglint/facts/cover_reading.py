"""What stands at the captions of a cover: the words above, below or beside each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from filinglint.facts.captions import Caption, Kind, find_captions, is_remainder
from filinglint.facts.cover_values import EIN, FILE_NUMBER, PHONE, ZIP
from filinglint.facts.layout import Layout, Piece
from filinglint.patterns import pattern
from filinglint.spans import Range

_TYPED = {Kind.FILE_NUMBER: FILE_NUMBER, Kind.EIN: EIN, Kind.PHONE: PHONE, Kind.ZIP: ZIP}
_DIGIT = pattern(r"\d")
_FARTHEST = 12.0  # columns between the middles of a caption and of words that do not overlap it
_MOST_ROWS = 8
_MOST_BESIDE = 12


class Captioned:
    """The captions of one cover, and the words that belong to them by place."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.text = layout.text
        self.captions = find_captions(layout)
        self.caption_pieces = {piece.start for caption in self.captions for piece in caption.pieces}
        self.caption_pieces |= {
            piece.start for piece in layout.pieces if piece.words[-1] in ")]" and is_remainder(piece.words)
        }
        self._groups = {id(caption): self._group(caption) for caption in self.captions}
        self._of: dict[Kind, list[Caption]] = {kind: [] for kind in Kind}
        for caption in self.captions:
            for kind in caption.kinds:
                self._of[kind].append(caption)
        self._columns: dict[tuple[int, bool], list[list[Piece]]] = {}
        self._typed: dict[tuple[int, str, bool], list[Range]] = {}
        self.downward = self._reads_downward()

    def of(self, *kinds: Kind) -> Iterator[Caption]:
        """Yield the captions that ask for any of *kinds*, in reading order."""
        if len(kinds) == 1:
            return iter(self._of[kinds[0]])
        return (caption for caption in self.captions if not caption.kinds.isdisjoint(kinds))

    def group(self, caption: Caption) -> list[Caption]:
        """Return the captions that stand side by side with *caption*, itself included, from left to right."""
        return self._groups[id(caption)]

    def _group(self, caption: Caption) -> list[Caption]:
        beside = [
            other
            for other in self.captions
            if other is caption
            or (
                other.row <= caption.last_row
                and caption.row <= other.last_row
                and min(other.right, caption.right) <= max(other.left, caption.left) + 1
            )
        ]
        # No form sets more than a handful side by side.
        return sorted(beside, key=lambda other: other.left) if len(beside) <= _MOST_BESIDE else [caption]

    def owner(self, piece: Piece, row: list[Piece], group: list[Caption]) -> Caption | None:
        """Return the caption of *group* to which *piece* of *row* belongs by its columns."""
        if len(row) == len(group) and len(group) > 1:
            return group[sorted(row, key=lambda other: other.left).index(piece)]
        if len(group) == 1 and len(row) == 1:
            return group[0]
        best, most = group[0], 0.0
        for caption in group:
            shared = min(piece.right, caption.right) - max(piece.left, caption.left)
            if shared > most:
                best, most = caption, shared
        if most > 0:
            return best
        best = min(group, key=lambda caption: abs(piece.centre - caption.centre))
        return best if abs(piece.centre - best.centre) <= _FARTHEST else None

    def column(self, caption: Caption, *, down: bool) -> list[list[Piece]]:
        """Return the rows of words above (or below) *caption* in its columns, nearest first, to the next caption."""
        key = (id(caption), down)
        found = self._columns.get(key)
        if found is None:
            found = self._columns[key] = list(self._column(caption, down=down))
        return found

    def _column(self, caption: Caption, *, down: bool) -> Iterator[list[Piece]]:
        group = self.group(caption)
        edge = max(each.last_row for each in group) if down else min(each.row for each in group)
        start = caption.last_row if down else caption.row
        rows = self.layout.below(start) if down else self.layout.above(start)
        for number, row in enumerate(rows):
            if number >= _MOST_ROWS:
                return
            within = row[0].row <= edge if down else row[0].row >= edge
            others = [piece for piece in row if piece.start not in self.caption_pieces] if within else row
            if within and not others:
                continue
            mine = [piece for piece in others if self.owner(piece, others, group) is caption]
            captions = [
                piece
                for piece in others
                if piece.start in self.caption_pieces
                and (piece in mine or piece.overlap(caption.left, caption.right) > 0)
            ]
            if captions:
                # Words beside "(Zip Code)" may be ours, those beside "Telephone:" are its own.
                mine = [piece for piece in mine if piece not in captions]
                if not mine or not all(piece.words[0] in "([" for piece in captions):
                    return
            if mine:
                yield mine

    def beside(self, caption: Caption) -> list[Piece]:
        """Return the pieces to the right of *caption* in its last row, up to the next caption."""
        last = caption.pieces[-1]
        found: list[Piece] = []
        for piece in self.layout.rows[last.row]:
            if piece.start > last.start:
                if piece.start in self.caption_pieces:
                    break
                found.append(piece)
        return found

    def rest(self, caption: Caption) -> Range | None:
        """Return the words that follow *caption* in its own line; None when there are none."""
        start, end = caption.rest
        while start < end and self.text[start] in " .:;,)]-_*":
            start += 1
        return (start, end) if start < end else None

    def inline(self, caption: Caption) -> list[Range]:
        """Return the ranges of words after *caption* on its line: in its piece, or in the next ones."""
        rest = self.rest(caption)
        found = [rest] if rest else []
        return found + [(piece.start, piece.end) for piece in self.beside(caption)]

    def matches(self, ranges: Iterable[Range], expression: re.Pattern[str]) -> list[Range]:
        """Return what *expression*, which has a digit in it, finds in *ranges*."""
        numbered = [each for each in ranges if _DIGIT.search(self.text, *each)]
        return [m.span() for start, end in numbered for m in expression.finditer(self.text, start, end)]

    def typed(self, caption: Caption, expression: re.Pattern[str], *, down: bool) -> list[Range]:
        """Return what *expression* finds above (or below) *caption*: in the nearest row that has any, and on."""
        key = (id(caption), expression.pattern, down)
        found = self._typed.get(key)
        if found is None:
            found = self._typed[key] = self._find_typed(caption, expression, down=down)
        return found

    def _find_typed(self, caption: Caption, expression: re.Pattern[str], *, down: bool) -> list[Range]:
        found: list[Range] = []
        for row in self.column(caption, down=down):
            here = self.matches(((piece.start, piece.end) for piece in row), expression)
            if not here and found:
                break
            found += here
        return sorted(found) or self._alone_in_row(caption, expression, down=down)

    def _alone_in_row(self, caption: Caption, expression: re.Pattern[str], *, down: bool) -> list[Range]:
        """Return the one match of the nearest row, whatever its columns."""
        start = caption.last_row if down else caption.row
        rows = self.layout.below(start) if down else self.layout.above(start)
        for number, row in enumerate(rows):
            if number > 1 or any(
                piece.start in self.caption_pieces and piece.start > caption.pieces[-1].start for piece in row
            ):
                break
            here = self.matches(((piece.start, piece.end) for piece in row), expression)
            if here:
                return here if len(here) == 1 else []
        return []

    def _reads_downward(self) -> bool:
        """Tell whether this cover prints its captions above the values; the forms print them below."""
        up = down = 0
        agent = bool(self._of[Kind.AGENT])
        for caption in self.captions:
            typed = [expression for kind, expression in _TYPED.items() if kind in caption.kinds]
            if not typed or self.inline(caption):
                continue
            for expression in typed:
                above = bool(self.typed(caption, expression, down=False))
                below = bool(self.typed(caption, expression, down=True))
                up += above and not below
                # Words in brackets belong to what stands above, and what stands below is the agent's.
                down += below and not above and not (agent and caption.enclosed)
        return down > up
