"""Facts as a row of statements, each with a name that stays when something is put before it.

A thing in a list is called by what identifies it (an exhibit by its number, a document by its type), and
by its place in the list where nothing does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from filinglint.comparison import FactChange, FindingChange
from filinglint.finding import Finding
from filinglint.frozen import dataclass

_PLACES = frozenset(
    "line column end_line end_column byte_start byte_end page end_page page_line paragraph end_paragraph".split()
)
# Where a thing stands, and what is told elsewhere.
_BESIDE = frozenset(("document", "filers", "unsure", "links"))
_KEYS = ("number", "type", "tag", "code")
_NOT_COMPARED = frozenset(("integrity",))  # it is about the bytes, of which every change changes the digest


@dataclass(frozen=True, slots=True)
class Statement:
    """What is stated, None where it is not, and at which bytes, None where it has no place of its own."""

    value: str | None
    place: tuple[int, int] | None


def statements(facts: Mapping[str, Any]) -> dict[str, Statement]:
    """Return the statements of *facts*, a record as ``filinglint facts`` prints it, by their names in order."""
    found: dict[str, Statement] = {}
    for name, record in facts.items():
        if name not in _NOT_COMPARED:
            found.update(_stated(name, record, None))
    return found


def _stated(name: str, record: Any, place: tuple[int, int] | None) -> Iterator[tuple[str, Statement]]:
    if isinstance(record, list):
        for key, member in zip(_keys(record), record, strict=True):
            yield from _stated(f"{name}[{key}]", member, place)
    elif isinstance(record, dict):
        start, end = record.get("byte_start"), record.get("byte_end")
        inner = (start, end) if start is not None and end is not None else place
        if "state" in record:
            if record["state"] == "stated":
                yield from _stated(name, record.get("value"), inner)
            else:
                yield name, Statement(None, inner)
            return
        for key, member in record.items():
            if key not in _PLACES and key not in _BESIDE:
                yield from _stated(f"{name}.{key}", member, inner)
    else:
        yield name, Statement(None if record is None else str(record), place)


def _keys(members: Sequence[Any]) -> list[str]:
    """Return what each of *members* is called: by a key of its own, numbered where it comes again."""
    seen: Counter[str] = Counter()
    keys = []
    for index, member in enumerate(members, 1):
        own = next((_plain(member[key]) for key in _KEYS if key in member), "") if isinstance(member, dict) else ""
        seen[own] += 1
        keys.append(str(index) if not own else own if seen[own] == 1 else f"{own} #{seen[own]}")
    return keys


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("value")
    return value if isinstance(value, str) else ""


def fact_changes(
    old: Mapping[str, Any], new: Mapping[str, Any], findings: Sequence[FindingChange]
) -> tuple[FactChange, ...]:
    """Return the facts that *new* states otherwise than *old*, by name, and whether one of *findings* tells of it."""
    before, after = statements(old), statements(new)
    nothing = Statement(None, None)
    found = []
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name, nothing), after.get(name, nothing)
        if was.value != now.value:
            told = any(_tells(change.old, was) or _tells(change.new, now) for change in findings)
            found.append(FactChange(name, was.value, now.value, told))
    return tuple(found)


def _tells(finding: Finding | None, statement: Statement) -> bool:
    """Tell whether *finding* points at what is stated."""
    if finding is None or statement.place is None:
        return False
    start, end = statement.place
    for spot in (finding.spot, *finding.related):
        place = spot.place
        if place is None or place.byte_start is None or place.byte_end is None:
            continue
        meets = place.byte_start <= end and start <= place.byte_end
        words = statement.value or ""
        # A draft is several files: the same bytes may be another file's.
        if meets and (words in spot.text or spot.text in words):
            return True
    return False
