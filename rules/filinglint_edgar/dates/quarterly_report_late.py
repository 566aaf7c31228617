"""DTE005."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.reported_period import ReportedPeriod, reported_period
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import TEN_Q, Authority, rule
from filinglint_edgar.dates.terms import Grace, late_report


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
    yield from late_report(stated, reported, "quarter", options)
