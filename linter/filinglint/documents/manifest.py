"""The manifest of a draft: what it says, each word with its place, in TOML, YAML or JSON.

Every scalar is the words that stand there: ``001-31989``, ``5.10`` and ``2026-03-02`` mean what a
filer means by them, never a number or a date of the notation. YAML is read without tags, anchors and
aliases; no notation may state one key twice. Source of the keys: ``submission-1.schema.json``.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from filinglint.spans import Span

NAMES = ("submission.toml", "submission.yaml", "submission.yml", "submission.json")
LONGEST = 300_000  # characters, a thousand registrants; readers of YAML are slow
_LONGEST_LINE = 4_000  # of TOML: time grows with the square of the parts of one dotted key


class ManifestError(Exception):
    """The manifest is not what its notation asks for; ``line`` counts from 1, 0 where it is not known."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason, line)
        self.reason, self.line = reason, line


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a manifest: words, a list, or a table by key; ``span`` is its place, ``key`` its key's.

    The place of words is that of the words alone, quotation marks left out.
    """

    value: str | tuple[Entry, ...] | dict[str, Entry]
    span: Span
    key: Span

    @property
    def words(self) -> str:
        """The words; "" for a list or a table."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The members of a list; none for anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    def get(self, key: str) -> Entry | None:
        """Return the value of *key*; None when there is none."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def plain(self) -> Any:
        """Return strings, lists and dictionaries without places."""
        if isinstance(self.value, tuple):
            return [entry.plain() for entry in self.value]
        if isinstance(self.value, dict):
            return {key: entry.plain() for key, entry in self.value.items()}
        return self.value


def read_manifest(text: str, name: str) -> Entry:
    """Return the table that *text* is, by the notation that the suffix of *name* says. Raises ManifestError."""
    if len(text) > LONGEST:
        raise ManifestError(f"a manifest is no longer than {LONGEST:,} characters")
    suffix = PurePath(name).suffix.lower()
    try:
        if suffix == ".toml":
            return _from_toml(text)
        if suffix == ".json":
            _check_json(text)
            # Tabs between the values of JSON are no YAML; inside its strings there are none.
            text = text.replace("\t", " ")
        return _from_yaml(text)
    except RecursionError as error:
        raise ManifestError("it is nested too deep") from error


def _check_json(text: str) -> None:
    try:
        json.loads(text)
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise ManifestError(f"this is not JSON: {reason}", line) from error


def _from_yaml(text: str) -> Entry:
    import yaml

    class Loader(yaml.BaseLoader):
        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            event = self.peek_event()  # type: ignore[no-untyped-call]
            if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) not in (None, "!"):
                raise yaml.MarkedYAMLError(problem="anchors and tags are not read here", problem_mark=event.start_mark)
            return super().compose_node(parent, index)

    try:
        root = yaml.compose(text, Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ManifestError(f"this cannot be read: {error.problem}", mark.line + 1 if mark else 0) from error
    except yaml.YAMLError as error:
        raise ManifestError(f"this cannot be read: {error}".splitlines()[0]) from error
    if not isinstance(root, yaml.MappingNode):
        raise ManifestError("a manifest is a table of keys and values", 1)
    return _yaml_entry(text, root, Span(0, 0))


def _yaml_entry(text: str, node: Any, key: Span) -> Entry:
    start, end = node.start_mark.index, node.end_mark.index
    if node.id == "sequence":
        return Entry(tuple(_yaml_entry(text, member, key) for member in node.value), Span(start, end), key)
    if node.id == "scalar":
        if text[start : start + 1] in ("'", '"'):
            return Entry(node.value, Span(start + 1, max(start + 1, end - 1)), key)
        return Entry(node.value, Span(start, start + len(text[start:end].rstrip())), key)
    table: dict[str, Entry] = {}
    for named, value in node.value:
        place = Span(named.start_mark.index, named.end_mark.index)
        if named.id != "scalar" or named.value in table:
            what = f"'{named.value}' stands here twice" if named.id == "scalar" else "a key is a word"
            raise ManifestError(what, named.start_mark.line + 1)
        table[named.value] = _yaml_entry(text, value, place)
    return Entry(table, Span(start, end), key)


_Path = tuple[str | int, ...]
_SKIPPED = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*+")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*'""")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}|\'\'\'(?:[^\']|\'{1,2}(?!\'))*+\'{3,5}'
    r"""|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*'""",
    re.DOTALL,
)
_BARE = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+")


