"""DTE016."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DTE016",
    "transaction-after-report",
    reads=(ownership, header),
    remedy="correct the day of the transaction, or that of the signature",
    authority=Authority("Form 4 and Form 5, table I, column 2: transaction date", effective_from=date(2003, 6, 30)),
    forms=frozenset(("4", "5")),
)
def transaction_after_signature(statement: Ownership, stated: Header) -> Iterator[Observation]:
    """A statement of ownership reports transactions that were done when it was signed and filed.

    A later day is mostly the year mistyped: what is done after the signature is reported by another statement.
    """
    days = [(leaf, "signed") for each in statement.signatures if isinstance(leaf := each.date, Located)]
    if isinstance(stated.filed, Located):
        days.append((stated.filed, "filed"))
    if not days:
        return
    last, done = max(days, key=lambda each: each[0].value)
    for each in statement.transactions:
        if isinstance(each.date, Located) and each.date.value > last.value:
            yield Observation(
                each.date,
                f"the transaction is dated {each.date.value}, the statement was {done} on {last.value}",
                related=[(last, f"{done} on {last.value}")],
            )
