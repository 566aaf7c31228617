"""COV092."""

import re
from collections.abc import Iterator
from datetime import date

from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_TITLE = pattern(r"\b(?:stock|shares?|units?|warrants?|notes?|bonds?|debentures?|rights?|par\s+value)\b", re.IGNORECASE)
_SYMBOL = pattern(r"[A-Z]{1,5}(?:[ .-]?[A-Z0-9]{1,3})?")


@rule(
    "COV092",
    "tagged-symbol-exchanged",
    reads=(ixbrl_cover,),
    tags=frozenset(("ixbrl",)),
    remedy="tag the title of the class as the title, and its trading symbol as the symbol",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.46", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F", "40-F"},
)
def tagged_symbol_exchanged(tagged: IxbrlCover) -> Iterator[Observation]:
    """The title of a class is tagged as its title, the trading symbol as its symbol.

    Where the symbol is a title and the title a symbol, the tags were exchanged.
    """
    for security in tagged.securities:
        title, symbol = security.title, security.symbol
        if not isinstance(title, Located) or not isinstance(symbol, Located):
            continue
        if _TITLE.search(symbol.value) and _SYMBOL.fullmatch(title.value):
            yield Observation(
                symbol,
                f"the trading symbol is tagged as '{symbol.value}', the title of the class as '{title.value}'",
                related=[(title, "tagged as the title")],
            )
