"""Editions: the same rules and severities from every later version of the tool."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from filinglint import editions
from filinglint.catalogue import load_catalogue
from filinglint.finding import Severity
from filinglint.triage.selection import Selection

CATALOGUE = load_catalogue()


def test_newest_edition_is_the_rules() -> None:
    """The newest edition is what the rules are: when a rule comes or changes, 'make edition' writes it anew."""
    name = editions.newest()
    stated = Path(editions.FOLDER, f"{name}.json").read_text("utf-8")
    assert stated == editions.written(name, CATALOGUE.rules), "run 'make edition'"


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with an older edition, in which one rule is not, one is a warning, one on trial and one since gone."""
    rules = {rule.code: rule for rule in CATALOGUE.rules}
    del rules["DOC003"]
    rules["BCP050"] = replace(rules["BCP050"], severity=Severity.INFO, profiles={"general": Severity.INFO})
    rules["COV004"] = replace(rules["COV004"], status="preview")
    rules["TST001"] = replace(rules["HDR001"], code="TST001", slug="since-gone")
    folder = tmp_path / "editions"
    folder.mkdir()
    (folder / "2025.2.json").write_text(editions.written("2025.2", rules.values()))
    newest = editions.newest()
    (folder / f"{newest}.json").write_text(Path(editions.FOLDER, f"{newest}.json").read_text("utf-8"))
    monkeypatch.setattr(editions, "FOLDER", str(folder))
    editions.edition.cache_clear()
    yield folder
    editions.edition.cache_clear()


@pytest.mark.usefixtures("invented")
def test_pinned(tree: Any) -> None:
    """A pinned edition has the rules and severities of its day; a later rule runs when it is named itself."""
    tree.write("filinglint.toml", 'edition = "2025.2"\nprofile = ["general"]\n')
    report = tree.check()
    outcomes = {one["rule"]: one for one in report["outcomes"]}
    assert outcomes["DOC003"]["reason"] == "not in edition 2025.2"
    assert outcomes["COV004"]["reason"] == "on trial: it needs preview"
    assert {one["severity"] for one in report["findings"] if one["rule"] == "BCP050"} == {"info"}
    assert (report["tool"]["edition"], report["tool"]["edition_pinned"]) == ("2025.2", True)
    assert "DOC003" not in {one["rule"] for one in tree.check("--extend-select", "DOC")["findings"]}
    assert "DOC003" in {one["rule"] for one in tree.check("--extend-select", "DOC003")["findings"]}
    assert "edition 2025.2 ·" in " ".join(tree.run("check", "filings").stdout.split())


def test_newest_where_none_is_pinned(tree: Any) -> None:
    """Without an edition the newest is used, and the summary says which."""
    report = tree.check("bcp")
    assert (report["tool"]["edition"], report["tool"]["edition_pinned"]) == (editions.newest(), False)
    assert f"edition {editions.newest()} (the newest)" in " ".join(tree.run("check", "bcp").stdout.split())
    assert tree.check("bcp", "--edition", editions.newest())["tool"]["edition_pinned"] is True


@pytest.mark.usefixtures("invented")
def test_difference(tree: Any) -> None:
    """What one edition has otherwise than another is listed: added, removed and changed rules."""
    text = tree.run("rules", "--diff-edition", "2025.2", editions.newest()).stdout
    assert "+ DOC003 document-count-differs: error\n" in text
    assert "- TST001 since-gone: " in text
    assert "~ COV004 cover-file-number-differs: status preview to stable\n" in text
    assert "~ BCP050 absolute-promise: severity info to warning; profiles general=info to " in text
    rows = json.loads(tree.run("rules", "--diff-edition", "2025.2", editions.newest(), "--format", "json").stdout)
    assert [row["change"] for row in rows["rules"]].count("added") == 1
    newest = editions.newest()
    assert tree.run("rules", "--diff-edition", newest, newest).stdout.startswith("0 rules differ")
    assert "there is no edition '2024.9'" in tree.fails("rules", "--diff-edition", "2024.9", newest)


def test_rules_of_strangers_are_in_no_edition() -> None:
    """An edition says nothing of a stranger's pack: its rules run whatever edition is pinned."""
    rule = replace(CATALOGUE.rules[0], code="ACM001", slug="stranger", module="acme_pack.rules")
    assert Selection(edition=editions.newest()).takes(rule)
    assert not editions.is_later(rule, editions.newest())
