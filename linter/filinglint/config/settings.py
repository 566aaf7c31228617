"""A configuration and what holds for one input by it.

Layers, the lowest first: defaults, extended files, the file, the overrides that are for the input, what
``--config 'key=value'`` says. A plain list replaces the one below, ``extend-…`` adds to it. Choices of
rules are kept layer by layer: the more specific wins, then the later layer.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Any, Literal

from filinglint.config.globs import excludes, matches, relative
from filinglint.config.layers import Layer, shown
from filinglint.editions import newest
from filinglint.finding import Severity
from filinglint.frozen import dataclass
from filinglint.limits import Limits
from filinglint.report import FailOn, Purpose
from filinglint.selectors import Choice, Level, Setting

WAIVERS = "filinglint-waivers.toml"
BASELINE = "filinglint-baseline.json"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class WaiverTerms:
    """Where waiver records stand, and what they must be; ``files`` are absolute, with where they are named."""

    files: tuple[tuple[str, str], ...] = ()
    require: tuple[str, ...] = ("reason", "approved-by", "expires")
    max_days: int = 365
    max_active: int = 25
    inline: Literal["allow", "forbid"] = "allow"
    inline_origin: str = DEFAULT


@dataclass(frozen=True, slots=True)
class CacheTerms:
    """Whether verdicts are kept, by what a file is known to be the same, and how many bytes of them there may be."""

    enabled: bool = True
    trust: Literal["content", "mtime"] = "content"
    max_bytes: int = 1 << 30
    origins: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def by_key(self) -> dict[str, Any]:
        """The terms by their keys in a configuration."""
        return {"enabled": self.enabled, "trust": self.trust, "max-bytes": self.max_bytes}


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one input. ``origins`` says of each key where it is stated.

    ``edition`` is "" where none is pinned; ``profiles`` empty, or ``kind`` None, means found from each text;
    ``options`` are those of rules, the earlier layers first; ``start`` is where a ``select`` is stated, "" where
    none is.
    """

    edition: str = ""
    profiles: tuple[str, ...] = ()
    kind: str | None = None
    purpose: Purpose = "review"
    as_of: str = "filing"
    fail_on: FailOn = "error"
    preview: bool = False
    choices: tuple[Choice, ...] = ()
    levels: tuple[Level, ...] = ()
    options: tuple[Setting, ...] = ()
    start: str = ""
    waivers: WaiverTerms = field(default_factory=WaiverTerms)
    limits: Limits = field(default_factory=Limits)
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Config:
    """A configuration: its layers, the lowest first, and above them what the command line states.

    ``root`` is absolute: the folder of its file, or the working directory where there is none.
    """

    root: str
    files: tuple[Layer, ...] = ()
    above: tuple[Layer, ...] = ()

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """All layers, the lowest first; overrides are not among them."""
        return (*self.files, *self.above)

    @property
    def name(self) -> str:
        """How messages call it; "" when there is no file."""
        return self.files[-1].name if self.files else ""

    @cached_property
    def _known(self) -> dict[tuple[int, ...], Settings]:
        return {}

    def settings(self, path: str) -> Settings:
        """Return what holds for the input at *path*; the same object where the same overrides do."""
        found = tuple(self._overrides(path))
        key = tuple(number for number, _ in found)
        if key not in self._known:
            self._known[key] = _settled(self, [_override(layer, index) for _, (layer, index) in found])
        return self._known[key]

    def _overrides(self, path: str) -> Iterator[tuple[int, tuple[Layer, int]]]:
        tables = [(layer, index) for layer in self.layers for index in range(len(layer.settings.get("overrides", ())))]
        for number, (layer, index) in enumerate(tables):
            inner = relative(path, layer.folder)
            if any(matches(pattern, inner) for pattern in layer.settings["overrides"][index]["paths"]):
                yield number, (layer, index)

    def excluded(self, path: str) -> str:
        """Return where the pattern is stated that excludes *path*; "" when none does."""
        return next(
            (
                origin
                for layer, pattern, origin in self._patterns("exclude")
                if excludes(pattern, relative(path, layer.folder))
            ),
            "",
        )

    def left_out(self, path: str) -> str:
        """Return where the patterns of what to include are stated, none of which is of *path*; "" else."""
        patterns = list(self._patterns("include"))
        if not patterns or any(matches(pattern, relative(path, layer.folder)) for layer, pattern, _ in patterns):
            return ""
        return patterns[-1][2]

    def _patterns(self, key: str) -> Iterator[tuple[Layer, str, str]]:
        for layer, path, value in stated(self.layers, key):
            for index, pattern in enumerate(value):
                yield layer, pattern, layer.origin(*path, index)

    def stated_in(self, path: str) -> list[tuple[str, str, Any, str]]:
        """Return what holds for *path*, row by row: table ("" for none), key, value, and where it is stated.

        A list has a row for each member, with the key ``key[]``.
        """
        settings, rows = self.settings(path), list[tuple[str, str, Any, str]]()
        origins = settings.origins
        rows.append(("", "edition", settings.edition or newest(), origins["edition"]))
        rows += [("", "profile[]", name, origins["profile"]) for name in settings.profiles]
        if settings.kind is not None:
            rows.append(("", "kind", settings.kind, origins["kind"]))
        for key, value in (
            ("purpose", settings.purpose),
            ("as-of", settings.as_of),
            ("fail-on", settings.fail_on),
            ("preview", settings.preview),
        ):
            rows.append(("", key, value, origins[key]))
        for key in ("include", "exclude"):
            rows += [("", f"{key}[]", pattern, origin) for _, pattern, origin in self._patterns(key)]
        for key in ("plugins", "rule-packs"):
            for layer, keys, value in stated(self.layers, key, extends=False):
                rows += [("", f"{key}[]", name, layer.origin(*keys, index)) for index, name in enumerate(value)]
        rows += [("", f"{choice.key}[]", choice.selector, choice.origin) for choice in settings.choices]
        if self.baseline[0]:
            rows.append(("", "baseline", shown(self.baseline[0]), self.baseline[1]))
        rows += [("severity", level.selector, level.severity.value, level.origin) for level in settings.levels]
        rows += [(f"rules.{one.rule}", one.name, one.value, one.origin) for one in _last(settings.options)]
        terms = settings.waivers
        rows += [("waivers", "files[]", shown(file), origin) for file, origin in terms.files]
        rows += [("waivers", "require[]", name, origins["waivers.require"]) for name in terms.require]
        for key, number in (("max-days", terms.max_days), ("max-active", terms.max_active)):
            rows.append(("waivers", key, number, origins[f"waivers.{key}"]))
        rows.append(("waivers", "inline", terms.inline, terms.inline_origin))
        for key, kept in self.cache.by_key.items():
            rows.append(("cache", key, kept, self.cache.origins.get(key, DEFAULT)))
        for key, limit in settings.limits.by_key.items():
            rows.append(("limits", key, limit, origins[f"limits.{key}"]))
        return rows

    @cached_property
    def plugins(self) -> tuple[str, ...]:
        """The requirements of the plugins that load."""
        return tuple(name for _, _, value in stated(self.layers, "plugins", extends=False) for name in value)

    @cached_property
    def rule_packs(self) -> tuple[str, ...]:
        """The files and folders of rule packs in YAML, absolute."""
        found = stated(self.layers, "rule-packs", extends=False)
        return tuple(os.path.normpath(os.path.join(layer.folder, name)) for layer, _, value in found for name in value)

    @cached_property
    def cache(self) -> CacheTerms:
        """Whether and how verdicts are kept: of the run as a whole, so that overrides do not speak of it."""
        found = CacheTerms()
        for layer in self.layers:
            table = layer.settings.get("cache", {})
            found = replace(found, **{key.replace("-", "_"): value for key, value in table.items()})
            found.origins.update({key: layer.origin("cache", key) for key in table})
        return found

    @cached_property
    def baseline(self) -> tuple[str, str]:
        """The baseline's absolute path and where it is named; empty words where none is."""
        for layer, path, value in stated(self.layers, "baseline", extends=False):
            return os.path.normpath(os.path.join(layer.folder, value)), layer.origin(*path)
        return "", ""


