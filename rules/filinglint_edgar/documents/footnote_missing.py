"""DOC040."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC040",
    "statement-footnote-missing",
    reads=(ownership,),
    remedy="add the footnote, or refer to the one that is meant",
    authority=Authority("EDGAR Ownership XML Technical Specification, footnotes", effective_from=date(2003, 6, 30)),
    forms=frozenset(("3", "4", "5")),
)
def footnote_missing(statement: Ownership) -> Iterator[Observation]:
    """A footnote to which a statement of ownership refers is there.

    What explains a price, a plan or a disclaimer is lost without it.
    """
    for mark in statement.unexplained:
        yield Observation(mark, f"there is no footnote '{mark.value}'")
