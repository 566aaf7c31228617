"""Patterns of paths: ``filings/**/*.htm``, ``bcp/*``, ``*.md``.

A path is relative to the folder that the pattern is for, with ``/``. ``*`` and ``?`` stay within one
name, ``**`` goes through folders. A pattern without ``/`` is of a name in any folder, one without a
wildcard names a file, or a folder with all that is in it.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache

from filinglint import patterns

_WILD = patterns.pattern(r"[*?\[]")
_CLASS = patterns.pattern(r"\[!?\]?[^\]/]*\]")


def relative(path: str, folder: str) -> str:
    """Return *path* relative to *folder* with ``/``; it begins with ``../`` where it lies outside."""
    try:
        found = os.path.relpath(os.path.abspath(path), folder)
    except ValueError:  # another drive
        found = os.path.abspath(path)
    return found.replace(os.sep, "/")


def literal(path: str) -> str:
    """Return the pattern that is of *path* alone."""
    return re.sub(r"[*?\[]", r"[\g<0>]", path)


def matches(pattern: str, path: str, *, anchored: bool = False) -> bool:
    """Tell whether *pattern* is of *path*; an *anchored* pattern without ``/`` is of a name in its own folder alone."""
    compiled = _compiled(pattern, anchored)
    if compiled.fullmatch(path):
        return True
    return not _WILD.search(pattern) and any(compiled.fullmatch(folder) for folder in _folders(path))


def excludes(pattern: str, path: str) -> bool:
    """Tell whether *pattern* is of *path*, or of a folder that it lies in."""
    compiled = _compiled(pattern, False)
    return any(compiled.fullmatch(one) for one in (path, *_folders(path)))


def _folders(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


@lru_cache(maxsize=1024)
def _compiled(pattern: str, anchored: bool) -> re.Pattern[str]:
    names = [name for name in pattern.replace("\\", "/").split("/") if name not in ("", ".")]
    if len(names) == 1 and names != ["**"] and not anchored and not pattern.startswith(("/", "./")):
        names.insert(0, "**")
    if pattern.endswith("/"):
        names.append("**")
    expression = ""
    for index, name in enumerate(names):
        last = index == len(names) - 1
        if name == "**":
            if last:
                # The folder itself is meant too.
                inside = index and names[index - 1] != "**"
                expression = expression.removesuffix("/") + r"(?:/.*)?" if inside else expression + ".*"
            elif not expression.endswith(r"(?:[^/]+/)*"):
                expression += r"(?:[^/]+/)*"
        else:
            expression += _name(name) + ("" if last else "/")
    return re.compile(expression, re.DOTALL)


def _name(name: str) -> str:
    """Return the expression of one name. What stands between two wildcards is taken where it first stands, once."""
    parts, at = [""], 0
    while at < len(name):
        char = name[at]
        bracket = _CLASS.match(name, at) if char == "[" else None
        if bracket and (characters := _class(bracket[0][1:-1])):
            parts[-1] += characters
            at = bracket.end()
            continue
        if char == "*":
            parts += [""] if parts[-1] or len(parts) == 1 else []
        else:
            parts[-1] += "[^/]" if char == "?" else re.escape(char)
        at += 1
    if len(parts) == 1:
        return parts[0]
    return parts[0] + "".join(f"(?>[^/]*?{part})" for part in parts[1:-1]) + f"[^/]*{parts[-1]}"


def _class(inner: str) -> str:
    """Return the expression of a class of characters; "" for what is none, such as ``z-a``, and stands for itself."""
    inside = re.sub(r"[\\\[\]^&~|]", r"\\\g<0>", inner.removeprefix("!")).replace("--", r"\--")
    found = f"[{'^' if inner.startswith('!') else ''}{inside}]"
    try:
        re.compile(found)
    except re.error:
        return ""
    return found
