"""EDGAR's Standard Industrial Classification codes."""

from functools import cache

from filinglint.tables.rows import plain_words, read_table


@cache
def _titles() -> dict[str, tuple[str, ...]]:
    return {raw["code"]: tuple(raw["titles"]) for raw in read_table("sic")["codes"]}


def sic_titles(code: str) -> tuple[str, ...]:
    """Return the titles that EDGAR gives or gave to the four-digit *code*; empty for an unknown code."""
    return _titles().get(code.strip(), ())


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, titles in _titles().items():
        for title in {plain_words(each) for each in titles}:
            found[title] = (*found.get(title, ()), code)
    return found


def codes_of_title(title: str) -> tuple[str, ...]:
    """Return the codes that have *title*; empty for a title that none has."""
    return _codes().get(plain_words(title), ())


def is_sic_title(code: str, title: str) -> bool | None:
    """Whether *title* is one of the titles of *code*; None for an unknown code."""
    titles = sic_titles(code)
    return plain_words(title) in {plain_words(each) for each in titles} if titles else None
