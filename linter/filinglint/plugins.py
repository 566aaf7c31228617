"""Rule packs come in: ours by default, a stranger's when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import EntryPoint, PackageNotFoundError, distribution

import pluggy

from filinglint import hooks
from filinglint.errors import PackError

_OURS = "filinglint"


@lru_cache(maxsize=8)
def load_packs(plugins: tuple[str, ...] = ()) -> pluggy.PluginManager:
    """Return the hooks of our packs and of the distributions named by *plugins*.

    Raises PackError for a distribution that is not installed, has no entry point, or breaks on import.
    """
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    for name in (_OURS, *plugins):
        for point in _entry_points(name):
            try:
                module = point.load()
            except Exception as error:
                raise PackError(point.name, f"breaks on import: {type(error).__name__}: {error}") from error
            manager.register(module, point.name)
    return manager


def _entry_points(name: str) -> Iterable[EntryPoint]:
    try:
        points = [point for point in distribution(name).entry_points if point.group == hooks.PROJECT]
    except PackageNotFoundError as error:
        raise PackError(name, "is not installed; install the distribution, or take it out of 'plugins'") from error
    if not points:
        raise PackError(name, f"has no entry point in the group '{hooks.PROJECT}'")
    return points


def pack_versions(manager: pluggy.PluginManager) -> tuple[tuple[str, str], ...]:
    """Return the name and version of each pack, in the order of their names."""
    versions = []
    for name, module in manager.list_name_plugin():
        versions.append((name, str(getattr(module, "__version__", "")) or distribution(_OURS).version))
    return tuple(sorted(versions))
