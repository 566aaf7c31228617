"""Facts become JSON and tables by what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

import pytest

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission, read_document
from filinglint.facts.extractor import Extractor, document_extractor, extractor
from filinglint.located import Absent, CannotTell, Leaf, Located, NotApplicable, Unsure
from filinglint.reporters.facts import facts_of, input_record
from filinglint.reporters.facts_text import render_facts
from filinglint.reporters.view import View
from filinglint.source import Source
from filinglint.spans import Span

KINDS = frozenset(("document",))
TEXT = "Acmé\nwas born in 1999\n"
PLACE = {"line": 1, "column": 1, "end_line": 1, "end_column": 5, "byte_start": 0, "byte_end": 5}
NAME = Span(0, 4)


class Colour(Enum):
    """An enum among facts."""

    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    """Facts within facts."""

    span: Span
    name: Leaf[str]

    @property
    def alias(self) -> Leaf[str]:
        """A leaf beside the fields."""
        return self.name

    @property
    def size(self) -> int:
        """No leaf: no fact of its own."""
        return 1


@dataclass(frozen=True, slots=True)
class Said:
    """What a pack's facts may look like."""

    present: str
    text: str | None
    span: Span | None


def document(text: str = TEXT) -> Submission:
    """Return *text* as one document."""
    return read_document(Source.from_bytes(text.encode(), "a.txt"), "document")


def facts(value: Any) -> Any:
    """Return *value* as the facts of a document."""

    @extractor("it", kinds=KINDS)
    def it(_: Submission) -> Any:
        return value

    return facts_of(document(), [it], None).record["facts"]["it"]


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (Located("Acmé", NAME), {"state": "stated", "value": "Acmé", **PLACE}),
        (Located(date(1999, 1, 2), NAME), {"state": "stated", "value": "1999-01-02", **PLACE}),
        (Absent(NAME, "name"), {"state": "absent", "what": "name", **PLACE}),
        (Unsure(NAME, "name", "smudged"), {"state": "unsure", "what": "name", "reason": "smudged", **PLACE}),
        (NAME, PLACE),
        ((Located(1, NAME),), [{"state": "stated", "value": 1, **PLACE}]),
        ({"a": True, "b": None}, {"a": True, "b": None}),
        (frozenset("ba"), ["a", "b"]),
        (Colour.RED, "red"),
        (
            Inner(NAME, Absent(NAME, "name")),
            {
                **PLACE,
                "name": {"state": "absent", "what": "name", **PLACE},
                "alias": {"state": "absent", "what": "name", **PLACE},
            },
        ),
        ({"x": Said("yes", "Acmé", NAME)}, {"x": {"present": "yes", "text": "Acmé", **PLACE}}),
        ({"x": Said("no", None, None)}, {"x": {"present": "no", "text": None, **dict.fromkeys(PLACE)}}),
    ],
)
def test_encoded(value: Any, encoded: Any) -> None:
    """Each kind of value has one shape; places are lines, columns and bytes."""
    assert facts(value) == encoded


def broken(error: Exception) -> Extractor[None]:
    """Return an extractor that ends with *error*."""

    @extractor("it", kinds=KINDS)
    def it(_: Submission) -> None:
        raise error

    return it


@pytest.mark.parametrize(
    ("error", "state", "reason", "complete"),
    [
        (NotApplicable("there is none"), "not-applicable", "there is none", True),
        (CannotTell("it is smudged"), "cannot-tell", "it is smudged", True),
        (ZeroDivisionError("over a name"), "broken", "ZeroDivisionError", False),
    ],
)
def test_no_facts(error: Exception, state: str, reason: str, *, complete: bool) -> None:
    """Facts that cannot be had say why; only a fault of ours makes the run incomplete."""
    read = facts_of(document(), [broken(error)], None)
    assert read.record["facts"]["it"] == {"state": state, "reason": reason}
    assert (read.broken == ()) is complete
    assert all("ZeroDivisionError at " in words and "over a name" not in words for words in read.broken)


def test_kinds() -> None:
    """Facts of another kind of input are left out."""

    @extractor("other", kinds=frozenset(("bcp-summary",)))
    def other(_: Submission) -> int:
        return 1

    assert facts_of(document(), [other], None).record["facts"] == {}


def test_each_document() -> None:
    """Facts of documents are listed document by document."""

    @document_extractor("size", kinds=KINDS)
    def size(_: Submission, document: Document) -> Mapping[str, int]:
        return {"size": len(document.span)}

    found = facts_of(document(), [size], None).record["facts"]["size"]
    assert found == [{"document": "1", "facts": {"size": len(TEXT)}}]


def test_table() -> None:
    """For people there is a row for each value, with its place; what is absent is shown on wish."""
    found = {
        "cover": {
            "name": {"state": "stated", "value": "Acme\x1b[1m", **PLACE},
            "ein": {"state": "absent", "what": "EIN", **PLACE},
            "day": {"state": "unsure", "what": "day", "reason": "smudged", **PLACE},
        },
        "items": [{"number": "5.02", **PLACE}],
        "exhibits": {"state": "not-applicable", "reason": "there are none"},
        "disclosures": {"rto_caveat": {"present": "no", "text": None, **dict.fromkeys(PLACE)}},
    }
    record = input_record("a.txt", "submission", "8-K", found)
    text = "".join(render_facts(record, View()))
    assert text.splitlines() == [
        "a.txt  submission  8-K",
        "",
        "cover",
        "  name  1:1  Acme\\x1b[1m",
        "  day   1:1  unsure: smudged",
        "",
        "items",
        "  [1]         1:1",
        "  [1].number       5.02",
        "",
        "exhibits",
        "      not-applicable: there are none",
        "",
        "disclosures",
        "  rto_caveat    no",
        "",
    ]
    assert "  ein   1:1  absent" in "".join(render_facts(record, View(verbosity=1)))


def test_things_that_are_not_there() -> None:
    """A thing of which nothing is there is left out, with the name that we give it, unless all is asked for."""
    place = dict.fromkeys(("line", "column", "end_line", "end_column", "byte_start", "byte_end"), 1)
    there = {"name": "egc", "ticked": {"state": "stated", "value": False, **place}}
    missing = {"name": "annual", "ticked": {"state": "absent", "what": "box", **place}}
    record = {"path": "a", "kind": "k", "form": None, "facts": {"cover": {"boxes": [missing, there]}}}
    text = "".join(render_facts(record, View()))
    assert "boxes[2].name" in text
    assert "annual" not in text
    assert "annual" in "".join(render_facts(record, View(verbosity=1)))
