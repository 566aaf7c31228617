"""The same bytes, configuration and day make the same reports, however often and in however many processes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from filinglint.reporters import FORMATS

if TYPE_CHECKING:
    from .conftest import Tree

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
WAIVERS = """\
[[waiver]]
id = "W-1"
rules = ["BCP001", "DOC003"]
paths = ["examples/**", "filings/bad.txt"]
reason = "wording of the board"
approved-by = "cco@lark.example"
expires = 2026-10-10
"""


@pytest.fixture
def full(tree: Tree) -> Tree:
    """A tree with the examples, a configuration, records and a baseline."""
    for file in (*EXAMPLES.glob("*.txt"), *EXAMPLES.glob("*.html"), *EXAMPLES.glob("draft/*")):
        tree.write(f"examples/{file.relative_to(EXAMPLES)}", file.read_text())
    tree.write("filinglint.toml", '[rules.FMT010]\nhosts = ["a.example"]\n[severity]\nITM = "info"\n')
    tree.write("filinglint-waivers.toml", WAIVERS)
    tree.write("empty.txt", "")
    assert tree.run("baseline", "create", "filings", "--add", "FMT", "--add", "COV004").exit_code == 0
    return tree


def reports(tree: Tree, folder: str, *args: str) -> dict[str, bytes]:
    """What each format says, by its name."""
    Path(folder).mkdir(exist_ok=True)
    for name in FORMATS:
        Path(folder, name).unlink(missing_ok=True)
    written = [word for name in FORMATS for word in ("-o", f"{name}:{folder}/{name}")]
    result = tree.run("check", "examples", "filings", "bcp", *args, *written)
    assert result.exit_code == 1, result.output
    return {name: Path(folder, name).read_bytes() for name in FORMATS}


def test_every_format(full: Tree) -> None:
    """With one process, with two, and when asked again, every format is the same."""
    first = reports(full, "../first", "-j", "1")
    assert all(first.values())
    for folder, args in {"../two": ("-j", "2"), "../again": ("-j", "1"), "../anew": ("--no-cache",)}.items():
        assert reports(full, folder, *args) == first, args


def test_the_order(full: Tree) -> None:
    """Findings come by path, place, code and fingerprint."""
    report = full.check("examples", "filings", "bcp")
    keys = [
        (one["path"], one["byte_start"], one["byte_end"], one["rule"], one["fingerprint"])
        for one in report["findings"]
        if one["byte_start"] is not None
    ]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    "args",
    [
        ("facts", "examples", "--format", "json"),
        ("coverage", "examples", "--format", "json"),
        ("coverage", "examples", "-j", "2"),
        ("diff", "examples/8-k-clean.txt", "examples/8-k-defects.txt"),
        ("fix", "--diff", "--unsafe", "--allow-disseminated", "examples"),
        ("rules", "--why", "bcp/page.htm"),
        ("explain", "FMT010"),
        ("config", "show"),
        ("waivers", "list"),
        ("baseline", "show"),
    ],
    ids=" ".join,
)
def test_every_command(full: Tree, args: tuple[str, ...]) -> None:
    """Asked twice, a command says the same twice."""
    first, second = full.run(*args), full.run(*args)
    assert first.stdout
    assert (first.stdout, first.stderr, first.exit_code) == (second.stdout, second.stderr, second.exit_code)


def test_coverage_with_several_processes(full: Tree) -> None:
    """Coverage is the same with one process and with two."""
    one, two = (full.run("coverage", "examples", "--format", "json", "-j", jobs).stdout for jobs in "12")
    assert one == two
    assert json.loads(one)["complete"] is True


def test_the_environment(full: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """Output, jobs, colour and configuration have twins in the environment; what is asked for comes before them."""
    monkeypatch.setenv("FILINGLINT_OUTPUT", "concise")
    monkeypatch.setenv("FILINGLINT_JOBS", "2")
    monkeypatch.setenv("FILINGLINT_COLOR", "always")
    assert full.run("check", "filings").stdout.startswith("filinglint-waivers.toml:2:7: \x1b[")
    assert json.loads(full.run("check", "filings", "--format", "json", "-j", "1").stdout)["inputs"]
    monkeypatch.setenv("FILINGLINT_OUTPUT", "text")
    assert "\x1b[" in full.run("check", "filings").stdout
    assert "\x1b[" not in full.run("check", "filings", "--color", "never").stdout
    monkeypatch.setenv("FILINGLINT_JOBS", "many")
    assert "--jobs 'many'" in full.fails("check", "filings")
    monkeypatch.delenv("FILINGLINT_JOBS")
    full.write("other.toml", "fail_on = 1\n")
    monkeypatch.setenv("FILINGLINT_CONFIG", "other.toml")
    assert "other.toml:1:1: unknown key 'fail_on'" in full.fails("check", "filings")
    assert full.run("check", "filings", "--isolated", "--color", "never").exit_code == 1
