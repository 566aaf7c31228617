"""The schemas that the project publishes."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from filinglint_schemas import load_schema


@pytest.mark.parametrize(
    "name",
    [
        *(
            "report",
            "report-1",
            "facts",
            "facts-1",
            "diff",
            "submission",
            "filinglint",
            "waivers",
            "baseline",
            "rule-pack",
        ),
        *("coverage", "rules", "why", "edition-diff", "config", "doctor", "waiver-list"),
    ],
)
def test_schema_is_a_schema(name: str) -> None:
    """A schema is one by the rules of its draft, and names itself and what it is."""
    schema = load_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"].endswith(f"/{name.removesuffix('-1')}-1.schema.json")
    assert schema["title"]


@pytest.mark.parametrize("name", ["reprot", "report-2", "../header/submission", "", "report-1.schema.json"])
def test_unknown_schema(name: str) -> None:
    """A schema that there is not is a LookupError, whatever is asked for."""
    with pytest.raises(LookupError):
        load_schema(name)


def test_schema_is_the_callers_own() -> None:
    """What one caller does to a schema does not reach another."""
    load_schema("report").clear()
    assert load_schema("report")
