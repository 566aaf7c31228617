"""A text in YAML: its data, and where each key and value of it stands.

Only what a reader sees counts: an anchor, an alias, a tag, a merge or a key that is given twice is refused.
A value in quotation marks is words, and so is every bare one that is no whole number, ``true``, ``false`` or
``null``: ``yes``, ``no``, ``on``, ``off`` and dates are words. Source of the notation: YAML 1.2, core schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.toml_text import KeyPath

_LARGEST = 2_000_000  # code points
_DEEPEST = 30
_NUMBER = pattern(r"[-+]?[0-9]{1,12}")
_CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


class YamlError(Exception):
    """A text is not what we read as YAML; ``line`` counts from 1."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason, line)
        self.reason, self.line = reason, line


@dataclass(frozen=True, slots=True)
class YamlText:
    """What a text in YAML says, and on which line.

    ``lines`` are by path, keys of mappings and indices of lists from the outermost in; they count from 1. That of
    an entry of a mapping is the line of its key.
    """

    data: Any
    lines: Mapping[KeyPath, int]

    def line(self, path: KeyPath) -> int:
        """Return the line of what stands at *path*, or of the nearest thing around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str) -> YamlText:
    """Read *text*, one document. Raises YamlError with the line."""
    import yaml  # heavy, and of no use where all rules are Python

    if len(text) > _LARGEST:
        raise YamlError(f"a file has no more than {_LARGEST:,} characters", 1)
    try:
        return _Reader(iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))).read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(f"this is not YAML: {error.problem or error.context}", mark.line + 1 if mark else 1) from error
    except yaml.YAMLError as error:  # a character that YAML does not have
        raise YamlError("this is not YAML: it holds a character that YAML does not allow", 1) from error


class _Reader:
    """Builds data from the events of a parser, which tell the marks that data no longer show."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self.lines: dict[KeyPath, int] = {}

    def read(self) -> YamlText:
        data: Any = None
        documents = 0
        for event in self._events:
            kind = _kind(event)
            if kind == "DocumentStart":
                documents += 1
                if documents > 1:
                    raise YamlError("a file holds one document: take the line '---' out", _line(event))
                data = self._value(next(self._events), ())
        return YamlText(data, self.lines)

    def _value(self, event: Any, path: KeyPath) -> Any:
        kind, line = _kind(event), _line(event)
        self.lines.setdefault(path, line)
        if kind == "Alias" or event.anchor is not None:
            raise YamlError("an anchor or alias (& or *) is not read: write out what it stands for", line)
        if event.tag is not None:
            raise YamlError(f"a tag is not read: take '{event.tag}' out", line)
        if len(path) > _DEEPEST:
            raise YamlError("this is nested too deeply", line)
        if kind == "Scalar":
            return event.value if event.style else _plain(event.value)
        return self._list(path) if kind == "SequenceStart" else self._mapping(path)

    def _list(self, path: KeyPath) -> list[Any]:
        found: list[Any] = []
        while _kind(event := next(self._events)) != "SequenceEnd":
            found.append(self._value(event, (*path, len(found))))
        return found

    def _mapping(self, path: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while _kind(event := next(self._events)) != "MappingEnd":
            line = _line(event)
            if _kind(event) != "Scalar" or event.anchor is not None or event.tag is not None:
                raise YamlError("a key is a word", line)
            key = event.value
            if key == "<<" and not event.style:
                raise YamlError("a merge (<<) is not read: write out what it stands for", line)
            if key in found:
                raise YamlError(f"'{key}' is given twice, first on line {self.lines[(*path, key)]}", line)
            self.lines[(*path, key)] = line
            found[key] = self._value(next(self._events), (*path, key))
        return found


def _plain(value: str) -> str | int | bool | None:
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    return int(value) if _NUMBER.fullmatch(value) else value


def _kind(event: Any) -> str:
    return type(event).__name__.removesuffix("Event")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
