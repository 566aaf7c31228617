"""Which inputs a command line names: files as given, folders walked in a stable order, drafts as one input each."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import Literal

from filinglint.documents.formats import MARKDOWN
from filinglint.documents.manifest import NAMES
from filinglint.errors import ConfigError, InputError
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.remote import is_remote

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
    of it on the disk, in bytes; ``data`` are its bytes where they do not stand at ``path``. An ``archive`` is
    no input, but ``expanded`` to those in it; ``fault`` is why nobody can look at it, "" else.
    """

    path: str
    named: bool
    draft: bool = False
    size: int = field(default=0, compare=False)
    data: bytes | None = field(default=None, compare=False, repr=False)
    archive: bool = False
    fault: str = ""


def discover(
    paths: Iterable[str], scope: Scope = "all", *, listed: Iterable[str] = (), archives: bool = False
) -> list[Found]:
    """Return the inputs that *paths* name, each once. Raises ConfigError for a path that does not exist.

    *listed* are paths, too, of which some may have gone meanwhile. Archives are found with *archives* alone.

    With scope ``all`` a draft found on the way is one input, and its files are none of their own; a file
    named alone is judged alone. ``file`` knows no drafts: every file is judged alone. ``draft`` knows
    nothing else: a file stands for the draft it lies in, and is left out when it lies in none.
    """
    found: dict[str, Found] = {}
    for path in paths:
        for one in _found(path, scope, archives):
            found.setdefault(os.path.normpath(one.path) if one.draft else one.path, one)
    for path in listed:
        try:
            for one in _found(path, scope, archives):
                found.setdefault(os.path.normpath(one.path) if one.draft else one.path, replace(one, named=False))
        except ConfigError:
            found.setdefault(path, Found(path, named=True, fault="it is on the list, and not there"))
    return list(found.values())


def expanded(found: Found, most: int) -> Iterator[Found]:
    """Yield *found*, or the inputs in the archive that it is, read one by one; of more than *most* bytes none is read.

    What is refused has a ``fault``. Files are found in an archive as they are in a folder.
    """
    if not found.archive:
        yield found
        return
    from filinglint.archives import BETWEEN, members

    try:
        for member in members(found.path, most, is_text_name):
            path = f"{found.path}{BETWEEN}{member.name}" if member.name else found.path
            yield Found(path, named=False, size=member.size, data=member.data, fault=member.refused)
    except InputError as error:
        yield replace(found, archive=False, fault=error.reason)
    except OSError as error:
        yield replace(found, archive=False, fault=f"cannot be read: {error.strerror or type(error).__name__}")


def is_text_name(path: str) -> bool:
    """Tell whether *path*, of a folder or an archive, is named as a text is and not hidden."""
    name = path.rpartition("/")[2]
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in _SUFFIXES


def _found(path: str, scope: Scope, archives: bool) -> Iterator[Found]:
    if path != STDIN and is_remote(path):
        yield from _far(path, scope, archives)
    elif path == STDIN or os.path.isfile(path):
        manifest = os.path.basename(path) in NAMES and _is_ours(path)
        if scope == "draft":
            folder = os.path.dirname(path) or "."
            if manifest or (path != STDIN and is_draft(folder)):
                yield Found(folder, named=True, draft=True)
        elif scope == "all" or not manifest:
            packed = archives and path != STDIN and not manifest and _is_packed(path)
            yield Found(path, named=True, draft=manifest, size=_size(path), archive=packed)
    elif os.path.isdir(path):
        yield from _walk(path, scope, archives)
    elif os.path.exists(path):
        raise ConfigError(f"'{path}' is neither a file nor a folder; name a filing or a folder of filings")
    else:
        raise ConfigError(f"'{path}' does not exist; check the path")


def _far(path: str, scope: Scope, archives: bool) -> Iterator[Found]:
    """Yield the files at a URI; there are no drafts far away."""
    if scope == "draft":
        return
    from filinglint.archives import has_archive_name
    from filinglint.remote import is_file, listed

    named = is_file(path)
    for uri, size in listed(path):
        packed = archives and has_archive_name(uri)
        if named or packed or is_text_name(uri):
            yield Found(uri, named=named, size=size, archive=packed)


def _is_packed(path: str) -> bool:
    """Tell whether the file at *path* is an archive, by what it holds; a Word file is none."""
    if is_text_name(path):
        return False
    from filinglint.archives import is_archive

    try:
        with open(path, "rb") as file:
            return is_archive(file.read(512))
    except OSError:
        return False


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


def _walk(top: str, scope: Scope, archives: bool = False) -> Iterator[Found]:
    """Yield the drafts and texts below *top*, sorted; hidden folders and links to folders are left out."""
    from filinglint.archives import has_archive_name

    shut: list[str] = []
    for base, folders, names in os.walk(top, onerror=lambda error: shut.append(error.filename)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if scope != "file" and any(name in NAMES for name in names) and is_draft(base):
            yield Found(base, named=base == top, draft=True)
            for name in folders:  # what lies below is the draft's, listed in its manifest or not
                yield from _walk(os.path.join(base, name), "draft")
            folders.clear()
            continue
        for name in sorted(names):
            path = os.path.join(base, name)
            packed = archives and has_archive_name(name) and not name.startswith(".")
            if scope != "draft" and (packed or is_text_name(name)) and not _waits(path):
                yield Found(path, named=False, size=_size(path), archive=packed)
    # What cannot be looked into is an input that cannot be read: nobody knows what it holds.
    yield from (Found(folder, named=True) for folder in shut)


def _waits(path: str) -> bool:
    """Tell whether *path* is a pipe, a socket or a device: it holds no text, and may never end."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False  # whoever reads it says why not
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
