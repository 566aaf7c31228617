"""COV019."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV019",
    "trading-symbol-missing",
    reads=(cover_page,),
    remedy="add a column for the trading symbol of each class",
    authority=Authority(
        "Form 8-K, Form 10-K and Form 10-Q, cover page; Release 33-10618", effective_from=date(2019, 5, 2)
    ),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def trading_symbol_missing(cover: CoverPage) -> Iterator[Observation]:
    """The list of securities under Section 12(b) gives the trading symbol of each class.

    The column is new since May 2019. Debt securities often have no symbol; a table of nothing else may do
    without.
    """
    securities = cover.securities
    if securities.rows and isinstance(securities.symbol_head, Absent):
        yield Observation(securities.heading, "the list of securities has no column for trading symbols")
