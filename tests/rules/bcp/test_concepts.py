"""The lists of phrases, as files of YAML are read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import filinglint_bcp
from filinglint_bcp.facts.concepts import read_yaml

PACK = Path(filinglint_bcp.__file__).parent
FOLDERS = ("concepts", "definitions", "rules")
# A number in a phrase is written "#", which begins a comment where no quotation marks stand around it.
CUT = re.compile(r"\s*- [^\"'{#][^\"']*\s#")


def test_no_phrase_ends_in_a_comment() -> None:
    """A phrase with a number in it has quotation marks, or the file says less than it seems to."""
    cut = [
        f"{path.name}: {line.strip()}"
        for folder in FOLDERS
        for path in sorted((PACK / folder).glob("*.yaml"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if CUT.match(line)
    ]
    assert cut == []


def test_every_list_is_asked_for() -> None:
    """A definition, a fact or another list names each list; the reaches are named by their step."""
    phrases = [phrase for listed in concepts_as_written().values() for phrase in listed]
    asked = {name for phrase in phrases for name in re.findall(r"\{(\w+)\}", phrase)}
    for path in (*(PACK / "definitions").glob("*.yaml"), *PACK.rglob("*.py")):
        asked |= set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    assert [name for name in concepts_as_written() if name not in asked and not name.startswith("reach_")] == []


def test_no_word_stands_twice_in_a_choice() -> None:
    """A choice has each of its words once, and none that a word with a star beside it stands for."""
    for name, phrases in concepts_as_written().items():
        for choice in (token.strip("[]").split("|") for phrase in phrases for token in phrase.split()):
            # A choice of one word is looked for sooner: there the second word keeps the order.
            first = choice[0].removesuffix("*")
            if all(word.startswith(first) for word in choice):
                continue
            stems = [word[:-1] for word in choice if word.endswith("*") and len(word) > 1]
            again = [w for w in choice if w.isalpha() and any(w.startswith(stem) for stem in stems if stem.isalpha())]
            assert again == [], name
            assert len(set(choice)) == len(choice), name


def test_a_file_of_lists_is_read_in_one_sitting() -> None:
    """No file of the pack's YAML has more than 600 lines, as no module has."""
    lengths = {path.name: path.read_text("utf-8").count("\n") for path in PACK.rglob("*.yaml")}
    assert {name: length for name, length in lengths.items() if length > 600} == {}


def concepts_as_written() -> dict[str, list[str]]:
    """The lists of phrases by their names."""
    return cast("dict[str, list[str]]", read_yaml("concepts"))
