"""ITM021."""

from collections.abc import Iterator

from filinglint.facts.item_statements import ItemStatements, item_statements
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM021",
    "item-votes-missing",
    reads=(item_statements,),
    remedy="state the votes for, against and withheld, the abstentions and the broker non-votes",
    authority=Authority("Form 8-K, Item 5.07(b)"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
    amendments=False,
)
def votes_missing(said: ItemStatements) -> Iterator[Observation]:
    """A report of a meeting states the votes cast for, against or withheld, and the abstentions and broker non-votes.

    A report that says only that all proposals passed leaves out what the item asks for. The numbers may follow by
    amendment when they are not final.
    """
    for statement in said.votes:
        if isinstance(statement.words, Absent):
            yield Observation(statement.heading.span, "Item 5.07 speaks of no votes for, against or withheld")
