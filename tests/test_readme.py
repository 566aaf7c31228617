"""What the pages show of the command line is what it prints."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LEFT_OUT = "[…]"


def sessions() -> list[tuple[str, str, list[str]]]:
    """Page, command and shown lines of every command that a page shows with its output."""
    found = []
    for page in PAGES:
        for block in _BLOCK.findall(page.read_text("utf-8")) if page.is_file() else ():
            lines = block.splitlines()
            starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
            for start, end in pairwise([*starts, len(lines)]):
                found.append((str(page.relative_to(ROOT)), lines[start][2:], lines[start + 1 : end]))
    return found


SESSIONS = sessions()


@pytest.mark.parametrize(("page", "command", "shown"), SESSIONS, ids=[f"{page}: {cmd}" for page, cmd, _ in SESSIONS])
def test_a_page_shows_what_is_printed(page: str, command: str, shown: list[str]) -> None:
    """The lines shown are printed in their order, and next to each other unless […] parts them."""
    words = shlex.split(command)
    assert words[0] == "filinglint", page
    ran = subprocess.run(
        [Path(sys.executable).with_name("filinglint"), *words[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    printed = "\n".join(["", *(line.rstrip() for line in ran.stdout.splitlines()), ""])
    at = 0
    for part in "\n".join(shown).split(f"\n{LEFT_OUT}\n"):
        wanted = "\n" + part.strip("\n") + "\n"
        found = printed.find(wanted, at)
        assert found >= 0, f"{command} does not print:{wanted}but:{printed[at:]}"
        at = found + len(wanted) - 1
