"""How much is read: how often each leaf of the facts is stated, absent or unsure, by form and decade.

Usage: python benchmarks/coverage.py FOLDER... [--fact NAME ...] [--inputs FILE]

Prints Markdown: the share of unsure leaves for each fact on current reports, then for each family of
forms a table with a row for each leaf and a column for each decade of filing, its cells ``stated/absent/unsure``.
A leaf that occurs several times in a filing (one for each signature) counts each time; a list counts as
absent where it is empty, a fact where the filing cannot have it, and as unsure where it could not be read.
``--inputs`` writes, as JSON Lines, which leaves of which file are unsure.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.discovery import discover
from filinglint.documents.submission import Submission
from filinglint.errors import InputError
from filinglint.facts.extractor import Extractor
from filinglint.identity import day_of, form_of
from filinglint.judging import Options, open_input
from filinglint.located import Absent, CannotTell, Leaf, Located, NotApplicable, Unsure

State = Literal["stated", "absent", "unsure"]
FACTS = ("header", "cover", "items", "exhibits", "signatures", "certifications", "ixbrl_cover", "ownership")
FAMILIES = ("8-K", "10-K", "10-Q", "20-F, 40-F, 6-K", "3, 4, 5", "13F", "registration", "proxy", "other")
_PREFIXES = {
    "8-K": ("8-K",),
    "10-K": ("10-K", "10-KT", "10KSB"),
    "10-Q": ("10-Q", "10QSB"),
    "20-F, 40-F, 6-K": ("20-F", "40-F", "6-K"),
    "13F": ("13F",),
    "registration": ("S-", "F-", "424", "485", "497", "POS", "N-1A", "N-2"),
    "proxy": ("DEF", "PRE", "PX14"),
}
_OUR_READING = "filinglint.documents."


def family_of(form: str | None) -> str:
    """Return the family of a submission type, one of FAMILIES."""
    if form is None:
        return "other"
    if form.removesuffix("/A") in ("3", "4", "5"):
        return "3, 4, 5"
    return next((family for family, starts in _PREFIXES.items() if form.startswith(starts)), "other")


def leaves(value: object, name: str) -> Iterator[tuple[str, Leaf[Any] | None]]:
    """Yield every leaf of a fact with its name (``parties.sic``); None for a list that is empty."""
    if isinstance(value, Located | Absent | Unsure):
        yield name, value
    elif isinstance(value, tuple | list):
        if not value:
            yield f"{name}[]", None
        for member in value:
            yield from leaves(member, name)
    elif is_dataclass(value) and not type(value).__module__.startswith(_OUR_READING):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), f"{name}.{field.name}" if name else field.name)


def state_of(leaf: Leaf[Any] | None) -> State:
    """Return which of the three a leaf is."""
    return "stated" if isinstance(leaf, Located) else "unsure" if isinstance(leaf, Unsure) else "absent"


@dataclass(frozen=True, slots=True)
class Counted:
    """One leaf of one filing: the fact it belongs to ("" is the name of the fact as a whole), and its state."""

    fact: str
    leaf: str
    state: State
    reason: str = ""


def counted(submission: Submission, extractor: Extractor[Any]) -> Iterator[Counted]:
    """Yield the leaves of the facts that *extractor* reads from *submission*."""
    fact = extractor.name
    try:
        found = extractor.of(submission)
    except NotApplicable as outcome:
        yield Counted(fact, "", "absent", str(outcome))
        return
    except CannotTell as outcome:
        yield Counted(fact, "", "unsure", str(outcome))
        return
    yield Counted(fact, "", "stated")
    for name, leaf in leaves(found, ""):
        yield Counted(fact, name, state_of(leaf), leaf.reason if isinstance(leaf, Unsure) else "")


def read(paths: list[str], catalogue: Catalogue) -> Iterator[Submission]:
    """Yield the filings that *paths* name."""
    for found in discover(paths):
        try:
            submission = open_input(found, Options(), catalogue)[0].submission
        except InputError:
            continue
        if submission.kind in ("submission", "document", "draft"):
            yield submission


Tally = dict[tuple[str, str], Counter[State]]  # by fact and leaf


def shares(tally: Tally) -> Iterator[str]:
    """Yield a table: for each fact, how many of its leaves were unsure."""
    yield "| fact | stated | absent | unsure | unsure of stated and unsure |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for fact in FACTS:
        total: Counter[State] = Counter()
        for (of, leaf), states in tally.items():
            if of == fact and leaf:
                total += states
        told = total["stated"] + total["unsure"]
        if told:
            share = f"{100 * total['unsure'] / told:.1f} %"
            yield f"| `{fact}` | {total['stated']} | {total['absent']} | {total['unsure']} | {share} |"


def table(tallies: dict[str, Tally], sizes: dict[str, int]) -> Iterator[str]:
    """Yield the table of one family: *tallies* and numbers of filings by decade."""
    decades = sorted(tallies)
    yield "| leaf | " + " | ".join(f"{decade} ({sizes[decade]})" for decade in decades) + " |"
    yield "| --- |" + " ---: |" * len(decades)
    rows: dict[tuple[str, str], None] = {}
    for fact in FACTS:
        for decade in decades:
            rows.update(dict.fromkeys(key for key in tallies[decade] if key[0] == fact))
    for fact, leaf in rows:
        cells = []
        for decade in decades:
            states = tallies[decade].get((fact, leaf), Counter())
            numbers = (states["stated"], states["absent"], states["unsure"])
            cells.append("/".join(map(str, numbers)) if any(numbers) else "")
        if any(cell and not re.fullmatch(r"0/\d+/0", cell) for cell in cells):
            yield f"| {f'`{fact}` {leaf}' if leaf else f'**`{fact}`**'} | " + " | ".join(cells) + " |"


def main() -> None:
    """Read the facts of every filing and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+")
    parser.add_argument("--fact", action="append", choices=FACTS, default=[])
    parser.add_argument("--inputs")
    asked = parser.parse_args()

    catalogue = load_catalogue()
    wanted = [each for each in catalogue.extractors() if each.name in (asked.fact or FACTS)]
    tallies: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(lambda: defaultdict(Counter)))
    sizes: dict[str, Counter[str]] = defaultdict(Counter)
    unsure: list[dict[str, str]] = []
    for submission in read(asked.folder, catalogue):
        family = family_of(form_of(submission))
        day, origin = day_of(submission, "filing", date.max)
        decade = f"{day.year // 10 * 10}s" if origin != "today" else "undated"
        sizes[family][decade] += 1
        for extractor in wanted:
            for one in counted(submission, extractor):
                tallies[family][decade][one.fact, one.leaf][one.state] += 1
                if one.state == "unsure":
                    unsure.append({"path": submission.path, "fact": one.fact, "leaf": one.leaf, "reason": one.reason})
    if asked.inputs:
        Path(asked.inputs).write_text("".join(json.dumps(row) + "\n" for row in unsure), encoding="utf-8")

    current: Tally = defaultdict(Counter)
    for tally in tallies["8-K"].values():
        for key, states in tally.items():
            current[key] += states
    print("## Unsure leaves of current reports\n")
    print("\n".join(shares(current)))
    for family in FAMILIES:
        if family in sizes:
            print(f"\n## {family}\n")
            print("\n".join(table(tallies[family], sizes[family])))


if __name__ == "__main__":
    main()
