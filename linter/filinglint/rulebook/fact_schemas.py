"""JSON Schemas that rules hold facts to: those that fetch nothing and take little time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from filinglint.rulebook.patterns import PatternError, linear
from filinglint.toml_text import KeyPath

if TYPE_CHECKING:  # loaded for rules that have a schema only
    from jsonschema.protocols import Validator

_REFUSED = ("$ref", "$dynamicRef", "$id", "$schema", "$anchor", "$defs", "patternProperties")


class SchemaError(ValueError):
    """What stands under 'schema' is no JSON Schema that is read; ``path`` leads to it."""

    def __init__(self, words: str, path: KeyPath = ()) -> None:
        super().__init__(words)
        self.path = path


def validator_of(schema: Any) -> Callable[[], Validator]:
    """Return what makes the validator of *schema*, once. Raises SchemaError."""
    for path, key, value in _keys(schema, ()):
        if key in _REFUSED:
            raise SchemaError(f"'{key}' is not read in a schema here; write out what it stands for", (*path, key))
        if key == "pattern":
            try:
                linear(str(value))
            except PatternError as error:
                raise SchemaError(str(error), (*path, key)) from error
    return _Lazy(schema).made


class _Lazy:
    def __init__(self, schema: Any) -> None:
        self._schema = schema
        self.made = cache(self._made)

    def _made(self) -> Validator:
        from jsonschema import Draft202012Validator

        return Draft202012Validator(self._schema)


def verify(schema: Any) -> None:
    """Hold *schema* to what JSON Schema is. Raises SchemaError."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError as Invalid

    try:
        Draft202012Validator.check_schema(schema)
    except Invalid as error:
        raise SchemaError(f"this is no JSON Schema: {error.message}", tuple(error.absolute_path)) from error


def _keys(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str, Any]]:
    if isinstance(value, dict):
        for key, member in value.items():
            yield path, key, member
            yield from _keys(member, (*path, key))
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _keys(member, (*path, number))
