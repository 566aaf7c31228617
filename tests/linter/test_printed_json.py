"""What commands print for machines is as a schema says that 'filinglint config schema' prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from filinglint_schemas import load_schema

if TYPE_CHECKING:
    from .conftest import Tree

RECORD = """\
[[waiver]]
id = "W-1"
rules = ["BCP050"]
paths = ["bcp/*"]
reason = "wording of the board"
approved-by = "cco@lark.example"
expires = 2027-03-01
"""
JSON = ("--format", "json")
PRINTED = {
    "report": ("check", *JSON),
    "facts": ("facts", *JSON),
    "diff": ("diff", "filings/good.txt", "filings/bad.txt", *JSON),
    "coverage": ("coverage", *JSON),
    "rules": ("rules", "--all", *JSON),
    "rules, as pages": ("explain", "FMT010,BCP050,SYS001,WVR003", *JSON),
    "why": ("rules", "--why", "bcp/page.htm", *JSON),
    "edition-diff": ("rules", "--diff-edition", "2026.1", "2026.1", *JSON),
    "config": ("config", "show", *JSON),
    "doctor": ("doctor", *JSON),
    "waiver-list": ("waivers", "list", *JSON),
    "baseline": ("baseline", "show", *JSON),
}


@pytest.mark.parametrize("name", PRINTED)
def test_printed(tree: Tree, name: str) -> None:
    """Each document names its schema and is as that says; keys that it does not have are in no document of ours."""
    tree.write("filinglint.toml", '[rules.FMT010]\nhosts = ["a.example"]\n')
    tree.write("filinglint-waivers.toml", RECORD)
    assert tree.run("baseline", "create").exit_code == 0
    printed = json.loads(tree.run(*PRINTED[name]).stdout)
    schema = name.partition(",")[0]
    assert printed["schema"] == f"filinglint-{schema}-1"
    shipped = json.loads(tree.run("config", "schema", schema).stdout)
    assert shipped == load_schema(schema)
    Draft202012Validator(shipped, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(printed)
    assert set(printed) <= set(shipped["properties"])


def test_coverage_holds_every_outcome(tree: Tree) -> None:
    """Passed, failed, waived, not applicable and not run are told apart under the citations of their rules."""
    tree.write("filinglint-waivers.toml", RECORD)
    printed = json.loads(tree.run("coverage", *JSON, "--ignore", "FMT").stdout)
    seen = {outcome for line in printed["citations"] for rule in line["rules"] for outcome in rule["outcomes"]}
    assert {"passed", "failed", "waived", "not-applicable", "not-run"} <= seen
    assert any(not line["rules"] and line["coverage"] == "none" and line["asks"] for line in printed["citations"])
    assert any("ignored by 'FMT' (--ignore)" in line["reason"] for line in printed["not_run"])
