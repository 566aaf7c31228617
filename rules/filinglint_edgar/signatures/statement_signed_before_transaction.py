"""SIG036."""

from collections.abc import Iterator
from datetime import date, timedelta

from filinglint.facts.header import Header, header
from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule

# A first statement is signed before a company goes public and an annual one before the year ends, not a year before.
_IN_ADVANCE = timedelta(days=300)


@rule(
    "SIG036",
    "statement-signed-before-transaction",
    reads=(ownership, header),
    remedy="correct the date of the signature; it is usually the year",
    authority=Authority(
        "Form 3, Form 4 and Form 5, signature of the reporting person, and date", effective_from=date(2003, 6, 30)
    ),
    forms=frozenset(("3", "4", "5")),
)
def statement_signed_before_transaction(statement: Ownership, stated: Header) -> Iterator[Observation]:
    """A statement of ownership is signed on or after the day of the event that it reports.

    Who signs says that it is true; of what is still to be done nobody can. The day of the event is that on the form,
    where the header has the same.
    """
    event = statement.period
    if not isinstance(event, Located) or event.value != stated.period.value:
        return
    done = stated.form.value.removesuffix("/A") == "4"
    last, what = (event.value, "earliest transaction") if done else (event.value - _IN_ADVANCE, "event or year-end")
    for each in statement.signatures:
        signed = each.date
        if isinstance(signed, Located) and signed.value < last:
            yield Observation(
                signed,
                f"signed on {signed.value}, the {what} is of {event.value}",
                related=[(event, f"the {what} is of that day")],
            )
