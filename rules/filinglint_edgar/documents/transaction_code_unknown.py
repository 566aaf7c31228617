"""DOC035."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule

CODES = frozenset("PSVADFIMCEHOXGLWZJKU")


@rule(
    "DOC035",
    "transaction-code-unknown",
    reads=(ownership,),
    remedy="give the code of the kind of transaction; 'J' with a footnote for what has none",
    authority=Authority("Form 4, general instruction 8: transaction codes", effective_from=date(2003, 6, 30)),
    forms=frozenset(("4", "5")),
)
def transaction_code_unknown(statement: Ownership) -> Iterator[Observation]:
    """The code of each transaction of a statement of ownership is one of its form.

    Another letter is a slip, and readers of the data leave such a transaction out.
    """
    for each in statement.transactions:
        if isinstance(each.code, Located) and each.code.value not in CODES:
            yield Observation(each.code, f"'{each.code.value}' is no transaction code")
