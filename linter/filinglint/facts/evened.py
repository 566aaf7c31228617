"""What the author of a text says, with one blank between two words however the source is wrapped and indented.

Whoever writes HTML breaks and indents its lines as he likes, and no reader sees it. In plain text blanks are
layout: it is left as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from filinglint.documents.boilerplate import statements
from filinglint.documents.markup import Rendered
from filinglint.facts.sentences import Cut, Folded, Unit
from filinglint.patterns import pattern
from filinglint.spans import Range

_RUN = pattern("  +")


class Evened:
    """The statements of a rendered text as ``text``, and the way back to the rendered text.

    Boilerplate is left blank, unless the *whole* text is wanted.
    """

    def __init__(self, rendered: Rendered, *, whole: bool = False) -> None:
        self._rendered, self._whole = rendered, whole

    @cached_property
    def _said(self) -> str:
        return self._rendered.text if self._whole else statements(self._rendered)

    @cached_property
    def _uneven(self) -> bool:
        return self._rendered.html and "  " in self._said

    @cached_property
    def text(self) -> str:
        """What is said, with one blank for each run of them in HTML."""
        return _RUN.sub(" ", self._said) if self._uneven else self._said

    def beginning(self, length: int) -> str:
        """Return the first *length* code points of what is said; of a whole text its blanks count as they stand."""
        rendered, most = self._rendered, length
        if self._whole:
            return rendered.text[:length]
        # What a page begins with may be boilerplate for long.
        while True:
            said = statements(rendered, most)
            # A run that is cut short leaves one blank as well.
            found = _RUN.sub(" ", said) if rendered.html else said
            if len(found) >= length or most >= len(rendered.text):
                return found[:length]
            most *= 4

    @cached_property
    def _runs(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """Where each run began in the rendered text, how many blanks had gone by its end, and where it was in ours."""
        # The first blank of a run stays.
        runs = [(m.start() + 1, m.end()) for m in _RUN.finditer(self._said)] if self._uneven else []
        begins = [start for start, _ in runs]
        gone = list(accumulate((end - start for start, end in runs), initial=0))
        return begins, gone, [begin - before for begin, before in zip(begins, gone, strict=False)]

    @cached_property
    def folded(self) -> Folded:
        """The text, folded."""
        return Folded(self.text)

    @cached_property
    def cut(self) -> Cut:
        """Its paragraphs and units; markup tells what is a heading or an item."""
        marks = self._rendered.marks
        heads, items = self._ours(marks.heads), self._ours(marks.items)
        return Cut(self.text, wrapped=marks.wrapped, heads=heads, items=items, folded=self.folded)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Its sentences, list items and headings."""
        return self.cut.units

    def _ours(self, offsets: Iterable[int]) -> tuple[int, ...]:
        """Return *offsets* into the rendered text as offsets into ours."""
        begins, gone, _ = self._runs
        if not begins:
            return tuple(offsets)
        found = []
        for offset in offsets:
            index = bisect_left(begins, offset)
            # Inside a run, what is left of it begins after it.
            before = gone[index]
            if index and offset < begins[index - 1] + gone[index] - gone[index - 1]:
                before = gone[index - 1] + offset - begins[index - 1]
            found.append(offset - before)
        return tuple(found)

    def place(self, start: int, end: int) -> Range:
        """Return where ``text[start:end]`` stands in the rendered text."""
        return self._theirs(start), self._theirs(end - 1) + 1 if end > start else self._theirs(start)

    def _theirs(self, offset: int) -> int:
        # At the place of a run stands the character behind it.
        _, gone, places = self._runs
        return offset + gone[bisect_left(places, offset + 1)]
