"""Sentences that make a disclosure, and sentences that only look like it: the tables in ``wordings``."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from worded import present, rows

TABLES = [yaml.safe_load(table.read_text("utf-8")) for table in sorted((Path(__file__).parent / "wordings").iterdir())]


@pytest.mark.parametrize(("identifier", "text"), [row for table in TABLES for row in rows(table["shown"])])
def test_shown(identifier: str, text: str) -> None:
    """A disclosure is found for its meaning, in any words that make it."""
    assert present(identifier, text) == "yes"


@pytest.mark.parametrize(("identifier", "text"), [row for table in TABLES for row in rows(table["not-shown"])])
def test_not_shown(identifier: str, text: str) -> None:
    """The same words of another thing, a denial, or a promise make no disclosure."""
    assert present(identifier, text) != "yes"
