"""Files of rules that were found sound, kept beside what they say: they need not be read and tried at every start.

What is kept is known by the bytes of the files and by the versions of all that judged them. The folder is private;
it holds the rules of packs, and nothing of any document.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from filinglint.folders import cache_folder

_FOLDER = "packs"
_MOST = 64  # records; older ones go


def key_of(files: Iterable[tuple[str, bytes]], versions: Iterable[str]) -> str:
    """Return the name under which *files*, each with its name, are kept by programs of *versions*."""
    digest = hashlib.sha256("\x1f".join(versions).encode())
    for name, data in files:
        digest.update(f"\x1e{name}\x1f{len(data)}\x1f".encode())
        digest.update(data)
    return digest.hexdigest()[:40]


def kept(key: str) -> Any:
    """Return what is kept under *key*; None where nothing is, or nothing that can be read."""
    with (
        suppress(OSError, ValueError, RecursionError),
        open(os.path.join(cache_folder(), _FOLDER, f"{key}.json"), encoding="utf-8") as file,
    ):
        return json.load(file)
    return None


def keep(key: str, record: Any) -> None:
    """Keep *record* under *key*; where nothing can be written, nothing is kept."""
    import tempfile  # of no use where all is known already

    place = os.path.join(cache_folder(), _FOLDER)
    with suppress(OSError):
        os.makedirs(place, mode=0o700, exist_ok=True)
        _forget_old(place)
        handle, name = tempfile.mkstemp(dir=place)
        with open(handle, "w", encoding="utf-8") as file:
            json.dump(record, file)
        os.replace(name, os.path.join(place, f"{key}.json"))


def _forget_old(place: str) -> None:
    there = sorted(os.scandir(place), key=lambda entry: entry.stat().st_mtime)
    for entry in there[: max(0, len(there) - _MOST + 1)]:
        os.unlink(entry.path)
