"""HDR053."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ownership import Ownership, ownership
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR053",
    "statement-differs-from-header",
    reads=(ownership, header),
    remedy="submit the statement under the form and the period that it states",
    authority=Authority(
        "EDGAR Ownership XML Technical Specification, documentType and periodOfReport", effective_from=date(2003, 6, 30)
    ),
    severity=Severity.ERROR,
    forms=frozenset(("3", "4", "5")),
)
def statement_differs(statement: Ownership, stated: Header) -> Iterator[Observation]:
    """A statement of ownership states the form and the period of its submission.

    EDGAR refuses a statement of another form, and takes the period of the header from it.
    """
    pairs = (("form", statement.form, stated.form), ("period", statement.period, stated.period))
    for what, ours, theirs in pairs:
        if isinstance(ours, Located) and isinstance(theirs, Located) and ours.value != theirs.value:
            yield Observation(
                ours,
                f"the {what} of the statement is '{ours.value}', that of the header '{theirs.value}'",
                related=[(theirs, f"the header says {theirs.value}")],
            )
