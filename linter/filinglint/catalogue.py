"""All rules by code and slug, and all extractors by name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

import pluggy

from filinglint.errors import PackError
from filinglint.facts.extractor import Extractor
from filinglint.plugins import load_packs
from filinglint.rule import Rule

# The engine's own facts, in the order of reports: the module and the name of the extractor in it.
_FACTS = (
    ("header", "header"),
    ("documents", "documents"),
    ("integrity", "integrity"),
    ("cover", "cover_page"),
    ("ixbrl_cover", "ixbrl_cover"),
    ("items", "items"),
    ("exhibits", "exhibits"),
    ("signatures", "signatures"),
    ("certifications", "certifications"),
    ("ownership", "ownership"),
)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The rules in the order of their codes, the packs they come from, and the packs' hooks."""

    rules: tuple[Rule, ...]
    packs: pluggy.PluginManager

    def find(self, name: str) -> Rule | None:
        """Return the rule whose code or slug is *name*; None when there is none."""
        wanted = name.strip()
        return next((r for r in self.rules if wanted.upper() == r.code or wanted.lower() == r.slug), None)

    def suggest(self, name: str) -> list[str]:
        """Return up to three codes or slugs that resemble *name*, the nearest first."""
        names = [rule.code for rule in self.rules] + [rule.slug for rule in self.rules]
        return difflib.get_close_matches(name.upper(), names, 2) + difflib.get_close_matches(name.lower(), names, 1)

    def extractors(self) -> tuple[Extractor[Any], ...]:
        """Return the engine's extractors, then the packs'."""
        ours = [getattr(import_module(f"filinglint.facts.{module}"), name) for module, name in _FACTS]
        return (*ours, *(found for facts in self.packs.hook.filinglint_facts() for found in facts))


def _unique(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    seen: dict[str, Rule] = {}
    for rule in rules:
        for name in (rule.code, rule.slug):
            if name in seen:
                raise PackError(rule.module, f"registers {name}, which {seen[name].module} has")
            seen[name] = rule
    return tuple(sorted({rule.code: rule for rule in seen.values()}.values(), key=lambda rule: rule.code))


@lru_cache(maxsize=8)
def load_catalogue(plugins: tuple[str, ...] = ()) -> Catalogue:
    """Return the rules of our packs and of *plugins*. Raises PackError when one does not load."""
    packs = load_packs(plugins)
    rules: list[Rule] = []
    for hook in packs.hook.filinglint_rules.get_hookimpls():
        try:
            found: Any = hook.function()
            rules += found
        except Exception as error:
            raise PackError(hook.plugin_name, f"its rules do not load: {type(error).__name__}: {error}") from error
    return Catalogue(_unique(rules), packs)
