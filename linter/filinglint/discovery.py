"""Which inputs a command line names: files as given, folders walked in a stable order, drafts as one input each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import Literal

from filinglint.documents.formats import MARKDOWN
from filinglint.documents.manifest import NAMES
from filinglint.errors import ConfigError
from filinglint.frozen import dataclass
from filinglint.patterns import pattern

Scope = Literal["file", "draft", "all"]

_SUFFIXES = frozenset((".txt", ".htm", ".html", ".xhtml", ".xml", ".nc", ".sgml", ".docx", ".pdf", *MARKDOWN))
STDIN = "-"
# A submission.json may be anybody's: ours names the form or the documents.
_OURS = pattern(
    rb"""^[ \t{,]*["']?(?:form|documents|registrants)["']?\s*[:=]|\[\[(?:documents|registrants)\]\]""", re.M
)
_LOOK = 65_536


@dataclass(frozen=True, slots=True)
class Found:
    """An input to read: a file, or the folder of a draft.

    ``named`` is whether the caller named it, rather than a folder above it. ``size`` is how much there is
    of it on the disk, in bytes; ``data`` are its bytes where they do not stand at ``path``.
    """

    path: str
    named: bool
    draft: bool = False
    size: int = field(default=0, compare=False)
    data: bytes | None = field(default=None, compare=False, repr=False)


def discover(paths: Sequence[str], scope: Scope = "all") -> list[Found]:
    """Return the inputs that *paths* name, each once. Raises ConfigError for a path that does not exist.

    With scope ``all`` a draft found on the way is one input, and its files are none of their own; a file
    named alone is judged alone. ``file`` knows no drafts: every file is judged alone. ``draft`` knows
    nothing else: a file stands for the draft it lies in, and is left out when it lies in none.
    """
    found: dict[str, Found] = {}
    for path in paths:
        for one in _found(path, scope):
            found.setdefault(os.path.normpath(one.path) if one.draft else one.path, one)
    return list(found.values())


def _found(path: str, scope: Scope) -> Iterator[Found]:
    if path == STDIN or os.path.isfile(path):
        manifest = os.path.basename(path) in NAMES and _is_ours(path)
        if scope == "draft":
            folder = os.path.dirname(path) or "."
            if manifest or (path != STDIN and is_draft(folder)):
                yield Found(folder, named=True, draft=True)
        elif scope == "all" or not manifest:
            yield Found(path, named=True, draft=manifest, size=_size(path))
    elif os.path.isdir(path):
        yield from _walk(path, scope)
    elif os.path.exists(path):
        raise ConfigError(f"'{path}' is neither a file nor a folder; name a filing or a folder of filings")
    else:
        raise ConfigError(f"'{path}' does not exist; check the path")


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0


def is_draft(folder: str) -> bool:
    """Tell whether *folder* has the manifest of a draft."""
    return any(_is_ours(os.path.join(folder, name)) for name in NAMES)


def _is_ours(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return _OURS.search(file.read(_LOOK)) is not None
    except OSError:
        return False


def _walk(top: str, scope: Scope) -> Iterator[Found]:
    """Yield the drafts and texts below *top*, sorted; hidden folders and links to folders are left out."""
    for base, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if scope != "file" and any(name in NAMES for name in names) and is_draft(base):
            yield Found(base, named=base == top, draft=True)
            for name in folders:  # what lies below is the draft's, listed in its manifest or not
                yield from _walk(os.path.join(base, name), "draft")
            folders.clear()
            continue
        for name in sorted(names):
            if scope != "draft" and Path(name).suffix.lower() in _SUFFIXES and not name.startswith("."):
                path = os.path.join(base, name)
                yield Found(path, named=False, size=_size(path))
