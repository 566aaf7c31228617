"""HDR061."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.fiscal_year import quarter_ending
from filinglint.facts.header import Header, header
from filinglint.facts.reported_period import reported_period
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, rule


@rule(
    "HDR061",
    "header-period-ends-no-quarter",
    reads=(header, submission),
    remedy="state the last day of the quarter, or correct the fiscal year end in the EDGAR company data",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (period of report)", "should"),
    confidence=Confidence.MEDIUM,
    forms=frozenset(("10-Q", "10-QSB")),
)
def quarter_differs(stated: Header, filing: Submission) -> Iterator[Observation]:
    """The period of a quarterly report ends with one of the first three quarters of the fiscal year.

    Quarters of 12 or 16 weeks are some; a day between two of them is a wrong period, or a fiscal year end that was
    changed and not entered.
    """
    period = stated.period.value
    for party in stated.registrants[:1]:
        year_end = party.fiscal_year_end.value
        quarter = quarter_ending(period, year_end)
        if quarter in (0, 4):
            end = reported_period.of(filing).end  # the cover is read where the header alone gives cause
            ends = "and the fiscal year" if quarter == 4 else "and no quarter of the fiscal year that ends"
            yield Observation(
                end,
                f"the period of this quarterly report ends on {end.value}, {ends} on '{year_end}'",
                related=[(party.fiscal_year_end, f"the fiscal year ends on '{year_end}'")],
            )
