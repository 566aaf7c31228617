"""Values of the TYPE line of a document."""

import re
from functools import cache

from filinglint.patterns import pattern
from filinglint.tables.rows import read_table
from filinglint.tables.submission_types import plain_code, submission_type

_EXHIBIT = pattern(r"EX-\d{1,3}(?:[.(\-][A-Z0-9.()\-]{0,40})?(?: [A-Z0-9&/().\- ]{1,80})?")
_OWN_NAMES = ("ATS-N", "EX1A-", "EX1K", "EX1SA-", "EX1U-")


@cache
def _sets() -> dict[str, frozenset[str]]:
    table = read_table("document_types")
    return {name: frozenset(map(plain_code, table[name])) for name in table if name != "_meta"}


def is_made_by_sec(code: str) -> bool:
    """Whether documents of type *code* are letters of the staff."""
    return plain_code(code) in _sets()["made_by_sec"]


def is_document_type(code: str) -> bool:
    """Whether EDGAR knows *code* as a document's type: a submission type, a listed type, or an extension of one.

    The schema lets a filer extend a listed type freely (EX-10.23, EX-99.2A, EX-10.LEASE).
    """
    plain = plain_code(code)
    sets = _sets()
    if any(plain in sets[name] for name in ("base", "made_by_edgar", "made_by_sec", "private", "uuencoded")):
        return True
    if submission_type(plain) is not None or _EXHIBIT.fullmatch(plain) or plain.startswith(_OWN_NAMES):
        return True
    return any(plain.startswith(base) for base in sets["base"] if base.startswith("EX-") and len(base) > 7)


def exhibit_number(code: str) -> str | None:
    """Return the exhibit number in a document type: "99.1" for EX-99.1, None for a type that is no exhibit."""
    found = re.fullmatch(r"EX-(\d{1,3}(?:[.(\-]\S{1,60})?)(?:\s.{0,80})?", plain_code(code))
    return found[1] if found else None
