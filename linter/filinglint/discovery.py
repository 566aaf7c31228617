"""Which files a command line names: files as given, folders walked in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from filinglint.errors import ConfigError

_SUFFIXES = frozenset((".txt", ".htm", ".html", ".xhtml", ".xml", ".nc", ".sgml", ".md"))
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; ``named`` is whether the caller named it, rather than a folder above it."""

    path: str
    named: bool


def discover(paths: Sequence[str]) -> list[Found]:
    """Return the files that *paths* name, each once. Raises ConfigError for a path that does not exist."""
    found: dict[str, Found] = {}
    for path in paths:
        if path == STDIN or os.path.isfile(path):
            found.setdefault(path, Found(path, named=True))
        elif os.path.isdir(path):
            for inner in _walk(path):
                found.setdefault(inner, Found(inner, named=False))
        elif os.path.exists(path):
            raise ConfigError(f"'{path}' is neither a file nor a folder; name a filing or a folder of filings")
        else:
            raise ConfigError(f"'{path}' does not exist; check the path")
    return list(found.values())


def _walk(folder: str) -> Iterator[str]:
    """Yield the files below *folder* that may be texts, sorted; hidden folders and links to folders are left out."""
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if Path(name).suffix.lower() in _SUFFIXES and not name.startswith("."):
                yield os.path.join(base, name)
