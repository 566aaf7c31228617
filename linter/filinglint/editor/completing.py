"""What may be written next: the names of rules in directives, records and configurations; keys and values of these.

Keys are those of the schemas of the files; TOML that is being written is seldom whole, so it is read line by line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from filinglint.config.layers import TABLE
from filinglint.config.settings import WAIVERS
from filinglint.rule import Rule
from filinglint_schemas import load_schema

_SCHEMAS = {
    "filinglint.toml": "filinglint",
    ".filinglint.toml": "filinglint",
    "pyproject.toml": "filinglint",
    WAIVERS: "waivers",
    "submission.toml": "submission",
}
_DIRECTIVE = re.compile(r"filinglint:\s{0,20}(?:ignore-file|ignore|disable|enable)\s{0,20}\[([^\[\]<>]*)\Z")
_HEADER = re.compile(r"^[ \t]*\[{1,2}([^\[\]\n]{1,200})\]", re.MULTILINE)
_KEY = re.compile(r"""^[ \t]*["']?([\w$-]{1,100})["']?[ \t]*=""", re.MULTILINE)
_BARE = re.compile(r"[ \t]*([\w-]*)\Z")
_NAMING = frozenset(("select", "extend-select", "ignore", "extend-ignore", "rules"))
_LOOK = 4000  # characters before the cursor that a directive or a list may begin in


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words that may be written in the place of what begins at the offset ``start``, and what they mean."""

    words: str
    meaning: str
    kind: Literal["key", "value", "rule"]
    start: int


def proposals(text: str, offset: int, path: str, rules: Iterable[Rule]) -> list[Proposal]:
    """Return what may be written at *offset* of *text*, which stands at *path*; none where nobody knows."""
    directive = _DIRECTIVE.search(text, max(0, offset - _LOOK), offset)
    if directive is not None:
        return list(_names(rules, _begin(text, offset)))
    name = os.path.basename(path)
    if name not in _SCHEMAS:
        return []
    line = text.rfind("\n", 0, offset) + 1
    headers = list(_HEADER.finditer(text, 0, line))
    table = tuple(part.strip().strip("\"'") for part in headers[-1][1].split(".")) if headers else ()
    if name == "pyproject.toml":
        if table[: len(TABLE)] != TABLE:
            return []
        table = table[len(TABLE) :]
    return list(_in_toml(text, offset, line, table, load_schema(_SCHEMAS[name]), rules))


def _in_toml(
    text: str, offset: int, line: int, table: tuple[str, ...], schema: Mapping[str, Any], rules: Iterable[Rule]
) -> Iterator[Proposal]:
    before = text[line:offset]
    inner = _inside(schema, table)
    if before.count('"') % 2:
        keys = list(_KEY.finditer(text, max(0, offset - _LOOK), offset))
        key = keys[-1][1] if keys else ""
        if key in _NAMING:
            yield from _names(rules, _begin(text, offset))
        elif inner is not None:
            wanted = _resolved(inner.get("properties", {}).get(key, {}), schema)
            start = line + before.rindex('"') + 1
            for value in wanted.get("enum", _resolved(wanted.get("items", {}), schema).get("enum", ())):
                yield Proposal(str(value), wanted.get("description", ""), "value", start)
        return
    bare = _BARE.fullmatch(before)
    if bare is None:
        return
    start = line + bare.start(1)
    if table[-1:] == ("severity",):
        yield from _names(rules, start)
    elif inner is not None:
        for key, value in inner.get("properties", {}).items():
            if not key.startswith("$"):
                yield Proposal(key, _resolved(value, schema).get("description", ""), "key", start)


def _begin(text: str, offset: int) -> int:
    """Return where the name begins that is being written at *offset*."""
    start = offset
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-_"):
        start -= 1
    return start


def _names(rules: Iterable[Rule], start: int) -> Iterator[Proposal]:
    for rule in rules:
        yield Proposal(rule.slug, f"{rule.code}: {rule.title}", "rule", start)
        yield Proposal(rule.code, f"{rule.slug}: {rule.title}", "rule", start)


def _inside(schema: Mapping[str, Any], table: Iterable[str]) -> Mapping[str, Any] | None:
    """Return the part of *schema* that is about *table*; None where it knows of none."""
    here: Mapping[str, Any] = schema
    for name in table:
        found = here.get("properties", {}).get(name)
        if found is None:
            return None
        here = _resolved(found, schema)
        if here.get("type") == "array":
            here = _resolved(here.get("items", {}), schema)
    return here


def _resolved(part: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return *part* with what it refers to."""
    wanted = part.get("$ref")
    if not isinstance(wanted, str):
        return part
    found: Any = schema
    for step in wanted.removeprefix("#/").split("/"):
        found = found.get(step, {})
    return {**_resolved(found, schema), **{key: value for key, value in part.items() if key != "$ref"}}
