"""ITM017."""

from collections.abc import Iterator
from itertools import pairwise

from filinglint.facts.items import ItemHeading, Items, items
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_PARTS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4}


@rule(
    "ITM017",
    "items-out-of-order",
    reads=(items,),
    remedy="put the items in the order of the form",
    authority=Authority("Exchange Act Rule 12b-13 (17 CFR 240.12b-13)", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def items_out_of_order(body: Items) -> Iterator[Observation]:
    """The items of a report stand in the order of the form.

    No rule asks for it, but readers and programs go by it, and an item behind Item 9.01 is easily missed.
    """
    for one, other in pairwise(body.headings):
        if _PARTS[other.part_key] == _PARTS[one.part_key] and _rank(other) < _rank(one):
            yield Observation(
                other.number,
                f"Item {other.keys[0]} stands behind Item {one.keys[0]}",
                related=[(one.span, f"Item {one.keys[0]}")],
            )


def _rank(heading: ItemHeading) -> tuple[int, str]:
    digits, _, rest = heading.keys[0].partition(".")
    number = "".join(character for character in digits if character.isdecimal())
    return int(number or 0), rest or digits[len(number) :]
