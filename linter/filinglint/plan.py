"""What each input is judged by: its configuration, and over it what the caller asks for."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from functools import cached_property
from typing import Any

from filinglint import catalogue as catalogues
from filinglint.catalogue import Catalogue
from filinglint.config.configs import Configs, verify, verify_kind
from filinglint.config.layers import shown
from filinglint.config.requirements import installed
from filinglint.config.settings import BASELINE, Config, Settings
from filinglint.digests import sha256
from filinglint.discovery import STDIN, Found, discover
from filinglint.editions import pinned
from filinglint.errors import ConfigError
from filinglint.frozen import dataclass
from filinglint.judging import Job, Options
from filinglint.rule import Rule
from filinglint.selectors import Setting, renamed
from filinglint.triage.baseline import Baseline, read_baseline
from filinglint.triage.exceptions import Exceptions, Known
from filinglint.triage.waivers import Registry, read_registry


@dataclass(frozen=True, slots=True)
class Asked:
    """What the caller asks for over every configuration; None and empty leave it to the configuration.

    ``baseline`` is False where no baseline is to be used.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool | None = None
    purpose: Any = None
    profiles: tuple[str, ...] = ()
    as_of: str | None = None
    fail_on: Any = None
    edition: str | None = None
    plugins: tuple[str, ...] = ()
    suppressions: bool = True
    strict: bool = False
    exclude: bool = True
    baseline: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """A configuration with what it brings: rules, records and the baseline."""

    config: Config
    catalogue: Catalogue
    plugins: tuple[str, ...]
    edition: str
    registry: Registry
    baseline: Baseline | None


