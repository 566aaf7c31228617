"""INT021."""

from collections.abc import Iterator

from filinglint.facts.number_groups import NumberGroups, number_groups
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "INT021",
    "number-misgrouped",
    reads=(number_groups,),
    remedy="look the number up, and put its commas between the thousands",
    authority=Authority(
        "Exchange Act Rule 12b-20 (17 CFR 240.12b-20); Securities Act Rule 408 (17 CFR 230.408)", "should"
    ),
)
def number_misgrouped(found: NumberGroups) -> Iterator[Observation]:
    """The commas of a number part its thousands.

    A digit too many or a comma moved, and nobody knows which number was meant.
    """
    for number in found.impossible:
        yield Observation(number, f"the commas of '{number.value}' part no thousands")
