"""SIG021."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation, Severity
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule


@rule(
    "SIG021",
    "statement-signature-wrong",
    reads=(ownership, header),
    remedy="state the typed signature of each owner, or of who signs for the owner, and its day",
    authority=Authority(
        "Form 3, Form 4 and Form 5: signature of reporting person, date", effective_from=date(2003, 6, 30)
    ),
    severity=Severity.WARNING,
    forms=frozenset(("3", "4", "5")),
)
def statement_unsigned(statement: Ownership, stated: Header) -> Iterator[Observation]:
    """A statement of ownership is signed and dated, on or before the day on which it is filed.

    Who signs for the owner types the own name; a signature of next year, or an empty one, comes from a template.
    """
    if not statement.signatures:
        yield Observation(statement.span, "the statement has no signature")
    for each in statement.signatures:
        if isinstance(each.name, Absent):
            yield Observation(each.name, "the signature has no name")
        if isinstance(each.date, Absent):
            yield Observation(each.date, "the signature has no date")
        elif (
            isinstance(each.date, Located)
            and isinstance(stated.filed, Located)
            and each.date.value > stated.filed.value
        ):
            yield Observation(
                each.date,
                f"signed on {each.date.value}, filed on {stated.filed.value}",
                related=[(stated.filed, f"filed on {stated.filed.value}")],
            )
