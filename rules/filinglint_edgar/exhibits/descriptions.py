"""The pairs of entries for the same exhibit in the two lists of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from filinglint.dates import MONTHS
from filinglint.facts.exhibits import Exhibits, same_number
from filinglint.located import Located
from filinglint.tables.rows import plain_words
from filinglint_edgar.exhibits.standing import is_for_machines

_MONTHS = frozenset(map(str.lower, MONTHS))
_LONGEST_PAGE = 3  # digits

Described = tuple[str, Located[str], Located[str]]
"""The number, its description under the item, its description in the exhibit index."""


def described_twice(found: Exhibits) -> Iterator[Described]:
    """Yield the exhibits that the item and the exhibit index both describe, each once in either."""
    if len({one.place for one in found.lists}) < 2:
        return
    under_item, in_index = (_described(found, place) for place in ("item", "index"))
    for number, description in under_item.items():
        same = [other for other in in_index if same_number(number, other)]
        if len(same) == 1:
            yield number, description, in_index[same[0]]


def _described(found: Exhibits, place: str) -> dict[str, Located[str]]:
    """Return the descriptions in the lists of one kind, of the numbers that stand there once."""
    entries = [each for one in found.lists if one.place == place for each in one.entries if len(each.numbers) == 1]
    counts = Counter(each.number.value for each in entries)
    return {
        each.number.value: each.description
        for each in entries
        if counts[each.number.value] == 1
        and not is_for_machines(each.number.value)
        and isinstance(each.description, Located)
    }


def same_words(one: str, other: str) -> bool:
    """Tell whether *one* and *other* differ in case and punctuation at most."""
    return plain_words(one) == plain_words(other)


def goes_on(one: str, other: str) -> bool:
    """Tell whether one description is the other with more words behind it: a page number, how it is filed."""
    shorter, longer = sorted((plain_words(one), plain_words(other)), key=len)
    if longer.startswith(shorter):
        return True
    # At the end of the first of several lines the number of a page stands among the words.
    first, second = shorter.split(), longer.split()
    at = next((at for at, (own, its) in enumerate(zip(first, second, strict=False)) if own != its), len(first))
    return _with_page(first, second, at) or _with_page(second, first, at)


def _with_page(one: list[str], other: list[str], at: int) -> bool:
    """Tell whether *one* has the number of a page at *at*, and goes on as *other* does, as far as both go."""
    rest, its = one[at + 1 :], other[at:]
    page = at < len(one) and one[at].isdecimal() and len(one[at]) <= _LONGEST_PAGE and one[at - 1] not in _MONTHS
    return page and bool(rest and its) and all(mine == theirs for mine, theirs in zip(rest, its, strict=False))
