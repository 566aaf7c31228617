"""DOC049."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, Transaction, ownership
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DOC049",
    "acquired-exceeds-owned",
    reads=(ownership,),
    remedy="correct the number acquired, or the number owned after the transactions",
    authority=Authority(
        "Form 4, tables I and II: amount of securities acquired, and owned following reported transactions",
        effective_from=date(2003, 6, 30),
    ),
    forms=frozenset(("4", "5")),
)
def acquired_exceeds_owned(statement: Ownership) -> Iterator[Observation]:
    """Who acquires securities owns at least those afterwards, less what the same table says is disposed of.

    One of the two numbers has a digit too many or too few. Numbers that a footnote explains are not looked at.
    """
    for table in (False, True):
        made = [each for each in statement.transactions if each.derivative is table]
        reducing = [each.shares for each in made if not _acquires(each)]
        disposed = [shares.value for shares in reducing if isinstance(shares, Located)]
        for each in made if len(disposed) == len(reducing) else ():
            shares, owned = each.shares, each.owned
            if not _acquires(each) or each.explained or not isinstance(shares, Located):
                continue
            if isinstance(owned, Located) and shares.value > owned.value + sum(disposed):
                yield Observation(
                    shares,
                    f"'{shares.value}' are acquired, and '{owned.value}' are owned afterwards",
                    related=[(owned, "owned afterwards")],
                )


def _acquires(made: Transaction) -> bool:
    return isinstance(made.direction, Located) and made.direction.value == "A"
