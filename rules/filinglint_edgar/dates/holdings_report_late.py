"""DTE009."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint_edgar.dates.terms import days, longest_term


@rule(
    "DTE009",
    "holdings-report-late",
    reads=(header,),
    tags=frozenset(("deadline",)),
    remedy="state the end of the quarter that is reported",
    authority=Authority("Exchange Act Rule 13f-1(a) (17 CFR 240.13f-1(a))"),
    severity=Severity.INFO,
    forms=frozenset(("13F-HR", "13F-NT")),
    amendments=False,
)
def holdings_report_late(stated: Header) -> Iterator[Observation]:
    """A manager's report of holdings is filed within 45 days after the end of the quarter.

    A manager may report an older quarter late; more often the quarter was mistyped.
    """
    filed, period = stated.filed.value, stated.period.value
    term = longest_term(stated.form.value, filed, period, "quarter end")
    if term is not None and filed > term[1]:
        yield Observation(
            stated.period,
            f"the report for the quarter to {period.isoformat()} was due on {term[1].isoformat()}, it was filed on "
            f"{filed.isoformat()}, {days((filed - term[1]).days)} late",
            related=[(stated.filed, f"filed on {filed.isoformat()}")],
        )