def stated(layers: Sequence[Layer], key: str, *, extends: bool = True) -> list[tuple[Layer, tuple[str, ...], Any]]:
    """Return where *key* is stated, the lowest layer first: from the last plain value on, and what extends it."""
    found: list[tuple[Layer, tuple[str, ...], Any]] = []
    for layer in layers:
        if key in layer.settings:
            found = [(layer, (key,), layer.settings[key])]
        if extends and f"extend-{key}" in layer.settings:
            found.append((layer, (f"extend-{key}",), layer.settings[f"extend-{key}"]))
    return found


def _last(options: Sequence[Setting]) -> list[Setting]:
    """Return *options*, by rule as it is named, each name once: the last word that is said of it."""
    found = {(one.rule, one.name): one for one in options}
    return sorted(found.values(), key=lambda one: one.rule)


def _override(layer: Layer, index: int) -> Layer:
    """Return the override *index* of *layer* as a layer of its own."""
    return Layer(
        layer.name, layer.folder, layer.settings["overrides"][index], layer.toml, (*layer.base, "overrides", index)
    )


def _settled(config: Config, overrides: Sequence[Layer]) -> Settings:
    layers = (*config.files, *overrides, *config.above)
    origins: dict[str, str] = {}

    def last(key: str, default: Any, *table: str) -> Any:
        for layer in reversed(layers):
            settings: Any = layer.settings
            for name in table:
                settings = settings.get(name, {})
            if key in settings:
                origins[".".join((*table, key))] = layer.origin(*table, key)
                return settings[key]
        origins[".".join((*table, key))] = DEFAULT
        return default

    profile = last("profile", ())
    choices, start = _choices(layers, frozenset(map(id, overrides)))
    return Settings(
        edition=last("edition", ""),
        profiles=(profile,) if isinstance(profile, str) else tuple(profile),
        kind=last("kind", None),
        purpose=last("purpose", "review"),
        as_of=last("as-of", "filing"),
        fail_on=last("fail-on", "error"),
        preview=last("preview", False),
        choices=choices,
        levels=tuple(
            Level(selector, Severity(value), layer.origin("severity", selector), number)
            for number, layer in enumerate(layers)
            for selector, value in layer.settings.get("severity", {}).items()
        ),
        options=tuple(
            Setting(rule, name, value, layer.origin("rules", rule, name))
            for layer in layers
            for rule, options in layer.settings.get("rules", {}).items()
            for name, value in options.items()
        ),
        start=start,
        waivers=WaiverTerms(
            files=_waiver_files(config),
            require=tuple(last("require", WaiverTerms().require, "waivers")),
            max_days=last("max-days", WaiverTerms().max_days, "waivers"),
            max_active=last("max-active", WaiverTerms().max_active, "waivers"),
            inline=last("inline", "allow", "waivers"),
            inline_origin=origins["waivers.inline"],
        ),
        limits=Limits(*(last(key, limit, "limits") for key, limit in Limits().by_key.items())),
        origins=origins,
    )


