"""Two drafts compared: what is new, changed, fixed and the same, and which facts changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from filinglint.cli import main
from filinglint.comparison.pairing import paired
from filinglint.comparison.statements import statements
from filinglint_schemas import load_schema

MANIFEST = """\
form = "8-K"
event-date = 2026-03-02
filing-date = 2026-03-04
items = ["8.01", "9.01"]

[[registrants]]
name = "Birchwood Lantern Corp"
cik = "0001999999"
file-number = "001-39999"

[[documents]]
file = "form.htm"
type = "8-K"

[[documents]]
file = "{exhibit}"
type = "EX-99.1"
"""
FORM = """\
<html><body><p>FORM 8-K</p>
<p>Item 8.01 Other Events</p>
<p>{story}</p>
<p>Item 9.01 Financial Statements and Exhibits</p>
<p>(d) Exhibits</p>
<table><tr><td>99.1</td><td>{description}</td></tr></table>
</body></html>
"""
EXHIBIT = "<html><body><p>Exhibit 99.1</p><p>{words}</p></body></html>\n"


def draft(
    folder: Path,
    *,
    story: str = "The company opened a shop.",
    description: str = "Press release dated March 2, 2026",
    words: str = "A shop was opened.",
    exhibit: str = "ex99-1.htm",
    manifest: str = MANIFEST,
) -> Path:
    """A draft in *folder*."""
    folder.mkdir(parents=True)
    (folder / "submission.toml").write_text(manifest.format(exhibit=exhibit))
    (folder / "form.htm").write_text(FORM.format(story=story, description=description))
    (folder / exhibit).write_text(EXHIBIT.format(words=words))
    return folder


def diff(old: Path, new: Path, *options: str) -> Result:
    """Run ``filinglint diff``, asking for all findings."""
    return CliRunner().invoke(main, ["diff", str(old), str(new), "--purpose", "audit", *options])


def compared(old: Path, new: Path) -> dict[str, Any]:
    """The comparison as JSON, which its schema allows."""
    record: dict[str, Any] = json.loads(diff(old, new, "--format", "json").stdout)
    Draft202012Validator(load_schema("diff")).validate(record)
    return record


def changes(old: Path, new: Path) -> list[tuple[str, str]]:
    """The signs and codes of what changed."""
    return [(one["change"], one["rule"]) for input_ in compared(old, new)["inputs"] for one in input_["findings"]]


def test_the_same_draft_twice(tmp_path: Path) -> None:
    """Nothing changed: every finding is unchanged, and no fact."""
    old, new = draft(tmp_path / "1"), draft(tmp_path / "2")
    record = compared(old, new)
    assert record["summary"]["unchanged"] > 0
    assert {name: record["summary"][name] for name in ("new", "changed", "fixed", "facts", "status")} == {
        "new": 0,
        "changed": 0,
        "fixed": 0,
        "facts": 0,
        "status": 0,
    }


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"words": "Opened in1997."}, [("new", "INT005")]),
        ({"words": "Opened in1997."}, {}, [("fixed", "INT005")]),
        ({"words": "Opened in1997."}, {"words": "Opened in1998."}, [("changed", "INT005")]),
        # A finding that moves is the same.
        ({"words": "Opened in1997."}, {"words": "A shop.</p><p>Two shops.</p><p>Opened in1997."}, []),
        # One that comes a second time is new, and the first is not.
        ({"words": "Opened in1997."}, {"words": "Opened in1997. And in1999."}, [("new", "INT005")]),
        # Under another heading it is another.
        ({"story": "Opened in1997."}, {"words": "Opened in1997."}, [("fixed", "INT005"), ("new", "INT005")]),
    ],
)
def test_findings(
    tmp_path: Path, before: dict[str, str], after: dict[str, str], expected: Sequence[tuple[str, str]]
) -> None:
    """What is found in one draft alone is new or fixed; under the same heading with other words it is changed."""
    found = changes(draft(tmp_path / "1", **before), draft(tmp_path / "2", **after))
    assert sorted(found) == sorted(expected)


def test_a_document_with_another_name(tmp_path: Path) -> None:
    """A document of the same type is the same document, whatever its file is called now."""
    old = draft(tmp_path / "1", words="Opened in1997.")
    new = draft(tmp_path / "2", words="Opened in1997.", exhibit="release.htm")
    assert ("new", "INT005") not in changes(old, new)
    assert ("fixed", "INT005") not in changes(old, new)


def test_facts_that_changed(tmp_path: Path) -> None:
    """A fact that is stated otherwise is told by its name, with what was and what is stated."""
    old = draft(tmp_path / "1")
    new = draft(
        tmp_path / "2",
        description="Press release dated March 3, 2026",
        manifest=MANIFEST.replace("2026-03-02", "2026-03-03").replace('file-number = "001-39999"\n', ""),
    )
    facts = {fact["name"]: (fact["old"], fact["new"]) for fact in compared(old, new)["inputs"][0]["facts"]}
    assert facts["header.period"] == ("2026-03-02", "2026-03-03")
    assert facts["exhibits.listed[99.1].description"] == (
        "Press release dated March 2, 2026",
        "Press release dated March 3, 2026",
    )
    assert any(name.endswith("file_number") and values == ("001-39999", None) for name, values in facts.items())


def test_a_fact_that_a_finding_tells_of(tmp_path: Path) -> None:
    """A fact at which a new finding points is not said again."""
    old = draft(tmp_path / "1")
    new = draft(tmp_path / "2", description="Press release dated in2026")
    [input_] = compared(old, new)["inputs"]
    told = {fact["name"]: fact["finding"] for fact in input_["facts"]}
    assert told["exhibits.listed[99.1].description"] is True
    shown = diff(old, new).stdout
    assert "facts changed without a finding" not in shown


def test_what_is_shown(tmp_path: Path) -> None:
    """Each change has a line with its sign, its rule, where it is and what became of it; the counts come last."""
    old = draft(tmp_path / "draft-3", words="Opened in1997.", story="A shop, since2019.")
    new = draft(tmp_path / "draft-4", words="Opened in1998.", manifest=MANIFEST.replace("03-02", "03-03"))
    lines = diff(old, new).stdout.splitlines()
    assert lines[0].endswith(f"{old} → {new}")
    assert [line[:25] for line in lines if line.startswith("  ~")] == ["  ~ INT005 words-joined  "]
    assert any("(changed: in1997 → in1998)" in line for line in lines)
    assert any(line.startswith("  - INT005 words-joined") and "Item 8.01" in line for line in lines)
    assert any("header.period: '2026-03-02' → '2026-03-03'" in line for line in lines)
    assert lines[-1].startswith("0 new, 1 changed, 1 fixed, ")
    assert max(map(len, lines)) <= 100 + len(str(old)) + len(str(new))


@pytest.mark.parametrize(
    ("options", "status"),
    [((), 0), (("--fail-on", "info"), 1), (("--fail-on", "info", "--exit-zero"), 0), (("--fail-on", "never"), 0)],
)
def test_the_status(tmp_path: Path, options: tuple[str, ...], status: int) -> None:
    """A new finding at or above --fail-on makes the exit status 1."""
    old, new = draft(tmp_path / "1"), draft(tmp_path / "2", words="Opened in1997.")
    assert diff(old, new, *options).exit_code == status


def test_what_is_fixed_fails_nobody(tmp_path: Path) -> None:
    """A draft that only became better passes, whatever remains."""
    old, new = draft(tmp_path / "1", words="Opened in1997."), draft(tmp_path / "2")
    assert diff(old, new, "--fail-on", "info").exit_code == 0


def test_folders_of_several(tmp_path: Path) -> None:
    """Inputs go together by their paths; one that came or went brings and takes its findings along."""
    for name in ("1", "2"):
        draft(tmp_path / name / "a", words="Opened in1997.")
    draft(tmp_path / "1" / "b", words="Opened in1998.")
    draft(tmp_path / "2" / "c" / "deep", words="Opened in1999.", manifest=MANIFEST.replace("8-K", "10-Q"))
    record = compared(tmp_path / "1", tmp_path / "2")
    assert [(one["name"], one["old"] is None, one["new"] is None) for one in record["inputs"]] == [
        ("a", False, False),
        ("c/deep", True, False),
        ("b", False, True),
    ]


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_nothing_to_compare(tmp_path: Path, name: str) -> None:
    """A path that does not exist, or holds no input, is the caller's fault."""
    (tmp_path / "empty").mkdir()
    assert diff(draft(tmp_path / "1"), tmp_path / name).exit_code == 2


