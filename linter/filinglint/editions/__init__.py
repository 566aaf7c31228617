"""Editions: which rules exist by default and how severe they are, fixed under a name.

An edition is a file beside this module, ``2026.1.json``, with a line for each rule of our packs. It is
written by ``make edition`` and held to the rules by a test until it is released; after that it never
changes. A configuration that names an edition gets the same rules from every later version of the tool.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from filinglint.catalogue import Catalogue
from filinglint.closest import closest
from filinglint.errors import ConfigError
from filinglint.finding import Confidence, Severity
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.rule import Rule

SCHEMA = "filinglint-edition-1"
FOLDER = os.path.dirname(__file__)
PACKS = ("filinglint_bcp", "filinglint_edgar")
"""The import packages whose rules an edition fixes; a stranger's pack has versions of its own."""
_NAME = pattern(r"(\d{4})\.(\d{1,3})\.json")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as an edition has it.

    ``profiles`` is its severity by profile, empty for all; ``options`` are the defaults of its options.
    """

    code: str
    slug: str
    severity: Severity
    confidence: Confidence
    status: str
    profiles: Mapping[str, Severity]
    options: Mapping[str, Any]

    @classmethod
    def of(cls, rule: Rule) -> Entry:
        """Return the entry that *rule* has in an edition made today."""
        return replace(cls.bare(rule), options=rule.chosen)

    @classmethod
    def bare(cls, rule: Rule) -> Entry:
        """Return the same without options."""
        return cls(rule.code, rule.slug, rule.severity, rule.confidence, rule.status, dict(rule.profiles), {})

    def record(self) -> dict[str, Any]:
        """Return the entry as its line has it."""
        record = {
            "code": self.code,
            "slug": self.slug,
            "severity": self.severity.value,
            "confidence": self.confidence.value,
            "status": self.status,
            "profiles": {name: severity.value for name, severity in sorted(self.profiles.items())},
        }
        return record | ({"options": dict(self.options)} if self.options else {})


@dataclass(frozen=True, slots=True)
class Edition:
    """A named set of rules, by code."""

    name: str
    entries: Mapping[str, Entry]


def names() -> list[str]:
    """Return the names of the editions there are, the oldest first."""
    found = [m for name in os.listdir(FOLDER) if (m := _NAME.fullmatch(name))]
    return [f"{year}.{number}" for year, number in sorted((int(m[1]), int(m[2])) for m in found)]


def newest() -> str:
    """Return the name of the newest edition."""
    return names()[-1]


@lru_cache(maxsize=8)
def edition(name: str) -> Edition:
    """Return the edition called *name*. Raises ConfigError, with the nearest, when there is none."""
    known = names()
    if name not in known:
        near = closest(name, known, 0.5) or known[-1]
        raise ConfigError(f"there is no edition '{name}'; did you mean '{near}'?")
    with open(os.path.join(FOLDER, f"{name}.json"), encoding="utf-8") as file:
        data = json.load(file)
    entries = (
        Entry(
            code=line["code"],
            slug=line["slug"],
            severity=Severity(line["severity"]),
            confidence=Confidence(line["confidence"]),
            status=line["status"],
            profiles={profile: Severity(value) for profile, value in line["profiles"].items()},
            options=line.get("options", {}),
        )
        for line in data["rules"]
    )
    return Edition(name, {entry.code: entry for entry in entries})


def is_ours(rule: Rule) -> bool:
    """Tell whether editions speak of *rule*: it is of a pack that ships with the tool."""
    return rule.module.partition(".")[0] in PACKS


def is_later(rule: Rule, name: str) -> bool:
    """Tell whether *rule* came after the edition *name*; of no edition ("") nothing is later."""
    return bool(name) and is_ours(rule) and rule.code not in edition(name).entries


@lru_cache(maxsize=8)
def pinned(catalogue: Catalogue, name: str) -> Catalogue:
    """Return *catalogue* with the rules as the edition *name* has them; "" leaves them as they are."""
    if not name:
        return catalogue
    return replace(catalogue, rules=tuple(_as_in(rule, edition(name)) for rule in catalogue.rules))


def _as_in(rule: Rule, wanted: Edition) -> Rule:
    entry = wanted.entries.get(rule.code)
    if entry is None or not is_ours(rule):
        return rule
    # Which options a rule has is known once it is loaded: that is left to those of which the edition names some.
    # An option that came later is no part of the edition: its default is what the rule did before.
    options = {name: value for name, value in entry.options.items() if rule.chosen.get(name, value) != value}
    rule = rule.with_options(options) if options else rule
    if replace(entry, slug=rule.slug, options={}) == Entry.bare(rule):
        return rule
    status: Any = entry.status
    return replace(
        rule, severity=entry.severity, confidence=entry.confidence, status=status, profiles=dict(entry.profiles)
    )


def written(name: str, rules: Iterable[Rule]) -> str:
    """Return the file of an edition *name* made of *rules*."""
    lines = [json.dumps(Entry.of(rule).record()) for rule in rules if is_ours(rule)]
    head = f'{{"schema": {json.dumps(SCHEMA)}, "edition": {json.dumps(name)}, "rules": [\n'
    return head + ",\n".join(f" {line}" for line in lines) + "\n]}\n"


def difference(old: Edition, new: Edition) -> Iterator[tuple[str, Entry, str]]:
    """Yield what *new* has otherwise than *old*, by code: ``added``, ``removed`` or ``changed``, entry, and how."""
    for code in sorted(old.entries.keys() | new.entries.keys()):
        before, after = old.entries.get(code), new.entries.get(code)
        if before is None and after is not None:
            yield "added", after, f"{after.severity.value}{', preview' if after.status == 'preview' else ''}"
        elif after is None and before is not None:
            yield "removed", before, before.severity.value
        elif before is not None and after is not None and before != after:
            yield "changed", after, "; ".join(_changes(before.record(), after.record()))


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for key in {**before, **after}:
        old, new = before.get(key, {}), after.get(key, {})
        if old != new:
            yield f"{key} {_said(key, old)} to {_said(key, new)}"


def _said(key: str, value: Any) -> str:
    if isinstance(value, dict):
        nothing = "the same in all profiles" if key == "profiles" else "none"
        return ", ".join(f"{name}={one}" for name, one in value.items()) or nothing
    return str(value)
