"""Rule packs come in: ours by default, a stranger's when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import lru_cache, partial
from importlib import import_module
from types import ModuleType
from typing import Any

import pluggy

from filinglint import __version__, hooks
from filinglint.documents.submission import Submission
from filinglint.errors import PackError
from filinglint.patterns import pattern
from filinglint.rule import API_VERSION

# Our own entry points: to look them up, as a stranger's are, takes longer than to check a filing.
OURS = {"edgar": "filinglint_edgar", "bcp": "filinglint_bcp"}
_PART = ":"  # what parts the name of a pack from that of a part of it
_KIND = pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KINDS = frozenset(("submission", "draft", "document", "bcp-summary", "unknown"))
_Point = tuple[str, Callable[[], ModuleType]]


@lru_cache(maxsize=8)
def load_packs(plugins: tuple[str, ...] = ()) -> pluggy.PluginManager:
    """Return the hooks of our packs and of the distributions named by *plugins*.

    Raises PackError for a distribution that is not installed, has no entry point, breaks on import, or
    was written for another version of the interface.
    """
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    for name, load in (*_ours(), *(point for plugin in plugins for point in _entry_points(plugin))):
        try:
            with redirect_stdout(sys.stderr):
                module = load()
        except (Exception, SystemExit) as error:
            raise PackError(name, f"breaks on import: {type(error).__name__}: {error}") from error
        wanted = getattr(module, "API_VERSION", API_VERSION)
        if wanted != API_VERSION:
            reason = f"was written for version {wanted} of the interface for packs, and this is version {API_VERSION}"
            raise PackError(name, f"{reason}; install a version of one that fits the other")
        if manager.has_plugin(name):
            if manager.get_plugin(name) is module:
                continue  # listed twice, or one of ours
            raise PackError(name, "is a name that another pack has, too; uninstall one of the two")
        manager.register(module, name)
        for reader in _readers(name, module):
            manager.register(_Recogniser(reader), f"{name}{_PART}{reader.kind}")
    return manager


class _Recogniser:
    """The part of a pack that tells texts of one kind."""

    def __init__(self, reader: hooks.Reader) -> None:
        self.reader = reader

    @hooks.hookimpl
    def filinglint_recognise(self, text: Submission) -> hooks.Recognition | None:
        """Say that a text is of the reader's kind, where the reader does."""
        found = self.reader.recognise(text)
        return None if found is None else hooks.Recognition(self.reader.kind, *found)


def _readers(name: str, module: ModuleType) -> list[hooks.Reader]:
    if not hasattr(module, "filinglint_readers"):
        return []
    try:
        readers = list(module.filinglint_readers())
    except Exception as error:
        raise PackError(name, f"its readers do not load: {type(error).__name__}: {error}") from error
    for reader in readers:
        if not _KIND.fullmatch(reader.kind) or reader.kind in _KINDS:
            raise PackError(name, f"brings the kind '{reader.kind}'; give small letters and hyphens, and a new name")
    return readers


def kinds_of(manager: pluggy.PluginManager) -> frozenset[str]:
    """Return the kinds of input that packs bring beside ours."""
    parts = (plugin for _, plugin in manager.list_name_plugin())
    return frozenset(part.reader.kind for part in parts if isinstance(part, _Recogniser))


def tell(manager: pluggy.PluginManager, hook: str, **what: Any) -> None:
    """Tell all packs that implement *hook* of *what*. Raises PackError for one that breaks."""
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        try:
            implementation.function(*(what[name] for name in implementation.argnames))
        except Exception as error:
            reason = f"breaks in {hook}: {type(error).__name__}: {error}"
            raise PackError(implementation.plugin_name, reason) from error


def _ours() -> list[_Point]:
    return [(name, partial(import_module, module)) for name, module in OURS.items()]


def _entry_points(name: str) -> list[_Point]:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        points = [point for point in distribution(name).entry_points if point.group == hooks.PROJECT]
    except PackageNotFoundError as error:
        raise PackError(name, "is not installed; install the distribution, or take it out of 'plugins'") from error
    if not points:
        raise PackError(name, f"has no entry point in the group '{hooks.PROJECT}'")
    return [(point.name, point.load) for point in points]


def pack_versions(manager: pluggy.PluginManager) -> tuple[tuple[str, str], ...]:
    """Return the name and version of each pack, in the order of their names."""
    versions = []
    for name, module in manager.list_name_plugin():
        if _PART in name:
            continue
        versions.append((name, str(getattr(module, "__version__", "")) or __version__))
    return tuple(sorted(versions))
