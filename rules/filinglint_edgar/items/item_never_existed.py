"""ITM006."""

from collections.abc import Iterator

from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import is_item_number
from filinglint_edgar.items.wording import is_periodic_caption


@rule(
    "ITM006",
    "item-never-existed",
    reads=(items,),
    remedy="head the item with its number on Form 8-K",
    authority=Authority("Form 8-K, Information to be included in the report"),
    forms=EIGHT_K,
)
def item_never_existed(body: Items) -> Iterator[Observation]:
    """Each item heading of a current report has a number that Form 8-K has.

    Such a number is a typing error, such as 8.1 for 8.01, and searches by item miss the report.
    """
    for heading in body.headings:
        if isinstance(heading.caption, Located) and is_periodic_caption(heading.caption.value):
            continue  # a part of an annual report, given anew in a current one
        for number, key in zip(heading.numbers, heading.keys, strict=False):
            if not is_item_number(key):
                yield Observation(number, f"the heading says Item {key}, and Form 8-K never had an item of that number")
