"""Whether a value conforms to a JSON Schema: yes or no, and nothing about where it does not.

Most headers are in order. To know that takes a few checks, where jsonschema takes its import and as long as the
reading of the filing; it is asked only for the errors of what does not conform.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from filinglint.patterns import pattern

Check = Callable[[Any], bool]

_TYPES: dict[str, type] = {"string": str, "object": dict, "array": list}
_SAYS_NOTHING = frozenset(("$schema", "$id", "$comment", "title", "description"))


def conformity(schema: Mapping[str, Any], formats: Mapping[str, Check]) -> Check:
    """Return a check of *schema*, which has no references left; *formats* are those it may name.

    A schema with a keyword that is not known here is one that nothing conforms to.
    """
    checks: list[Check] = []
    for keyword, value in schema.items():
        if keyword in _SAYS_NOTHING:
            continue
        make = _KEYWORDS.get(keyword)
        known = {"type": _TYPES, "format": formats}.get(keyword)
        if make is None or (known is not None and value not in known):
            return lambda _: False
        checks.append(make(value, formats))
    return _every(checks)


def _every(checks: list[Check]) -> Check:
    """Return the check that all of *checks* hold; linked one to the next, for ``all`` of a generator takes longer."""
    if not checks:
        return lambda _: True
    first, rest = checks[0], _every(checks[1:])
    return (lambda value: first(value) and rest(value)) if len(checks) > 1 else first


def _some(checks: list[Check]) -> Check:
    """Return the check that one of *checks* holds."""
    if not checks:
        return lambda _: False
    first, rest = checks[0], _some(checks[1:])
    return (lambda value: first(value) or rest(value)) if len(checks) > 1 else first


def _type(name: str, formats: Mapping[str, Check]) -> Check:  # noqa: ARG001
    wanted = _TYPES[name]
    return lambda value: isinstance(value, wanted)


def _required(names: list[str], formats: Mapping[str, Check]) -> Check:  # noqa: ARG001
    wanted = frozenset(names)
    return lambda value: not isinstance(value, dict) or value.keys() >= wanted


def _pattern(expression: str, formats: Mapping[str, Check]) -> Check:  # noqa: ARG001
    found = pattern(expression)
    return lambda value: not isinstance(value, str) or found.search(value) is not None


def _format(name: str, formats: Mapping[str, Check]) -> Check:
    return formats[name]


def _properties(properties: Mapping[str, Any], formats: Mapping[str, Check]) -> Check:
    checks = {name: conformity(schema, formats) for name, schema in properties.items()}

    def check(value: Any) -> bool:
        if isinstance(value, dict):
            for name, each in value.items():
                if name in checks and not checks[name](each):
                    return False
        return True

    return check


def _items(schema: Mapping[str, Any], formats: Mapping[str, Check]) -> Check:
    check = conformity(schema, formats)
    return lambda value: not isinstance(value, list) or all(map(check, value))


def _all_of(schemas: list[Mapping[str, Any]], formats: Mapping[str, Check]) -> Check:
    return _every([conformity(schema, formats) for schema in schemas])


def _any_of(schemas: list[Mapping[str, Any]], formats: Mapping[str, Check]) -> Check:
    return _some([conformity(schema, formats) for schema in schemas])


_KEYWORDS: dict[str, Callable[[Any, Mapping[str, Check]], Check]] = {
    "type": _type,
    "required": _required,
    "pattern": _pattern,
    "format": _format,
    "properties": _properties,
    "items": _items,
    "allOf": _all_of,
    "anyOf": _any_of,
}
