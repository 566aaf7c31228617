"""What a verdict rests on, as one key: the rules as they are installed, what the caller asked for, and the bytes."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from filinglint import __version__
from filinglint.catalogue import Catalogue
from filinglint.judging import Options
from filinglint.triage.exceptions import Known

_OURS = "filinglint"
_LIBRARIES = (
    "ahocorasick_rs",
    "jsonschema",
    "lxml",
    "phonenumbers",
    "rapidfuzz",
)  # of other versions facts may be others
_NOT_ASKED = frozenset(("jobs", "allow_empty", "stdin_filename", "verbose", "today", "scope"))
"""Options that change no verdict; the day is kept with a verdict that rests on it."""
_CODE = (".py", ".json", ".yaml", ".yml", ".toml", ".txt", ".csv", ".tsv")


def run_key(options: Options, catalogue: Catalogue) -> bytes:
    """Return the digest of all that verdicts by *options* rest on beside the inputs."""
    asked = [
        (name.name, _plain(getattr(options, name.name))) for name in fields(options) if name.name not in _NOT_ASKED
    ]
    parts = [
        __version__,
        sys.version_info[:2],
        installed(options.plugins),
        [_file_stamp(path) for path in options.rule_packs],
        [(rule.code, rule.revision) for rule in catalogue.rules],
        asked,
    ]
    return hashlib.sha256(json.dumps(parts).encode()).digest()


def input_key(run: bytes, path: str, content: str, known: Known) -> str:
    """Return the key of the input at *path* with *content*, a digest of its bytes or what stands for them."""
    entries = sorted([*key, day] for key, day in known.entries.items())
    parts = json.dumps([path, content, known.file, entries]).encode()
    return hashlib.sha256(run + parts).hexdigest()


@lru_cache(maxsize=8)
def installed(plugins: tuple[str, ...]) -> str:
    """Return the digest of our code, of the code of *plugins*, and of the libraries that facts rest on."""
    stamps = [_stamp(name) for name in (_OURS, *plugins)]
    return _digest(stamps + [_version(name) for name in _LIBRARIES])


def _stamp(name: str) -> Any:
    """Return what tells the installed code of the distribution *name* from any other."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    if not _editable(found):
        # Who installed it noted the digest of every file.
        return found.version, _digest(found.read_text("RECORD"))
    packages = {point.value.partition(":")[0].partition(".")[0] for point in found.entry_points}
    packages |= {"filinglint", "filinglint_schemas"} if name == _OURS else set()
    return found.version, [_tree_stamp(folder) for package in sorted(packages) for folder in _folders(package)]


def _editable(found: Distribution) -> bool:
    stated = json.loads(found.read_text("direct_url.json") or "{}")
    return bool(stated.get("dir_info", {}).get("editable")) or found.read_text("RECORD") is None


def _folders(package: str) -> list[str]:
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None:
        return []
    return list(spec.submodule_search_locations or ()) or [spec.origin or ""]


def _tree_stamp(folder: str) -> str:
    """Return a digest of names, sizes and times of the code and data below *folder*; cases are neither."""
    return _digest(list(_below(folder)))


def _below(folder: str) -> Iterator[tuple[str, int, int]]:
    if os.path.isfile(folder):
        status = os.stat(folder)
        yield folder, status.st_size, status.st_mtime_ns
        return
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in ("cases", "__pycache__"))
        for name in sorted(names):
            if name.endswith(_CODE):
                status = os.stat(os.path.join(base, name))
                yield os.path.join(base, name), status.st_size, status.st_mtime_ns


def _file_stamp(path: str) -> str:
    """Return a digest of the content of the rule pack at *path*, a file or a folder."""
    digest = hashlib.sha256()
    for name, _, _ in _below(path):
        with open(name, "rb") as file:
            digest.update(json.dumps([name, hashlib.sha256(file.read()).hexdigest()]).encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return ""


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Return *value* as JSON has it, the same for equal values; Raises TypeError for what has no such form."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return sorted([_plain(key), _plain(member)] for key, member in value.items())
    if isinstance(value, tuple | list):
        return [_plain(member) for member in value]
    if isinstance(value, frozenset | set):
        return sorted((_plain(member) for member in value), key=json.dumps)
    if is_dataclass(value):
        return [type(value).__name__, *(_plain(getattr(value, field.name)) for field in fields(value))]
    return str(value)
