"""ITM040."""

from collections.abc import Iterator

from filinglint.facts.item_commas import item_commas
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM040",
    "item-number-with-comma",
    reads=(item_commas,),
    remedy="write the number with a full stop",
    authority=Authority("Form 8-K, Information to be included in the report", "should"),
    severity=Severity.INFO,
    forms=EIGHT_K,
)
def number_with_comma(numbers: tuple[Located[str], ...]) -> Iterator[Observation]:
    """The number of an item is written with a full stop: Item 7.01.

    What searches for the item does not find "Item 7,01".
    """
    for number in numbers:
        yield Observation(number, f"the number of the item is written '{number.value}'")
