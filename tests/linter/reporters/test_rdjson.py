"""Reviewdog's diagnostics."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from filinglint.finding import PlacedEdit, PlacedFix
from filinglint.source import Source, SourceText
from filinglint.spans import Span

if TYPE_CHECKING:
    from .conftest import Formats


def test_example(example: Callable[[str], str]) -> None:
    """Every finding is a diagnostic with its range, severity and rule; other places are related ones."""
    document = json.loads(example("rdjson"))
    assert document["source"] == {"name": "filinglint"}
    assert len(document["diagnostics"]) > 5
    assert any("relatedLocations" in one for one in document["diagnostics"])
    for one in document["diagnostics"]:
        assert one["severity"] in {"ERROR", "WARNING", "INFO"}
        assert one["code"]["value"]
        assert one["location"]["range"]["start"]["line"] >= 1


def test_bytes(formats: Formats) -> None:
    """Columns count bytes, and a fix that is one edit is a suggestion."""
    text = SourceText(Source.from_bytes("“x” word".encode(), "a.txt"))
    place = text.place(Span(4, 8))
    fix = PlacedFix("safe", "put another", (PlacedEdit(place, 4, 8, "words"),))
    made = formats.finding(spot=replace(formats.spot("word", 1), place=place), fixes=(fix,))
    (one,) = json.loads(formats.rendered("rdjson", formats.report(made)))["diagnostics"]
    where = {"start": {"line": 1, "column": 9}, "end": {"line": 1, "column": 13}}
    assert one["location"]["range"] == where
    assert one["suggestions"] == [{"range": where, "text": "words"}]