def _choices(layers: Sequence[Layer], overrides: frozenset[int]) -> tuple[tuple[Choice, ...], str]:
    """Return the choices of *layers*, and where the last ``select`` is stated.

    Within files a plain list replaces that of the file below; an override's ``ignore`` adds to it, for an
    override speaks of some paths and leaves the rest as it is.
    """
    taken: list[Choice] = []
    left: list[Choice] = []
    start = ""
    for number, layer in enumerate(layers):
        if "select" in layer.settings:
            taken, start = [], layer.origin("select")
        if "ignore" in layer.settings and id(layer) not in overrides:
            left = []
        for key, takes in (("select", True), ("extend-select", True), ("ignore", False), ("extend-ignore", False)):
            for index, selector in enumerate(layer.settings.get(key, ())):
                (taken if takes else left).append(Choice(selector, takes, layer.origin(key, index), number, key))
    # What leaves comes after what takes: within one layer the last word is ``ignore``.
    return (*taken, *left), start


def _waiver_files(config: Config) -> tuple[tuple[str, str], ...]:
    """Return the files of waiver records; the default one only where it exists."""
    for layer in reversed(config.layers):
        named_files = layer.settings.get("waivers", {}).get("files")
        if named_files is not None:
            return tuple(
                (os.path.normpath(os.path.join(layer.folder, name)), layer.origin("waivers", "files", index))
                for index, name in enumerate(named_files)
            )
    path = os.path.join(config.root, WAIVERS)
    return ((path, DEFAULT),) if os.path.isfile(path) else ()
