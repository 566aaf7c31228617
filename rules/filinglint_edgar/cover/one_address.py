"""The address on the cover beside an address of the header."""

from __future__ import annotations

from collections.abc import Callable

from filinglint.facts.cover_address import CoverAddress
from filinglint.facts.header import Address
from filinglint.located import Leaf, Located

Compare = Callable[[str, str], bool | None]


def compared(same: Compare, one: Leaf[str], other: Leaf[str]) -> bool | None:
    """Return what *same* says of two parts; None where one of them is not stated."""
    return same(one.value, other.value) if isinstance(one, Located) and isinstance(other, Located) else None


def streets(here: CoverAddress, there: Address) -> tuple[str, str]:
    """Return the street of each in one line; "" where none is stated."""
    lines = (there.street1, there.street2)
    return ", ".join(line.value for line in here.street), ", ".join(
        line.value for line in lines if isinstance(line, Located)
    )
