"""The names of all facts, as the code that reads them states them.

A fact that is a list of things, or lies in one, goes by one name for all of them.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, cached_property
from typing import Any

from filinglint.facts.extractor import Extractor
from filinglint.facts.records import beside, left_out
from filinglint.located import Absent, Located, Unsure
from filinglint.spans import Span

_DEEPEST = 6
# Records that are shaped for their readers (facts/records.py): what is not words is said behind the colon.
_SHAPED = {
    "items": "number caption part document",
    "exhibits": (
        "listed.number listed.description listed.filed listed.list listed.through listed.links listed.document "
        "attached.number attached.type attached.filename attached.description attached.label attached.document "
        "embedded mentions.number"
    ),
    "signatures": "kind registrant heading sentence document conformed name title title_lines date:day",
}
_TYPES = {str: "words", int: "number", float: "number", bool: "yes or no", date: "day", datetime: "day and time"}


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One fact: its name, what sort of value it has (``words``, ``day`` …, "" for a thing made of others)."""

    name: str
    sort: str
    many: bool = False


@cache
def known_facts(extractor: Extractor[Any]) -> tuple[KnownFact, ...]:
    """Return all that *extractor* states; empty where its annotation does not say."""
    if extractor.name in _SHAPED:
        given = (one.partition(":") for one in _SHAPED[extractor.name].split())
        return tuple(KnownFact(f"{extractor.name}.{name}", sort or "words", True) for name, _, sort in given)
    if extractor.reader is None:
        return ()
    made = typing.get_type_hints(extractor.reader).get("return")
    return tuple(dict.fromkeys(_of_type(extractor.name, made, 0, many=extractor.per_document)))


@cache
def fact_names(extractor: Extractor[Any]) -> frozenset[str]:
    """Return the names of all that *extractor* states; empty where that is not known, or names are made as it reads."""
    known = known_facts(extractor)
    return frozenset() if any(one.name.endswith(".*") for one in known) else frozenset(one.name for one in known)


def _of_type(name: str, made: Any, depth: int, *, many: bool) -> Iterator[KnownFact]:
    origin, arguments = typing.get_origin(made), typing.get_args(made)
    if origin is Located:
        yield from _of_type(name, arguments[0], depth, many=many)
    elif origin in (typing.Union, types.UnionType):
        for one in arguments:
            if one not in (Absent, Unsure, type(None)):
                yield from _of_type(name, one, depth, many=many)
    elif origin is typing.Literal:
        yield KnownFact(name, "words", many)
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        yield KnownFact(f"{name}.*", "", many)
        yield from _of_type(f"{name}.*", arguments[1], depth + 1, many=many)
    elif isinstance(origin, type) and issubclass(origin, Sequence | Set):
        yield from _of_type(name, arguments[0], depth + 1, many=True)
    elif is_dataclass(made) and isinstance(made, type) and made is not Span:
        if made.__module__.startswith("filinglint.documents."):
            return
        yield KnownFact(name, "", many)
        if depth < _DEEPEST:
            for key, member in _members(made):
                yield from _of_type(f"{name}.{key}", member, depth + 1, many=many)
    elif isinstance(made, type):
        sort = "words" if issubclass(made, Enum) else _TYPES.get(made, "")
        if sort:
            yield KnownFact(name, sort, many)


def _members(made: type) -> Iterator[tuple[str, Any]]:
    hints = typing.get_type_hints(made)
    out = left_out(made)
    for field in fields(made):
        if field.name != "span" and field.name not in out:
            yield field.name, hints[field.name]
    for name in beside(made):
        getter = vars(made)[name]
        reads = getter.func if isinstance(getter, cached_property) else getter.fget
        yield name, typing.get_type_hints(reads)["return"]
