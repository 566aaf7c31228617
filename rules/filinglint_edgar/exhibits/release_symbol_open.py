"""EXH048."""

from collections.abc import Iterator

from filinglint.facts.release_listings import OpenListings, open_listings
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "EXH048",
    "release-symbol-open",
    reads=(open_listings,),
    remedy="put the trading symbol in",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20)", "should"),
    forms=EIGHT_K,
)
def release_symbol_open(found: OpenListings) -> Iterator[Observation]:
    """A press release gives the trading symbol that it begins to give.

    "(NYSE: [TICKER])" is the blank of a template.
    """
    for blank in found.blanks:
        yield Observation(blank, f"the trading symbol is left open: '{blank.value}'")