def _from_toml(text: str) -> Entry:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            raise ManifestError(f"a line is no longer than {_LONGEST_LINE:,} characters", number)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        reason = re.sub(r" \(at .{0,60}\)$", "", str(error))
        raise ManifestError(f"this is not TOML: {reason}", int(at[1]) if at else text.count("\n") + 1) from error
    return _toml_entry(data, (), _TomlPlaces(text))


def _toml_entry(data: Any, path: _Path, places: _TomlPlaces) -> Entry:
    key = places.keys.get(path, Span(0, 0))
    if isinstance(data, dict):
        table = {name: _toml_entry(value, (*path, name), places) for name, value in data.items()}
        return Entry(table, _around(places.values.get(path, key), table.values()), key)
    if isinstance(data, list):
        members = tuple(_toml_entry(value, (*path, index), places) for index, value in enumerate(data))
        return Entry(members, _around(places.values.get(path, key), members), key)
    span = places.values[path]
    return Entry(data if isinstance(data, str) else places.text[span.start : span.end], span, key)


def _around(span: Span, entries: Any) -> Span:
    ends = [entry.span.end for entry in entries]
    return Span(span.start, max([span.end, *ends]))


class _TomlPlaces:
    """Where each key and value of a text stands that is known to be TOML; tomllib does not say."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: dict[_Path, Span] = {}
        self.values: dict[_Path, Span] = {(): Span(0, len(text))}
        self._at = 0
        self._lists: dict[_Path, int] = {}  # arrays of tables, and how many tables each has so far
        table: _Path = ()
        self._skip()
        while self._at < len(text):
            if text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip()

    def _skip(self) -> None:
        m = _SKIPPED.match(self.text, self._at)
        self._at = m.end() if m else self._at

    def _names(self) -> Iterator[tuple[str, Span]]:
        """Yield the parts of a dotted key."""
        while m := _KEY.match(self.text, self._at):
            name = m[0] if m[0][0] not in "\"'" else next(iter(tomllib.loads(f"{m[0]}=0")))
            yield name, Span(*m.span())
            self._at = m.end()
            dot = _DOT.match(self.text, self._at)
            if dot is None:
                return
            self._at = dot.end()

    def _header(self) -> _Path:
        start = self._at
        many = self.text.startswith("[[", start)
        self._at += 2 if many else 1
        self._skip()
        path: _Path = ()
        for name, span in self._names():
            path = self._inside((*path, name))
            self.keys.setdefault(path, span)
        self._skip()
        self._at += 2 if many else 1
        if many:
            path = path[:-1] if isinstance(path[-1], int) else path
            self._lists[path] = number = self._lists.get(path, -1) + 1
            self.values.setdefault(path, Span(start, self._at))
            path = (*path, number)
            self.keys.setdefault(path, Span(start, self._at))
        self.values.setdefault(path, Span(start, self._at))
        return path

    def _inside(self, path: _Path) -> _Path:
        """Return the path of the last table when *path* is an array of tables."""
        return (*path, self._lists[path]) if path in self._lists else path

    def _pair(self, table: _Path) -> None:
        path = table
        for name, span in self._names():
            path = (*path, name)
            self.keys.setdefault(path, span)
            self.values.setdefault(path, span)
        self._skip()
        self._at += 1  # the sign of equality
        self._skip()
        self._value(path)

    def _value(self, path: _Path) -> None:
        start = self._at
        opening = self.text[start]
        if opening in "[{":
            self._at += 1
            self._skip()
            index = 0
            while self.text[self._at] not in "]}":
                if opening == "[":
                    self._value((*path, index))
                    index += 1
                else:
                    self._pair(path)
                self._skip()
                if self.text[self._at] == ",":
                    self._at += 1
                    self._skip()
            self._at += 1
            self.values[path] = Span(start, self._at)
            return
        m = _STRING.match(self.text, start) or _BARE.match(self.text, start)
        if m is None:
            raise ManifestError("this value cannot be read", self.text.count("\n", 0, start) + 1)
        self._at = m.end()
        marks = 0 if opening not in "\"'" else 3 if m[0].startswith(opening * 3) and len(m[0]) >= 6 else 1
        self.values[path] = Span(start + marks, self._at - marks)
