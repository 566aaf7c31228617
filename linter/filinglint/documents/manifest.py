"""The manifest of a draft: what it says, each word with its place, in TOML, YAML or JSON.

Every scalar is the words that stand there: ``001-31989``, ``5.10`` and ``2026-03-02`` mean what a
filer means by them, never a number or a date of the notation. YAML is read without tags, anchors and
aliases; no notation may state one key twice. Source of the keys: ``submission-1.schema.json``.
"""

from __future__ import annotations

import json
import os
from typing import Any

from filinglint.frozen import dataclass
from filinglint.spans import Span
from filinglint.toml_text import KeyPath, TomlError, TomlText, read_toml

NAMES = ("submission.toml", "submission.yaml", "submission.yml", "submission.json")
LONGEST = 300_000  # characters, a thousand registrants; readers of YAML are slow


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
    suffix = os.path.splitext(name)[1].lower()
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


def _from_toml(text: str) -> Entry:
    try:
        toml = read_toml(text)
    except TomlError as error:
        raise ManifestError(error.reason, error.line) from error
    return _toml_entry(toml.data, (), toml)


def _toml_entry(data: Any, path: KeyPath, toml: TomlText) -> Entry:
    key = toml.keys.get(path, Span(0, 0))
    if isinstance(data, dict):
        table = {name: _toml_entry(value, (*path, name), toml) for name, value in data.items()}
        return Entry(table, _around(toml.values.get(path, key), table.values()), key)
    if isinstance(data, list):
        members = tuple(_toml_entry(value, (*path, index), toml) for index, value in enumerate(data))
        return Entry(members, _around(toml.values.get(path, key), members), key)
    span = toml.values[path]
    return Entry(data if isinstance(data, str) else toml.text[span.start : span.end], span, key)


def _around(span: Span, entries: Any) -> Span:
    ends = [entry.span.end for entry in entries]
    return Span(span.start, max([span.end, *ends]))
