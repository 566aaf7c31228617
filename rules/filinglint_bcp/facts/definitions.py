"""The definitions of disclosures: which concepts must meet, where, and what denies them; from ``disclosures.yaml``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache, cached_property
from typing import Literal

from filinglint.facts.sentences import Unit
from filinglint.facts.wording import Sought
from filinglint.facts.words import Occurrences
from filinglint.frozen import dataclass
from filinglint.spans import Range
from filinglint_bcp.facts import mood
from filinglint_bcp.facts.concepts import Concepts, concepts, read_yaml
from filinglint_bcp.facts.phrases import PhraseError

Present = Literal["yes", "weak", "no"]


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a unit can show a disclosure.

    ``all`` are concepts or phrases that must all be found in the unit; the first must be stated (see mood)
    where ``stated`` is true, or else not be denied where ``affirmed`` is. ``near`` must be found in the unit,
    its neighbours or its heading; ``under`` in its heading alone, ``anywhere`` in any statement of the text;
    ``unless`` must not be found in the unit. ``heads`` is whether a heading may show it, ``parts`` whether a
    heading above statements may.
    """

    all: tuple[str, ...]
    near: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    stated: bool = True
    affirmed: bool = False
    heads: bool = False
    parts: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """The ways to show a disclosure plainly, and those that only hint at it."""

    shows: tuple[Way, ...]
    hints: tuple[Way, ...]


# A question is so long, and its answer so many units.
_QUESTION = 110
_ANSWER = 4
# So many semicolons make a list.
_LIST = 2


class Reading:
    """The units of a text and where concepts are found in them, each looked for once."""

    def __init__(
        self, text: str, units: Sequence[Unit], known: Concepts | None = None, around: tuple[Reading, int] | None = None
    ) -> None:
        self.text, self.units = text, tuple(units)
        self._concepts = known or concepts()
        self._around = around
        self._possible: dict[str, Set[int]] = {}
        self._starts = [unit.start for unit in self.units]
        self._found: dict[tuple[str, int], tuple[Range, ...]] = {}
        self._marked: dict[str, tuple[Range, ...]] = {}
        self._clauses: dict[int, Reading | None] = {}
        self._asked = _questions(self.units)

    def unit_at(self, offset: int) -> int | None:
        """Return the index of the unit around the character at *offset* of the text; None when none is."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.units[index].end else None

    def mark(self, name: str, places: Iterable[Range]) -> None:
        """Make *name* a concept that is found at *places*, offsets into the text; code reads what no list can say."""
        places = tuple(places)
        by_unit: dict[int, list[Range]] = {index: [] for index in range(len(self.units))}
        for start, end in places:
            index = self.unit_at(start)
            if index is not None:
                base = self.units[index].start
                by_unit[index].append((start - base, end - base))
        self._found.update({(name, index): tuple(found) for index, found in by_unit.items()})
        self._marked[name] = places
        self._possible[name] = frozenset(index for index, found in by_unit.items() if found)

    def clauses(self, index: int) -> Reading | None:
        """Return what the clauses of unit *index* say, each by itself; None when it has no more than one."""
        if index not in self._clauses:
            parts = _clauses(self.units[index])
            reading = None
            if len(parts) > 1:
                reading = Reading(self.text, parts, self._concepts, (self, index))
                for name, places in self._marked.items():
                    reading.mark(name, places)
            self._clauses[index] = reading
        return self._clauses[index]

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the expression of a concept's name, or of a phrase."""
        return self._sought(name).pattern

    def _sought(self, name: str) -> Sought:
        return self._concepts.sought(name) if name in self._concepts else self._concepts.sought_phrase(name)

    def possible(self, name: str) -> bool:
        """Tell whether the text has the words without which *name* is found nowhere in it."""
        return bool(self._places(name))

    def _places(self, name: str) -> Set[int]:
        """Return the indices of the units, then of headings, that have the words without which *name* is not found."""
        places = self._possible.get(name)
        if places is None:
            if self._around is None:
                places = self._occurrences.meeting(self._sought(name).needs)
            else:
                reading, index = self._around
                places = frozenset(range(len(self.units))) if index in reading._places(name) else frozenset()
            self._possible[name] = places
        return places

    def having(self, names: Sequence[str]) -> Iterator[int]:
        """Yield the indices of the units that have the words without which not all of *names* are found in them."""
        places = self._places(names[0])
        for name in names[1:]:
            if not places:
                return
            places = places & self._places(name)
        yield from (index for index in places if index < len(self.units))

    @cached_property
    def _occurrences(self) -> Occurrences:
        headings = dict.fromkeys(unit.heading for unit in self.units)
        return Occurrences([*(unit.text for unit in self.units), *headings])

    def found(self, name: str, index: int) -> tuple[Range, ...]:
        """Return where the concept or phrase *name* is found in unit *index*, offsets into its text."""
        key = (name, index)
        found = self._found.get(key)
        if found is None:
            found = ()
            if index in self._places(name):
                found = tuple(m.span() for m in self.pattern(name).finditer(self.units[index].text))
            self._found[key] = found
        return found

    def neighbours(self, index: int) -> Iterator[int]:
        """Yield *index* and those of the statements before and after it."""
        yield index
        for step in (-1, 1):
            at = index + step
            while 0 <= at < len(self.units) and not self.units[at].states:
                at += step
            if 0 <= at < len(self.units):
                yield at

    def near(self, name: str, index: int) -> bool:
        """Tell whether *name* is found in unit *index*, beside it or in its heading."""
        if any(self.found(name, at) for at in self.neighbours(index)):
            return True
        return self.headed(name, index)

    def headed(self, name: str, index: int) -> bool:
        """Tell whether *name* is found in the heading of unit *index*, or in the question that it answers."""
        if name in self._marked or not self.possible(name):
            return False
        pattern = self.pattern(name)
        return any(pattern.search(words) for words in (self.units[index].heading, self._asked[index]))

    def said(self, name: str) -> bool:
        """Tell whether *name* is found in any statement."""
        return self.possible(name) and any(unit.states and self.found(name, at) for at, unit in enumerate(self.units))

    def shows(self, way: Way, index: int) -> bool:
        """Tell whether unit *index* shows what *way* says."""
        text = self.units[index].text
        if not all(self.found(name, index) for name in way.all):
            return False
        if not any(_holds(way, text, start, end) for start, end in self.found(way.all[0], index)):
            return False
        if any(self.found(name, index) for name in way.unless):
            return False
        return (
            all(self.near(name, index) for name in way.near)
            and all(self.headed(name, index) for name in way.under)
            and all(self.said(name) for name in way.anywhere)
        )


