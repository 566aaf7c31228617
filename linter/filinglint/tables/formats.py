"""What attached documents may be made of: EDGAR Filer Manual, volume II, chapter 5."""

import re
from datetime import date
from functools import cache
from typing import Any

from filinglint.frozen import dataclass
from filinglint.tables.rows import Row, read_table, typed

HTML_FROM = date(1999, 6, 28)
"""The day EDGAR began to take HTML (release 6.5)."""
LINKS_FROM = date(2000, 5, 30)
"""The day EDGAR began to take pictures and links (release 7.0)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatRule(Row):
    """A rule of the manual: its *section* and what EDGAR does (suspended, warning, none, ...)."""

    id: str
    section: str
    consequence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The lists of the manual: elements, attributes by element and references in lower case as they are written.

    *elements* are recognised, *forbidden_elements* named as not allowed, and *active_elements* those of them
    that run or ask something; what stands in no list was not foreseen.
    """

    filename_length: int
    text_line_max: int
    table_line_max: int
    elements: frozenset[str]
    forbidden_elements: frozenset[str]
    active_elements: frozenset[str]
    attributes: dict[str, frozenset[str]]
    forbidden_attributes: dict[str, frozenset[str]]
    inline_forbidden_elements: frozenset[str]
    inline_forbidden_attributes: dict[str, frozenset[str]]
    references: frozenset[str]
    image_extensions: tuple[str, ...]


@cache
def formats() -> Formats:
    """Return the lists of the manual."""
    table = _patterns()

    def many(name: str) -> dict[str, frozenset[str]]:
        return {key: frozenset(values) for key, values in table[name].items()}

    return Formats(
        filename_length=table["filename_length"],
        text_line_max=table["text_line_max"],
        table_line_max=table["table_line_max"],
        elements=frozenset(table["elements"]),
        forbidden_elements=frozenset(table["forbidden_elements"]),
        active_elements=frozenset(table["active_elements"]),
        attributes=many("attributes"),
        forbidden_attributes=many("forbidden_attributes"),
        inline_forbidden_elements=frozenset(table["inline_forbidden_elements"]),
        inline_forbidden_attributes=many("inline_forbidden_attributes"),
        references=frozenset(table["references"]),
        image_extensions=tuple(table["image_extensions"]),
    )


@cache
def format_rules() -> tuple[FormatRule, ...]:
    """Return the rules of the manual that this tool can use."""
    return tuple(FormatRule(**typed(raw)) for raw in read_table("formats")["rules"])


def format_rule(name: str) -> FormatRule | None:
    """Return the rule with the id *name*."""
    return next((each for each in format_rules() if each.id == name), None)


def is_file_name(name: str) -> bool:
    """Whether the present manual allows *name* for a document: characters, extension and length."""
    table = _patterns()
    return len(name) <= table["filename_length"] and re.fullmatch(table["filename"], name, re.I) is not None


def is_allowed_link(target: str) -> bool:
    """Whether a link out of the submission goes where the manual allows: the archives on www.sec.gov."""
    return re.match(_patterns()["link"], target, re.I) is not None


@cache
def _patterns() -> dict[str, Any]:
    return read_table("formats")
