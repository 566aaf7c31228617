"""Where configurations come from, and whether what they say can be: each is read once and verified.

What a schema cannot judge is judged here: the names of rules, kinds, profiles, editions and plugins.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pluggy

from filinglint import editions
from filinglint.catalogue import Catalogue
from filinglint.closest import near
from filinglint.config.files import named, nearest
from filinglint.config.layers import Layer, text_layer, verified
from filinglint.config.requirements import distribution_of
from filinglint.config.settings import Config
from filinglint.errors import ConfigError
from filinglint.patterns import pattern
from filinglint.plugins import kinds_of
from filinglint.remarks import REMARKS
from filinglint.rule import Rule
from filinglint.rule_options import schema_of
from filinglint.selectors import is_known, is_name, unknown
from filinglint.toml_text import KeyPath
from filinglint_schemas import load_schema

CONFIGURED_KINDS = ("submission", "document", "bcp-summary")
PROFILES = ("general", "finra-4370", "nfa-2-38")
_DATE = pattern(r"\d{4}-\d\d-\d\d", re.ASCII)
_TAKING = ("select", "extend-select")
_SELECTORS = ("select", "extend-select", "ignore", "extend-ignore")


class Configs:
    """The configurations of a run: for each folder the nearest, read once.

    *given* are the values of ``--config``: at most one file, which then is for every input, and lines of
    TOML. With *isolated* no file is looked for. Raises ConfigError for what is no such value.
    """

    def __init__(self, given: Sequence[str] = (), *, isolated: bool = False) -> None:
        files = [value for value in given if os.path.isfile(value) or "=" not in value]
        if len(files) > 1:
            raise ConfigError(f"--config names {len(files)} files; one may extend the other")
        if files and isolated:
            raise ConfigError("--isolated reads no configuration, and --config names one; give one of them")
        if files and not os.path.isfile(files[0]):
            raise ConfigError(f"--config '{files[0]}' is neither a file nor key = value")
        lines = [value for value in given if value not in files]
        self._above = tuple(text_layer(f"--config '{line}'", line) for line in lines)
        self._named = named(files[0]) if files else None
        self._isolated = isolated
        self._folders: dict[str, Config] = {}
        self._by_file: dict[str, Config] = {}

    def of_folder(self, folder: str) -> Config:
        """Return the configuration for what lies in *folder*. Raises ConfigError when it is wrong."""
        folder = os.path.abspath(folder)
        if folder not in self._folders:
            layers = self._named if self._named is not None else [] if self._isolated else nearest(folder)
            name = layers[-1].name if layers else ""
            if name not in self._by_file:
                root = layers[-1].folder if layers else os.getcwd()
                self._by_file[name] = Config(root, tuple(layers), self._above)
                sound(self._by_file[name])
            self._folders[folder] = self._by_file[name]
        return self._folders[folder]

    def of_input(self, path: str, *, folder: bool = False) -> Config:
        """Return the configuration for the input at *path*, which is a *folder* where it is a draft."""
        return self.of_folder(path if folder else os.path.dirname(os.path.abspath(path)))


def sound(config: Config) -> None:
    """Raise ConfigError for the first value of *config* that no schema can judge."""
    for layer in config.layers:
        for table, at in _tables(layer):
            profile = table.get("profile", ())
            for index, name in enumerate([profile] if isinstance(profile, str) else profile):
                if name not in PROFILES:
                    path = (*at, "profile") if isinstance(profile, str) else (*at, "profile", index)
                    raise layer.fault(path, f"no profile is called '{name}'; {near(name, PROFILES)}")
            as_of = table.get("as-of", "filing")
            if not is_day(as_of):
                raise layer.fault((*at, "as-of"), f"'{as_of}' is no day; give filing, today, or a date")
        if layer.settings.get("edition", "") not in ("", *editions.names()):
            name = layer.settings["edition"]
            raise layer.fault(("edition",), f"there is no edition '{name}'; {near(name, editions.names())}")
        for index, requirement in enumerate(layer.settings.get("plugins", ())):
            if distribution_of(requirement) is None:
                message = f"'{requirement}' cannot be read; give a distribution and versions, such as acme-pack>=1.2"
                raise layer.fault(("plugins", index), message)
        for index, path in enumerate(layer.settings.get("rule-packs", ())):
            if not os.path.exists(os.path.join(layer.folder, path)):
                raise layer.fault(("rule-packs", index), f"there is no rule pack '{path}' beside this file")


def _tables(layer: Layer) -> Iterator[tuple[Mapping[str, Any], tuple[str | int, ...]]]:
    """Yield the settings of *layer* and those of its overrides, each with its path."""
    yield layer.settings, ()
    for index, override in enumerate(layer.settings.get("overrides", ())):
        yield override, ("overrides", index)


def is_day(words: str) -> bool:
    """Tell whether *words* are ``filing``, ``today`` or a date."""
    if words in ("filing", "today"):
        return True
    try:
        # Other spellings that Python reads (20240131, 2024-W05-3) would not look like dates in a report.
        return bool(_DATE.fullmatch(words) and date.fromisoformat(words))
    except ValueError:
        return False


def verify_kind(
    kind: str | None, packs: pluggy.PluginManager, ours: Sequence[str] = (*CONFIGURED_KINDS, "draft")
) -> None:
    """Raise ConfigError when inputs are to be read as *kind*, which is none of *ours* and none of *packs*."""
    known = [*ours, *sorted(kinds_of(packs))]
    if kind is not None and kind not in known:
        raise ConfigError(f"no kind is called '{kind}'; {near(kind, known)}")


def verify_kinds(config: Config, packs: pluggy.PluginManager) -> None:
    """Raise ConfigError for the first kind that *config* names and neither we nor *packs* have."""
    for layer in config.layers:
        for table, at in _tables(layer):
            try:
                verify_kind(table.get("kind"), packs, CONFIGURED_KINDS)
            except ConfigError as error:
                raise layer.fault((*at, "kind"), str(error)) from None


def verify(config: Config, catalogue: Catalogue) -> None:
    """Raise ConfigError for the first rule or kind that *config* names and *catalogue* does not have."""
    verify_kinds(config, catalogue.packs)
    for layer in config.layers:
        for table, at in _tables(layer):
            for key in _SELECTORS:
                for index, selector in enumerate(table.get(key, ())):
                    if not is_known(selector, (*catalogue.rules, *REMARKS), takes=key in _TAKING):
                        raise layer.fault((*at, key, index), unknown(selector, catalogue, REMARKS))
            for selector in table.get("severity", ()):
                if not is_name(selector) or not is_known(selector, (*catalogue.rules, *REMARKS)):
                    raise layer.fault((*at, "severity", selector), unknown(selector, catalogue, REMARKS), key=True)
            for name, options in table.get("rules", {}).items():
                rule = catalogue.find(name)
                if rule is None:
                    raise layer.fault((*at, "rules", name), unknown(name, catalogue), key=True)
                _verify_options(layer, (*at, "rules", name), rule, options)


def _verify_options(layer: Layer, at: KeyPath, rule: Rule, options: Mapping[str, Any]) -> None:
    """Raise ConfigError for the first of *options*, at the path *at* of *layer*, that *rule* does not have so."""
    if rule.options is not None:
        verified(Layer(layer.name, layer.folder, options, layer.toml, (*layer.base, *at)), schema_of(rule.options))
        return
    for option in options:
        message = f"unknown option '{option}'; {rule.code} {rule.slug} has no options"
        raise layer.fault((*at, option), message, key=True)


def schema_with(rules: Sequence[Rule]) -> dict[str, Any]:
    """Return the schema of a configuration with the options of *rules*, by code and by slug."""
    schema = load_schema("filinglint")
    table = schema["properties"]["rules"]
    table["properties"] = {
        name: schema_of(rule.options) | {"description": f"options of {rule.code} {rule.slug}: {rule.title}"}
        for rule in rules
        if rule.options is not None
        for name in (rule.code, rule.slug)
    }
    return schema
