"""ITM025."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import TEN_K, TEN_Q, Authority, rule
from filinglint.tables.form_items import form_items, form_of


@rule(
    "ITM025",
    "item-unknown-to-form",
    reads=(header, items),
    remedy="head the item with its number on the form",
    authority=Authority("Form 10-K, Parts I to IV; Form 10-Q, Parts I and II"),
    confidence=Confidence.MEDIUM,
    forms=TEN_K | TEN_Q,
)
def item_unknown_to_form(stated: Header, body: Items) -> Iterator[Observation]:
    """Each item heading of an annual or quarterly report has a number that its form has or had.

    Such a number is a typing error, or the heading of another form. The executive officers may stand in Part I under
    a caption of the registrant's own (Regulation S-K, Item 401), which many number as Item 4A.
    """
    form = form_of(stated.form.value)
    known = {row.number for row in form_items() if row.form == form and row.firm}
    if not known:
        return
    for heading in body.headings:
        if isinstance(heading.caption, Located) and "executive officers" in heading.caption.value.lower():
            continue
        for number, key in zip(heading.numbers, heading.keys, strict=False):
            bare = key.removesuffix("(T)").removesuffix("T")
            if bare not in known and key not in known:
                yield Observation(
                    number, f"the heading says Item {key}, and Form {form} never had an item of that number"
                )
