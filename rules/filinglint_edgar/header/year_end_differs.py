"""HDR049."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, as_date, header
from filinglint.facts.reported_period import reported_period
from filinglint.finding import Confidence, Observation
from filinglint.rule import TEN_K, Authority, rule

_WEEKS_OF_53 = 10


def _near(period: date, words: str) -> date | None:
    """Return the fiscal year end that is nearest to *period*; None when *words* are no day of the year."""
    ends = (as_date(f"{period.year + shift}{words}") for shift in (-1, 0, 1))
    return min((end for end in ends if end), key=lambda end: abs(period - end), default=None)


@rule(
    "HDR049",
    "header-period-not-fiscal-year-end",
    reads=(header, submission),
    remedy="state the last day of the fiscal year, or correct the fiscal year end in the EDGAR company data",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (period of report)", "should"),
    confidence=Confidence.MEDIUM,
    forms=TEN_K - frozenset(("10-KT", "10-KT405")),
)
def year_end_differs(stated: Header, filing: Submission) -> Iterator[Observation]:
    """The period of an annual report ends with the fiscal year.

    The year of 52 or 53 weeks ends within days of the date on record. A larger difference is a wrong period, or
    a fiscal year end that was changed and not entered.
    """
    period = stated.period.value
    for party in stated.registrants[:1]:
        words = party.fiscal_year_end.value
        end = _near(period, words)
        if end is not None and abs((period - end).days) > _WEEKS_OF_53:
            reported = reported_period.of(filing).end  # the cover is read where the header alone gives cause
            yield Observation(
                reported,
                f"the period of this annual report ends on {reported.value}, the fiscal year on '{words}'",
                related=[(party.fiscal_year_end, f"the fiscal year ends on '{words}'")],
            )
