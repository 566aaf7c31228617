"""DTE017."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DTE017",
    "earliest-transaction-differs",
    reads=(ownership,),
    remedy="state the day of the earliest transaction as the period, or correct the day in the table",
    authority=Authority("Form 4, item 3: date of earliest transaction", effective_from=date(2003, 6, 30)),
    confidence=Confidence.MEDIUM,
    forms=frozenset(("4",)),
    amendments=False,
)
def earliest_transaction(statement: Ownership) -> Iterator[Observation]:
    """The period of a report on Form 4 is the day of the earliest transaction that it reports.

    The two business days for filing count from it. Amendments may repeat a part of the transactions, and are left out.
    """
    period = statement.period
    days = [each.date for each in statement.transactions if isinstance(each.date, Located)]
    if not isinstance(period, Located) or not days:
        return
    first = min(days, key=lambda leaf: leaf.value)
    if first.value != period.value:
        yield Observation(
            first,
            f"the earliest transaction is dated {first.value}, the statement gives {period.value}",
            related=[(period, f"the earliest transaction by the statement: {period.value}")],
        )
