"""What is asked of the words of a document: phrases, concepts, regular expressions, and dates beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import overload

from filinglint.dates import find_dates
from filinglint.documents.signs import sign
from filinglint.facts.sentences import Passage
from filinglint.facts.wording import Part, Sought, Wording, wording
from filinglint.facts.words import Needs
from filinglint.located import Located, NotApplicable
from filinglint.rulebook.conditions import Ask
from filinglint.rulebook.patterns import words_of
from filinglint.rulebook.terms import Found
from filinglint.spans import Range, Span

PARTS: tuple[Part, ...] = ("section", "paragraph", "table", "heading")


def ask_words(sought: Sought, label: str) -> Ask:
    """Return the question whether the text has what is *sought*: a heading only hints at it."""

    def looks(text: Wording) -> Found:
        stated, hinted = text.found(sought)
        if not stated and not hinted:
            return _nothing(text.content)
        return Found("yes" if stated else "weak", text.content, _Words(text, [place for _, place in stated or hinted]))

    return Ask(wording, looks, label, placed=True, needs=lambda: sought.needs, english=True)


class _Words(Sequence[Located[str]]):
    """The words at *places* of a text, each worked out when it is asked for: most often nobody asks."""

    def __init__(self, text: Wording, places: Sequence[Range]) -> None:
        self._text, self._places = text, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Located[str]: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Located[str]]: ...

    def __getitem__(self, index: int | slice) -> Located[str] | Sequence[Located[str]]:
        if isinstance(index, slice):
            return _Words(self._text, self._places[index])
        return self._text.located(self._places[index])


@lru_cache(64)
def _nothing(looked: Span) -> Found:
    """Return that nothing was found there: what most questions come to, again and again of one text."""
    return Found("no", looked)


def ask_expression(pattern: re.Pattern[str], label: str) -> Ask:
    """Return the question whether a block of the text has *pattern*, which is of the words as they are written."""
    words = frozenset(map(sign, words_of(pattern.pattern)))
    needs = Needs(some=True, signs=words) if words else Needs()

    def looks(text: Wording) -> Found:
        if not text.meets(needs):
            return _nothing(text.content)
        places = tuple(text.located(place) for place in text.matches(pattern, words))
        return Found("yes" if places else "no", text.content, places)

    return Ask(wording, looks, label, placed=True, needs=lambda: needs)


def ask_dates(sought: Sought, label: str) -> Ask:
    """Return the question for the dates that stand in one sentence with what is *sought*: behind it, or before it.

    The values at their places are ISO dates; of a date that no calendar has there is none.
    """

    def looks(text: Wording) -> Found:
        stated, hinted = text.found(sought)
        found = {place: day for passage, words in (*stated, *hinted) for place, day in _dates(text, passage, words)}
        places = tuple(Located(found[place], text.span(place)) for place in sorted(found))
        return Found("yes" if places else "no", text.content, places)

    return Ask(wording, looks, label, placed=True)


def _dates(text: Wording, passage: Passage, words: Range) -> Sequence[tuple[Range, str]]:
    """Return the date of *passage* that belongs to *words*, none or one."""
    start, end = text.rendered_range(passage)
    dates = [one for one in find_dates(text.rendered.text[start:end]) if one.date is not None]
    behind = [one for one in dates if start + one.start >= words[0]]
    chosen = behind[0] if behind else dates[-1] if dates else None
    if chosen is None or chosen.date is None:
        return ()
    return [((start + chosen.start, start + chosen.end), chosen.date.isoformat())]


@dataclass(frozen=True, slots=True)
class Where:
    """The documents and the parts of them that a rule is asked of, each part by itself.

    ``documents`` are types such as ``EX-99.1`` or ``EX-99*``, empty for all. The parts are those of ``part`` that
    have ``pattern`` (a section in its heading), all where it is None; without a ``part`` it is the whole text.
    """

    documents: tuple[str, ...] = ()
    part: Part | None = None
    pattern: re.Pattern[str] | None = None
    label: str = ""

    def parts(self, text: Wording) -> list[Range]:
        """Return the ranges of the parts. Raises NotApplicable where there is none."""
        if self.part is None:
            return [(0, len(text.rendered.text))]
        found = list(text.parts(self.part, self.pattern))
        if not found:
            raise NotApplicable(f"there is no {self.part}{f' with {self.label}' if self.label else ''}")
        return found

    def takes(self, type_name: str) -> bool:
        """Tell whether it is about documents of the type *type_name*."""
        return not self.documents or any(
            type_name.startswith(wanted[:-1]) if wanted.endswith("*") else type_name == wanted
            for wanted in self.documents
        )

    @property
    def not_taken(self) -> str:
        """What is said of a document of another type."""
        return f"it is no {' or '.join(self.documents)}"


def within(found: Found, text: Wording, part: Range) -> Found:
    """Return what of *found* stands in *part* of *text*."""
    around = text.span(part)
    places = tuple(place for place in found.places if place.span in around)
    return replace(found, places=places, present=found.present if places else "no", looked=around)
