"""EDGAR submission types, and what the header of the main ones holds."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Literal

from filinglint.frozen import dataclass
from filinglint.tables.rows import Row, read_table, typed


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionType(Row):
    """A type of submission; *amends* is the type that it amends."""

    code: str
    description: str = ""
    category: str = ""
    amends: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedHeader(Row):
    """What the header of the submission types *forms* holds.

    *period* and *items* are required, none, or found sometimes; *roles* all stand there since *roles_from*
    (always when None) and are empty where they vary; *act* is empty where it varies.
    """

    forms: tuple[str, ...]
    period: Literal["required", "none", "sometimes"]
    items: Literal["required", "none", "sometimes"]
    period_means: str = ""
    roles: tuple[str, ...] = ()
    roles_from: date | None = None
    act: str = ""
    file_number_prefixes: tuple[str, ...] = ()


def plain_code(code: str) -> str:
    """Return *code* as tables have it: in capitals, each run of blanks made one."""
    return " ".join(code.upper().split())


@cache
def submission_types() -> dict[str, SubmissionType]:
    """Return all submission types by code."""
    return {raw["code"]: SubmissionType(**typed(raw)) for raw in read_table("submission_types")["types"]}


@cache
def expected_headers() -> tuple[ExpectedHeader, ...]:
    """Return what the headers of the main families of submissions hold."""
    made = []
    for raw in read_table("submission_types")["headers"]:
        parts = typed(raw)
        if "roles_from" in parts:
            parts["roles_from"] = date.fromisoformat(parts["roles_from"])
        made.append(ExpectedHeader(**parts))
    return tuple(made)


def base_type(code: str) -> str:
    """Return *code* without the mark of an amendment: 10-K for 10-K/A."""
    return plain_code(code).removesuffix("/A")


def is_amendment(code: str) -> bool:
    """Whether submissions of type *code* amend an earlier one."""
    return plain_code(code).endswith("/A")


def submission_type(code: str) -> SubmissionType | None:
    """Return the submission type *code*, or None when no list has it.

    The amendment of a known type is known, with its base in *amends*, if only the base is listed.
    """
    plain = plain_code(code)
    known = submission_types().get(plain)
    if known is None and plain.endswith("/A") and (base := submission_types().get(base_type(plain))):
        return replace(base, code=plain, amends=base.code, description=f"Amendment of {base.code}")
    return known


def expected_header(code: str) -> ExpectedHeader | None:
    """Return what the header of a submission of type *code* holds, or None when that is not known."""
    plain = plain_code(code)
    for wanted in (plain, base_type(plain)):
        for header in expected_headers():
            if wanted in header.forms:
                return header
    return None
