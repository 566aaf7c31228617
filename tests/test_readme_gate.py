"""The gate for a BCP page that the README shows works as shown, in its workflow and as plain shell."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGE = (ROOT / "examples" / "bcp-page.html").read_text("utf-8")
MENDED = PAGE.replace(
    "<p>No plan can remove",
    "<p>Recovery-time objectives are goals, and actual recovery times may be longer.</p>\n<p>No plan can remove",
)


def section() -> str:
    """The section on the gate."""
    m = re.search(r"^### A web team's CI gate for a BCP page\n(.*?)^##", README, re.DOTALL | re.MULTILINE)
    assert m is not None
    return m[1]


def block(language: str) -> str:
    """The first block of the section in *language*."""
    m = re.search(rf"^```{language}\n(.*?)^```$", section(), re.DOTALL | re.MULTILINE)
    assert m is not None
    return m[1]


def commands() -> list[str]:
    """The commands of the workflow and of the shell that run filinglint."""
    steps = yaml.safe_load(block("yaml"))["jobs"]["bcp"]["steps"]
    every = [step["run"] for step in steps if "run" in step] + block("sh").splitlines()
    return [command for command in every if command.startswith("filinglint ")]


def test_both_are_shown() -> None:
    """There is one command in the workflow, and one in the shell."""
    assert len(commands()) == 2


@pytest.mark.parametrize("command", commands())
@pytest.mark.parametrize(("page", "status"), [(PAGE, 1), (MENDED, 0)], ids=["defective", "mended"])
def test_gate(command: str, page: str, status: int, tmp_path: Path) -> None:
    """The gate is shut while the caveat is missing, and open when it is there."""
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "bcp.html").write_text(page, "utf-8")
    filinglint = Path(sys.executable).with_name("filinglint")
    ran = subprocess.run([filinglint, *shlex.split(command)[1:]], cwd=tmp_path, capture_output=True, check=False)
    assert ran.returncode == status, ran.stderr
    assert (b"BCP001" in ran.stdout) is (status == 1)
