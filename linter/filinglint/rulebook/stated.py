"""What is asked of facts: whether one is stated, what it says, and whether a record of them is as it should be.

A fact goes by the name under which ``filinglint facts`` prints it: ``cover.registrants.name`` is the name of each
registrant, ``cover.registrants[1].name`` that of the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor
from filinglint.facts.records import Encoder, recorded
from filinglint.facts.sentences import fold
from filinglint.located import Absent, CannotTell, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.report import INCOMPLETE
from filinglint.rulebook.conditions import Ask
from filinglint.rulebook.terms import Clash, Found, Shown
from filinglint.spans import Span

if TYPE_CHECKING:  # loaded for rules that have a schema only
    from jsonschema.protocols import Validator

_STEP = pattern(r"([a-z][a-z0-9_]*)(?:\[([1-9][0-9]{0,3})\])?")


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of one extractor as a record with spans for places, read when it is asked for first.

    ``read`` returns it, or ends as the extractor does; ``whole`` is the range of the whole input.
    """

    read: Callable[[], Any]
    whole: Span

    @property
    def record(self) -> Any:
        """The record."""
        return self.read()


class _Spanned(Encoder):
    nowhere = {"span": None}  # noqa: RUF012

    def place(self, span: Span) -> dict[str, Any]:
        return {"span": span}


@lru_cache(maxsize=256)
def told(extractor: Extractor[Any]) -> Extractor[Told]:
    """Return an extractor of the record of what *extractor* reads."""
    name = f"{extractor.name} told"

    def find(submission: Submission, _: object) -> Any:
        record = recorded(submission, extractor, _Spanned(submission))
        return [one["facts"] for one in record] if extractor.per_document else record

    records = Extractor(name, extractor.kinds, False, find)

    def read(submission: Submission) -> Any:
        try:
            return records.of(submission)
        except Exception:
            raise
        except BaseException:  # whoever runs rules ends so what takes too long, and the next would wait as long
            records.give_up(submission, None, f"{INCOMPLETE}reading '{name}' took too long")
            raise

    return Extractor(
        name, extractor.kinds, False, lambda submission, _: Told(partial(read, submission), submission.span)
    )


@dataclass(frozen=True, slots=True)
class Path:
    """The way to a fact: steps by name, each to one member of a list where it has a number, else to all."""

    name: str
    steps: tuple[tuple[str, int | None], ...]

    @classmethod
    def of(cls, name: str) -> Path:
        """Return the path *name*. Raises ValueError when it is none."""
        steps = []
        for step in name.split("."):
            m = _STEP.fullmatch(step)
            if m is None:
                raise ValueError(f"'{name}' is no name of a fact; facts are named as 'filinglint facts' prints them")
            steps.append((m[1], int(m[2]) - 1 if m[2] else None))
        return cls(name, tuple(steps))

    @property
    def plain(self) -> str:
        """The name without the numbers."""
        return ".".join(name for name, _ in self.steps)

    def leaves(self, facts: Told) -> list[Leaf[Any]]:
        """Return what *facts* say at the end of the path: at least an Absent leaf."""
        ((_, number), *steps) = self.steps
        start = facts.record
        if number is not None and isinstance(start, list):
            start = start[number : number + 1]
        found = list(_walk(start, steps, facts.whole, self.steps[-1][0]))
        return found or [Absent(_around(facts.record) or facts.whole, self.name)]


def _around(record: Any) -> Span | None:
    if isinstance(record, list):
        return next((span for one in record if (span := _around(one)) is not None), None)
    if not isinstance(record, dict):
        return None
    span = record.get("span")
    if isinstance(span, Span):
        return span
    # A leaf that was looked for in the whole tells where that is.
    return next((one["span"] for one in record.values() if isinstance(one, dict) and one.get("span")), None)


def _walk(value: Any, steps: Sequence[tuple[str, int | None]], around: Span, name: str) -> Iterator[Leaf[Any]]:
    if isinstance(value, list):
        for member in value:
            yield from _walk(member, steps, around, name)
    elif isinstance(value, dict) and "state" in value and "span" in value:
        if not steps:
            yield _leaf(value, name)
    elif isinstance(value, dict):
        around = value.get("span") or around
        if not steps:
            yield Located("", around)
        elif (key := steps[0][0]) in value:
            member, number = value[key], steps[0][1]
            if number is not None and isinstance(member, list):
                member = member[number : number + 1]
            yield from _walk(member, steps[1:], around, name)
    elif not steps:
        yield Absent(around, name.replace("_", " ")) if value is None else Located(value, around)


