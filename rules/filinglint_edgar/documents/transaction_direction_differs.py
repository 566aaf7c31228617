"""DOC041."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule

_DIRECTIONS = {"P": ("A", "a purchase, and disposed of"), "S": ("D", "a sale, and acquired")}


@rule(
    "DOC041",
    "transaction-direction-differs",
    reads=(ownership,),
    remedy="correct the transaction code, or whether the securities were acquired or disposed of",
    authority=Authority(
        "Form 4, table I, columns 3 and 4: transaction code, and (A) or (D)", effective_from=date(2003, 6, 30)
    ),
    forms=frozenset(("4", "5")),
)
def transaction_direction_differs(statement: Ownership) -> Iterator[Observation]:
    """What is purchased is acquired, and what is sold is disposed of.

    Derivative securities are not looked at: who writes an option sells one, and takes a position on.
    """
    for each in statement.transactions:
        code, direction = each.code, each.direction
        if each.derivative or not isinstance(code, Located) or not isinstance(direction, Located):
            continue
        expected = _DIRECTIONS.get(code.value)
        if expected and direction.value in ("A", "D") and direction.value != expected[0]:
            yield Observation(
                direction,
                f"the transaction is coded '{code.value}', {expected[1]}",
                related=[(code, "the code of the transaction")],
            )
