"""Which files a configuration is made of: the nearest to an input, and those that it extends."""

from __future__ import annotations

import os

from filinglint.config.layers import Layer, file_layer, shown
from filinglint.errors import ConfigError

NAMES = ("filinglint.toml", ".filinglint.toml", "pyproject.toml")
_DEEPEST = 20


def nearest(folder: str) -> list[Layer]:
    """Return the layers of the configuration nearest to *folder*, an absolute path, the lowest first.

    It is looked for in *folder* and above, up to the root of the repository. Empty when there is none.
    Raises ConfigError for two in one folder.
    """
    while True:
        found = _in(folder)
        if found is not None:
            return extended(found)
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return []
        folder = above


def _in(folder: str) -> Layer | None:
    layers: list[tuple[str, Layer]] = []
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != "pyproject.toml" or _mentions(path)):
            layer = file_layer(path)
            if layer is not None:
                layers.append((path, layer))
    if len(layers) > 1:
        both = " and ".join(shown(path) for path, _ in layers)
        raise ConfigError(f"{both} both hold a configuration; keep one of them")
    return layers[0][1] if layers else None


def _mentions(path: str) -> bool:
    """Tell whether the pyproject.toml at *path* may have our table: most do not, and need not be TOML to us."""
    try:
        with open(path, "rb") as file:
            return b"filinglint" in file.read()
    except OSError:
        return False


def named(path: str) -> list[Layer]:
    """Return the layers of the configuration at *path*, the lowest first. Raises ConfigError when it has none."""
    layer = file_layer(path)
    if layer is None:
        raise ConfigError(f"'{shown(path)}' has no table [tool.filinglint]")
    return extended(layer)


def extended(layer: Layer) -> list[Layer]:
    """Return *layer* above those that it extends, the lowest first. Raises ConfigError for a circle."""
    layers, seen = [layer], {layer.name}
    while (wanted := layers[0].settings.get("extend")) is not None:
        top = layers[0]
        path = _located(wanted, top)
        if shown(path) in seen or len(layers) > _DEEPEST:
            raise top.fault(("extend",), f"'{wanted}' is extended by itself")
        seen.add(shown(path))
        below = file_layer(path)
        if below is None:
            raise top.fault(("extend",), f"'{wanted}' has no table [tool.filinglint]")
        if wanted.startswith("pkg:"):
            # Installed data knows no tree of the caller's: its patterns are for the tree of who extends it.
            below = Layer(wanted, top.folder, below.settings, below.toml, below.base)
        layers.insert(0, below)
    return layers


def _located(wanted: str, layer: Layer) -> str:
    """Return the file that *wanted* names. Raises ConfigError when there is none."""
    if "://" in wanted:
        raise layer.fault(("extend",), "a configuration is never read from a network; give a path or pkg:…")
    if not wanted.startswith("pkg:"):
        path = os.path.join(layer.folder, wanted)
        if os.path.isabs(wanted):
            raise layer.fault(("extend",), f"'{wanted}' is not relative to this file")
        if not os.path.isfile(path):
            raise layer.fault(("extend",), f"there is no file '{wanted}' beside this one")
        return os.path.normpath(path)
    name, _, inner = wanted.removeprefix("pkg:").partition("/")
    if not name or not inner or ".." in inner.split("/"):
        raise layer.fault(("extend",), f"'{wanted}' will not do; give pkg:distribution/file.toml")
    from importlib.metadata import PackageNotFoundError, distribution  # slow to load, and seldom wanted
    from importlib.util import find_spec

    try:
        installed = distribution(name)
    except PackageNotFoundError as error:
        raise layer.fault(("extend",), f"the distribution '{name}' is not installed") from error
    # The package is found, never imported: a configuration runs no code.
    spec = find_spec(name.replace("-", "_").replace(".", "_").lower())
    folders = list(spec.submodule_search_locations or ()) if spec else []
    candidates = [os.path.join(folder, inner) for folder in folders]
    candidates += [str(installed.locate_file(file)) for file in installed.files or () if str(file) == inner]
    candidates += [
        str(installed.locate_file(file)) for file in installed.files or () if str(file).endswith(f"/{inner}")
    ]
    path = next((candidate for candidate in candidates if os.path.isfile(candidate)), "")
    if not path:
        raise layer.fault(("extend",), f"the distribution '{name}' has no file '{inner}'")
    return path
