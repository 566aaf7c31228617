"""Conditions that look at several places at once: how often, in which order, whether they agree, how old they are."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import Any, Literal

from filinglint.dates import find_dates
from filinglint.facts.day import day
from filinglint.facts.extractor import Extractor
from filinglint.located import Absent, Located, NotApplicable
from filinglint.rulebook.conditions import Answer, Ask, Condition, Look
from filinglint.rulebook.stated import Path, Told, same, stated, told
from filinglint.rulebook.terms import PRESENT, Clash, Found, Present, Shown
from filinglint.spans import Span


@dataclass(frozen=True, slots=True)
class Count(Condition):
    """How many places plainly show something: at least ``least``, at most ``most``."""

    part: Condition
    least: int
    most: int | None
    label: str

    @property
    def asks(self) -> Iterator[Ask]:
        """Those of what is counted."""
        return self.part.asks

    def answer(self, look: Look) -> Answer:
        """Return whether there are so many; the first that is too many is where they are not."""
        counted = self.part.answer(look)
        places = counted.every
        number = len(places)
        clashes: tuple[Clash, ...] = ()
        if self.most is not None and number > self.most:
            why = f"{number} times, and {self.most} at most"
            others = tuple((place, "here too") for place in places[: self.most])
            clashes = (Clash(places[self.most], why, others),)
        elif number < self.least and places:
            clashes = (Clash(places[0], f"{number} times, and {self.least} at least"),)
        fits = not clashes and number >= self.least
        return Answer("yes" if fits else "no", self.label, counted.looked, places, clashes=clashes)


@dataclass(frozen=True, slots=True)
class Order(Condition):
    """Things that stand in this order, as far as they are there, each where it is first."""

    parts: tuple[Condition, ...]
    label: str

    @property
    def asks(self) -> Iterator[Ask]:
        """Those of all parts."""
        return chain.from_iterable(part.asks for part in self.parts)

    def answer(self, look: Look) -> Answer:
        """Return whether they do; the first that stands before what should precede it is where they do not."""
        answers = [part.answer(look) for part in self.parts]
        there = [(one.label, place) for one in answers if one.present != "no" and (place := one.first) is not None]
        for (before, earlier), (behind, later) in pairwise(there):
            if later.span < earlier.span:
                clash = Clash(later, f"'{behind}' stands before '{before}'", ((earlier, before),))
                return Answer("no", self.label, answers[0].looked, (later,), clashes=(clash,))
        return Answer("yes", self.label, answers[0].looked, tuple(place for _, place in there))


@dataclass(frozen=True, slots=True)
class OneOf(Condition):
    """Several words for one thing, of which a text keeps to one."""

    parts: tuple[Condition, ...]
    label: str

    @property
    def asks(self) -> Iterator[Ask]:
        """Those of all parts."""
        return chain.from_iterable(part.asks for part in self.parts)

    def answer(self, look: Look) -> Answer:
        """Return whether it does; every other word than the most frequent one is where it does not."""
        answers = [part.answer(look) for part in self.parts]
        used = [(one.label, one.every) for one in answers if one.every]
        looked = answers[0].looked
        if len(used) < 2:
            return Answer("yes", self.label, looked, used[0][1] if used else ())
        kept, places = max(used, key=lambda one: len(one[1]))
        clashes = tuple(
            Clash(others[0], f"'{name}' here, '{kept}' elsewhere", ((places[0], f"'{kept}'"),))
            for name, others in used
            if name != kept
        )
        return Answer("no", self.label, looked, tuple(clash.at for clash in clashes), clashes=clashes)


@dataclass(frozen=True, slots=True)
class Implied(Condition):
    """Where the one holds, the other must."""

    given: Condition
    then: Condition
    label: str

    @property
    def asks(self) -> Iterator[Ask]:
        """Those of both."""
        return chain(self.given.asks, self.then.asks)

    def answer(self, look: Look) -> Answer:
        """Return whether it does; what shows the one is where it does not."""
        given = self.given.answer(look)
        if given.present == "no":
            return Answer("yes", self.label, given.looked)
        then = self.then.answer(look)
        present = PRESENT[max(PRESENT.index(then.present), 1 if given.present == "weak" else 0)]
        lacking = [part.label for part in then.leaves("no")] or [then.label]
        label = self.label or ", ".join(lacking)
        clashes: tuple[Clash, ...] = ()
        if present == "no":
            at = given.first or Absent(given.looked, given.label)
            why = f"{given.label or 'what it asks'} without {', '.join(lacking)}"
            clashes = tuple(chain.from_iterable(part.clashes for part in then.leaves("no"))) or (Clash(at, why),)
        return Answer(present, label, then.looked, tuple(then.every), clashes=clashes)


Unit = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Age:
    """So many days, months or years."""

    number: int
    unit: Unit

    @classmethod
    def of(cls, words: str) -> Age:
        """Return the age that *words* such as ``18 months`` say. Raises ValueError when they say none."""
        number, _, unit = words.partition(" ")
        unit = unit.removesuffix("s")
        if not (number.isascii() and number.isdecimal() and len(number) < 5) or unit not in ("day", "month", "year"):
            raise ValueError(f"'{words}' is no age; give days, months or years, such as 18 months")
        return cls(int(number), unit)  # type: ignore[arg-type]  # it is one of them

    def before(self, when: date) -> date:
        """Return the day so long before *when*; of a month that is too short, the last."""
        if self.unit == "day":
            return when - timedelta(self.number)
        months = self.number * (12 if self.unit == "year" else 1)
        year, month = divmod(when.year * 12 + when.month - 1 - months, 12)
        return date(year, month + 1, min(when.day, calendar.monthrange(year, month + 1)[1]))

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'s' if self.number != 1 else ''}"


Bound = date | Ask
"""A day, or the question that finds it: in a fact, or in the day as of which the text is judged."""


def ask_day() -> Ask:
    """Return the question for the day as of which a text is judged."""
    return Ask(day, lambda when: Found("yes", Span(0, 0), (Located(when.isoformat(), Span(0, 0)),)), "the day")


@dataclass(frozen=True, slots=True)
class Dated(Condition):
    """Dates that are neither too old nor too young; ``part`` finds them, their words are read."""

    part: Ask
    label: str
    oldest: Age | None = None
    not_before: Bound | None = None
    not_after: Bound | None = None

    @property
    def asks(self) -> Iterator[Ask]:
        """That for the dates, and those for the days they are held to."""
        yield self.part
        yield from (bound for bound in (self.not_before, self.not_after) if isinstance(bound, Ask))
        if self.oldest is not None:
            yield ask_day_once

    def answer(self, look: Look) -> Answer:
        """Return whether all dates fit; those that do not are where they do not. Without a date it does not hold."""
        found = look(self.part)
        dates = [(place, when) for place in found.places if (when := _day(place)) is not None]
        if not dates:
            return Answer("no", self.label, found.looked)
        clashes = tuple(Clash(place, why) for place, when in dates if (why := self._wrong(when, look)))
        return Answer("no" if clashes else "yes", self.label, found.looked, found.places, clashes=clashes)

    def _wrong(self, when: date, look: Look) -> str:
        if self.oldest is not None:
            today = _read(ask_day_once, look)
            if today is not None and when < self.oldest.before(today):
                return f"{when} is more than {self.oldest} before {today}"
        earliest, latest = _read(self.not_before, look), _read(self.not_after, look)
        if earliest is not None and when < earliest:
            return f"{when} is before {earliest}"
        if latest is not None and when > latest:
            return f"{when} is after {latest}"
        return ""


ask_day_once = ask_day()


def _read(bound: Bound | None, look: Look) -> date | None:
    """Return the day of *bound*. Raises NotApplicable where the text does not state it."""
    if not isinstance(bound, Ask):
        return bound
    found = look(bound)
    days = [when for place in found.places if (when := _day(place)) is not None]
    if not days:
        raise NotApplicable(f"no {bound.label} is stated")
    return days[0]


def _day(place: Shown) -> date | None:
    found = next(find_dates(str(place.value)), None) if isinstance(place, Located) else None
    return found.date if found is not None else None


@dataclass(frozen=True, slots=True)
class EqualFacts(Condition):
    """Facts that say the same: as many values as each of them has, in any order."""

    paths: tuple[tuple[Path, Extractor[Any]], ...]
    label: str

    @property
    def asks(self) -> Iterator[Ask]:
        """One for each fact."""
        for path, extractor in self.paths:
            yield self._ask(path, extractor)

    @staticmethod
    def _ask(path: Path, extractor: Extractor[Any]) -> Ask:
        def looks(facts: Told) -> Found:
            values = stated(path, facts)
            return Found("yes" if values else "no", path.leaves(facts)[0].span, values)

        return Ask(told(extractor), looks, path.name)

    def answer(self, look: Look) -> Answer:
        """Return whether they do. Raises NotApplicable where fewer than two of them are stated."""
        found = [(path.name, look(self._ask(path, extractor))) for path, extractor in self.paths]
        there = [(name, [place for place in one.places if isinstance(place, Located)]) for name, one in found]
        there = [(name, values) for name, values in there if values]
        if len(there) < 2:
            raise NotApplicable(f"fewer than two of {', '.join(path.name for path, _ in self.paths)} are stated")
        (first, expected), *others = there
        clashes: list[Clash] = []
        for name, values in others:
            strange = _lacking(values, expected)
            missing = _lacking(expected, values) if not strange else []
            clashes += [_clash(value, name, expected[0], first) for value in strange]
            clashes += [_clash(value, first, values[0], name) for value in missing]
        present: Present = "no" if clashes else "yes"
        return Answer(present, self.label, found[0][1].looked, expected, clashes=tuple(clashes))


def _lacking(values: Sequence[Located[str]], known: Sequence[Located[str]]) -> list[Located[str]]:
    """Return those of *values* that are none of *known*."""
    return [value for value in values if not any(same(value.value, one.value) for one in known)]


def _clash(value: Located[str], name: str, other: Located[str], other_name: str) -> Clash:
    why = f"{name} '{value.value}', {other_name} '{other.value}'"
    return Clash(value, why, ((other, f"{other_name} '{other.value}'"),))
