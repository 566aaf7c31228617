"""When two wordings of a caption, or two numbers, mean the same item, and what part of a caption a heading has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from filinglint.patterns import pattern
from filinglint.tables.form_8k import captions as captions_of_8k
from filinglint.tables.form_8k import items_in_force, rows_of
from filinglint.tables.form_items import form_items, form_of, items_of
from filinglint.tables.rows import plain_words

_SMALL = frozenset("a an and as at by for from in into of on or the to under with".split())
# "Condensed Consolidated Financial Statements (Unaudited)" are the financial statements.
_OF_STATEMENTS = frozenset(("condensed", "consolidated", "interim", "unaudited"))
# Forms say "registrant" where reports say who it is.
_LONGEST_NAME = 5  # words
_LONGEST_SIDE = 4  # words, of an "or"
_OR = pattern(r"\bor\b")
_SAME = {"company": "registrant", "issuer": "registrant", "our": "registrant", "accounting": "accountant"}
# Whose matters they are depends on what is held: shares, units, an interest as a member.
_SAME |= dict.fromkeys(("shareholder", "shareowner", "unitholder", "securityholder", "member"), "stockholder")


@lru_cache(1024)
def weighty(caption: str) -> tuple[str, ...]:
    """Return the words of *caption* that tell it from others, in order and without endings."""
    plain = plain_words(caption.replace("’", "'").replace("'s", "")).replace("security holder", "securityholder")
    words = (word.removesuffix("s") for word in plain.split() if word not in _SMALL)
    return tuple(_SAME.get(word, word) for word in words)


def same_caption(one: str, other: str) -> bool:
    """Tell whether *one* and *other* differ in case, punctuation, small words and endings at most."""
    return weighty(one) == weighty(other)


@lru_cache(1024)
def is_part(caption: str, official: str) -> bool:
    """Tell whether *caption* is *official*, its beginning, or some of the parts between its semicolons, in order."""
    words, whole = weighty(caption), weighty(official)
    if not _OF_STATEMENTS.isdisjoint(words) and _OF_STATEMENTS.isdisjoint(whole):
        words = tuple(word for word in words if word not in _OF_STATEMENTS)
    if words == whole[: len(words)] or _names_registrant(words, whole):
        return True
    kept: tuple[str, ...] = ()
    for part in official.replace(":", ";").split(";"):
        rest = words[len(kept) :]
        kept += next((own for own in _choices(part) if rest[: len(own)] == own), ())
    return bool(words) and kept == words


@lru_cache(1024)
def _choices(part: str) -> tuple[tuple[str, ...], ...]:
    """Return *part*, and it with one side of an "or" only: "Departure of Certain Officers"; the longest first."""
    whole = weighty(part)
    found = {whole}
    for m in _OR.finditer(part):
        at = len(weighty(part[: m.start()]))
        found |= {whole[: at - few] + whole[at:] for few in range(1, min(at, _LONGEST_SIDE) + 1)}
        found |= {whole[:at] + whole[at + few :] for few in range(1, _LONGEST_SIDE)}
    return tuple(sorted(found - {()}, key=len, reverse=True))


def _names_registrant(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether *words* are *whole* with the registrant's name, of a few words or left out, for "registrant"."""
    return any(
        word == "registrant"
        and len(words) - len(whole) in range(-1, _LONGEST_NAME)
        and words[:at] == whole[:at]
        and words[len(words) - len(whole) + at + 1 :] == whole[at + 1 :]
        for at, word in enumerate(whole)
    )


@lru_cache(1024)
def official_captions(form: str, number: str, on: date, part: str = "") -> tuple[str, ...]:
    """Return the captions that *form* gives item *number* on the day *on*; customary wordings of them too."""
    if form.startswith("8-K"):
        own = captions_of_8k(number, on)
        edgar = (c.text for i in rows_of(number) if i.in_force(on) for c in i.header_captions if c.in_force(on))
        return (*own, *edgar)
    rows = (row for row in items_of(form, on) if row.number == number and part in ("", row.part))
    return tuple(text for row in rows for text in (row.caption, *row.other_captions))


def past_captions(form: str, number: str, on: date, part: str = "") -> dict[str, date]:
    """Return the captions that item *number* had before the day *on*, each with the last day it had it."""
    return {text: until for text, until in _ended_captions(form, number, part) if until < on}


def paragraph_captions(number: str, letters: Iterable[str], on: date) -> tuple[str, ...]:
    """Return the captions that Form 8-K gives the paragraphs *letters* of item *number* on the day *on*."""
    rows = (row for row in rows_of(number) if row.in_force(on))
    return tuple(
        each.caption for row in rows for each in row.paragraphs if each.letter in letters and each.in_force(on)
    )


@lru_cache(1024)
def _ended_captions(form: str, number: str, part: str) -> tuple[tuple[str, date], ...]:
    if form.startswith("8-K"):
        rows = [(c.text, c.valid_to) for i in rows_of(number) for c in i.captions]
    else:
        rows = [
            (row.caption, row.valid_to)
            for row in form_items()
            if row.form == form_of(form) and row.number == number and part in ("", row.part)
        ]
    return tuple((text, until) for text, until in rows if until is not None)


def is_periodic_caption(caption: str) -> bool:
    """Tell whether *caption* is that of an item of an annual or quarterly report, as recast ones in 8-Ks have."""
    return weighty(caption) in _periodic_captions()


@cache
def _periodic_captions() -> frozenset[tuple[str, ...]]:
    return frozenset(weighty(text) for row in form_items() for text in (row.caption, *row.other_captions))


@lru_cache(1024)
def known_captions(form: str, number: str) -> tuple[str, ...]:
    """Return every caption that *form* ever gave to item *number*, customary wordings among them."""
    if form.startswith("8-K"):
        return tuple(c.text for item in rows_of(number) for c in (*item.captions, *item.header_captions))
    own = [row for row in form_items() if row.form == form_of(form) and row.number == number]
    return tuple(text for row in own for text in (row.caption, *row.other_captions))


def item_of_caption(form: str, caption: str, on: date) -> str | None:
    """Return the number of the one item of *form* that has *caption* on the day *on*; None for none or several."""
    found = _numbers_by_caption(form, on).get(weighty(caption), frozenset())
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(64)
def _numbers_by_caption(form: str, on: date) -> dict[tuple[str, ...], frozenset[str]]:
    if form.startswith("8-K"):
        pairs = [(item.number, c.text) for item in items_in_force(on) for c in item.captions if c.in_force(on)]
    else:
        pairs = [(row.number, row.caption) for row in items_of(form, on)]
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for number, text in pairs:
        found[weighty(text)] = found.get(weighty(text), frozenset()) | {number}
    return found


def with_equals(numbers: Iterable[str]) -> set[str]:
    """Return *numbers* with those that mean the same: in 2003 results were furnished under Item 9 in place of 12."""
    found = set(numbers)
    return found | {"9", "12"} if found & {"9", "12"} else found
