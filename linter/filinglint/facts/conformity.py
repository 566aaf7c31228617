"""Whether a value conforms to a JSON Schema: yes or no, and nothing about where it does not.

Most headers are in order. To know that takes a few checks, where jsonschema takes its import and as long as the
reading of the filing; it is asked only for the errors of what does not conform.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

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
    if len(checks) == 1:
        return checks[0]
    return lambda value: all(check(value) for check in checks)


def _type(name: str, formats: Mapping[str, Check]) -> Check:  # noqa: ARG001
    wanted = _TYPES[name]
    return lambda value: isinstance(value, wanted)


def _required(names: list[str], formats: Mapping[str, Check]) -> Check:  # noqa: ARG001
    wanted = frozenset(names)
    return lambda value: not isinstance(value, dict) or value.keys() >= wanted


def _pattern(expression: str, formats: Mapping[str, Check]) -> Check:  # noqa: ARG001
    found = re.compile(expression).search
    return lambda value: not isinstance(value, str) or found(value) is not None


def _format(name: str, formats: Mapping[str, Check]) -> Check:
    return formats[name]


def _properties(properties: Mapping[str, Any], formats: Mapping[str, Check]) -> Check:
    checks = {name: conformity(schema, formats) for name, schema in properties.items()}

    def check(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        return all(checks[name](each) for name, each in value.items() if name in checks)

    return check


def _items(schema: Mapping[str, Any], formats: Mapping[str, Check]) -> Check:
    check = conformity(schema, formats)
    return lambda value: not isinstance(value, list) or all(map(check, value))


def _all_of(schemas: list[Mapping[str, Any]], formats: Mapping[str, Check]) -> Check:
    checks = [conformity(schema, formats) for schema in schemas]
    return lambda value: all(check(value) for check in checks)


def _any_of(schemas: list[Mapping[str, Any]], formats: Mapping[str, Check]) -> Check:
    checks = [conformity(schema, formats) for schema in schemas]
    return lambda value: any(check(value) for check in checks)


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