def _holds(way: Way, text: str, start: int, end: int) -> bool:
    """Tell whether the words of *text* from *start* to *end* are said in the mood that *way* asks for."""
    if way.stated:
        return mood.states(text, start, end)
    return not mood.recited(text, start) and (not way.affirmed or mood.affirmed(text, start, end))


def _clauses(unit: Unit) -> tuple[Unit, ...]:
    """Return the clauses of a list that runs on in one sentence, parted by semicolons."""
    if unit.text.count(";") < _LIST:
        return ()
    found, at = [], 0
    for words in unit.text.split(";"):
        start = unit.start + at
        if words.strip():
            found.append(replace(unit, text=words, start=start, end=start + len(words)))
        at += len(words) + 1
    return tuple(found)


def _questions(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return for each unit the question that it may answer, "" when there is none."""
    asked: list[str] = []
    question, left = "", 0
    for unit in units:
        if unit.text.endswith("?") and len(unit.text) <= _QUESTION:
            question, left = unit.text, _ANSWER
            asked.append("")
            continue
        left = 0 if unit.kind == "heading" else left - 1
        asked.append(question if left >= 0 and question else "")
    return tuple(asked)


def _heads(reading: Reading, way: Way, index: int) -> bool:
    """Tell whether unit *index* is a heading that may show what *way* says."""
    unit = reading.units[index]
    if unit.kind != "heading":
        return False
    if unit.text.endswith(".") and unit.text.count(" ") >= 2:
        return True  # a short sentence, taken for the head of those after it
    following = reading.units[index + 1 : index + 3]
    return way.heads or (way.parts and any(unit.states for unit in following))


def _by_unit(reading: Reading, ways: Iterable[Way]) -> dict[int, list[Way]]:
    """Return for each unit the *ways* whose words it has: no other can be shown in it."""
    found: dict[int, list[Way]] = {}
    for way in ways:
        for index in reading.having(way.all):
            found.setdefault(index, []).append(way)
    return found


def judge(reading: Reading, definition: Definition) -> tuple[Present, tuple[int, ...]]:
    """Return whether the disclosure is present, and the indices of the units that show it, in order."""
    shows, hints = _by_unit(reading, definition.shows), _by_unit(reading, definition.hints)
    shown: list[int] = []
    hinted: list[int] = []
    for index in sorted(shows.keys() | hints.keys()):
        unit = reading.units[index]
        if unit.kind == "chrome":
            continue
        likely = shows.get(index, ())
        fitting = [way for way in likely if reading.shows(way, index)]
        clauses = None if fitting or not likely or not unit.states else reading.clauses(index)
        if clauses is not None:
            fitting = [way for way in likely if any(clauses.shows(way, i) for i in range(len(clauses.units)))]
        if fitting and (unit.states or any(_heads(reading, way, index) for way in fitting)):
            shown.append(index)
        elif fitting or any(reading.shows(way, index) for way in hints.get(index, ())):
            hinted.append(index)
    if shown:
        return "yes", tuple(shown)
    return ("weak", tuple(hinted)) if hinted else ("no", ())


def _names(value: object, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise PhraseError(f"{where}: a concept, a phrase, or a list of them")


def _way(value: object, where: str) -> Way:
    if isinstance(value, str | list):
        return Way(_names(value, where))
    if not isinstance(value, Mapping) or "all" not in value:
        raise PhraseError(f"{where}: a way has 'all'")
    unknown = value.keys() - {"all", "near", "under", "anywhere", "unless", "stated", "affirmed", "heads", "parts"}
    if unknown:
        raise PhraseError(f"{where}: nothing is known of {', '.join(sorted(unknown))}")
    return Way(
        all=_names(value["all"], where),
        near=_names(value.get("near", []), where),
        under=_names(value.get("under", []), where),
        anywhere=_names(value.get("anywhere", []), where),
        unless=_names(value.get("unless", []), where),
        stated=bool(value.get("stated", True)),
        affirmed=bool(value.get("affirmed", False)),
        heads=bool(value.get("heads", False)),
        parts=bool(value.get("parts", False)),
    )


def _ways(value: object, where: str) -> tuple[Way, ...]:
    if not isinstance(value, list):
        raise PhraseError(f"{where}: a list of ways")
    return tuple(_way(entry, where) for entry in value)


@cache
def definitions() -> Mapping[str, Definition]:
    """Return the definitions of the pack by the ids of their disclosures, in order of declaration."""
    read: Callable[[object, str], tuple[Way, ...]] = _ways
    found: dict[str, Definition] = {}
    for name, value in read_yaml("definitions").items():
        if not isinstance(value, Mapping):
            raise PhraseError(f"disclosure {name!r} has 'shows' and 'hints'")
        found[name] = Definition(read(value.get("shows", []), name), read(value.get("hints", []), name))
    return found