def test_an_input_that_cannot_be_read(tmp_path: Path) -> None:
    """What could not be looked at makes the comparison incomplete."""
    old, new = draft(tmp_path / "1"), draft(tmp_path / "2")
    (new / "form.htm").unlink()
    result = diff(old, new)
    assert result.exit_code == 3
    assert "form.htm" in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("ab", "ba", ["aa", "bb"]),
        ("aab", "aa", ["aa", "aa"]),
        ("ab", "aa", ["aa"]),
        ("aA", "Aa", ["aa", "AA"]),
        # The second key pairs what the first leaves, case aside.
        ("aB", "bC", ["Bb"]),
    ],
)
def test_pairs(old: str, new: str, pairs: list[str]) -> None:
    """The better key pairs first; among several that agree, the first goes with the first."""
    found, left, right = paired(list(old), list(new), lambda letter: letter, str.lower)
    assert ["".join(pair) for pair in found] == pairs
    assert len(left) == len(old) - len(pairs)
    assert len(right) == len(new) - len(pairs)


def test_statements_are_named_by_what_they_are_about() -> None:
    """A thing in a list is called by its number or type, and numbered where that comes again."""
    place = {"line": 1, "column": 1, "byte_start": 3, "byte_end": 9}
    facts = {
        "header": {"form": {"state": "stated", "value": "8-K", **place}, "period": {"state": "absent", **place}},
        "documents": [{"type": "8-K"}, {"type": "EX-99.1", "filename": "a"}, {"type": "EX-99.1", "filename": "b"}],
        "signatures": [{"name": {"state": "unsure", "reason": "two", **place}}],
        "items": {"state": "not-applicable", "reason": "no items"},
    }
    found = statements(facts)
    assert {name: one.value for name, one in found.items()} == {
        "header.form": "8-K",
        "header.period": None,
        "documents[8-K].type": "8-K",
        "documents[EX-99.1].type": "EX-99.1",
        "documents[EX-99.1].filename": "a",
        "documents[EX-99.1 #2].type": "EX-99.1",
        "documents[EX-99.1 #2].filename": "b",
        "signatures[1].name": None,
        "items": None,
    }
    assert found["header.form"].place == (3, 9)
