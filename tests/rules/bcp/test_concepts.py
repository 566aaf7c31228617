"""The lists of phrases, as files of YAML are read."""

from __future__ import annotations

import re
from pathlib import Path

import filinglint_bcp

FOLDERS = ("concepts", "definitions", "rules")
# A number in a phrase is written "#", which begins a comment where no quotation marks stand around it.
CUT = re.compile(r"\s*- [^\"'{#][^\"']*\s#")


def test_no_phrase_ends_in_a_comment() -> None:
    """A phrase with a number in it has quotation marks, or the file says less than it seems to."""
    pack = Path(filinglint_bcp.__file__).parent
    cut = [
        f"{path.name}: {line.strip()}"
        for folder in FOLDERS
        for path in sorted((pack / folder).glob("*.yaml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if CUT.match(line)
    ]
    assert cut == []
