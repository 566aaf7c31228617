"""ITM042."""

from collections.abc import Iterator

from filinglint.facts.item_words import ItemWords, item_words
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM042",
    "section-heading-differs",
    reads=(item_words,),
    remedy="put the item under the heading of its section, or leave the headings of sections out",
    authority=Authority("Form 8-K, Information to be included in the report: sections 1 to 9", "should"),
    forms=EIGHT_K,
)
def section_heading_differs(said: ItemWords) -> Iterator[Observation]:
    """An item stands under the heading of its own section: Item 8.01 under Section 8.

    The heading above it is left from another report.
    """
    for section, item in said.sections:
        yield Observation(
            section,
            f"Item {item.keys[0]} stands under the heading of section {section.value}",
            related=[(item.span, f"Item {item.keys[0]}")],
        )
