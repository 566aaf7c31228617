"""INT023."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "INT023",
    "comma-moved",
    reads=(slips,),
    remedy="correct the number",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20); Securities Act Rule 408 (17 CFR 230.408)"),
)
def comma_moved(found: Slips) -> Iterator[Observation]:
    """The commas of a number set three figures apart.

    Of "25,00,0000" nobody knows whether the comma or a figure is wrong.
    """
    for words in found.numbers:
        yield Observation(words, f"the commas of '{words.value}' are not those of a number")
