"""A rule that is renamed, or takes the place of another, is still meant by the old name; who uses it is told."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from filinglint.catalogue import load_catalogue

if TYPE_CHECKING:
    from .conftest import Tree

OLD = ("promise-made", "BCP090")
NOW = "BCP050 absolute-promise"


@pytest.fixture
def renamed(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """A tree where BCP050 was called promise-made, and has replaced BCP090."""
    catalogue = load_catalogue()
    rules = tuple(replace(r, formerly=frozenset(OLD)) if r.code == "BCP050" else r for r in catalogue.rules)
    changed = replace(catalogue, rules=rules)
    monkeypatch.setattr("filinglint.catalogue.load_catalogue", lambda *_: changed)
    return tree


@pytest.mark.parametrize("old", OLD)
def test_on_the_command_line(renamed: Tree, old: str) -> None:
    """A selector with the old name selects the rule, with one line that says the new one, and fails nothing."""
    result = renamed.run("check", "bcp", "--select", old, "-o", "concise")
    assert result.exit_code == 0
    assert f"warning {NOW}" in result.stdout
    assert result.stderr.count(f"'{old}' is now {NOW}") == 1
    assert "BCP050 absolute-promise" in renamed.run("explain", old).stdout
    assert NOW in " ".join(renamed.run("rules", "--select", old).stdout.split())


def test_in_a_configuration(renamed: Tree) -> None:
    """A configuration may use the old name everywhere, and is told where it does."""
    renamed.write("filinglint.toml", 'ignore = ["BCP090"]\n[severity]\npromise-made = "error"\n')
    report = renamed.check("bcp")
    assert "BCP050" not in {one["rule"] for one in report["findings"]}
    assert [one["message"] for one in report["notices"] if "is now" in one["message"]] == [
        f"filinglint.toml:1: 'BCP090' is now {NOW}",
        f"filinglint.toml:3: 'promise-made' is now {NOW}",
    ]


def test_in_suppressions(renamed: Tree) -> None:
    """A directive or a record with the old name holds, and WVR007 says the new one."""
    renamed.page(before='<!-- filinglint: ignore[promise-made] reason="board" -->')
    renamed.write(
        "filinglint-waivers.toml",
        '[[waiver]]\nid = "W-1"\nrules = ["BCP090"]\npaths = ["bcp/*"]\nreason = "board"\n'
        'approved-by = "cco@lark.example"\nexpires = 2027-03-01\n',
    )
    report = renamed.check("bcp", "--select", "BCP050")
    (held,) = (one for one in report["findings"] if one["rule"] == "BCP050")
    assert held["suppression"]["kind"] == "inline"
    said = [one["message"] for one in report["findings"] if one["rule"] == "WVR007"]
    assert said == [f"'promise-made' is now {NOW}", f"W-1: 'BCP090' is now {NOW}"]


def test_for_machines(renamed: Tree) -> None:
    """The record of a rule has its former names."""
    (rule,) = json.loads(renamed.run("explain", "BCP090", "--format", "json").stdout)["rules"]
    assert rule["code"] == "BCP050"
    assert rule["formerly"] == sorted(OLD)