def _leaf(record: Mapping[str, Any], name: str) -> Leaf[Any]:
    if record["state"] == "stated":
        return Located(record["value"], record["span"])
    what = record.get("what") or name.replace("_", " ")
    if record["state"] == "unsure":
        return Unsure(record["span"], what, record["reason"])
    return Absent(record["span"], what)


def words_of(value: Any) -> str:
    """Return *value* as a rule writes it."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def stated(path: Path, facts: Told) -> list[Located[str]]:
    """Return the values at the end of *path*. Raises CannotTell where none is stated, and one is unsure."""
    leaves = path.leaves(facts)
    found = [Located(words_of(leaf.value), leaf.span) for leaf in leaves if isinstance(leaf, Located)]
    if not found:
        for leaf in leaves:
            if isinstance(leaf, Unsure):
                raise CannotTell(f"{leaf.what}: {leaf.reason}")
    return found


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a fact must say: each value one of ``each``, some value one of ``some``, each such as ``like``."""

    each: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    like: re.Pattern[str] | None = None

    def refused(self, values: Sequence[Located[str]]) -> list[Located[str]]:
        """Return those of *values* that will not do."""
        if self.some and not any(same(value.value, one) for value in values for one in self.some):
            return list(values)
        return [
            value
            for value in values
            if (self.each and not any(same(value.value, one) for one in self.each))
            or (self.like is not None and not self.like.fullmatch(value.value))
        ]

    @property
    def words(self) -> str:
        """What was wanted, for messages."""
        listed = [f"'{one}'" for one in (*self.each, *self.some)]
        return " or ".join(listed) if listed else f"as {self.like.pattern}" if self.like else ""


def same(one: str, other: str) -> bool:
    """Tell whether two values are the same to a reader: blanks, case and the forms of quotation marks aside."""
    return " ".join(fold(one).split()) == " ".join(fold(other).split())


def ask_fact(path: Path, extractor: Extractor[Any], wanted: Wanted, label: str) -> Ask:
    """Return the question whether a fact is stated, and says what is *wanted*."""

    def looks(facts: Told) -> Found:
        values = stated(path, facts)
        if not values:
            return Found("no", path.leaves(facts)[0].span)
        refused = wanted.refused(values)
        clashes = tuple(Clash(value, f"'{value.value}', not {wanted.words}") for value in refused)
        places = tuple(value for value in values if value not in refused)
        return Found("no" if refused else "yes", values[0].span, places, clashes=clashes)

    return Ask(told(extractor), looks, label)


def ask_schema(name: str, extractor: Extractor[Any], validator: Callable[[], Validator], label: str) -> Ask:
    """Return the question whether the record of *extractor* is as a JSON Schema has it.

    Stated values are plain values in it, absent ones are not in it at all. Where what is unsure might decide, it
    cannot be told.
    """

    def looks(facts: Told) -> Found:
        whole = _around(facts.record) or facts.whole
        unsure: list[str] = []
        clashes = []
        plain = _plain(facts.record, name, unsure)
        for error in sorted(validator().iter_errors(plain), key=lambda error: list(map(str, error.absolute_path))):
            at = _place(facts.record, list(error.absolute_path), whole)
            clashes.append(Clash(at, f"{'.'.join([name, *map(_step, error.absolute_path)])}: {error.message}"))
        if clashes and unsure:
            raise CannotTell(f"{unsure[0]} cannot be read for certain")
        return Found("no" if clashes else "yes", whole, clashes=tuple(clashes))

    return Ask(told(extractor), looks, label)


def _step(step: str | int) -> str:
    return str(step + 1) if isinstance(step, int) else step


def _plain(value: Any, name: str, unsure: list[str]) -> Any:
    """Return *value* without places; the names of what is unsure in it go to *unsure*."""
    if isinstance(value, list):
        return [_plain(one, name, unsure) for one in value]
    if not isinstance(value, dict):
        return value
    if "state" in value and "span" in value:
        if value["state"] == "unsure":
            unsure.append(name)
        return value.get("value")
    found = {key: _plain(member, f"{name}.{key}", unsure) for key, member in value.items() if key != "span"}
    return {key: member for key, member in found.items() if member is not None}


def _place(record: Any, steps: list[str | int], around: Span) -> Shown:
    """Return the place of what stands at *steps* of *record*, or of the nearest thing around it."""
    for step in steps:
        member: Any = record[step] if isinstance(record, list | dict) else None  # type: ignore[index]
        if isinstance(member, dict) and isinstance(member.get("span"), Span):
            around = member["span"]
        record = member
    value = record.get("value", "") if isinstance(record, dict) else record
    return Located(words_of(value) if isinstance(value, str | int | float) else "", around)
