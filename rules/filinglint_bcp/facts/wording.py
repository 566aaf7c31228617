"""Phrases and concepts, looked for in the sentences of one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from filinglint.documents.document import Document
from filinglint.documents.markup import Rendered
from filinglint.rulebook.terms import Found
from filinglint.spans import Span

if TYPE_CHECKING:  # what reads a text for its meaning is loaded when there is one to be read
    from filinglint_bcp.facts.definitions import Reading


@dataclass(frozen=True, slots=True)
class Wording:
    """A rendered text and its units."""

    rendered: Rendered
    reading: Reading
    content: Span

    @classmethod
    def of_document(cls, document: Document) -> Wording:
        """Return the wording of *document*."""
        from filinglint_bcp.facts.definitions import Reading
        from filinglint_bcp.facts.reading import units_of

        rendered = document.rendered
        return cls(rendered, Reading(rendered.text, units_of(rendered)), document.content)

    def look(self, name: str) -> Found:
        """Look for the concept or phrase *name*: a sentence or list item has it, a heading only hints at it."""
        stated: list[tuple[int, int]] = []
        hinted: list[tuple[int, int]] = []
        for index, unit in enumerate(self.reading.units):
            if unit.kind == "chrome":
                continue
            places = [(unit.start + start, unit.start + end) for start, end in self.reading.found(name, index)]
            (stated if unit.states else hinted).extend(places)
        shown = tuple(self.rendered.located(start, end) for start, end in stated or hinted)
        return Found("yes" if stated else "weak" if hinted else "no", self.content, shown)
