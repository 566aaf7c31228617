"""Items of Form 8-K: integers for filings until 22 August 2004, decimals since (Release 33-8400)."""

import re
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from filinglint.frozen import dataclass
from filinglint.tables.rows import Row, by_number, misspelt, plain_words, read_table, typed

SWITCH_DATE = date(2004, 8, 23)
"""The first day of the decimal items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption(Row):
    """One wording of a caption."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Row):
    """A lettered paragraph of an item."""

    letter: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a report under an item is due: *count* days of *unit* after *after*; unit "none" has no count."""

    unit: Literal["business-days", "calendar-days", "none"]
    count: int = 0
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Row):
    """An item of Form 8-K.

    *captions* are the form's own, oldest first; *header_captions* what EDGAR prints after ITEM INFORMATION.
    *never_adopted* marks a number that EDGAR knew and the form never had.
    """

    number: str
    captions: tuple[Caption, ...]
    header_captions: tuple[Caption, ...] = ()
    due: Due
    furnished: bool = False
    asset_backed: bool = False
    never_adopted: bool = False
    safe_harbor: bool = False
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()


@cache
def items() -> tuple[Item, ...]:
    """Return all items, integers first; number 9 stands there twice, for two periods."""
    made = []
    for raw in read_table("form_8k")["items"]:
        parts = typed(raw)
        for key in ("captions", "header_captions"):
            parts[key] = tuple(Caption(**typed(each)) for each in raw.get(key, ()))
        parts["paragraphs"] = tuple(Paragraph(**typed(each)) for each in raw.get("paragraphs", ()))
        parts["due"] = Due(**raw["due"])
        made.append(Item(**parts))
    return tuple(made)


@cache
def _by_number() -> dict[str, tuple[Item, ...]]:
    return by_number(items())


def rows_of(number: str) -> tuple[Item, ...]:
    """Return the rows of item *number*: one for each period in which it meant something else."""
    return _by_number().get(number, ())


@lru_cache(64)
def items_in_force(on: date) -> tuple[Item, ...]:
    """Return the items that Form 8-K has on the day *on*, by number."""
    return tuple(item for item in items() if item.in_force(on) and not item.never_adopted)


def item_in_force(number: str, on: date) -> Item | None:
    """Return the item *number* ("5.02", or "7" before the switch) on the day *on*, or None."""
    return next((item for item in rows_of(number) if item.in_force(on) and not item.never_adopted), None)


def is_item_number(number: str) -> bool:
    """Whether Form 8-K has, or ever had, an item *number*."""
    return number in _by_number()


def captions(number: str, on: date) -> tuple[str, ...]:
    """Return the captions that the form gives item *number* on the day *on*; empty when it has no such item."""
    item = item_in_force(number, on)
    return tuple(caption.text for caption in item.captions if caption.in_force(on)) if item else ()


def item_for_header_caption(text: str, on: date) -> str | None:
    """Return the number of the item that an ITEM INFORMATION line means in a filing of the day *on*.

    The line holds a caption, or in tagged headers a number. None when it is empty (as in headers of 1998 to
    2000) or means no item. Several captions exist in both numberings: the day decides.
    """
    words = plain_words(text)
    if number := re.fullmatch(r"(?:items? )?(\d{1,2})(?: (\d\d))?", words):
        bare = number[1] if number[2] is None else f"{int(number[1])}.{number[2]}"
        return bare if is_item_number(bare) else None
    decimal = on >= SWITCH_DATE
    same = [item for item in _by_header_words().get(words, ()) if ("." in item.number) == decimal]
    if same:
        best = next((item for item in same if item.in_force(on)), same[-1])
        return best.number
    return _nearest(words, decimal)


def misspelt_caption(text: str) -> str | None:
    """Return the caption that *text*, words of an ITEM INFORMATION line, has with one letter wrong; else None."""
    words = plain_words(text)
    if words in _by_header_words():
        return None
    for known, (item, *_) in _by_header_words().items():
        if len(known) == len(words) and misspelt(words.replace(" ", ""), known.replace(" ", "")):
            return next(
                each.text for each in (*item.header_captions, *item.captions) if plain_words(each.text) == known
            )
    return None


@cache
def _by_header_words() -> dict[str, tuple[Item, ...]]:
    found: dict[str, tuple[Item, ...]] = {}
    for item in items():
        for caption in (*item.header_captions, *item.captions):
            words = plain_words(caption.text)
            if item not in found.get(words, ()):
                found[words] = (*found.get(words, ()), item)
    return found


@lru_cache(256)
def _nearest(words: str, decimal: bool) -> str | None:
    if len(words) < 8:
        return None
    from rapidfuzz import fuzz, process  # seldom wanted, and slow to load

    numbers = {
        known: item.number
        for known, same in _by_header_words().items()
        for item in same
        if ("." in item.number) == decimal
    }
    best = process.extractOne(words, numbers.keys(), scorer=fuzz.ratio, score_cutoff=90)
    return numbers[best[0]] if best else None
