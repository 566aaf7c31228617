"""A file of rules held to its schema, and departures from it in plain words."""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from filinglint.closest import near
from filinglint.rulebook.parsing import OPERATORS, Fault
from filinglint_schemas import load_schema

if TYPE_CHECKING:  # jsonschema is loaded for the files of strangers only
    from jsonschema.protocols import Validator

_KINDS = {
    "string": "words",
    "array": "a list",
    "object": "a mapping, such as 'key: words'",
    "integer": "a whole number",
}


_FIRST = {"additionalProperties": 0, "dependentRequired": 1}


@cache
def _validator(kinds: frozenset[str]) -> Validator:
    """Return the validator of files of rules. What a condition asks for is left to the parser, who knows the packs."""
    from jsonschema import Draft202012Validator, FormatChecker

    schema = deepcopy(load_schema("rule-pack"))
    condition = schema["$defs"]["condition"]
    ours = {*OPERATORS, *(key for keys in OPERATORS.values() for key in keys), "present", "as"}
    condition["properties"] = {key: told for key, told in condition["properties"].items() if key in ours}
    condition["additionalProperties"] = True
    known = schema["$defs"]["kinds"]["items"]["enum"]
    schema["$defs"]["kinds"]["items"]["enum"] = [*known, *sorted(kinds - set(known))]
    return Draft202012Validator(schema, format_checker=FormatChecker(formats=("date",)))


def departures(data: Any, kinds: Collection[str] = ()) -> list[Fault]:
    """Return how *data* departs from the schema of files of rules, unknown keys first: the rest follows from them.

    *kinds* are kinds of input that packs bring beside ours.
    """
    errors = _validator(frozenset(kinds)).iter_errors(data)
    return [_fault(error) for error in sorted(errors, key=lambda error: _FIRST.get(str(error.validator), len(_FIRST)))]


def _fault(error: Any) -> Fault:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = sorted(error.schema["properties"])
        name = next(name for name in error.instance if name not in known)
        return Fault((*path, name), f"unknown key '{name}'; {near(name, known)}")
    if error.validator == "required":
        missing = next(name for name in error.validator_value if name not in error.instance)
        told = error.schema["properties"].get(missing, {}).get("description")
        return Fault(path, f"key '{missing}' is missing{f'; give {told}' if told else ''}")
    if error.validator == "oneOf":
        names = [" and ".join(option["required"]) for option in error.validator_value]
        return Fault(path, f"give one of the keys {', '.join(names)}")
    if error.validator == "dependentRequired":
        key, (needed,) = next((k, n) for k, n in error.validator_value.items() if k in error.instance)
        return Fault((*path, key), f"'{key}' needs '{needed}' beside it")
    if error.validator == "not":
        return Fault((*path, "if"), "'if' and 'when' say the same; give one of them")
    if error.validator == "enum":
        known = [one for one in error.validator_value if isinstance(one, str)]  # or lists of them
        return Fault(path, f"'{error.instance}' will not do; {near(str(error.instance), known)}")
    told = error.schema.get("description")
    if told is None and error.validator == "type":
        wanted = error.validator_value
        told = " or ".join(_KINDS[one] for one in ([wanted] if isinstance(wanted, str) else wanted))
    if "propertyNames" in error.absolute_schema_path:
        path = (*path, error.instance)
    shown = f"'{error.instance}'" if isinstance(error.instance, str | int) else "this"
    return Fault(path, f"{shown} will not do; give {told or error.message}")
