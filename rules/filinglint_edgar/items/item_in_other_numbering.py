"""ITM005."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import SWITCH_DATE, is_item_number
from filinglint_edgar.items.wording import is_periodic_caption


@rule(
    "ITM005",
    "item-in-other-numbering",
    reads=(header, items),
    remedy="head the item with the number that the form gives it on the day of filing",
    authority=Authority("Form 8-K, Information to be included in the report; Release 33-8400"),
    forms=EIGHT_K,
    amendments=False,
)
def item_in_other_numbering(stated: Header, body: Items) -> Iterator[Observation]:
    """The items of a current report have whole numbers until 22 August 2004 and decimal numbers since.

    Release 33-8400 numbered the items anew. A number of the other scheme means another event to the reader, and is
    left by the template of an older report.
    """
    filed = stated.filed.value
    decimal = filed >= SWITCH_DATE
    for heading in body.headings:
        if isinstance(heading.caption, Located) and is_periodic_caption(heading.caption.value):
            continue  # a part of an annual report, given anew in a current one
        for number, key in zip(heading.numbers, heading.keys, strict=False):
            if is_item_number(key) and ("." in key) != decimal:
                scheme = "decimal numbers since 2004-08-23" if decimal else "whole numbers until 2004-08-22"
                yield Observation(
                    number,
                    f"the heading says Item {key}, but Form 8-K has {scheme}",
                    related=[(stated.filed, f"filed on {filed.isoformat()}")],
                )
