"""ITM012."""

from collections.abc import Iterator

from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM012",
    "item-headings-missing",
    reads=(header_items, items),
    remedy="head each part of the report with the number and caption of its item",
    authority=Authority("Form 8-K, General Instruction C.3; Exchange Act Rule 12b-13 (17 CFR 240.12b-13)"),
    forms=EIGHT_K,
    amendments=False,
)
def headings_missing(named: HeaderItems, body: Items) -> Iterator[Observation]:
    """A current report has the number and caption of each item that it answers.

    Without them nobody can tell which event is reported, and programs find none. A heading was lost when the text was
    converted, or set in a way that reads otherwise.
    """
    if body.headings:
        return
    lines = [(item.words, f"the header names Item {item.number}") for item in named.named]
    yield Observation(
        lines[0][0] if lines else body.span,
        "the document has no item heading"
        + (f", the header names {', '.join(f'Item {item.number}' for item in named.named)}" if lines else ""),
        related=[(body.span, "no item heading here")] if lines else (),
    )
