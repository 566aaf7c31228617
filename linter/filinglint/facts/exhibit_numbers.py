"""Numbers of exhibits: how they are written, and when two of them mean the same exhibit.

Source: Regulation S-K Item 601 (17 CFR 229.601), the numbers of its table; EDGAR document types
(``EX-99.1``, ``EX-3.(I)``, ``EX-10.16A``); the spellings of real indexes.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from filinglint.patterns import pattern

# 99.1, 99-1, 10.16(a), 10(iii)(A)(1), 3(i), 3.(ii), 3.i, 4.1A, 10bb, 101.INS
NUMBER = (
    r"\d{1,3}(?!\d)"
    r"(?: ?\.\d{1,3}(?!\d)|-\d{1,2}(?!\d|-|\.\d)|\.? ?\((?:[A-Za-z]|[ivxIVX]{1,4}|\d{1,2})\)"
    r"|\.[A-Za-z]{1,4}(?![A-Za-z])|(?!st|nd|rd|th)[A-Za-z]{1,2}(?![A-Za-z'’])){0,5}+"
)
_PREFIX = pattern(r"(?<!\s)\s*(?:EX(?:HIBITS?)?)(?:\s*(?:NOS?\.?|NUMBERS?))?[\s.:#-]*(?=\(?\d)", re.IGNORECASE)
_MARKS = pattern(r"[*†‡+#^§~±]+")
_TOKEN = pattern(r"\d+|[a-z]+")
_TAXONOMY = ("ins", "sch", "cal", "def", "lab", "pre")  # Exhibit 101, in the order of its parts
_BASES = frozenset((*range(1, 37), *range(95, 108)))


class Relation(Enum):
    """How one exhibit number stands to another.

    ``BROADER`` and ``NARROWER``: one names the class of the other ("99" and "99.1", "10" and "10.1(a)").
    ``SPELLING``: they may be the same number in two systems ("3(i)" and "3.1"); a person must decide.
    """

    SAME = "same"
    BROADER = "broader"
    NARROWER = "narrower"
    SPELLING = "spelling"
    DIFFERENT = "different"


@lru_cache(maxsize=4096)
def number_key(words: str) -> tuple[str, ...]:
    """Return the parts of the number *words*: ``("99", "1")`` for ``Exhibit 99.01*``, ``("3", "i")`` for ``EX-3.(I)``.

    Prefix, marks, brackets, case and leading zeros do not count. Empty when *words* begin with no number.
    """
    bare = _MARKS.sub("", _PREFIX.sub("", words, count=1)).lower()
    parts = tuple(part.lstrip("0") or "0" if part.isdecimal() else part for part in _TOKEN.findall(bare))
    return parts if parts and parts[0].isdecimal() else ()


@lru_cache(maxsize=8192)
def relation(one: str, other: str) -> Relation:
    """Return how the exhibit number *one* stands to *other*.

    99.1, 99.01, 99-1 and 99(1) are the same, for EDGAR's types write them all alike; 99.1 and 99.10 are not.
    """
    a, b = number_key(one), number_key(other)
    if not a or not b:
        return Relation.DIFFERENT
    if a == b:
        return Relation.SAME
    if b[: len(a)] == a:
        return Relation.BROADER
    if a[: len(b)] == b:
        return Relation.NARROWER
    if len(a) == len(b) and all(_ordinal(x) == _ordinal(y) is not None or x == y for x, y in zip(a, b, strict=True)):
        return Relation.SPELLING
    return Relation.DIFFERENT


def same_number(one: str, other: str) -> bool:
    """Tell whether *one* and *other* are the same exhibit number, however written."""
    return relation(one, other) is Relation.SAME


def is_base(words: str) -> bool:
    """Tell whether the number *words* begins with a number that exhibits have or have had (1 to 36, 95 to 107)."""
    key = number_key(words)
    return bool(key) and int(key[0]) in _BASES


def is_between(number: str, first: str, last: str) -> bool:
    """Tell whether *number* lies in the range from *first* to *last* ("101.INS" to "101.PRE", "10.1" to "10.5")."""
    key, low, high = number_key(number), number_key(first), number_key(last)
    if not (key and low and high) or key[:-1] != low[:-1] or low[:-1] != high[:-1]:
        return False
    ranks = [_rank(parts[-1]) for parts in (low, key, high)]
    return None not in ranks and ranks == sorted(rank for rank in ranks if rank is not None)


def _rank(part: str) -> int | None:
    """Return the place of *part* in its own order: of numbers, of the parts of Exhibit 101, of letters."""
    if part.isdecimal():
        return int(part)
    if part in _TAXONOMY:
        return _TAXONOMY.index(part)
    return ord(part) if len(part) == 1 else None


_ROMAN = {roman: index for index, roman in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)}


def _ordinal(part: str) -> int | None:
    """Return which one of a row *part* names: 2 for "2", "ii" and "b"."""
    if part.isdecimal():
        return int(part)
    if part in _ROMAN:
        return _ROMAN[part]
    return ord(part) - ord("a") + 1 if len(part) == 1 else None
