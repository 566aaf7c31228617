"""The quick check of a schema says what jsonschema says."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from filinglint.facts import header_faults
from filinglint.facts.conformity import conformity

FORMATS = {"short": lambda value: not isinstance(value, str) or len(value) < 2}
LEAVES = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["string", "object", "array"]),
        "required": st.lists(st.sampled_from("abc"), unique=True),
        "pattern": st.sampled_from(["^a", "b$", "."]),
        "format": st.just("short"),
        "title": st.just("a title"),
    },
)
SCHEMAS: st.SearchStrategy[dict[str, Any]] = st.recursive(
    LEAVES,
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            "properties": st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
            "items": inner,
            "allOf": st.lists(inner, min_size=1, max_size=2),
            "anyOf": st.lists(inner, min_size=1, max_size=2),
        },
    ),
    max_leaves=8,
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from(["", "a", "ab", "ba"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(SCHEMAS, VALUES)
def test_what_conforms_is_valid(schema: dict[str, Any], value: Any) -> None:
    """A value conforms to a schema exactly when jsonschema finds no error in it."""
    checker = FormatChecker(formats=())
    checker.checks("short")(FORMATS["short"])
    valid = Draft202012Validator(schema, format_checker=checker).is_valid(value)
    assert conformity(schema, FORMATS)(value) is valid


def test_an_unknown_keyword_is_left_to_jsonschema() -> None:
    """Nothing conforms to a schema that says more than the quick check can read."""
    assert not conformity({"minLength": 0}, {})("a")
    assert not conformity({"properties": {"a": {"format": "uri"}}}, FORMATS)({"a": "b"})


def test_the_schemas_of_headers_are_known() -> None:
    """The quick check reads every keyword of the schemas of headers: else each header would cost twice."""
    record = {"FILER": [], "ACCESSION NUMBER": "0000000000-24-000001", "CONFORMED SUBMISSION TYPE": "SC 13G"}
    record |= {"PUBLIC DOCUMENT COUNT": "1", "FILED AS OF DATE": "20240102"}
    assert header_faults._conforms("submission")(record)
