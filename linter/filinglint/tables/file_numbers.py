"""Prefixes of SEC file numbers."""

from functools import cache

from filinglint.frozen import dataclass
from filinglint.tables.rows import Row, read_table, typed


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNumberPrefix(Row):
    """What a file number under *prefix* (three digits, or 24R) is given for; *forms* are typical, not all."""

    prefix: str
    act: str
    meaning: str
    forms: tuple[str, ...] = ()


@cache
def file_number_prefixes() -> dict[str, FileNumberPrefix]:
    """Return all known prefixes by their three characters."""
    return {raw["prefix"]: FileNumberPrefix(**typed(raw)) for raw in read_table("file_numbers")["prefixes"]}


def file_number_prefix(number: str) -> FileNumberPrefix | None:
    """Return the prefix of a file number ("1-3579", "001-03579"), or None when it is not known."""
    head = number.strip().partition("-")[0].upper()
    return file_number_prefixes().get(head.zfill(3)) if head else None
