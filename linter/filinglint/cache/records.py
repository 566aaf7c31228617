"""What came of an input as bytes, and back: findings, outcomes and notices as compressed JSON.

Not pickled: who could write into the folder of the cache could then run code.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from filinglint.facts.rows import FactRow
from filinglint.finding import (
    Confidence,
    Excerpt,
    Finding,
    Outcome,
    PlacedEdit,
    PlacedFix,
    Severity,
    Spot,
    Suppression,
)
from filinglint.judging import Judged
from filinglint.outcomes import Outcomes
from filinglint.report import InputRecord, Notice
from filinglint.source import Place, Units
from filinglint.triage.exceptions import Uses

_KINDS: tuple[type[Any], ...] = (
    Finding,
    Spot,
    Place,
    Units,
    Excerpt,
    PlacedFix,
    PlacedEdit,
    Suppression,
    InputRecord,
    Notice,
    Uses,
    Severity,
    Confidence,
)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in _KINDS if is_dataclass(kind)}
_SET = -1
_OUTCOMES = tuple(Outcome)
_QUICK = 1  # the level of compression: they are read more often than kept


class DamagedError(ValueError):
    """Bytes that are no record of ours."""


def written(judged: Judged) -> bytes:
    """Return *judged* as bytes."""
    came = judged.outcomes
    value = [
        _plain(judged.record),
        _plain(judged.findings),
        came.path,
        [_packed(column) for column in (came.codes, came.documents, map(_OUTCOMES.index, came.outcomes), came.reasons)],
        _plain(judged.notices),
        _plain(judged.uses),
        list(judged.paths),
        [list(row) for row in judged.facts],
    ]
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode(), _QUICK)


def read(data: bytes) -> Judged:
    """Return what ``written`` wrote. Raises DamagedError for anything else."""
    try:
        # Surrogates, which a path may hold, are written as JSON writes them.
        record, findings, path, columns, notices, uses, paths, facts = json.loads(zlib.decompress(data))
        codes, documents, outcomes, reasons = map(_unpacked, columns)
        if len({len(codes), len(documents), len(outcomes), len(reasons)}) > 1:
            raise ValueError("its columns are not all as long")
        return Judged(
            record=_value(record),
            findings=_value(findings),
            outcomes=Outcomes(path, codes, documents, tuple(map(_OUTCOMES.__getitem__, outcomes)), reasons),
            notices=_value(notices),
            uses=_value(uses),
            paths=tuple(paths),
            facts=tuple([FactRow(*row) for row in facts]),
        )
    except (zlib.error, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise DamagedError(f"{type(error).__name__}: {error}") from error


def _packed(values: Iterable[Any]) -> list[Any]:
    """Return the different ones of *values*, and of each in turn which it is: there are hundreds, mostly the same."""
    found: dict[Any, int] = {}
    numbers = [found.setdefault(value, len(found)) for value in values]
    return [list(found), numbers]


def _unpacked(packed: list[Any]) -> tuple[Any, ...]:
    values, numbers = packed
    return tuple(map(values.__getitem__, numbers))


def _plain(value: Any) -> Any:
    """Return *value* as JSON has it: tuples are lists, what is a class of ours an object with its number."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, tuple | list):
        return [_plain(member) for member in value]
    if isinstance(value, frozenset):
        return {_SET: sorted(_plain(member) for member in value)}
    kind = type(value)
    if isinstance(value, Enum):
        return {_NUMBERS[kind]: value.value}
    return {_NUMBERS[kind]: [_plain(getattr(value, name)) for name in _NAMES[kind]]}


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple([_value(member) for member in plain])
    if isinstance(plain, dict):
        ((number, inner),) = plain.items()
        if int(number) == _SET:
            return frozenset(map(_value, inner))
        kind = _KINDS[int(number)]
        return kind(inner) if issubclass(kind, Enum) else kind(*map(_value, inner))
    return plain
