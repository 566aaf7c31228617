"""DOC046."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC046",
    "ownership-nature-missing",
    reads=(ownership,),
    remedy="say how the securities are owned, as by a trust or a spouse, or that they are owned directly",
    authority=Authority(
        "Form 4, table I, columns 6 and 7: indirect beneficial ownership", effective_from=date(2003, 6, 30)
    ),
    forms=frozenset(("3", "4", "5")),
)
def ownership_nature_missing(statement: Ownership) -> Iterator[Observation]:
    """Who owns securities indirectly says how.

    A footnote in that place says it too.
    """
    for mark in statement.unnatured:
        yield Observation(mark, "the ownership is called indirect, and its nature is not said")
