"""All rules by code and slug, and all extractors by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from importlib import import_module
from typing import Any

import pluggy

from filinglint import __version__
from filinglint.errors import PackError
from filinglint.facts.extractor import Extractor
from filinglint.frozen import dataclass
from filinglint.plugins import kinds_of, load_packs, pack_versions
from filinglint.rule import Rule
from filinglint.rule_index import declared, described, known
from filinglint.rulebook.terms import Term, Vocabulary

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
# Letters that are typed for the figures of a code.
_LIKE_FIGURES = str.maketrans("OIL", "011")


OptionValues = tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]
"""The values of options by code of the rule, each by name, lists as tuples."""


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The rules in the order of their codes, the packs they come from, and the packs' hooks."""

    rules: tuple[Rule, ...]
    packs: pluggy.PluginManager

    def find(self, name: str) -> Rule | None:
        """Return the rule whose code or slug is, or was, *name*; None when there is none."""
        code, slug = name.strip().upper(), name.strip().lower()
        now = next((rule for rule in self.rules if code == rule.code or slug == rule.slug), None)
        return now or next((rule for rule in self.rules if rule.formerly & {code, slug}), None)

    def suggest(self, name: str) -> list[str]:
        """Return up to three codes or slugs that resemble *name*, the nearest first."""
        import difflib

        names = [rule.code for rule in self.rules] + [rule.slug for rule in self.rules]
        code = name[:3].upper() + name[3:].upper().translate(_LIKE_FIGURES)
        return difflib.get_close_matches(code, names, 2) + difflib.get_close_matches(name.lower(), names, 1)

    def extractors(self) -> tuple[Extractor[Any], ...]:
        """Return the engine's extractors, then the packs'."""
        ours = [getattr(import_module(f"filinglint.facts.{module}"), name) for module, name in _FACTS]
        return (*ours, *(found for facts in self.packs.hook.filinglint_facts() for found in facts))


@lru_cache(maxsize=32)
def optioned(catalogue: Catalogue, values: OptionValues) -> Catalogue:
    """Return *catalogue* with the options of its rules as *values* say, the same for the same."""
    given = {code: dict(options) for code, options in values}
    rules = tuple(rule.with_options(given[rule.code]) if rule.code in given else rule for rule in catalogue.rules)
    return replace(catalogue, rules=rules)


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


def vocabulary_of(packs: pluggy.PluginManager) -> Vocabulary:
    """Return what declared rules can ask for. Raises PackError when two packs bring one name."""
    terms: dict[str, Term] = {}
    for hook, term in _brought(packs.hook.filinglint_terms.get_hookimpls(), "terms"):
        if term.name in terms:
            raise PackError(hook.plugin_name, f"brings the term '{term.name}', which there is already")
        terms[term.name] = term

    @cache
    def facts() -> Mapping[str, Extractor[Any]]:
        return {extractor.name: extractor for extractor in Catalogue((), packs).extractors()}

    @cache
    def concepts() -> Mapping[str, Sequence[str]]:
        found: dict[str, Sequence[str]] = {}
        for named in packs.hook.filinglint_concepts():
            found.update(named)
        return found

    return Vocabulary(terms, facts, concepts, kinds_of(packs))


def _declared(packs: pluggy.PluginManager, paths: Iterable[str], *, tried: bool) -> Iterator[Rule]:
    """Yield the rules that are YAML: of the packs' folders, then at *paths*."""
    folders = list(_brought(packs.hook.filinglint_rule_packs.get_hookimpls(), "folders of rules"))
    if not folders and not paths:
        return
    vocabulary = cache(partial(vocabulary_of, packs))
    for hook, folder in folders:
        owner = hook.plugin.__name__
        if owner in _OURS:
            yield from declared(folder, partial(_read_folder, folder, owner, vocabulary))
        else:
            from filinglint.rulebook.files import files_in

            yield from _strangers(files_in(folder), owner, "", vocabulary, packs, tried=tried)
    for path in paths:
        from filinglint.rulebook.files import files_at

        yield from _strangers(files_at(path), None, path, vocabulary, packs, tried=tried)


def _read_folder(folder: str, owner: str, vocabulary: Callable[[], Vocabulary]) -> Iterable[Rule]:
    from pathlib import Path

    from filinglint.rulebook.packs import load_rule_folder

    return load_rule_folder(Path(folder), owner, vocabulary(), checked=False)


def _strangers(
    files: Sequence[tuple[str, bytes]],
    owner: str | None,
    path: str,
    vocabulary: Callable[[], Vocabulary],
    packs: pluggy.PluginManager,
    *,
    tried: bool,
) -> Iterable[Rule]:
    """Return the rules of *files*, of the package *owner* or the pack that they name.

    They are read, checked and tried once; from then on they are known by their bytes. With *tried* false they are
    read and checked, and whoever asks tries them.
    """
    from filinglint.rulebook import shelf

    versions = (__version__, *(f"{name} {version}" for name, version in pack_versions(packs)))
    key = shelf.key_of(files, (*versions, owner or ""))
    record = shelf.kept(key) if tried else None
    if record is not None:
        whole = cache(partial(_kept_rules, record, vocabulary))
        return known(record["index"], lambda entry: lambda: whole()[entry["code"]])
    from filinglint.rulebook.packs import RuleFiles

    read = RuleFiles.read(files, kinds=vocabulary().kinds)
    owner = owner or read.owner(path)
    rules = read.rules(owner, vocabulary())
    if tried:
        from filinglint.trials import try_cases

        recognise = packs.hook.filinglint_recognise
        try_cases(rules, lambda text: recognise(text=text))
        shelf.keep(key, {"owner": owner, "index": described(rules), "files": read.data})
    return rules


def _kept_rules(record: Any, vocabulary: Callable[[], Vocabulary]) -> Mapping[str, Rule]:
    """Return the rules of what was kept, by code, with what they check."""
    from filinglint.rulebook.packs import RuleFiles

    rules = RuleFiles.known(record["files"]).rules(record["owner"], vocabulary(), checked=False)
    return {rule.code: rule for rule in rules}


@lru_cache(maxsize=8)
def load_catalogue(plugins: tuple[str, ...] = (), rule_packs: tuple[str, ...] = (), *, tried: bool = True) -> Catalogue:
    """Return the rules of our packs, of *plugins*, and of the YAML files or folders at the paths *rule_packs*.

    Raises PackError when one does not load; with *tried*, also when a case beside a rule does not hold.
    """
    packs = load_packs(plugins)
    rules: list[Rule] = []
    for hook, found in _brought(packs.hook.filinglint_rules.get_hookimpls(), "rules"):
        if not isinstance(found, Rule):
            raise PackError(hook.plugin_name, f"brings {found!r:.80} among its rules, which is none")
        rules.append(found)
    rules += _declared(packs, rule_packs, tried=tried)
    return Catalogue(_unique(rules), packs)
