"""What the rows of all tables share: how sure they are, when they hold, and how they come from their files."""

import json
import pkgutil
from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from filinglint.frozen import dataclass

_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}

Mark: TypeAlias = Literal["high", "medium", "low", "memory"]
"""high: read from a source or checked on filings; medium: partly checked; low, memory: not checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that holds from *valid_from* to *valid_to*, both inclusive; None means always, or not known."""

    confidence: Mark = "high"
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def firm(self) -> bool:
        """Whether the row was checked, so that an error may stand on it."""
        return self.confidence in ("high", "medium")

    def in_force(self, on: date) -> bool:
        """Whether the row holds on the day *on*."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


class _Numbered(Protocol):
    @property
    def number(self) -> str: ...


Numbered = TypeVar("Numbered", bound=_Numbered)


def read_table(name: str) -> dict[str, Any]:
    """Return the parsed table *name*.json of this package."""
    data = pkgutil.get_data("filinglint.tables", f"{name}.json")
    assert data is not None, "the package is installed whole"
    table: dict[str, Any] = json.loads(data)
    return table


def typed(raw: dict[str, Any]) -> dict[str, Any]:
    """Return *raw* with its dates as dates and its lists as tuples, ready for a frozen row."""
    made: dict[str, Any] = {}
    for key, value in raw.items():
        if key in ("valid_from", "valid_to", "date"):
            made[key] = date.fromisoformat(value)
        elif isinstance(value, list):
            made[key] = tuple(value)
        else:
            made[key] = value
    return made


def by_number(rows: Iterable[Numbered]) -> dict[str, tuple[Numbered, ...]]:
    """Return *rows* by their numbers: several for a number that meant something else in another period."""
    found: dict[str, tuple[Numbered, ...]] = {}
    for row in rows:
        found[row.number] = (*found.get(row.number, ()), row)
    return found


def plain_words(text: str) -> str:
    """Return *text* in lower case with nothing but letters, digits and single blanks between them."""
    lower = text.replace("'", "").lower()
    if lower.isascii():
        return " ".join(lower.translate(_BLANKS).split())
    kept = [character if character.isalnum() else " " for character in lower]
    return " ".join("".join(kept).split())


def misspelt(word: str, right: str) -> bool:
    """Whether *word* is *right*, a word of five letters or more, with one letter changed, or two exchanged."""
    if len(word) != len(right) or len(right) < 5:
        return False
    apart = [at for at, (one, other) in enumerate(zip(word, right, strict=True)) if one != other]
    if len(apart) == 2:
        first, second = apart
        return second == first + 1 and word[first] == right[second] and word[second] == right[first]
    return len(apart) == 1


def slipped(word: str, right: str) -> bool:
    """Whether *word* is *right* misspelt, or with one letter too many or too few."""
    longer, shorter = (word, right) if len(word) > len(right) else (right, word)
    if len(longer) == len(shorter) + 1 and len(right) >= 5:
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    return misspelt(word, right)
