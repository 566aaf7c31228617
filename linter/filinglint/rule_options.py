"""The options of a rule: values that a configuration may set, each with a type, a default and what it is for.

They are a frozen dataclass, which the rule is given after its facts; its fields are made by ``option``. A field
``grace_days`` is ``grace-days`` in a configuration. Fields are of type bool, int, float, str or ``tuple[str, ...]``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, fields
from typing import Any, get_type_hints

from filinglint.frozen import dataclass

_TYPES: Mapping[Any, str] = {bool: "boolean", int: "integer", float: "number", str: "string"}


def option(
    default: Any,
    description: str,
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    choices: Sequence[str] = (),
    pattern: str = "",
) -> Any:
    """Return a field of a dataclass of options. *choices* are the only words that it, or a member of it, may be."""
    words = {"enum": list(choices) or None, "pattern": pattern or None}
    limits = {"minimum": minimum, "maximum": maximum}
    held = {name: limit for name, limit in (*limits.items(), *words.items()) if limit is not None}
    return field(default=default, metadata={"description": description, "held": held})


def schema_of(options: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema of a table of *options*, a dataclass, as draft 2020-12."""
    hints = get_type_hints(options)
    properties: dict[str, Any] = {}
    for one in fields(options):
        said, hint = {"default": plain(one.default), "description": one.metadata["description"]}, hints[one.name]
        if hint in _TYPES:
            kind = {"type": _TYPES[hint], **one.metadata["held"]}
        elif hint == tuple[str, ...]:
            kind = {"type": "array", "items": {"type": "string", "minLength": 1, **one.metadata["held"]}}
        else:
            raise TypeError(f"option {one.name}: {hint} is no type of an option")
        properties[named(one.name)] = kind | said
    return {"type": "object", "properties": properties, "additionalProperties": False}


def named(attribute: str) -> str:
    """Return how a configuration calls the field *attribute*."""
    return attribute.replace("_", "-")


def plain(value: Any) -> Any:
    """Return *value* as JSON has it."""
    return list(value) if isinstance(value, tuple) else value


def values_of(chosen: Any) -> dict[str, Any]:
    """Return the values of *chosen*, an instance of a rule's options, by name, as JSON has them."""
    return {named(one.name): plain(getattr(chosen, one.name)) for one in fields(chosen)}


def chosen_of(options: type[Any], values: Mapping[str, Any]) -> Any:
    """Return an instance of *options* with *values* by name, sound as the schema says; defaults for the rest."""
    given = {name.replace("-", "_"): value for name, value in values.items()}
    return options(**{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()})


@dataclass(frozen=True, slots=True)
class Optioned:
    """A check that is given the options *chosen* after its facts."""

    check: Callable[..., Any]
    chosen: Any

    def __call__(self, *facts: Any) -> Any:
        """Return what the check yields."""
        return self.check(*facts, self.chosen)
