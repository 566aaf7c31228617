"""COV082."""

import re
from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_OVER_THE_COUNTER = pattern(r"\bOTC|\bover[- ]the[- ]counter\b|\bpink\b|\bbulletin\s+board\b", re.IGNORECASE)


@rule(
    "COV082",
    "exchange-not-national",
    reads=(cover_page,),
    remedy="name the national securities exchange, or list the class under Section 12(g)",
    authority=Authority("Exchange Act, section 12(b) (15 U.S.C. 78l(b)); Forms 8-K, 10-K and 10-Q, cover page"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def exchange_not_national(cover: CoverPage) -> Iterator[Observation]:
    """A class that is registered under Section 12(b) is listed on a national securities exchange.

    The markets over the counter are none: what trades there only is registered under Section 12(g).
    """
    for security in cover.securities.rows:
        exchange = security.exchange
        if isinstance(exchange, Located) and _OVER_THE_COUNTER.search(exchange.value):
            yield Observation(exchange, f"'{exchange.value}' is no national securities exchange")
