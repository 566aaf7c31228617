"""A file of rules held to its schema, and departures from it in plain words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from filinglint.rulebook.parsing import Fault, near
from filinglint_schemas import load_schema

if TYPE_CHECKING:  # jsonschema is loaded for the files of strangers only
    from jsonschema.protocols import Validator

_KINDS = {
    "string": "words",
    "array": "a list",
    "object": "a mapping, such as 'key: words'",
    "integer": "a whole number",
}


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator, FormatChecker

    return Draft202012Validator(load_schema("rule-pack"), format_checker=FormatChecker(formats=("date",)))


def departures(data: Any) -> list[Fault]:
    """Return how *data* departs from the schema of files of rules, unknown keys first: the rest follows from them."""
    errors = sorted(_validator().iter_errors(data), key=lambda error: bool(error.validator != "additionalProperties"))
    return [_fault(error) for error in errors]


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
        names = [name for option in error.validator_value for name in option["required"]]
        return Fault(path, f"give one of the keys {', '.join(names)}")
    if error.validator == "enum":
        return Fault(path, f"'{error.instance}' will not do; {near(str(error.instance), error.validator_value)}")
    told = error.schema.get("description")
    if told is None and error.validator == "type":
        wanted = error.validator_value
        told = " or ".join(_KINDS[one] for one in ([wanted] if isinstance(wanted, str) else wanted))
    shown = f"'{error.instance}'" if isinstance(error.instance, str | int) else "this"
    return Fault(path, f"{shown} will not do; give {told or error.message}")
