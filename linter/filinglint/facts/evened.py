"""What the author of a text says, with one blank between two words however the source is wrapped and indented.

Whoever writes HTML breaks and indents its lines as he likes, and no reader sees it. In plain text blanks are
layout: it is left as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from filinglint.documents.boilerplate import statements
from filinglint.documents.markup import Rendered
from filinglint.facts.sentences import Unit, units
from filinglint.patterns import pattern

_RUN = pattern(r"(?<= ) +")
Range = tuple[int, int]


class Evened:
    """The statements of a rendered text as ``text``, and the way back to the rendered text.

    Boilerplate is left blank, unless the *whole* text is wanted.
    """

    def __init__(self, rendered: Rendered, *, whole: bool = False) -> None:
        said = rendered.text if whole else statements(rendered)
        runs = [m.span() for m in _RUN.finditer(said)] if rendered.html and "  " in said else []
        self.text = _RUN.sub("", said) if runs else said
        # Where each run began in the rendered text, how many blanks had gone by its end, and where it was in ours.
        self._begins = [start for start, _ in runs]
        self._gone = list(accumulate((end - start for start, end in runs), initial=0))
        self._places = [begin - gone for begin, gone in zip(self._begins, self._gone, strict=False)]
        self._marks = rendered.marks

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Its sentences, list items and headings; markup tells what is a heading or an item."""
        marks = self._marks
        return units(self.text, wrapped=marks.wrapped, heads=self._ours(marks.heads), items=self._ours(marks.items))

    def _ours(self, offsets: Iterable[int]) -> tuple[int, ...]:
        """Return *offsets* into the rendered text as offsets into ours."""
        if not self._begins:
            return tuple(offsets)
        found = []
        for offset in offsets:
            index = bisect_left(self._begins, offset)
            # Inside a run, what is left of it begins after it.
            gone = self._gone[index]
            if index and offset < self._begins[index - 1] + self._gone[index] - self._gone[index - 1]:
                gone = self._gone[index - 1] + offset - self._begins[index - 1]
            found.append(offset - gone)
        return tuple(found)

    def place(self, start: int, end: int) -> Range:
        """Return where ``text[start:end]`` stands in the rendered text."""
        return self._theirs(start), self._theirs(end - 1) + 1 if end > start else self._theirs(start)

    def _theirs(self, offset: int) -> int:
        # At the place of a run stands the character behind it.
        index = bisect_left(self._places, offset + 1)
        return offset + self._gone[index]
