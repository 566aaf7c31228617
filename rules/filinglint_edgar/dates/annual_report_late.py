"""DTE004."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.reported_period import ReportedPeriod, reported_period
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import TEN_K, Authority, rule
from filinglint_edgar.dates.terms import Grace, late_report


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
    yield from late_report(stated, reported, "year", options)
