"""Elements of the certifications under sections 302 and 906 of the Sarbanes-Oxley Act (EX-31 and EX-32)."""

from datetime import date
from functools import cache

from filinglint.frozen import dataclass
from filinglint.tables.rows import read_table

EXHIBITS_FROM = date(2003, 8, 14)
"""Since this day the certifications are exhibits; from 29 August 2002 they stood in the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A part of a certification, and a short phrase of the prescribed text that shows it."""

    id: str
    content: str
    anchor: str


@cache
def exhibit_31_elements() -> tuple[Element, ...]:
    """Return the elements of an EX-31 in order."""
    return tuple(Element(**raw) for raw in read_table("certifications")["exhibit_31"])


@cache
def exhibit_32_elements() -> tuple[Element, ...]:
    """Return the elements of an EX-32 in order; no words are prescribed for it."""
    return tuple(Element(**raw) for raw in read_table("certifications")["exhibit_32"])


@cache
def certified_forms() -> frozenset[str]:
    """Return the submission types that carry certifications."""
    return frozenset(read_table("certifications")["required_for"])
