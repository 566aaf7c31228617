"""Regular expressions that are compiled when they are first used, and by one process for all that follow.

Python compiles a regular expression in Python; five hundred of them took a third of the start of the command. What
comes of it is a list of numbers for the matching engine in C. The command line has it kept in files, as modules are
kept compiled: for one version of Python, by what was compiled, so that it is never out of date. Wherever that cannot
be done expressions are compiled as ever. Those of phrases, which are many and long, have a file of their own: most
inputs ask for none.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
import zlib
from array import array
from functools import cached_property
from importlib import import_module
from typing import Any, AnyStr, cast

# Flags, the numbers as bytes, the number of groups, their names.
_Compiled = tuple[int, bytes, int, dict[str, int]]
_Given = tuple[Any, int]
_INNER = ("_sre", "re._compiler", "re._parser")
# Bytes: ours take less than half, and those of versions gone by are left behind.
_MOST, _MOST_OF_PHRASES = 2_000_000, 32_000_000


def pattern(source: AnyStr, flags: int = 0, *, of_phrases: bool = False) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` returns of a constant, by its methods; it is compiled when one is first asked for."""
    return cast("re.Pattern[AnyStr]", _Pattern((source, int(flags)), of_phrases))


class _Pattern:
    def __init__(self, given: _Given, of_phrases: bool) -> None:
        self._given, self._of_phrases = given, of_phrases
        self.pattern = given[0]
        self._compiled: re.Pattern[Any] | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = _compiled(self._given, self._of_phrases)
        value = getattr(self._compiled, name)
        setattr(self, name, value)  # so that this is asked but once
        return value

    def __repr__(self) -> str:
        return f"pattern{self._given!r}"


class _Kept:
    """What is compiled, in the file at *path*; it is read when it is asked for, unless it is over *most* bytes long."""

    def __init__(self, path: str, most: int) -> None:
        self._path, self._most = path, most
        self._read = 0

    @cached_property
    def known(self) -> dict[_Given, _Compiled]:
        found = _read(self._path, self._most)
        self._read = len(found)
        return found

    def save(self) -> None:
        """Write what has been added; a folder that cannot be written to keeps nothing."""
        if "known" not in vars(self) or len(self.known) == self._read:
            return
        written = f"{self._path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            kept = marshal.dumps(self.known)
            with open(written, "wb") as file:
                file.write(zlib.crc32(kept).to_bytes(4, "big") + kept)
            os.replace(written, self._path)
        except OSError:
            return
        self._read = len(self.known)


_kept: tuple[_Kept, _Kept] | None = None  # and those of phrases


def keep(folder: str) -> None:
    """Use what is kept in *folder* from now on, where this Python lets itself be helped; ``save`` adds to it."""
    global _kept
    engine = _engine()
    if engine is not None:
        path = os.path.join(folder, f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}-{engine}")
        _kept = _Kept(path, _MOST), _Kept(f"{path}-phrases", _MOST_OF_PHRASES)


def save() -> None:
    """Write what was compiled since ``keep``."""
    for one in _kept or ():
        one.save()


def _engine() -> str | None:
    """Return what tells the numbers of this matching engine from those of others; None for one that is not known."""
    try:
        engine, compiler, parser = (import_module(name) for name in _INNER)
        known = callable(engine.compile) and callable(compiler._code) and callable(parser.parse)
    except (ImportError, AttributeError):
        return None
    fits = array("I").itemsize == engine.CODESIZE
    return f"{engine.MAGIC}-{sys.byteorder}" if known and fits else None


def _read(path: str, most: int) -> dict[_Given, _Compiled]:
    try:
        if os.path.getsize(path) > most:
            return {}
        with open(path, "rb") as file:
            whole = file.read()
        if zlib.crc32(whole[4:]).to_bytes(4, "big") != whole[:4]:  # what is damaged must not reach marshal
            return {}
        known = marshal.loads(whole[4:])
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return known if isinstance(known, dict) else {}


def _compiled(given: _Given, of_phrases: bool) -> re.Pattern[Any]:
    if _kept is None:
        return re.compile(*given)
    kept = _kept[of_phrases].known
    known = kept.get(given)
    if known is None:
        known = kept[given] = parts_of(*given)
    try:
        return restored(given[0], known)
    except (RuntimeError, TypeError, ValueError):  # a damaged file: the engine looks at what it is given
        kept.pop(given)
        return re.compile(*given)


def parts_of(source: Any, flags: int) -> _Compiled:
    """Return what *source* and *flags* are compiled to, as ``re.compile`` does it."""
    _, compiler, parser = (import_module(name) for name in _INNER)
    parsed = parser.parse(source, flags)
    code = array("I", compiler._code(parsed, flags))
    state = parsed.state
    return flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict)


def restored(source: Any, parts: _Compiled) -> re.Pattern[Any]:
    """Return the expression *source* from its *parts*. Raises RuntimeError for numbers that are no expression."""
    flags, code, groups, names = parts
    numbered: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbered[number] = name
    made: re.Pattern[Any] = import_module("_sre").compile(
        source, flags, array("I", code).tolist(), groups, names, tuple(numbered)
    )
    return made
