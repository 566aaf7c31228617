"""Items of periodic reports: Forms 10-K, 10-Q, 10-KSB, 10-QSB, 20-F and 10-D."""

from datetime import date
from functools import cache, lru_cache

from filinglint.frozen import dataclass
from filinglint.tables.rows import Row, read_table, typed

# The code of a submission -> the form whose items it has.
_SAME_ITEMS = {
    "10-K405": "10-K",
    "10-KT": "10-K",
    "10-KT405": "10-K",
    "10-QT": "10-Q",
    "10KSB": "10-KSB",
    "10KSB40": "10-KSB",
    "10-KSB40": "10-KSB",
    "10QSB": "10-QSB",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormItem(Row):
    """An item of a periodic report.

    *required* is true when every complete report shows the number and caption, be the answer "none"; amendments,
    asset-backed issuers and items incorporated by reference are exceptions that a rule must know.
    *other_captions* are earlier or customary wordings.
    """

    form: str
    part: str
    number: str
    caption: str
    other_captions: tuple[str, ...] = ()
    required: bool = False


@cache
def form_items() -> tuple[FormItem, ...]:
    """Return all items of all forms, in the order of each form."""
    return tuple(FormItem(**typed(raw)) for raw in read_table("form_items")["items"])


def form_of(code: str) -> str:
    """Return the form whose items a submission of type *code* has: 10-K for 10-K405/A; else its base type."""
    base = code.strip().upper().removesuffix("/A")
    return _SAME_ITEMS.get(base, base)


@lru_cache(256)
def items_of(code: str, on: date) -> tuple[FormItem, ...]:
    """Return the items of the form of submission type *code* on the day *on*; empty for a form not held here."""
    form = form_of(code)
    return tuple(item for item in form_items() if item.form == form and item.in_force(on))
