"""COV091."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.cover_securities import names_market
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_LETTERS = pattern(r"[A-Z]{1,5}")


@rule(
    "COV091",
    "symbol-as-exchange",
    reads=(cover_page,),
    remedy="put the trading symbol under its own head, and the exchange under that of the exchange",
    authority=Authority(
        "Forms 8-K, 10-K and 10-Q, cover page: trading symbol; name of each exchange", effective_from=date(2019, 5, 2)
    ),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def symbol_as_exchange(cover: CoverPage) -> Iterator[Observation]:
    """The trading symbol stands in the column of symbols, the exchange in that of exchanges.

    Where a market stands for the symbol and letters for the market, they were exchanged.
    """
    for security in cover.securities.rows:
        symbol, exchange = security.symbol, security.exchange
        if not isinstance(symbol, Located) or not isinstance(exchange, Located):
            continue
        if names_market(symbol.value) and _LETTERS.fullmatch(exchange.value) and not names_market(exchange.value):
            yield Observation(
                symbol,
                f"the trading symbol is given as '{symbol.value}', the exchange as '{exchange.value}'",
                related=[(exchange, "in place of the exchange")],
            )
