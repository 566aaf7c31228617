"""DOC048."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation, Severity
from filinglint.located import Absent
from filinglint.rule import Authority, rule


@rule(
    "DOC048",
    "issuer-symbol-missing",
    reads=(ownership,),
    remedy="give the symbol of the issuer, or 'NONE' where it has none",
    authority=Authority(
        "Form 3, Form 4 and Form 5: issuer name and ticker or trading symbol", effective_from=date(2003, 6, 30)
    ),
    severity=Severity.INFO,
    forms=frozenset(("3", "4", "5")),
)
def issuer_symbol_missing(statement: Ownership) -> Iterator[Observation]:
    """A statement of ownership gives the trading symbol of the issuer.

    Issuers whose securities are not traded have none, and then it says so.
    """
    if isinstance(statement.issuer.symbol, Absent):
        yield Observation(statement.issuer.span, "the statement gives no trading symbol of the issuer")
