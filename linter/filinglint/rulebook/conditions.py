"""The conditions of declared rules: what is asked of a text, and how several answers make one.

An answer is ``yes``, ``weak`` or ``no``. Of ``any`` the best counts, of ``all`` the worst; ``not`` turns yes and
no round and leaves weak as it is. So a rule accuses nobody on a hint, unless it asks for hints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Literal, Protocol

from filinglint.facts.extractor import Extractor
from filinglint.facts.words import Needs
from filinglint.finding import Fix
from filinglint.frozen import dataclass
from filinglint.rulebook.terms import PRESENT, Clash, Found, Present, Shown
from filinglint.spans import Span

Look = Callable[["Ask"], Found]
Operator = Literal["any", "all", "at-least", "not"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a condition on one text; ``parts`` are the answers that it is made of, none of a single question.

    ``label`` is how messages call what was asked for. ``looked`` is where it was looked for. ``fixes`` are by place.
    ``clashes`` are the places that show why it does not hold.
    """

    present: Present
    label: str
    looked: Span
    places: Sequence[Shown] = ()
    operator: Operator | None = None
    parts: tuple[Answer, ...] = ()
    fixes: Mapping[Span, Fix] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()

    def leaves(self, present: Present) -> Iterator[Answer]:
        """Yield the single answers that are *present*; alternatives to what is there are not lacking."""
        if not self.parts:
            if self.present == present:
                yield self
        elif not (self.operator == "any" and present == "no" and self.present != "no"):
            for part in self.parts:
                yield from part.leaves(present)

    @property
    def first(self) -> Shown | None:
        """The first place that shows it, or hints at it; what shows it comes before what hints."""
        if not self.parts:
            return self.places[0] if self.places else None
        ordered = sorted(self.parts, key=lambda part: -PRESENT.index(part.present))
        return next((place for part in ordered if (place := part.first) is not None), None)

    @property
    def every(self) -> list[Shown]:
        """All places that plainly show it, in the order of the text."""
        shown = {place.span: place for leaf in self.leaves("yes") for place in leaf.places}
        return [shown[span] for span in sorted(shown)]


class Condition(Protocol):
    """What can be answered of a text."""

    def answer(self, look: Look) -> Answer:
        """Return what comes of it where *look* answers single questions."""

    def presence(self, look: Look) -> Present:
        """Return what its answer is, without what shows it: most rules find nothing, and need no more."""
        return self.answer(look).present

    @property
    def asks(self) -> Iterator[Ask]:
        """The single questions in it."""


@dataclass(frozen=True, slots=True)
class Ask(Condition):
    """A single question: what *looks* finds in the facts that *reads* gives.

    With ``present`` it holds where the text does just that about it, and else it does not. ``placed`` is whether it
    can be asked of a part of the text. ``needs`` returns what a text has wherever anything is found; None where that
    is no matter of words. With ``english`` nothing can be told of a text in another language where nothing is found.
    """

    reads: Extractor[Any]
    looks: Callable[[Any], Found]
    label: str
    present: frozenset[Present] = frozenset()
    placed: bool = False
    needs: Callable[[], Needs] | None = None
    english: bool = False

    @property
    def asks(self) -> Iterator[Ask]:
        """Itself."""
        yield self

    def answer(self, look: Look) -> Answer:
        """Return what comes of it."""
        found = look(self)
        label = found.says or self.label
        present = self._held(found.present)
        return Answer(present, label, found.looked, found.places, fixes=found.fixes, clashes=found.clashes)

    def presence(self, look: Look) -> Present:
        """Return what its answer is."""
        return self._held(look(self).present)

    def _held(self, present: Present) -> Present:
        if not self.present:
            return present
        return "yes" if present in self.present else "no"


@dataclass(frozen=True, slots=True)
class Combined(Condition):
    """Several conditions as one. *least* is how many must hold, for ``at-least``.

    With a label it is one thing to messages, with the places of all its parts; without, each part is one.
    """

    operator: Operator
    parts: tuple[Condition, ...]
    least: int = 1
    label: str = ""

    @property
    def asks(self) -> Iterator[Ask]:
        """The questions of all parts."""
        for part in self.parts:
            yield from part.asks

    def answer(self, look: Look) -> Answer:
        """Return what comes of it."""
        parts = tuple(part.answer(look) for part in self.parts)
        present = self._present([part.present for part in parts])
        whole = Answer(present, self.label, parts[0].looked, (), self.operator, parts)
        if self.operator == "not":
            return Answer(whole.present, self.label or f"no {parts[0].label}", whole.looked)
        if self.label:
            places = tuple(place for part in parts if (place := part.first) is not None)
            return Answer(whole.present, self.label, whole.looked, places)
        return whole

    def presence(self, look: Look) -> Present:
        """Return what its answer is."""
        return self._present([part.presence(look) for part in self.parts])

    def _present(self, parts: Sequence[Present]) -> Present:
        ranks = list(map(PRESENT.index, parts))
        if self.operator == "not":
            return PRESENT[2 - ranks[0]]
        if self.operator == "at-least":
            # The answer of the one that is counted last: of two, the second best.
            return PRESENT[sorted(ranks, reverse=True)[self.least - 1]]
        return PRESENT[max(ranks) if self.operator == "any" else min(ranks)]


def sightings(answer: Answer) -> Iterator[tuple[Answer, Shown | Span, tuple[tuple[Shown, str], ...]]]:
    """Yield what a rule that forbids points at: which answer, its place, and the places that belong to it.

    Of alternatives each place is one; of what must come together only the first is, and the others belong to it.
    """
    if answer.present != "yes":
        return
    if answer.operator in ("any", "at-least"):
        for part in answer.parts:
            yield from sightings(part)
    elif answer.operator == "all":
        shown = [(part, place) for part in answer.parts if (place := part.first) is not None]
        if not shown:
            yield answer, answer.looked, ()
        else:
            (part, at), *others = shown
            yield part, at, tuple((place, other.label) for other, place in others)
    elif answer.places:
        for place in answer.places:
            yield answer, place, ()
    else:
        yield answer, answer.looked, ()
