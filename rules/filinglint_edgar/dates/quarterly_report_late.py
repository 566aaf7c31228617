"""DTE005."""

from collections.abc import Iterator
from datetime import timedelta

from filinglint.facts.header import Header, header
from filinglint.facts.reported_period import ReportedPeriod, reported_period
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import TEN_Q, Authority, rule
from filinglint_edgar.dates.terms import Grace, days, longest_term


@rule(
    "DTE005",
    "quarterly-report-late",
    reads=(header, reported_period),
    options=Grace,
    tags=frozenset(("deadline",)),
    remedy="if no notice on Form 12b-25 was filed, file one with the report; look at the end of the period first",
    authority=Authority("Form 10-Q, General Instruction A.1"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=TEN_Q,
    amendments=False,
)
def quarterly_report_late(stated: Header, reported: ReportedPeriod, options: Grace) -> Iterator[Observation]:
    """A quarterly report is filed within 40 or 45 days after the end of the quarter.

    The term depends on the class of filer; the longest is taken here. A notice on Form 12b-25 gives five days more.
    """
    filed, period = stated.filed.value, reported.end.value
    term = longest_term(stated.form.value, filed, period)
    if term is not None and filed > term[1] + timedelta(options.grace_days):
        yield Observation(
            reported.end,
            f"the report for the quarter to {period.isoformat()} was due on {term[1].isoformat()} at the latest, "
            f"it was filed on {filed.isoformat()}, {days((filed - term[1]).days)} later",
            related=[(stated.filed, f"filed on {filed.isoformat()}")],
        )
