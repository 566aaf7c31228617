"""DOC045."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC045",
    "ownership-amount-negative",
    reads=(ownership,),
    remedy="give the number of securities, or the price, without a sign",
    authority=Authority("Form 4, table I, columns 4 and 5, and table II, column 2", effective_from=date(2003, 6, 30)),
    forms=frozenset(("3", "4", "5")),
)
def amount_negative(statement: Ownership) -> Iterator[Observation]:
    """The numbers of securities in a statement of ownership, and their prices, are not below zero.

    That securities were disposed of is said by the letter (D) beside the number.
    """
    for amount in statement.negative:
        yield Observation(amount, f"the number of securities is '{amount.value}'")
    for price in statement.negative_prices:
        yield Observation(price, f"the price is '{price.value}'")
