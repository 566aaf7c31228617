"""The walk through adoption is walked: its files are written, its commands run, its output is what is printed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "adopting.md"
LEFT_OUT = "[…]"
_BLOCK = re.compile(r'^```(\w+) title="([^"\n]+)"\n(.*?)^```$', re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """A file that is written, or a command with the lines that the page shows of what it prints."""

    name: str
    command: str = ""
    shown: tuple[str, ...] = ()
    text: str = ""


def steps() -> list[Step]:
    """The steps of the page in order."""
    found: list[Step] = []
    for language, title, text in _BLOCK.findall(PAGE.read_text("utf-8")):
        if language != "console":
            found.append(Step(title, text=text))
            continue
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            found.append(Step(command, command, tuple(shown.splitlines())))
    return found


@pytest.mark.skipif(os.name != "posix", reason="the page speaks to a shell")
def test_the_walk(tmp_path: Path) -> None:
    """Thirty findings become a green gate; a waiver that ends and a new finding turn it red."""
    here = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{here}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    (tmp_path / ".git").mkdir()  # a configuration is looked for up to the root of the repository
    status = 0
    for step in steps():
        if not step.command:
            (tmp_path / step.name).write_text(step.text, "utf-8")
            continue
        ran = subprocess.run(
            ["bash", "-c", f"(exit {status}); {step.command}"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        status = ran.returncode
        printed = "\n".join(["", *(line.rstrip() for line in (ran.stdout + ran.stderr).splitlines()), ""])
        at = 0
        for part in "\n".join(step.shown).split(LEFT_OUT):
            wanted = "\n" + part.strip("\n") + "\n"
            if not part.strip("\n"):
                continue
            found = printed.find(wanted, at)
            assert found >= 0, f"{step.command}\ndoes not print:{wanted}but:{printed[at:]}"
            at = found + len(wanted) - 1
        if not step.shown:
            assert not ran.stdout.strip(), f"{step.command}\nprints what the page does not show:\n{ran.stdout}"
