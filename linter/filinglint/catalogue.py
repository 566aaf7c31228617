"""All rules by code and slug, and all extractors by name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

import pluggy

from filinglint.errors import PackError
from filinglint.facts.extractor import Extractor
from filinglint.plugins import load_packs
from filinglint.rule import Rule
from filinglint.rulebook.terms import Term, Terms

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
# Held to their schema by a test, not again at every start.
_OURS = frozenset(("filinglint_edgar", "filinglint_bcp"))


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


def _brought(implementations: Iterable[Any], what: str) -> Iterator[tuple[Any, Any]]:
    """Yield what each of *implementations* of a hook brings, with it. Raises PackError for one that breaks."""
    for hook in implementations:
        try:
            yield from [(hook, found) for found in hook.function()]
        except Exception as error:
            raise PackError(hook.plugin_name, f"its {what} do not load: {type(error).__name__}: {error}") from error


def terms_of(packs: pluggy.PluginManager) -> Terms:
    """Return by its name what declared rules can ask of a text. Raises PackError when two packs bring one name."""
    terms: dict[str, Term] = {}
    for hook, term in _brought(packs.hook.filinglint_terms.get_hookimpls(), "terms"):
        if term.name in terms:
            raise PackError(hook.plugin_name, f"brings the term '{term.name}', which there is already")
        terms[term.name] = term
    return terms


def _declared(packs: pluggy.PluginManager, paths: Iterable[str]) -> Iterator[Rule]:
    """Yield the rules that are YAML: of the packs' folders, then at *paths*."""
    folders = list(_brought(packs.hook.filinglint_rule_packs.get_hookimpls(), "folders of rules"))
    if not folders and not paths:
        return
    from filinglint.rulebook.packs import load_rule_folder, load_rule_pack

    terms = terms_of(packs)
    for hook, folder in folders:
        owner = hook.plugin.__name__
        yield from load_rule_folder(folder, owner, terms, checked=owner not in _OURS)
    for path in paths:
        yield from load_rule_pack(path, terms)


@lru_cache(maxsize=8)
def load_catalogue(plugins: tuple[str, ...] = (), rule_packs: tuple[str, ...] = ()) -> Catalogue:
    """Return the rules of our packs, of *plugins*, and of the YAML files or folders at the paths *rule_packs*.

    Raises PackError when one does not load.
    """
    packs = load_packs(plugins)
    rules = [found for _, found in _brought(packs.hook.filinglint_rules.get_hookimpls(), "rules")]
    rules += _declared(packs, rule_packs)
    return Catalogue(_unique(rules), packs)
