"""DTE006."""

from collections.abc import Iterator

from filinglint.business_days import next_business_day
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, rule
from filinglint_edgar.dates.terms import days, longest_term


@rule(
    "DTE006",
    "notice-of-late-filing-late",
    reads=(header,),
    tags=frozenset(("deadline",)),
    remedy="file the notice no later than one business day after the report was due",
    authority=Authority("Exchange Act Rule 12b-25(a) (17 CFR 240.12b-25(a))"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=frozenset(("NT 10-K", "NT 10-Q", "NT 20-F")),
    amendments=False,
)
def notice_of_late_filing_late(stated: Header) -> Iterator[Observation]:
    """A notice of late filing is filed no later than one business day after the report is due.

    A later notice gives no more time. When the report was due depends on the class of filer; the longest term is taken.
    """
    filed, period = stated.filed.value, stated.period.value
    form = stated.form.value.upper().removeprefix("NT ")
    term = longest_term(form, filed, period)
    if term is None:
        return
    last = next_business_day(term[1], lenient=True)
    if filed > last:
        yield Observation(
            stated.period,
            f"the Form {form} for the period to {period.isoformat()} was due on {term[1].isoformat()} at the latest "
            f"and the notice on {last.isoformat()}, it was filed on {filed.isoformat()}, "
            f"{days((filed - last).days)} later",
            related=[(stated.filed, f"filed on {filed.isoformat()}")],
        )
