"""DOC039."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule


@rule(
    "DOC039",
    "owner-without-role",
    reads=(ownership,),
    remedy="mark what the owner is to the issuer, and give the title of an officer",
    authority=Authority(
        "Form 3, Form 4 and Form 5: relationship of reporting person(s) to issuer", effective_from=date(2003, 6, 30)
    ),
    forms=frozenset(("3", "4", "5")),
)
def owner_without_role(statement: Ownership) -> Iterator[Observation]:
    """A reporting owner says what makes him report: director, officer, owner of ten percent, or other.

    An officer gives the title too. Who marks nothing does not say why the statement is filed.
    """
    for owner in statement.owners:
        officer = owner.officer
        if not owner.has_role:
            yield Observation(owner.span, "the owner marks no relationship to the issuer")
        elif isinstance(officer, Located) and officer.value and isinstance(owner.title, Absent):
            yield Observation(officer, "the owner is marked as an officer, and gives no title")
