"""The baseline: findings that were there count for nothing, and only those."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from filinglint.catalogue import load_catalogue
from filinglint_schemas import load_schema

Codes = Callable[[dict[str, Any]], list[str]]
FILE = Path("filinglint-baseline.json")
ONLY = ("--select", "BCP050,DOC003")


def entries() -> list[dict[str, str]]:
    """What stands in the baseline."""
    data = json.loads(FILE.read_text())
    Draft202012Validator(load_schema("baseline")).validate(data)
    found: list[dict[str, str]] = data["entries"]
    return found


def test_adoption(tree: Any, codes: Codes) -> None:
    """Once it exists it is used without being asked for: what was there is held, and stays in the report."""
    assert tree.check(*ONLY)["exit"] == 1
    result = tree.run("baseline", "create", *ONLY)
    assert (result.exit_code, result.stdout) == (0, "filinglint-baseline.json: 2 entries, 2 of them new, 0 gone\n")
    report = tree.check(*ONLY)
    assert (codes(report), report["exit"]) == ([], 0)
    assert [one["state"] for one in report["findings"]] == ["unchanged", "unchanged"]
    assert report["findings"][0]["suppression"] == {
        "kind": "baseline",
        "id": "filinglint-baseline.json",
        "reason": "in the baseline since 2026-09-30",
        "approved_by": None,
        "expires": None,
    }
    assert tree.check(*ONLY, "--no-suppressions")["exit"] == 1


def test_file(tree: Any) -> None:
    """It is sorted, an entry a line, with rule, path, fingerprint and day, and no text of a document."""
    tree.page("bcp/a.htm")
    tree.run("baseline", "create", *ONLY)
    assert [(one["path"], one["rule"]) for one in entries()] == [
        ("bcp/a.htm", "BCP050"),
        ("bcp/page.htm", "BCP050"),
        ("filings/bad.txt", "DOC003"),
    ]
    lines = FILE.read_text().splitlines()
    assert [json.loads(line.strip().rstrip(",")) for line in lines[2:-1]] == entries()
    assert set(entries()[0]) == {"rule", "path", "fingerprint", "added"}
    assert "guarantee" not in FILE.read_text()


def test_another_finding_is_new(tree: Any, codes: Codes) -> None:
    """A new finding of the same rule in the same file counts, and moving the old one does not make it new."""
    tree.run("baseline", "create", *ONLY)
    tree.page(first="\n\n\n", after="\n<p>We guarantee your returns.</p>")
    report = tree.check(*ONLY)
    assert codes(report) == ["BCP050"]
    assert next(one for one in report["findings"] if one["suppression"] is None)["line"] == 10


def test_stale(tree: Any) -> None:
    """An entry whose finding is gone is named; under --strict it is an error; prune takes it out and adds nothing."""
    tree.run("baseline", "create", *ONLY)
    tree.write("filings/bad.txt", Path("filings/good.txt").read_text())
    tree.page(after="<p>We guarantee your returns.</p>")
    report = tree.check(*ONLY)
    stale = next(one for one in report["findings"] if one["rule"] == "WVR020")
    assert (stale["path"], stale["line"], stale["severity"]) == ("filinglint-baseline.json", 4, "warning")
    assert stale["message"] == "an entry for DOC003 in 'filings/bad.txt': the finding is not there any more"
    assert (report["exit"], tree.check(*ONLY, "--strict")["exit"]) == (0, 1)
    assert tree.run("baseline", "prune").stdout == "filinglint-baseline.json: 1 entry, 1 taken out\n"
    assert [one["rule"] for one in entries()] == ["BCP050"]
    assert "WVR020" not in [one["rule"] for one in tree.check(*ONLY)["findings"]]


def test_half_a_run_accuses_nobody(tree: Any) -> None:
    """An entry stays where its file was not looked at or its rule did not run, and goes with its file."""
    tree.run("baseline", "create", *ONLY)
    tree.write("filings/bad.txt", Path("filings/good.txt").read_text())
    for args in (("bcp", *ONLY), ("--select", "BCP050")):
        assert "WVR020" not in [one["rule"] for one in tree.check(*args)["findings"]]
    tree.run("baseline", "prune", "bcp")
    assert len(entries()) == 2
    os.remove("filings/bad.txt")
    assert "WVR020" in [one["rule"] for one in tree.check("bcp", *ONLY)["findings"]]
    tree.run("baseline", "prune", "bcp")
    assert len(entries()) == 1


def test_create_again(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing it anew keeps the days of what is still there; --add adds what one rule finds and no more."""
    tree.run("baseline", "create", "--select", "BCP050")
    first = FILE.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790899200")
    tree.run("baseline", "create", "--select", "BCP050")
    assert FILE.read_bytes() == first
    tree.page("bcp/other.htm")
    tree.run("baseline", "create", "--add", "DOC003")
    assert [(one["rule"], one["added"]) for one in entries()] == [("BCP050", "2026-09-30"), ("DOC003", "2026-10-02")]
    assert "no rule is called 'DOC0033'" in tree.fails("baseline", "create", "--add", "DOC0033")


