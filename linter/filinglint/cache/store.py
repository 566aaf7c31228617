"""A folder of entries by key: written whole or not at all, bounded, private; what is damaged is not there.

Several processes may read, write, clean and be killed at any time. Nothing that goes wrong here is worth
more than doing the work again, so that no error of the file system leaves this module.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from filinglint.frozen import dataclass

_LAYOUT = "verdicts-1"
_GROWTH = "growth"  # a byte for each kilobyte that was written since the folder was last gone through
_TAG = "CACHEDIR.TAG"
_TAG_TEXT = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This folder is a cache of filinglint: see filinglint cache --help.\n"
)
_KEY = re.compile("[0-9a-f]{64}")
_PART = ".part"
_LEFT_BEHIND = 3600.0  # seconds after which a part of an entry is nobody's any more
_RECENT = 3600.0  # an entry that was read within so many seconds need not be marked again
_KEPT = 0.8  # of what it may hold, once it held more


class Held(NamedTuple):
    """What a folder holds: how many entries, how many bytes they have, and of how many seconds ago the oldest is."""

    entries: int
    bytes: int
    oldest: float


@dataclass(frozen=True, slots=True)
class Store:
    """The entries in *folder*, which together have hardly more than *most_bytes*."""

    folder: str
    most_bytes: int

    @property
    def _base(self) -> str:
        return os.path.join(self.folder, _LAYOUT)

    def _path(self, key: str) -> str:
        if not _KEY.fullmatch(key):
            raise ValueError(key)
        return os.path.join(self._base, key[:2], key[2:])

    def get(self, key: str) -> bytes | None:
        """Return the entry *key*; None when there is none."""
        path = self._path(key)
        try:
            with open(path, "rb") as file:
                data = file.read()
                aged = time.time() - os.fstat(file.fileno()).st_mtime
            if aged > _RECENT:
                os.utime(path)
        except (OSError, ValueError):
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep *data* as the entry *key*, in place of one that is there."""
        path = self._path(key)
        part = f"{path}.{secrets.token_hex(8)}{_PART}"
        try:
            if not os.path.isdir(os.path.dirname(path)):
                self._make(os.path.dirname(path))
            # A private file in a private folder: nobody else need know what was judged here.
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(data)
            os.replace(part, path)
            self._grow(len(data))
        except OSError:
            with suppress(OSError):
                os.unlink(part)

    def drop(self, key: str) -> None:
        """Take the entry *key* away."""
        with suppress(OSError):
            os.unlink(self._path(key))

    def _make(self, shard: str) -> None:
        made = not os.path.isdir(self.folder)
        os.makedirs(self.folder, 0o700, exist_ok=True)
        if not made and os.stat(self.folder).st_mode & 0o077:
            os.chmod(self.folder, 0o700)
        tag = os.path.join(self.folder, _TAG)
        if not os.path.exists(tag):
            with open(tag, "w", encoding="ascii") as file:
                file.write(_TAG_TEXT)
        for folder in (self._base, shard):
            with suppress(FileExistsError):
                os.mkdir(folder, 0o700)

    def _grow(self, size: int) -> None:
        """Note *size* bytes more, and see to the bound when enough has come together."""
        file = os.open(os.path.join(self._base, _GROWTH), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(file, b"+" * (1 + (size >> 10)))
            grown = os.fstat(file).st_size << 10
            if grown > self.most_bytes // 16:
                os.ftruncate(file, 0)
        finally:
            os.close(file)
        if grown > self.most_bytes // 16:
            self.trim()

    def trim(self) -> None:
        """Take away what was not used for longest, once there is more than may be."""
        used: Counter[int] = Counter()
        for _, status in self._entries():
            used[int(status.st_mtime)] += status.st_size
        if used.total() <= self.most_bytes:
            return
        left, oldest = self.most_bytes * _KEPT, 0
        for second in sorted(used, reverse=True):
            left -= used[second]
            if left < 0:
                oldest = second + 1
                break
        for path, status in self._entries():
            if int(status.st_mtime) < oldest:
                with suppress(OSError):
                    os.unlink(path)

    def clean(self) -> Held:
        """Take all entries away, and return what they were."""
        held = self.held()
        for path, _ in self._entries(parts=True):
            with suppress(OSError):
                os.unlink(path)
        with suppress(OSError):
            os.unlink(os.path.join(self._base, _GROWTH))
        for shard in self._shards():
            with suppress(OSError):
                os.rmdir(shard)
        return held

    def held(self) -> Held:
        """Return what there is."""
        entries = size = 0
        oldest = now = time.time()
        for _, status in self._entries():
            entries, size, oldest = entries + 1, size + status.st_size, min(oldest, status.st_mtime)
        return Held(entries, size, now - oldest)

    def _shards(self) -> list[str]:
        try:
            with os.scandir(self._base) as found:
                return sorted(entry.path for entry in found if len(entry.name) == 2)
        except OSError:
            return []

    def _entries(self, *, parts: bool = False) -> Iterator[tuple[str, os.stat_result]]:
        """Yield the path and status of each entry; parts that were left behind are taken away on the way."""
        for shard in self._shards():
            try:
                with os.scandir(shard) as found:
                    members = list(found)
            except OSError:
                continue
            for entry in members:
                try:
                    status = entry.stat(follow_symlinks=False)
                    if not entry.name.endswith(_PART):
                        yield entry.path, status
                    elif parts or time.time() - status.st_mtime > _LEFT_BEHIND:
                        os.unlink(entry.path)
                except OSError:
                    continue
