"""The baseline: findings that were there when the linter was adopted; ``filinglint-baseline.json``.

It holds rules, paths, fingerprints and days, no text of any document, an entry a line, sorted. An entry
is of one finding, by its fingerprint: another of the same rule in the same file is a new one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any

from filinglint.config.globs import relative
from filinglint.config.layers import shown, validator
from filinglint.errors import ConfigError
from filinglint.frozen import dataclass
from filinglint.spans import Span
from filinglint.triage.exceptions import Known

SCHEMA = "filinglint-baseline-1"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One finding; ``path`` is relative to the baseline's folder, with ``/``; ``added`` is an ISO date."""

    path: str
    rule: str
    fingerprint: str
    added: str

    @property
    def line(self) -> str:
        """The entry as the file has it."""
        values = {"rule": self.rule, "path": self.path, "fingerprint": self.fingerprint, "added": self.added}
        return json.dumps(values)


@dataclass(frozen=True)
class Baseline:
    """The entries of one file; ``file`` is its absolute path, ``text`` what stands in it."""

    file: str
    entries: tuple[Entry, ...]
    text: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """How messages call it."""
        return shown(self.file)

    @property
    def folder(self) -> str:
        """The folder that its paths are relative to."""
        return os.path.dirname(self.file)

    @cached_property
    def _by_path(self) -> Mapping[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.path, []).append(entry)
        return found

    def at(self, path: str, *, folder: bool = False) -> list[Entry]:
        """Return the entries for the file at *path*, or for all files below the *folder* there."""
        inner = relative(path, self.folder)
        if not folder:
            return self._by_path.get(inner, [])
        return [entry for entry in self.entries if inner == "." or entry.path.startswith(f"{inner}/")]

    def known(self, path: str, *, folder: bool = False) -> Known:
        """Return the entries for the input at *path* as triage needs them."""
        found = {(entry.rule, entry.fingerprint): entry.added for entry in self.at(path, folder=folder)}
        return Known(self.name, found)

    def place(self, entry: Entry) -> Span:
        """Return where *entry* stands in the text: its fingerprint, or nowhere in particular."""
        at = self.text.find(entry.fingerprint)
        while at >= 0:
            start, end = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
            line = self.text[start : end if end >= 0 else len(self.text)]
            if json.dumps(entry.path) in line and json.dumps(entry.rule) in line:
                return Span(at, at + len(entry.fingerprint))
            at = self.text.find(entry.fingerprint, at + 1)
        return Span(0, 0)


def read_baseline(path: str) -> Baseline:
    """Return the baseline at *path*. Raises ConfigError when it is none."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        data: Any = json.loads(text)
    except OSError as error:
        raise ConfigError(f"'{shown(path)}' cannot be read: {error.strerror or type(error).__name__}") from error
    except RecursionError as error:
        raise ConfigError(f"'{shown(path)}' is no baseline: it is nested too deep") from error
    except ValueError as error:
        raise ConfigError(
            f"'{shown(path)}' is not JSON: {error}; write it anew with filinglint baseline create"
        ) from error
    wrong = next(iter(validator("baseline").iter_errors(data)), None)
    if wrong is not None:
        where = ".".join(str(step) for step in wrong.absolute_path) or "the file"
        raise ConfigError(f"'{shown(path)}' is no baseline: {where}: {wrong.message[:200]}")
    entries = (Entry(one["path"], one["rule"], one["fingerprint"], one["added"]) for one in data["entries"])
    return Baseline(os.path.abspath(path), tuple(sorted(set(entries))), text)


def written(entries: Iterable[Entry]) -> str:
    """Return the file that holds *entries*."""
    lines: Sequence[str] = [entry.line for entry in sorted(set(entries))]
    body = "\n  " + ",\n  ".join(lines) + "\n " if lines else ""
    return f'{{"schema": {json.dumps(SCHEMA)},\n "entries": [{body}]}}\n'
