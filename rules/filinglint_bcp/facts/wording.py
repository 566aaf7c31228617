"""Phrases and concepts, looked for in the sentences of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filinglint.documents.document import Document
from filinglint.documents.markup import Rendered
from filinglint.frozen import dataclass
from filinglint.rulebook.terms import Found
from filinglint.spans import Span

if TYPE_CHECKING:  # what reads a text for its meaning is loaded when there is one to be read
    from filinglint.facts.evened import Evened
    from filinglint_bcp.facts.definitions import Reading


@dataclass(frozen=True, slots=True)
class Wording:
    """A rendered text, what is said in it, and its units."""

    rendered: Rendered
    said: Evened
    reading: Reading
    content: Span

    @classmethod
    def of_document(cls, document: Document) -> Wording:
        """Return the wording of *document*."""
        from filinglint.facts.evened import Evened
        from filinglint_bcp.facts.definitions import Reading

        said = Evened(document.rendered)
        return cls(document.rendered, said, Reading(said.text, said.units), document.content)

    def look(self, name: str) -> Found:
        """Look for the concept or phrase *name*: a sentence or list item has it, a heading only hints at it."""
        stated: list[tuple[int, int]] = []
        hinted: list[tuple[int, int]] = []
        for index, unit in enumerate(self.reading.units):
            if unit.kind == "chrome":
                continue
            places = [(unit.start + start, unit.start + end) for start, end in self.reading.found(name, index)]
            (stated if unit.states else hinted).extend(places)
        shown = tuple(self.rendered.located(*self.said.place(*place)) for place in stated or hinted)
        return Found("yes" if stated else "weak" if hinted else "no", self.content, shown)
