"""What a filing says commands no terminal and no agent of a build, whatever command shows it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from filinglint.cli import main

EXAMPLES = Path(__file__).parents[3] / "examples"
EVIL = "\x1b]0;title\x07\x1b[2J\u202e##vso[task.complete]##[error]\n::error::evil\n::set-output name=x::y\n\x9b\u200b"


@pytest.fixture
def filings(tmp_path: Path) -> list[str]:
    """A filing and a summary that try it everywhere: in values, in texts, in names of documents."""
    filing = (EXAMPLES / "8-k-defects.txt").read_text("utf-8")
    for words in ("001-99812", "Larkspur Instruments", "(603)", "lark-ex99_2.htm", "Item 7.01", "001-99821"):
        assert words in filing or words == "(603)"
        filing = filing.replace(words, f"{words}{EVIL}", 2)
    filing = filing.replace("&amp;", f"&amp; & &#147;{EVIL}&#148;", 2).replace("8-K lark", f"8-K {EVIL}lark")
    summary = (EXAMPLES / "bcp-summary-defects.txt").read_text("utf-8").replace("guarantee", f"guarantee {EVIL}")
    for name, text in (("a.txt", filing), ("b.txt", summary)):
        (tmp_path / name).write_text(text, "utf-8")
    return [str(tmp_path / name) for name in ("a.txt", "b.txt")]


@pytest.mark.parametrize(
    "command",
    [
        "check -o text --frames all -v",
        "check -o text --ascii",
        "check -o concise",
        "check -o grouped",
        "check -o markdown",
        "check -o html",
        "check -o junit",
        "check -o checkstyle",
        "check --purpose audit",
        "facts -v",
        "coverage -v",
        "coverage --format markdown",
        "fix --diff --unsafe",
        "diff",
    ],
)
def test_commands(filings: list[str], command: str) -> None:
    """Each character that is printed can be printed, and no line of it is a command."""
    name, *more = command.split()
    result = CliRunner().invoke(main, [name, "--isolated", *more, *filings])
    assert result.output.count("\n") > 3
    assert not [char for char in result.output if not char.isprintable() and char not in "\n\t\xa0"]
    assert not re.search(r"^ *::(?!:)|##\[|##vso\[", result.output, re.MULTILINE)


@pytest.mark.parametrize("style", ["json", "jsonl", "sarif", "gitlab", "rdjson"])
def test_machines(filings: list[str], style: str) -> None:
    """What programs read has no raw control characters either."""
    text = CliRunner().invoke(main, ["check", "--isolated", "-o", style, *filings]).stdout
    assert text.isascii()
    assert all(char.isprintable() or char == "\n" for char in text)
    assert json.loads(text.splitlines()[0] if style == "jsonl" else text) is not None
