"""Days on which EDGAR takes no filings, forms it takes late, and when reports are due."""

from datetime import date
from functools import cache
from typing import Literal

from filinglint.frozen import dataclass
from filinglint.tables.rows import Row, read_table, typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(Row):
    """A day without business: a federal holiday, or a special closing; one not firm gave relief at most."""

    date: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LateForms(Row):
    """Forms that keep the day of a submission begun until 22:00 Eastern."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Row):
    """*count* units after *after* a report is due.

    *filer* is the class of filer it holds for, empty for all; its dates are compared with the filing date, or
    with the end of the period where *judged_by* is "period".
    """

    forms: tuple[str, ...]
    unit: Literal["business-days", "calendar-days", "months"]
    count: int
    after: str
    filer: str = ""
    judged_by: Literal["filing", "period"] = "filing"
    note: str = ""


@cache
def holidays() -> dict[date, Closing]:
    """Return the federal holidays from 1993 to 2035 as they are observed."""
    return {each.date: each for each in (Closing(**typed(raw)) for raw in read_table("closings")["holidays"])}


@cache
def special_closings() -> dict[date, Closing]:
    """Return mourning days, executive orders and days of relief; those not firm may have been days of business."""
    rows = (Closing(**typed(raw)) for raw in read_table("closings")["special_closings"])
    return {each.date: each for each in rows}


@cache
def late_forms() -> tuple[LateForms, ...]:
    """Return the forms taken until 22:00, with the day from which they are."""
    return tuple(LateForms(**typed(raw)) for raw in read_table("closings")["late_forms"])


@cache
def deadlines() -> tuple[Deadline, ...]:
    """Return the deadlines of all forms."""
    return tuple(Deadline(**typed(raw)) for raw in read_table("closings")["deadlines"])
