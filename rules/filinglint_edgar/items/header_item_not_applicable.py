"""ITM023."""

from collections.abc import Iterator

from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM023",
    "header-item-not-applicable",
    reads=(header_items, items),
    remedy="take the item out of the submission header, or report it in the document",
    authority=Authority("EDGAR Filer Manual, volume II, Form 8-K items"),
    forms=EIGHT_K,
)
def header_item_not_applicable(named: HeaderItems, body: Items) -> Iterator[Observation]:
    """The header of a current report names only items under which something is reported.

    Readers are alerted to an event, and the document says that there is none.
    """
    for item in named.named:
        headings = body.keyed(item.number)
        empty = [heading for heading in headings if isinstance(heading.inapplicable, Located)]
        if headings and len(empty) == len(headings):
            yield Observation(
                item.words,
                f"the header names Item {item.number}, under which the document says "
                f"'{empty[0].inapplicable.value.rstrip('. ')}'",
                related=[(empty[0].inapplicable, "what the document says")],
            )
