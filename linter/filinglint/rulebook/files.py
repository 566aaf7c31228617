"""The files of rules in a folder, or the one file: their names and bytes, before anybody reads them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from filinglint.errors import PackError

if TYPE_CHECKING:  # it loads tempfile and zipfile, which a run has no need of
    from importlib.resources.abc import Traversable

_SUFFIXES = (".yaml", ".yml")


def files_in(folder: Traversable) -> list[tuple[str, bytes]]:
    """Return the files of rules in *folder*, each with its name, in the order of their names."""
    files = sorted((file for file in folder.iterdir() if file.name.endswith(_SUFFIXES)), key=lambda file: file.name)
    return [(file.name, file.read_bytes()) for file in files]


def files_at(path: str) -> list[tuple[str, bytes]]:
    """Return the file of rules at *path*, or those in that folder. Raises PackError when they cannot be read."""
    here = Path(path)
    try:
        found = sorted(file for file in here.iterdir() if file.suffix in _SUFFIXES) if here.is_dir() else [here]
        return [(os.path.relpath(file), file.read_bytes()) for file in found]
    except OSError as error:
        raise PackError(path, f"cannot be read: {error.strerror}") from error
