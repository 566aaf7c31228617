"""A text in TOML: its data, and where each key and value of it stands.

tomllib reads TOML and tells no places; they are found in a second pass over a text that is known to be TOML.
Source of the notation: TOML v1.0.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.spans import Span

_LONGEST_LINE = 4_000  # time grows with the square of the parts of one dotted key
KeyPath = tuple[str | int, ...]
_SKIPPED = pattern(r"(?:[ \t\r\n]|#[^\n]*)*+")
_KEY = pattern(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*'""")
_DOT = pattern(r"[ \t]*\.[ \t]*")
_STRING = pattern(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}|\'\'\'(?:[^\']|\'{1,2}(?!\'))*+\'{3,5}'
    r"""|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*'""",
    re.DOTALL,
)
_BARE = pattern(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+")


class TomlError(Exception):
    """A text is not TOML; ``line`` counts from 1."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason, line)
        self.reason, self.line = reason, line


@dataclass(frozen=True, slots=True)
class TomlText:
    """What a text in TOML says, and where.

    ``keys`` and ``values`` are places by path: keys of tables and indices of arrays from the outermost in.
    The place of a string is that of its characters, quotation marks left out; the place of a table with a
    header is the header.
    """

    text: str
    data: dict[str, Any]
    keys: Mapping[KeyPath, Span]
    values: Mapping[KeyPath, Span]

    def place(self, path: KeyPath, *, key: bool = False) -> Span:
        """Return the place of the value at *path*, or of its key; of the nearest table around what has none."""
        places = self.keys if key else self.values
        while path not in places and path:
            path = path[:-1]
        return places.get(path, Span(0, 0))


def shown_at(name: str, text: str, span: Span, message: str) -> str:
    """Return *message* with the file *name*, line and column of *span*, and below it the line with carets."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r")
    number, column = text.count("\n", 0, start) + 1, span.start - start
    head = f"{name}:{number}:{column + 1}: {message}"
    if not line.strip():
        return head
    carets = "^" * max(1, min(span.end, start + len(line)) - span.start)
    # A tab is one character of the line and several of the screen: it is repeated below itself.
    margin = "".join("\t" if char == "\t" else " " for char in line[:column])
    gutter = " " * len(str(number))
    return f"{head}\n {gutter} |\n {number} | {line}\n {gutter} | {margin}{carets}"


def read_toml(text: str) -> TomlText:
    """Read *text*. Raises TomlError, with the line, when it is not TOML."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            raise TomlError(f"a line is no longer than {_LONGEST_LINE:,} characters", number)
    import tomllib  # most runs read no TOML

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        reason = re.sub(r" \(at .{0,60}\)$", "", str(error))
        raise TomlError(f"this is not TOML: {reason}", int(at[1]) if at else text.count("\n") + 1) from error
    places = _Places(text)
    return TomlText(text, data, places.keys, places.values)


def _quoted(key: str) -> str:
    """Return the name that *key* is, in quotation marks of either kind."""
    import tomllib

    return next(iter(tomllib.loads(f"{key}=0")))


class _Places:
    """Where each key and value of a text stands that is known to be TOML; tomllib does not say."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: dict[KeyPath, Span] = {}
        self.values: dict[KeyPath, Span] = {(): Span(0, len(text))}
        self._at = 0
        self._lists: dict[KeyPath, int] = {}  # arrays of tables, and how many tables each has so far
        table: KeyPath = ()
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
            name = m[0] if m[0][0] not in "\"'" else _quoted(m[0])
            yield name, Span(*m.span())
            self._at = m.end()
            dot = _DOT.match(self.text, self._at)
            if dot is None:
                return
            self._at = dot.end()

    def _header(self) -> KeyPath:
        start = self._at
        many = self.text.startswith("[[", start)
        self._at += 2 if many else 1
        self._skip()
        path: KeyPath = ()
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

    def _inside(self, path: KeyPath) -> KeyPath:
        """Return the path of the last table when *path* is an array of tables."""
        return (*path, self._lists[path]) if path in self._lists else path

    def _pair(self, table: KeyPath) -> None:
        path = table
        for name, span in self._names():
            path = (*path, name)
            self.keys.setdefault(path, span)
            self.values.setdefault(path, span)
        self._skip()
        self._at += 1  # the sign of equality
        self._skip()
        self._value(path)

    def _value(self, path: KeyPath) -> None:
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
            raise TomlError("this value cannot be read", self.text.count("\n", 0, start) + 1)
        self._at = m.end()
        marks = 0 if opening not in "\"'" else 3 if m[0].startswith(opening * 3) and len(m[0]) >= 6 else 1
        self.values[path] = Span(start + marks, self._at - marks)


def toml_value(value: Any) -> str:
    """Return *value* as TOML has it."""
    if isinstance(value, dict):
        inner = ", ".join(f"{key} = {toml_value(one)}" for key, one in value.items() if one)
        return f"{{ {inner} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml_value, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | date):
        return str(value)
    escaped = "".join(_escaped(char) for char in str(value))
    return f'"{escaped}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
