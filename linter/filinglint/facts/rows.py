"""Facts as rows: one for each value that a filing states, with its place, for tables of many filings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor
from filinglint.facts.records import recorded
from filinglint.located import CannotTell, NotApplicable

_STATES = frozenset(("stated", "absent", "unsure"))
_PLACE = ("line", "column", "end_line", "end_column", "byte_start", "byte_end")
_ASIDE = frozenset((*_PLACE, "page", "end_page", "page_line", "paragraph", "end_paragraph"))


class FactRow(NamedTuple):
    """A value of a fact: ``cover``, ``registrants[1].name``; *value* is None where the state is not ``stated``.

    ``state`` may also be ``cannot-tell``, ``not-applicable`` or ``broken``, of the fact as a whole, with the *reason*.
    Lines and columns count from 1, bytes from the start of the file.
    """

    fact: str
    key: str
    state: str
    value: str | None
    reason: str | None = None
    line: int | None = None
    column: int | None = None
    byte_start: int | None = None
    byte_end: int | None = None


def rows(submission: Submission, extractors: Iterable[Extractor[Any]]) -> tuple[FactRow, ...]:
    """Return what *extractors* read from *submission*; one that breaks takes none of the others along."""
    return tuple(row for extractor in extractors for row in _of(submission, extractor))


def _of(submission: Submission, extractor: Extractor[Any]) -> Iterator[FactRow]:
    if submission.kind not in extractor.kinds:
        return
    try:
        record = recorded(submission, extractor)
    except NotApplicable as outcome:
        yield FactRow(extractor.name, "", "not-applicable", None, str(outcome))
    except CannotTell as outcome:
        yield FactRow(extractor.name, "", "cannot-tell", None, str(outcome))
    except Exception as error:
        yield FactRow(extractor.name, "", "broken", None, type(error).__name__)
    else:
        yield from _values(extractor.name, "", record, (None,) * 4)


def _values(fact: str, key: str, value: Any, place: tuple[int | None, ...]) -> Iterator[FactRow]:
    if isinstance(value, list):
        for number, member in enumerate(value, 1):
            yield from _values(fact, f"{key}[{number}]", member, place)
    elif not isinstance(value, dict):
        if value is not None:
            yield FactRow(fact, key, "stated", _words(value), None, *place)
    else:
        if "byte_start" in value:
            place = (value["line"], value["column"], value["byte_start"], value["byte_end"])
        # A registrant has a state, too, which is a leaf by itself.
        state = value.get("state")
        if isinstance(state, str) and state in _STATES:
            stated = value.get("value")
            yield FactRow(fact, key, state, None if stated is None else _words(stated), value.get("reason"), *place)
            return
        for name, member in value.items():
            if name not in _ASIDE:
                yield from _values(fact, f"{key}.{name}" if key else name, member, place)


def _words(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
