"""``filinglint doctor`` and ``filinglint completion``: help for who has just installed it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from filinglint import __version__, editions
from filinglint.cli import doctor as doctors
from filinglint.cli import main


def doctor(*arguments: str | Path) -> Result:
    """Run ``filinglint doctor``."""
    return CliRunner().invoke(main, ["doctor", *map(str, arguments)])


def looked_at(*arguments: str | Path) -> dict[tuple[str, str], dict[str, Any]]:
    """What it looked at, by subject and name."""
    record = json.loads(doctor(*arguments, "--format", "json").stdout)
    return {(line["subject"], line["name"]): line for line in record["lines"]}


def test_where_all_is_well(tmp_path: Path) -> None:
    """Versions, packs with their rules, libraries and the lack of a configuration are said; nothing is at fault."""
    result = doctor(tmp_path)
    assert result.exit_code == 0
    found = looked_at(tmp_path)
    assert found["versions", "filinglint"]["says"] == __version__
    assert editions.newest() in found["versions", "editions"]["says"]
    assert "the defaults hold" in found["configuration", ""]["says"]
    for pack in ("bcp", "edgar"):
        assert re.fullmatch(r"\S+, [1-9]\d+ rules", found["rule packs", pack]["says"])
    assert ("libraries", "lxml") in found
    assert not any(line["fault"] for line in found.values())
    for line in ("versions:", "  bcp: ", "cache:"):
        assert line in result.stdout


def test_a_configuration_that_cannot_be(tmp_path: Path) -> None:
    """A fault of the configuration is shown with its line, and makes the exit status 2; the rest is said too."""
    (tmp_path / "filinglint.toml").write_text('editon = "2026.1"\n')
    result = doctor(tmp_path)
    assert result.exit_code == 2
    assert re.search(r"^! .*filinglint\.toml:1:1.*editon", result.stdout, re.MULTILINE)
    assert "libraries:" in result.stdout


def test_what_is_configured(tmp_path: Path) -> None:
    """The configuration that holds is named, with what it brings."""
    (tmp_path / "filinglint.toml").write_text('edition = "2026.1"\n')
    (tmp_path / "filinglint-baseline.json").write_text('{"schema": "filinglint-baseline-1",\n "entries": []}\n')
    (tmp_path / "inner").mkdir()
    found = looked_at(tmp_path / "inner")
    assert found["configuration", ""]["says"].endswith("filinglint.toml")


def test_what_the_environment_sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables of ours are shown, a misspelt one is a fault with the nearest name; the cache says what it holds."""
    monkeypatch.setenv("FILINGLINT_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.setenv("FILINGLINT_JOBS", "2")
    assert looked_at(tmp_path)["environment", "FILINGLINT_JOBS"]["says"] == "2"
    assert looked_at(tmp_path)["cache", ""]["says"].startswith("0 entries of disseminated filings")
    monkeypatch.setenv("FILINGLINT_CONFG", "a.toml")
    found = looked_at(tmp_path)["environment", "FILINGLINT_CONFG"]
    assert found["fault"]
    assert found["says"] == "nothing reads it; did you mean FILINGLINT_CONFIG?"
    assert doctor(tmp_path).exit_code == 2


class _Distribution:
    name, version = "acme-rules", "1.2"


class _Point:
    name, value, group, dist = "acme", "acme_rules", "filinglint", _Distribution


def test_a_pack_that_is_not_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger's pack that is installed and does not load is named, with what would load it."""
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [_Point])
    line = looked_at(tmp_path)["rule packs", "acme"]
    assert "acme-rules 1.2, installed and not listed" in line["says"]
    assert line["remedy"] == 'to load it: plugins = ["acme-rules"] in filinglint.toml'
    assert not line["fault"]


def test_a_pack_that_does_not_load(tmp_path: Path) -> None:
    """A pack that is listed and not installed is a fault."""
    (tmp_path / "filinglint.toml").write_text('plugins = ["acme-rules>=1"]\n')
    result = doctor(tmp_path)
    assert result.exit_code == 2
    assert "acme-rules" in result.stdout


@pytest.mark.parametrize(
    ("requirement", "subject", "fault", "says"),
    [
        ("click>=1", "libraries", False, r"\d+\.\d+.*"),
        ("click>=999", "libraries", True, r"is installed in version \S+"),
        ("nosuch>=1", "libraries", True, "is not installed"),
        ("nosuch>=1; extra == 'formats'", "optional libraries", False, r"is not installed \(extra 'formats'\)"),
        ('click>=1 ; extra == "formats"', "optional libraries", False, r"\S+ \(extra 'formats'\)"),
    ],
)
def test_libraries(monkeypatch: pytest.MonkeyPatch, requirement: str, subject: str, fault: bool, says: str) -> None:
    """A library that is needed and lacking is a fault; one that would be used is not, and what brings it is said."""
    monkeypatch.setattr("importlib.metadata.requires", lambda _: [requirement, "ruff>=99; extra == 'dev'"])
    [line] = doctors._libraries()
    assert (line.subject, line.fault) == (subject, fault)
    assert re.fullmatch(says, line.says)
    assert bool(line.remedy) == ("not installed" in line.says or fault)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str) -> None:
    """Each shell gets a script of its own, which asks filinglint."""
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert f"_FILINGLINT_COMPLETE={shell}_complete" in result.stdout


def test_an_unknown_shell() -> None:
    """Another shell is the caller's fault."""
    assert CliRunner().invoke(main, ["completion", "tcsh"]).exit_code == 2


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [("filinglint ", 1, "check"), ("filinglint ex", 1, "explain"), ("filinglint fix --uns", 2, "--unsafe")],
)
def test_completing(words: str, at: int, expected: str) -> None:
    """What the script asks is answered with commands and options."""
    ran = subprocess.run(
        [Path(sys.executable).with_name("filinglint")],
        env={**os.environ, "_FILINGLINT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"plain,{expected}" in ran.stdout.splitlines()
