"""The index of a pack: what is known of its rules while none of them is imported.

A run imports the rules that judge its inputs; of the others it needs their names, severities and authorities. They
stand in ``index.json`` beside the rules, which ``make edition`` writes. The index is believed only while the files
beside it are those that it lists, with their sizes: a rule that comes or changes is found without it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import cache, partial
from importlib import import_module
from typing import Any

from filinglint.finding import Confidence, Severity
from filinglint.rule import Authority, Rule

INDEX = "index.json"
SCHEMA = "filinglint-rule-index-1"
_FILES = (".py", ".yaml", ".yml")
_ASIDE = frozenset(("cases", "__pycache__"))
# How a field of the index is made what it is in a rule; authorities are numbered, for many rules share one.
_READ: Mapping[str, Callable[[Any], Any]] = {
    "severity": Severity,
    "confidence": Confidence,
    "forms": frozenset,
    "kinds": frozenset,
    "tags": frozenset,
    "formerly": frozenset,
    "profiles": lambda profiles: {name: Severity(severity) for name, severity in profiles.items()},
}
_PLAIN = ("code", "slug", "title", "remedy", "amendments", "which", "fixable", "waivable", "status", "since")
INDEXED = (*_PLAIN, "revision", "module", "authority", *_READ)
"""The fields of a rule that its index has."""


class IndexedRule(Rule):
    """A rule as the index has it; what the index does not have is loaded when it is first asked for."""


class _Loaded:
    """A field that the index does not have: the first who asks has the rule loaded."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, rule: IndexedRule | None, owner: type[IndexedRule]) -> Any:
        if rule is None:
            return self
        whole = rule.__dict__["load"]()
        rule.__dict__.update((name, vars(whole)[name]) for name in _LATER)
        return rule.__dict__[self._name]


_LATER = tuple(field.name for field in fields(Rule) if field.name not in INDEXED)
for _name in _LATER:
    setattr(IndexedRule, _name, _Loaded(_name))
_DEFAULTS = {
    field.name: field.default if field.default is not MISSING else {}
    for field in fields(Rule)
    if field.name in INDEXED and (field.default is not MISSING or field.name == "profiles")
}


def rules_of(package: str) -> Iterator[Rule]:
    """Yield the rules of every module of every folder in the import package *package*, its cases left out."""
    (folder, *_) = import_module(package).__path__

    def loader(entry: Mapping[str, Any]) -> Callable[[], Rule]:
        return partial(_imported, entry["module"], entry["code"])

    yield from _indexed(folder, loader, partial(walked, package))


def walked(package: str) -> Iterator[Rule]:
    """Yield the same by importing every module."""
    import pkgutil

    for family in pkgutil.iter_modules(import_module(package).__path__):
        if family.ispkg and family.name not in _ASIDE:
            found = import_module(f"{package}.{family.name}")
            for module in pkgutil.iter_modules(found.__path__):
                values = vars(import_module(f"{found.__name__}.{module.name}")).values()
                yield from (value for value in values if isinstance(value, Rule))


def _imported(module: str, code: str) -> Rule:
    values = vars(import_module(module)).values()
    return next(value for value in values if isinstance(value, Rule) and value.code == code)


def declared(folder: str, read: Callable[[], Iterable[Rule]]) -> Iterable[Rule]:
    """Return the rules of the YAML files in *folder*; *read* reads them all, once what one of them checks is asked."""
    whole = cache(lambda: {rule.code: rule for rule in read()})

    def loader(entry: Mapping[str, Any]) -> Callable[[], Rule]:
        return lambda: whole()[entry["code"]]

    return _indexed(folder, loader, lambda: whole().values())


def _indexed(
    folder: str, loader: Callable[[Mapping[str, Any]], Callable[[], Rule]], otherwise: Callable[[], Iterable[Rule]]
) -> Iterable[Rule]:
    """Return the rules of the index in *folder*, each loaded as *loader* says; *otherwise* where it holds no longer."""
    try:
        with open(os.path.join(folder, INDEX), encoding="utf-8") as file:
            index = json.load(file)
        if index["files"] != _sizes(folder):
            return otherwise()
    except OSError:
        return otherwise()
    return known(index, loader)


def known(index: Mapping[str, Any], loader: Callable[[Mapping[str, Any]], Callable[[], Rule]]) -> list[Rule]:
    """Return the rules of *index*, each loaded as *loader* says."""
    authorities = [_authority(given) for given in index["authorities"]]
    return [_rule(entry, authorities, loader(entry)) for entry in index["rules"]]


def _rule(entry: dict[str, Any], authorities: list[Authority], load: Callable[[], Rule]) -> Rule:
    rule = object.__new__(IndexedRule)
    known = _DEFAULTS | entry
    for name, made in _READ.items():
        if name in entry:
            known[name] = made(entry[name])
    known["authority"] = tuple(authorities[number] for number in entry["authority"])
    rule.__dict__.update(known, load=load)
    return rule


def _authority(given: list[Any]) -> Authority:
    instrument, obligation, begun, ended, url = given
    since, until = (date.fromisoformat(day) if day else None for day in (begun, ended))
    return Authority(instrument, obligation, since, until, url)


def _sizes(folder: str) -> dict[str, int]:
    """Return the sizes of the files of rules in *folder* and the folders in it, in bytes, by their paths there."""
    found = {}
    for entry in os.scandir(folder):
        if entry.name.endswith(_FILES):
            found[entry.name] = entry.stat().st_size
        elif "." not in entry.name and entry.name not in _ASIDE and entry.is_dir():
            inside = (each for each in os.scandir(entry.path) if each.name.endswith(_FILES))
            found |= {f"{entry.name}/{each.name}": each.stat().st_size for each in inside}
    return found


def written(folder: str, rules: Iterable[Rule]) -> str:
    """Return the index of the *rules* that are in *folder*."""
    parts = described(rules)
    files = ",\n".join(f" {json.dumps(name)}: {size}" for name, size in sorted(_sizes(folder).items()))
    lists = [
        f'"{name}": [\n' + ",\n".join(f" {json.dumps(one)}" for one in part) + "\n]" for name, part in parts.items()
    ]
    return f'{{"schema": "{SCHEMA}", "files": {{\n{files}\n}},\n' + ",\n".join(lists) + "}\n"


def described(rules: Iterable[Rule]) -> dict[str, list[Any]]:
    """Return what is known of *rules*, without what they check: authorities, and the rules that cite them."""
    authorities: dict[Authority, int] = {}
    lines = []
    for rule in sorted(rules, key=lambda rule: rule.code):
        cited = [authorities.setdefault(authority, len(authorities)) for authority in rule.authority]
        values = {name: _plain(getattr(rule, name)) for name in INDEXED if name != "authority"}
        kept = {name: value for name, value in values.items() if value != _plain(_DEFAULTS.get(name, MISSING))}
        lines.append(kept | {"authority": cited})
    return {
        "authorities": [
            [one.instrument, one.obligation, _plain(one.effective_from), _plain(one.effective_to), one.url]
            for one in authorities
        ],
        "rules": lines,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Severity | Confidence):
        return value.value
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in sorted(value.items())}
    return value.isoformat() if isinstance(value, date) else value
