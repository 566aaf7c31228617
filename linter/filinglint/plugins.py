"""Rule packs come in: ours by default, a stranger's when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import lru_cache, partial
from importlib import import_module
from types import ModuleType

import pluggy

from filinglint import __version__, hooks
from filinglint.errors import PackError

# Our own entry points: to look them up, as a stranger's are, takes longer than to check a filing.
OURS = {"edgar": "filinglint_edgar", "bcp": "filinglint_bcp"}
_Point = tuple[str, Callable[[], ModuleType]]


@lru_cache(maxsize=8)
def load_packs(plugins: tuple[str, ...] = ()) -> pluggy.PluginManager:
    """Return the hooks of our packs and of the distributions named by *plugins*.

    Raises PackError for a distribution that is not installed, has no entry point, or breaks on import.
    """
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    for name, load in (*_ours(), *(point for plugin in plugins for point in _entry_points(plugin))):
        try:
            with redirect_stdout(sys.stderr):
                module = load()
        except (Exception, SystemExit) as error:
            raise PackError(name, f"breaks on import: {type(error).__name__}: {error}") from error
        manager.register(module, name)
    return manager


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
        versions.append((name, str(getattr(module, "__version__", "")) or __version__))
    return tuple(sorted(versions))
