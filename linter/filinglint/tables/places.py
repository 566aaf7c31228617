"""EDGAR's codes for states and countries, and the names and short names that documents use for them."""

import unicodedata
from functools import cache
from typing import Literal

from filinglint.frozen import dataclass
from filinglint.tables.rows import Row, read_table, slipped, typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Row):
    """A state, province or country under its EDGAR code; *iso* is the ISO 3166 code of its country."""

    code: str
    name: str
    kind: Literal["us", "canada", "country", "unknown", "retired"]
    iso: str = ""


@cache
def places() -> dict[str, Place]:
    """Return all places by code."""
    return {raw["code"]: Place(**typed(raw)) for raw in read_table("places")["codes"]}


def place(code: str) -> Place | None:
    """Return the place that EDGAR calls *code*, or None."""
    return places().get(code.strip().upper())


def code_of(text: str) -> str | None:
    """Return the EDGAR code that a name or short name means: DE for "State of Delaware", "Del." and "DE".

    Two letters are read as a postal abbreviation. None when the words name no place, or more than one.
    """
    codes = codes_of(text)
    return next(iter(codes)) if len(codes) == 1 else None


def codes_of(text: str) -> frozenset[str]:
    """Return the EDGAR codes that a name can mean: both of Georgia; the retired and the present of Germany."""
    key = _key(text)
    if not key:
        return frozenset()
    found = _by_name().get(key) or _by_name().get(key.removeprefix("the "))
    if not found:
        for lead in ("state of ", "commonwealth of ", "province of ", "republic of ", "kingdom of ", "a "):
            if key.startswith(lead):
                return codes_of(key.removeprefix(lead))
        for tail in (" corporation", " limited partnership", " usa", " us", " u s a", " united states"):
            if key.endswith(tail) and key != tail.strip():
                return codes_of(key.removesuffix(tail))
        return frozenset()
    return found


def place_meant(text: str) -> str | None:
    """Return the state or country that *text* misspells by a slip of one or two letters; None for other texts."""
    key = _key(text)
    if key in _by_name():
        return None
    meant = {name for name in _by_name() if slipped(key, name)}
    return meant.pop().title() if len(meant) == 1 else None


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text[:200].lower())
    kept = [each if each.isalnum() else " " for each in plain if each not in "'’." and not _is_accent(each)]
    return " ".join("".join(kept).split())


def _is_accent(character: str) -> bool:
    return unicodedata.combining(character) != 0


@cache
def _by_name() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}

    def add(name: str, code: str) -> None:
        found.setdefault(_key(name), set()).add(code)

    table = read_table("places")
    for each in places().values():
        if each.kind == "unknown":
            continue
        if each.kind in ("us", "canada", "country"):
            add(each.name, each.code)
            if "," in each.name:
                head, _, tail = each.name.partition(",")
                add(f"{tail} {head}", each.code)
                if each.kind == "canada":
                    add(head, each.code)
            if "(" in each.name and each.kind == "country":
                add(each.name.partition("(")[0], each.code)
        if each.kind == "us" and each.code.isalpha():
            add(each.code, each.code)
    for code, names in table["other_names"].items():
        for name in names:
            add(name, code)
    return {name: frozenset(codes) for name, codes in found.items()}
