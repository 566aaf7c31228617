"""Text that is put together line by line, with the place in its file of each line."""

from __future__ import annotations

from typing import Literal

from filinglint.source import Extraction


class LaidText:
    """What is taken out of a PDF or a Word file, gathered in the order of reading."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        self._heads: list[int] = []
        self._items: list[int] = []

    def add(self, between: str, words: str, place: tuple[int, int], *, head: bool = False, item: bool = False) -> None:
        """Put *words*, which stand at *place* of the file, at the end, behind what is *between*."""
        start = self._size + len(between)
        self._parts.append(between + words)
        self._starts.append(start)
        self._places.append(place)
        if head or item:
            (self._heads if head else self._items).append(start)
        self._size = start + len(words)

    @property
    def last(self) -> str:
        """What was put at the end last, with what is between it and the words before; "" when nothing was."""
        return self._parts[-1] if self._parts else ""

    def cut(self, number: int) -> None:
        """Take *number* characters off the end of what was put there last."""
        last = self._parts[-1]
        self._parts[-1] = last[: len(last) - number]
        self._size -= number

    def text(self) -> str:
        """Return all of it."""
        return "".join(self._parts)

    def extraction(
        self, unit: Literal["page", "paragraph"], *, wrapped: bool = False, remarks: tuple[str, ...] = ()
    ) -> Extraction:
        """Return where all of it stands in the file."""
        starts, places = tuple(self._starts), tuple(self._places)
        return Extraction(unit, starts, places, tuple(self._heads), tuple(self._items), wrapped, remarks)
