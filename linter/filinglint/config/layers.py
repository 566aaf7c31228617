"""One place where settings are stated: a file, or a line of TOML on the command line.

Settings are held to the JSON Schema ``filinglint`` before anything reads them; a fault names file,
line and column, and shows the line.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from filinglint.closest import near
from filinglint.errors import ConfigError
from filinglint.frozen import dataclass
from filinglint.spans import Span
from filinglint.toml_text import KeyPath, TomlError, TomlText, read_toml, shown_at
from filinglint_schemas import load_schema

if TYPE_CHECKING:  # jsonschema is loaded where there is a configuration only
    from jsonschema.protocols import Validator

TABLE: KeyPath = ("tool", "filinglint")


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings as they are stated in one place.

    ``name`` is how messages call it; ``folder`` is absolute, and what patterns and files are relative
    to; ``base`` is the path of the settings in ``toml``.
    """

    name: str
    folder: str
    settings: Mapping[str, Any]
    toml: TomlText
    base: KeyPath = ()

    def origin(self, *path: str | int) -> str:
        """Return ``filinglint.toml:14``, where the value at *path* is stated."""
        start = self.toml.place((*self.base, *path), key=True).start
        return f"{self.name}:{self.toml.text.count(chr(10), 0, start) + 1}"

    def fault(self, path: KeyPath, message: str, *, key: bool = False) -> ConfigError:
        """Return the error that says *message* of the value, or the *key*, at *path*."""
        place = self.toml.place((*self.base, *path), key=key)
        return ConfigError(shown_at(self.name, self.toml.text, place, message))


def shown(path: str) -> str:
    """Return *path* as messages have it: relative to the working directory."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive
        return path


def toml_at(path: str) -> TomlText:
    """Read the file at *path*. Raises ConfigError when it cannot be read, or is not TOML."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
    except OSError as error:
        raise ConfigError(f"'{shown(path)}' cannot be read: {error.strerror or type(error).__name__}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"'{shown(path)}' is not UTF-8, which TOML is; save it as UTF-8") from error
    return parsed(shown(path), text)


def parsed(name: str, text: str) -> TomlText:
    """Read *text* as TOML. Raises ConfigError, with the line, when it is none."""
    try:
        return read_toml(text)
    except TomlError as error:
        start = sum(len(line) + 1 for line in text.split("\n")[: error.line - 1])
        end = text.find("\n", start)
        place = Span(start, end if end >= 0 else len(text))
        raise ConfigError(shown_at(name, text, place, error.reason)) from error


def file_layer(path: str) -> Layer | None:
    """Return the settings of the file at *path*; None for a pyproject.toml that has none.

    Raises ConfigError when it is not as its schema says.
    """
    base: KeyPath = TABLE if os.path.basename(path) == "pyproject.toml" else ()
    toml = toml_at(path)
    settings: Any = toml.data
    for name in base:
        settings = settings.get(name) if isinstance(settings, dict) else None
    if settings is None:
        return None
    if not isinstance(settings, dict):
        raise Layer(shown(path), "", {}, toml, base).fault((), "[tool.filinglint] is a table")
    return verified(Layer(shown(path), os.path.dirname(os.path.abspath(path)), without_dates(settings), toml, base))


def text_layer(name: str, text: str) -> Layer:
    """Return the settings of *text*, called *name*, relative to the working directory. Raises ConfigError."""
    toml = parsed(name, text)
    return verified(Layer(name, os.getcwd(), without_dates(toml.data), toml))


def without_dates(value: Any) -> Any:
    """Return *value* with dates as words: JSON has no dates."""
    if isinstance(value, dict):
        return {key: without_dates(one) for key, one in value.items()}
    if isinstance(value, list):
        return [without_dates(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def validator(name: str) -> Validator:
    """Return the validator of the schema *name*, made once a process."""
    from jsonschema import Draft202012Validator, FormatChecker

    return Draft202012Validator(load_schema(name), format_checker=FormatChecker(formats=("date",)))


def verified(layer: Layer, schema: str | Mapping[str, Any] = "filinglint") -> Layer:
    """Return *layer*. Raises ConfigError for its first departure from *schema*, with the nearest name.

    *schema* is the name of one of ours, or a schema itself.
    """
    from jsonschema import Draft202012Validator

    held = validator(schema) if isinstance(schema, str) else Draft202012Validator(schema)
    # What is missing comes last: it may stand there misspelt.
    errors = list(held.iter_errors(layer.settings))
    known = [error for error in errors if error.validator != "required"]
    faults = [_fault(layer, error) for error in known or errors]
    if faults:
        raise min(faults, key=lambda fault: fault[0])[1]
    return layer


def _fault(layer: Layer, error: Any) -> tuple[int, ConfigError]:
    """Return where in the text a departure from the schema is, and the error that says so."""
    path: KeyPath = tuple(error.absolute_path)
    words, key = "", False
    if error.validator == "additionalProperties":
        known = sorted(error.schema.get("properties", {}))
        name = next(name for name in error.instance if name not in known)
        path, key = (*path, name), True
        words = f"unknown key '{name}'; {near(name, known)}"
    elif error.validator == "required":
        missing = next(name for name in error.validator_value if name not in error.instance)
        words = f"key '{missing}' is missing"
        told = error.schema.get("properties", {}).get(missing, {}).get("description")
        words += f"; give {told}" if told else ""
    elif error.validator == "enum":
        words = f"'{error.instance}' is not known here; {near(str(error.instance), error.validator_value)}"
    else:
        said = error.schema.get("description") or _kind(error)
        if "default" in error.schema:  # the option of a rule, which is described by what it is for
            said = f"{_kind(error)}: {said}"
        words = f"{_shown_value(error.instance)} will not do; give {said}"
    place = layer.toml.place((*layer.base, *path), key=key)
    return place.start, layer.fault(path, words, key=key)


def _kind(error: Any) -> str:
    kinds = {
        "string": "words in quotation marks",
        "array": 'a list of words, such as ["…"]',
        "object": "a table",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
    }
    if error.validator == "type":
        wanted = error.validator_value
        return " or ".join(kinds[one] for one in ([wanted] if isinstance(wanted, str) else wanted))
    limits = {
        "minimum": "at least",
        "maximum": "at most",
        "exclusiveMinimum": "more than",
        "minItems": "at least this many:",
        "pattern": "what matches",
        "minLength": "words of a length of",
    }
    return f"{limits.get(error.validator, str(error.validator))} {error.validator_value}"


def _shown_value(value: Any) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    return "this" if isinstance(value, list | dict) else str(value).lower() if isinstance(value, bool) else str(value)
