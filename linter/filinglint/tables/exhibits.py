"""Exhibits of Item 601 of Regulation S-K (17 CFR 229.601)."""

import re
from datetime import date
from functools import cache, lru_cache

from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.tables.rows import Row, by_number, read_table, typed

_FAMILY = pattern(r"\s*(?:EX-|Exhibit\s{1,10})?0{0,2}(\d{1,3})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit(Row):
    """An exhibit of Item 601.

    *forms* foresee it (known with medium confidence at best); *also_seen_in* carry it by custom. *embedded*
    exhibits stand in the index without a document of their own.
    """

    number: str
    title: str
    forms: tuple[str, ...] = ()
    also_seen_in: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    embedded: bool = False


def is_catch_all(form: str, typed: str, printed: str) -> bool:
    """Tell whether *typed* is the type under which *form*, which numbers its exhibits itself, takes one *printed* so.

    Schedules of ownership and of tender offers attach their Exhibit 7 as EX-99 or EX-99.1, and reports on Form 6-K
    their Exhibit 1 as EX-99.1.
    """
    if form.startswith(("SC ", "SCHEDULE ")):
        return re.fullmatch(r"99(?:\..*)?", typed) is not None
    return form.startswith("6-K") and typed in ("99", f"99.{printed}")


@cache
def exhibits() -> tuple[Exhibit, ...]:
    """Return all exhibits by number; 19, 22 and 26 stand there twice, for two periods."""
    return tuple(Exhibit(**typed(raw)) for raw in read_table("exhibits")["exhibits"])


@cache
def _by_number() -> dict[str, tuple[Exhibit, ...]]:
    return by_number(exhibits())


def rows_of(family: str) -> tuple[Exhibit, ...]:
    """Return the rows of the number *family* of Item 601: one for each period in which it meant something else."""
    return _by_number().get(family, ())


@lru_cache(1024)
def exhibit_family(number: str) -> str | None:
    """Return the number of Item 601 that *number* belongs to: "10" for "10.23(a)", "3" for "3(i)", or None."""
    found = _FAMILY.match(number)
    return found[1] if found and found[1] in _by_number() else None


def exhibit(number: str, on: date) -> Exhibit | None:
    """Return the exhibit that *number* ("99.1", "EX-10.3", "3(i)") means on the day *on*, or None."""
    family = exhibit_family(number)
    return next((each for each in rows_of(family or "") if each.in_force(on)), None)
