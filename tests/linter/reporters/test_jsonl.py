"""The JSON report line by line."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import groupby

from jsonschema import Draft202012Validator

from filinglint_schemas import load_schema

PLURALS = {"input": "inputs", "finding": "findings", "outcome": "outcomes", "notice": "notices"}


def test_same_objects(example: Callable[[str], str]) -> None:
    """Every line is an object with its type, and together they are the JSON report."""
    lines = [json.loads(line) for line in example("jsonl").splitlines()]
    kinds = [kind for kind, _ in groupby(lines, key=lambda line: line["type"])]
    assert kinds == ["report", "input", "finding", "outcome", "summary"]
    head, *middle, last = lines
    document = {key: head[key] for key in ("schema", "tool", "run")}
    document |= {plural: [] for plural in PLURALS.values()}
    for line in middle:
        document[PLURALS[line.pop("type")]].append(line)
    last.pop("type")
    document["summary"] = last
    Draft202012Validator(load_schema("report")).validate(document)
    assert document == json.loads(example("json"))
