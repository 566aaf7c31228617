"""The options, statuses and examples of the manual of behaviour, each run on the command line."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from filinglint.cli import main
from filinglint_schemas import load_schema

if TYPE_CHECKING:
    from .conftest import Tree

FLAGS: dict[str, list[tuple[str, ...]]] = {
    "selection": [
        ("--select", "DOC003"),
        ("--select", "DOC003,BCP050", "--select", "EXH"),
        ("--extend-select", "tag:privacy"),
        ("--extend-select", 'cite:"Regulation S-T"'),
        ("--ignore", "document-count-differs"),
        ("--profile", "finra-4370"),
        ("--profile", "general,nfa-2-38"),
        ("--purpose", "submit"),
        ("--purpose", "audit"),
        ("--kind", "submission", "filings"),
        ("--preview",),
        ("--no-preview",),
        ("--edition", "2026.1"),
        ("--as-of", "filing"),
        ("--as-of", "today"),
        ("--as-of", "2024-11-07"),
        ("--scope", "file"),
        ("--scope", "all"),
    ],
    "configuration": [
        ("--config", "filinglint.toml"),
        ("--config", 'fail-on = "warning"', "--config", 'ignore = ["FMT"]'),
        ("--isolated",),
        ("--plugin", "filinglint"),
        ("--no-exclude",),
    ],
    "gate": [
        ("--fail-on", "warning"),
        ("--fail-on", "never"),
        ("--max-warnings", "0"),
        ("--exit-zero",),
        ("--allow-empty",),
        ("--since", "before.json"),
    ],
    "audit": [("--no-suppressions",), ("--show-suppressed",), ("--strict",)],
    "output": [
        ("-o", "text", "-o", "sarif:out.sarif", "-o", "json:report.json"),
        ("--output", "concise"),
        ("--format", "json"),
        ("--statistics",),
        ("--frames", "0"),
        ("--frames", "all"),
        ("--max-findings-shown", "1"),
        ("--color", "never"),
        ("--ascii",),
        ("-q",),
        ("-v",),
    ],
    "engine": [("-j", "1"), ("--jobs", "auto"), ("--no-cache",), ("--no-progress",)],
}


@pytest.mark.parametrize("args", [args for group in FLAGS.values() for args in group], ids=" ".join)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_flag(tree: Tree, command: str, args: tuple[str, ...]) -> None:
    """Each flag that check and fix share is taken by both, alone and twice where it may be."""
    if command == "fix" and "--since" in args:
        return  # what is new since then is a question about findings
    tree.write("filinglint.toml", 'exclude = ["old/**"]\n')
    tree.run("check", "-o", "json:before.json")
    result = tree.run(command, *args)
    assert result.exit_code in (0, 1), result.output


def test_default_path_and_standard_input(tree: Tree) -> None:
    """``check`` looks at the current folder; ``-`` is standard input, called as it is asked to."""
    assert len(tree.check()["inputs"]) == 3
    text = Path("filings/bad.txt").read_bytes()
    result = CliRunner().invoke(
        main, ["check", "-", "--stdin-filename", "filings/new.txt", "--format", "json", "--select", "DOC003"], text
    )
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    assert finding["path"] == "filings/new.txt"


STATUSES = [
    (0, ("check", "filings/good.txt", "--select", "DOC003")),
    (1, ("check", "filings/bad.txt")),
    (0, ("check", "filings/bad.txt", "--exit-zero")),
    (0, ("check", "--config", 'exclude = ["filings/**"]', "filings/bad.txt")),  # hooks pass what is excluded
    (2, ("filings/bad.txt",)),  # no command
    (2, ("check", "no-such-file")),
    (2, ("check", "--no-such-option")),
    (2, ("check", "--config", "fail_on = 1")),
    (2, ("check", "--plugin", "no-such-pack")),
    (2, ("check", "nothing")),
    (0, ("check", "nothing", "--allow-empty")),
    (3, ("check", "empty.txt")),
    (3, ("check", "empty.txt", "filings/bad.txt")),  # three before one
    (3, ("check", "empty.txt", "--exit-zero")),
    (2, ("check", "empty.txt", "no-such-file")),  # two before three
    (0, ("fix", "filings/good.txt", "--select", "DOC003")),
    (1, ("fix", "filings/bad.txt")),
    (2, ("fix", "no-such-file")),
    (3, ("fix", "empty.txt")),
    (1, ("fix", "--diff", "mend.htm")),
    (0, ("fix", "--diff", "filings/good.txt")),
    (0, ("diff", "filings/good.txt", "filings/good.txt")),
    (1, ("diff", "filings/good.txt", "filings/bad.txt")),
    (2, ("diff", "filings/good.txt", "no-such-file")),
    (0, ("strip", "--check", "filings")),
    (1, ("strip", "--check", "held.htm")),
    (0, ("waivers", "check")),
    (2, ("waivers", "check", "--config", 'waivers.files = ["none.toml"]')),
    (2, ("baseline", "prune")),
    (0, ("baseline", "create")),
    (3, ("baseline", "create", "empty.txt")),
    (0, ("coverage", "filings")),
    (3, ("coverage", "empty.txt")),
    (0, ("facts", "filings")),
    (3, ("facts", "empty.txt")),
    (0, ("config", "validate")),
    (2, ("config", "validate", "--config", "fail_on = 1")),
    (2, ("explain", "FMT999")),
]


@pytest.mark.parametrize(
    ("status", "args"), STATUSES, ids=lambda value: value if isinstance(value, int) else " ".join(value)
)
def test_status(tree: Tree, status: int, args: tuple[str, ...]) -> None:
    """Each exit status is reached by each command that has it; 2 comes before 3, 3 before 1."""
    tree.write("empty.txt", "")
    tree.write("nothing/notes.txt", "Buy milk.\n")
    tree.write("mend.htm", "<html><body onload='x()'><p>EXHIBIT 99.1</p><p>a &#146;b</p></body></html>")
    tree.write("held.htm", "<html><body><!-- filinglint: ignore[FMT] reason=x --><p>EXHIBIT 99.1</p></body></html>")
    assert tree.run(*args).exit_code == status


@pytest.mark.skipif(os.name != "posix", reason="there are no such signals here")
def test_interrupted(tree: Tree) -> None:
    """Whoever interrupts a run gets status 130 and no traceback, from check and from fix."""
    for number in range(400):
        tree.write(f"many/{number:03}.txt", Path("filings/bad.txt").read_text())
    for command in ("check", "fix"):
        process = subprocess.Popen(
            [sys.executable, "-m", "filinglint", command, "many", "-q", "--format", "json"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 130, said
        assert b"Traceback" not in said


def test_rule_in_force(tree: Tree) -> None:
    """A rule that was not in force on the day does not apply, and says so; the day may be given."""

    def outcome(*args: str) -> tuple[str, str]:
        report = tree.check("filings/good.txt", "--select", "DTE002", *args)
        (found,) = (one for one in report["outcomes"] if one["rule"] == "DTE002")
        return found["outcome"], str(found["reason"])

    assert outcome() == ("not-applicable", "not in force on 2024-11-07")
    assert "not in force" not in outcome("--as-of", "2003-11-07")[1]


def test_today_is_said(tree: Tree) -> None:
    """Text that is judged by today says which day that is, in the report and for machines."""
    assert "2026-09-30 (today)" in " ".join(tree.run("check", "bcp").stdout.split())
    assert tree.check("bcp")["run"]["today"] == "2026-09-30"


PARTS = ["What it checks", "Why", "Authority", "How to fix", "Options", "Waiving", "Cases", "Known limits"]


def test_explain(tree: Tree) -> None:
    """The page of a rule has all its parts, and a title line with what is known of it."""
    text = tree.run("explain", "DTE004").stdout
    lines = text.splitlines()
    assert lines[0] == "info[DTE004 annual-report-late]"
    for words in ("confidence medium", "stable", "since 0.1.0", "revision 1", "edition 2026.1"):
        assert words in lines[1]
    assert [line for line in lines if line in PARTS] == PARTS
    assert "DTE004" in tree.fails("explain", "DTE0O4")
    for style in ("markdown", "json"):
        assert "edition" in tree.run("explain", "DTE004", "--format", style).stdout


def test_init(tree: Tree) -> None:
    """``init`` says what it found, asks nothing with --yes, names edition and schema, and writes over nothing."""
    result = tree.run("init", "--yes", "--hooks", "--workflow")
    assert result.exit_code == 0
    assert "2 submissions" in result.stdout
    assert "forms: 8-K (2)" in result.stdout
    written = Path("filinglint.toml").read_text()
    assert written.startswith(f"#:schema {load_schema('filinglint')['$id']}")
    assert 'edition = "2026.1"' in written
    files = {path: path.read_bytes() for path in tree.root.rglob("*") if path.is_file()}
    again = tree.run("init", "--yes", "--hooks", "--workflow")
    assert again.exit_code == 0
    assert "is a configuration already" in again.stdout
    assert files == {path: path.read_bytes() for path in tree.root.rglob("*") if path.is_file()}
    assert tree.run("check", "filings/good.txt", "--select", "DOC003").exit_code == 0


def test_dependencies_have_lower_bounds_only() -> None:
    """Every dependency has a lower bound, and none is pinned."""
    import tomllib

    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text())["project"]
    for words in project["dependencies"]:
        assert re.fullmatch(r"[A-Za-z0-9._-]+>=[\d.]+", words), words
