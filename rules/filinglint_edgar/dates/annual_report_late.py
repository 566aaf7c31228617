"""DTE004."""

from collections.abc import Iterator
from datetime import timedelta

from filinglint.facts.header import Header, header
from filinglint.facts.reported_period import ReportedPeriod, reported_period
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import TEN_K, Authority, rule
from filinglint_edgar.dates.terms import Grace, days, longest_term


@rule(
    "DTE004",
    "annual-report-late",
    reads=(header, reported_period),
    options=Grace,
    tags=frozenset(("deadline",)),
    remedy="if no notice on Form 12b-25 was filed, file one with the report; look at the end of the period first",
    authority=Authority("Form 10-K, General Instruction A; Form 20-F, General Instruction A(b)"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=TEN_K | {"20-F"},
    amendments=False,
)
def annual_report_late(stated: Header, reported: ReportedPeriod, options: Grace) -> Iterator[Observation]:
    """An annual report is filed within the term that its form gives after the end of the fiscal year.

    The term depends on the class of filer; the longest is taken here. A notice on Form 12b-25 gives fifteen days more.
    """
    filed, period = stated.filed.value, reported.end.value
    term = longest_term(stated.form.value, filed, period)
    if term is not None and filed > term[1] + timedelta(options.grace_days):
        yield Observation(
            reported.end,
            f"the report for the year to {period.isoformat()} was due on {term[1].isoformat()} at the latest, it was "
            f"filed on {filed.isoformat()}, {days((filed - term[1]).days)} later",
            related=[(stated.filed, f"filed on {filed.isoformat()}")],
        )
