"""DOC047."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC047",
    "statement-footnote-unused",
    reads=(ownership,),
    remedy="put the mark of the footnote where it belongs, or take the footnote out",
    authority=Authority(
        "EDGAR Ownership XML Technical Specification: footnotes", "should", effective_from=date(2003, 6, 30)
    ),
    severity=Severity.INFO,
    forms=frozenset(("3", "4", "5")),
)
def footnote_unused(statement: Ownership) -> Iterator[Observation]:
    """A statement of ownership refers to each of its footnotes.

    A reader does not know what the explanation is about, and the number that it explains stands alone.
    """
    for mark in statement.unused:
        yield Observation(mark, f"nothing refers to footnote '{mark.value}'")