class Plan:
    """The options of each input; configurations, packs and records are read once, when they are first met.

    Raises ConfigError and PackError when one is wrong. *run* is what holds for every input of the run.
    """

    def __init__(self, configs: Configs, asked: Asked, run: Options) -> None:
        self._configs, self._asked, self._run = configs, asked, run
        self._groups: dict[int, Group] = {}
        self._options: dict[tuple[int, int], tuple[Settings, Options]] = {}
        self._files: dict[int, list[Found]] = {}
        self.base = self.options(self.group(configs.of_folder(".")), ".")

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all configurations met so far, by code."""
        found = {rule.code: rule for group in reversed(self.groups) for rule in group.catalogue.rules}
        return tuple(found[code] for code in sorted(found))

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of what every configuration of the run states; "" where none states anything."""
        stated = [[layer.settings for layer in group.config.layers] for group in self.groups if group.config.layers]
        if not stated:
            return ""
        texts = sorted(json.dumps(layers, sort_keys=True) for layers in stated)
        return sha256("\n".join(texts).encode())

    def all_files(self, group: Group) -> list[Found]:
        """Return the inputs below the root of *group*, found once."""
        if id(group) not in self._files:
            self._files[id(group)] = discover([group.config.root])
        return self._files[id(group)]

    @property
    def groups(self) -> list[Group]:
        """The configurations met so far, that of the working directory first."""
        return list(self._groups.values())

    def group(self, config: Config) -> Group:
        """Return what *config* brings."""
        if id(config) not in self._groups:
            self._groups[id(config)] = self._made(config)
        return self._groups[id(config)]

    def group_of(self, found: Found) -> Group:
        """Return the group of the configuration for *found*."""
        path = self._run.stdin_filename if found.path == STDIN else found.path
        return self.group(self._configs.of_input(path, folder=found.draft and os.path.isdir(found.path)))

    @property
    def renamed(self) -> list[str]:
        """What is to be said of names that the caller and the configurations use and rules have no longer."""
        asked = self._asked
        found = [("", name) for name in (*asked.select, *asked.extend_select, *asked.ignore)]
        for group in self.groups:
            settings = group.config.settings(group.config.root)
            found += [(f"{one.origin}: ", one.selector) for one in settings.choices]
            found += [(f"{one.origin}: ", one.selector) for one in settings.levels]
            found += [(f"{one.origin}: ", one.rule) for one in settings.options]
        said = ((where, renamed(name, self.rules)) for where, name in dict.fromkeys(found))
        return [f"{where}{now}" for where, now in said if now]

    def at(self, path: str) -> tuple[Catalogue, Options]:
        """Return the rules and options of what is, or would be, the input at *path*."""
        group = self.group(self._configs.of_input(path, folder=os.path.isdir(path)))
        return group.catalogue, self.options(group, path)

    def _made(self, config: Config) -> Group:
        plugins = tuple(dict.fromkeys((*map(installed, config.plugins), *map(installed, self._asked.plugins))))
        packs = config.rule_packs
        catalogue = catalogues.load_catalogue(*((plugins, packs) if packs else (plugins,) if plugins else ()))
        verify(config, catalogue)
        verify_kind(self._run.kind, catalogue.packs)
        settings = config.settings(config.root)
        edition = self._asked.edition or settings.edition
        catalogue = pinned(catalogue, edition)
        registry = Registry()
        if self._asked.suppressions:
            registry = read_registry(settings.waivers, config.root, catalogue, self._run.today)
        return Group(config, catalogue, plugins, edition, registry, self._baseline(config))

    def _baseline(self, config: Config) -> Baseline | None:
        if not self._asked.baseline or not self._asked.suppressions:
            return None
        path = baseline_file(config)
        return read_baseline(path) if path else None

    def options(self, group: Group, path: str) -> Options:
        """Return what the input at *path*, of *group*, is judged by."""
        settings = group.config.settings(path)
        key = (id(group.config), id(settings))
        if key not in self._options:
            self._options[key] = (settings, self._settled(group, settings))
        return self._options[key][1]

    def catalogue_of(self, options: Options) -> Catalogue:
        """Return the rules of the configuration that made *options*."""
        wanted = (options.plugins, options.rule_packs, options.selection.edition)
        made = (one for one in self.groups if (one.plugins, one.config.rule_packs, one.edition) == wanted)
        return next(made).catalogue

    @staticmethod
    def rule_options(group: Group, settings: Settings) -> dict[str, dict[str, Setting]]:
        """Return what *settings* say of the options of rules, by code and name: the last word on each."""
        found: dict[str, dict[str, Setting]] = {}
        for one in settings.options:
            rule = group.catalogue.find(one.rule)
            assert rule is not None, "the configuration is verified"
            found.setdefault(rule.code, {})[one.name] = one
        return found

    def _settled(self, group: Group, settings: Settings) -> Options:
        asked = self._asked
        purpose = asked.purpose or settings.purpose
        selection = replace(
            self._run.selection,
            select=asked.select,
            extend_select=asked.extend_select,
            ignore=asked.ignore,
            purpose=purpose,
            preview=settings.preview if asked.preview is None else asked.preview,
            edition=asked.edition or settings.edition,
            choices=settings.choices,
            levels=settings.levels,
            start=settings.start,
        )
        exceptions = Exceptions(
            enabled=asked.suppressions,
            strict=asked.strict,
            inline=settings.waivers.inline,
            inline_origin=settings.waivers.inline_origin,
            waivers=group.registry.waivers,
        )
        return replace(
            self._run,
            selection=selection,
            profiles=asked.profiles or settings.profiles,
            kind=self._run.kind or settings.kind,
            as_of=asked.as_of or settings.as_of,
            fail_on=asked.fail_on or settings.fail_on,
            plugins=group.plugins,
            rule_packs=group.config.rule_packs,
            exceptions=exceptions,
            limits=settings.limits,
            rule_options=tuple(
                (code, tuple((name, _hashable(one.value)) for name, one in sorted(options.items())))
                for code, options in sorted(self.rule_options(group, settings).items())
            ),
        )

    def job(self, found: Found) -> Job:
        """Return *found* with what it is judged by."""
        group = self.group_of(found)
        known = group.baseline.known(found.path, folder=found.draft) if group.baseline else Known()
        return Job(found, self.options(group, found.path), known)

    def left_out(self, found: Found) -> str:
        """Return why the configuration leaves *found* out; "" when it does not."""
        if not self._asked.exclude or found.path == STDIN:
            return ""
        config = self.group_of(found).config
        origin = config.excluded(found.path)
        if origin:
            return f"excluded by {origin}"
        # A draft is found by itself: what to include speaks of files.
        origin = "" if found.draft else config.left_out(found.path)
        return f"not among what {origin} includes" if origin else ""


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def baseline_file(config: Config) -> str:
    """Return the baseline that *config* names, else that of the working directory, else that beside its file.

    "" when there is none. Raises ConfigError for one that is named and not there.
    """
    path, origin = config.baseline
    if path:
        if not os.path.isfile(path):
            raise ConfigError(f"{origin}: there is no file '{shown(path)}'; filinglint baseline create writes it")
        return path
    beside = (os.path.join(folder, BASELINE) for folder in (os.getcwd(), config.root))
    return next((path for path in beside if os.path.isfile(path)), "")
