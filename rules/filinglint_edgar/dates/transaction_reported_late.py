"""DTE007."""

from collections.abc import Iterator
from datetime import date

from filinglint.business_days import business_days_between
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, rule
from filinglint_edgar.dates.terms import longest_term


@rule(
    "DTE007",
    "transaction-reported-late",
    reads=(header,),
    tags=frozenset(("deadline",)),
    remedy="state the date of the earliest transaction; a late report is named in the proxy statement (Item 405)",
    authority=Authority("Exchange Act Rule 16a-3(g) (17 CFR 240.16a-3(g))", effective_from=date(2002, 8, 29)),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=frozenset(("4",)),
    amendments=False,
)
def transaction_reported_late(stated: Header) -> Iterator[Observation]:
    """A report on Form 4 is filed before the end of the second business day after the transaction.

    The header gives the earliest transaction. For some plans the days count from when the person learns of the price,
    at most three business days later.
    """
    filed, traded = stated.filed.value, stated.period.value
    term = longest_term(stated.form.value, filed, traded, "transaction")
    if term is not None and filed > term[1]:
        late = business_days_between(term[1], filed, lenient=True)
        yield Observation(
            stated.period,
            f"the transaction of {traded.isoformat()} was to be reported by {term[1].isoformat()}, "
            f"the report was filed on {filed.isoformat()}, {late} business day{'s' * (late != 1)} late",
            related=[(stated.filed, f"filed on {filed.isoformat()}")],
        )
