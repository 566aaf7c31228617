"""The walks of the pages are walked: their files are written, their commands run, and print what is shown."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if 'title="session"' in page.read_text("utf-8")]
LEFT_OUT = "[…]"
_BLOCK = re.compile(r'^```(\w+) title="([^"\n]+)"\n(.*?)^```$', re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """A file that is written, or a command with the lines that the page shows of what it prints."""

    name: str
    command: str = ""
    shown: tuple[str, ...] = ()
    text: str = ""


def steps(page: Path) -> list[Step]:
    """The steps of *page* in order."""
    found: list[Step] = []
    for language, title, text in _BLOCK.findall(page.read_text("utf-8")):
        if language != "console":
            found.append(Step(title, text=text))
            continue
        if title != "session":  # what installs something is walked by .ci/first-hour
            continue
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            found.append(Step(command, command, tuple(shown.splitlines())))
    return found


@pytest.mark.skipif(os.name != "posix", reason="the page speaks to a shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_walk(page: Path, tmp_path: Path) -> None:
    """What a page shows is what is printed, one step after the other, in a folder beside a clone of ours."""
    programs = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    shutil.copytree(ROOT / "examples", tmp_path / "filinglint" / "examples")
    here = tmp_path / "work"
    (here / ".git").mkdir(parents=True)  # a configuration is looked for up to the root of the repository
    status = 0
    for step in steps(page):
        if not step.command:
            (here / step.name).write_text(step.text, "utf-8")
            continue
        ran = subprocess.run(
            ["bash", "-c", f"(exit {status}); {step.command}"],
            cwd=here,
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
