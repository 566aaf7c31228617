"""Digests that begin at once: SHA-256, and the MD5 of old signatures.

OpenSSL's are several times as fast as Python's own, and take as long to load as those take for a megabyte and a half:
what is little is left to Python's own, as its module ``random`` leaves it.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Any

_LITTLE = 1 << 20


class Digest:
    """The digest *name* of bytes; *own* are the modules that Python has it in without OpenSSL, by version."""

    def __init__(self, name: str, own: tuple[str, ...]) -> None:
        self._name, self._left = name, _LITTLE
        self._made: Any = None
        for module in own:
            with suppress(ImportError, AttributeError):
                self._made = getattr(import_module(module), name)

    def __call__(self, data: bytes) -> str:
        """Return the digest of *data* in hexadecimal digits."""
        self._left -= len(data)
        if self._left < 0 or self._made is None:
            import hashlib

            self._made, self._left = partial(getattr(hashlib, self._name), usedforsecurity=False), sys.maxsize
        found: str = self._made(data).hexdigest()
        return found


sha256 = Digest("sha256", ("_sha256", "_sha2"))  # before Python 3.12, and since
md5 = Digest("md5", ("_md5",))