def test_what_cannot_enter(tree: Any, codes: Codes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings that may not be waived, that are held otherwise, and the tool's own stay out."""
    catalogue = load_catalogue()
    rules = tuple(replace(r, waivable="no") if r.code == "DOC003" else r for r in catalogue.rules)
    changed = replace(catalogue, rules=rules)
    tree.run("baseline", "create", *ONLY)
    monkeypatch.setattr("filinglint.catalogue.load_catalogue", lambda *_: changed)
    report = tree.check(*ONLY)
    assert codes(report) == ["DOC003", "WVR004"]
    tree.page(before='<!-- filinglint: ignore[BCP050] reason="r" -->')
    result = tree.run("baseline", "create", *ONLY)
    assert entries() == []
    assert "1 findings are of rules that may not be waived" in result.stderr


def test_nothing_from_half_a_look(tree: Any) -> None:
    """Where something could not be looked at no baseline is written: status 3."""
    tree.write("filings/empty.txt", "")
    result = tree.run("baseline", "create", "filings/empty.txt", "filings/bad.txt")
    assert result.exit_code == 3
    assert not FILE.exists()


def test_named_in_the_configuration(tree: Any, codes: Codes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A baseline that the configuration names is used from any folder; its paths are from its own."""
    tree.write("filinglint.toml", 'baseline = "ci/known.json"\n')
    (tree.root / "ci").mkdir()
    tree.run("baseline", "create", *ONLY)
    assert [one["path"] for one in json.loads(Path("ci/known.json").read_text())["entries"]] == [
        "../bcp/page.htm",
        "../filings/bad.txt",
    ]
    assert codes(tree.check(*ONLY)) == []
    monkeypatch.chdir(tree.root / "filings")
    assert codes(tree.check(*ONLY)) == []


def test_show(tree: Any) -> None:
    """What is in it can be looked at; where there is none that is status 2."""
    assert "there is no baseline" in tree.fails("baseline", "show")
    tree.run("baseline", "create", *ONLY)
    assert "DOC003 document-count-differs  filings/bad.txt  since 2026-09-30" in tree.run("baseline", "show").stdout
    assert len(json.loads(tree.run("baseline", "show", "--format", "json").stdout)["entries"]) == 2


@pytest.mark.parametrize("text", ["", "[]", '{"schema": "filinglint-baseline-1"}', '{"schema": "x", "entries": []}'])
def test_no_baseline(tree: Any, text: str) -> None:
    """What is no baseline is status 2, and says what to do or what is wrong."""
    FILE.write_text(text)
    assert "filinglint-baseline.json" in tree.fails("check", "bcp")


def test_draft(tree: Any, codes: Codes) -> None:
    """The findings of a draft are held file by file, whether the draft or its folder is named."""
    tree.write(
        "drafts/q3/submission.toml",
        'form = "8-K"\nperiod = 2024-11-04\nitems = ["7.01"]\n[[registrants]]\nname = "LARKSPUR INSTRUMENTS, INC."\n'
        'cik = "0009990142"\n[[documents]]\nfile = "lark.htm"\ntype = "8-K"\n',
    )
    tree.write("drafts/q3/lark.htm", "<html><body><p>FORM 8-K</p><p>Item 7.01 Regulation FD</p></body></html>")
    count = len(codes(tree.check("drafts")))
    assert count
    tree.run("baseline", "create", "drafts")
    assert {one["path"].rpartition("/")[0] for one in entries()} == {"drafts/q3"}
    assert codes(tree.check("drafts")) == []
    assert codes(tree.check("drafts/q3")) == []


def test_the_same_with_several_processes(tree: Any) -> None:
    """Baselines and reports are the same with one and two processes."""
    for number in range(5):
        tree.page(f"bcp/page{number}.htm")
    tree.run("baseline", "create", "-j", "2", "bcp")
    first = FILE.read_bytes()
    FILE.unlink()
    tree.run("baseline", "create", "-j", "1", "bcp")
    assert FILE.read_bytes() == first
    tree.page("bcp/page3.htm", after="<p>We guarantee your returns.</p>")
    one, two = (tree.run("check", "--format", "json", "-j", jobs) for jobs in "12")
    assert one.stdout == two.stdout
