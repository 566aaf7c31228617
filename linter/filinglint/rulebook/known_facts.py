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
from functools import cache
from typing import Any

from filinglint.facts.extractor import Extractor
from filinglint.facts.records import beside, left_out
from filinglint.located import Absent, Located, Unsure
from filinglint.spans import Span
from filinglint_schemas import load_schema

_DEEPEST = 6
_SHAPED = {"documents": "document", "items": "item", "exhibits": "exhibits", "signatures": "signature"}
_PLACE = frozenset(("line", "column", "end_line", "end_column", "byte_start", "byte_end", "page", "paragraph"))
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
        schema = load_schema("facts")["$defs"]
        return tuple(_of_schema(extractor.name, schema[_SHAPED[extractor.name]], schema, many=True))
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
        getter = vars(made)[name].fget
        yield name, typing.get_type_hints(getter)["return"]


def _of_schema(name: str, schema: Any, every: Any, *, many: bool) -> Iterator[KnownFact]:
    if "$ref" in schema:
        reference = schema["$ref"].rpartition("/")[2]
        if reference == "leaf":
            yield KnownFact(name, "words", many)
            return
        schema = every[reference]
    if schema.get("type") == "array":
        yield from _of_schema(name, schema["items"], every, many=True)
    elif "properties" in schema:
        yield KnownFact(name, "", many)
        for key, member in schema["properties"].items():
            if key not in _PLACE:
                yield from _of_schema(f"{name}.{key}", member, every, many=many)
    else:
        sorts = schema.get("type", "string")
        sort = next(one for one in ([sorts] if isinstance(sorts, str) else sorts) if one != "null")
        yield KnownFact(name, {"boolean": "yes or no", "integer": "number", "object": ""}.get(sort, "words"), many)
