"""ITM022."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.item_statements import ItemStatements, item_statements
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM022",
    "item-materiality-determination-missing",
    reads=(item_statements,),
    remedy="say when the incident was determined to be material, or report it under Item 8.01",
    authority=Authority("Form 8-K, Item 1.05 and Instruction 1 to it", "should", effective_from=date(2023, 12, 18)),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
    amendments=False,
    status="preview",
)
def materiality_determination_missing(said: ItemStatements) -> Iterator[Observation]:
    """A report under Item 1.05 is of an incident that the registrant has determined to be material.

    The four business days count from that determination, and the staff asks registrants to report other incidents
    under Item 8.01. A report that does not speak of it leaves both open.
    """
    for statement in said.determined:
        if isinstance(statement.words, Absent):
            yield Observation(
                statement.heading.span, "Item 1.05 does not say that the incident was determined to be material"
            )
