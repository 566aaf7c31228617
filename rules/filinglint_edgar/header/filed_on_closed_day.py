"""HDR021."""

from collections.abc import Iterator

from filinglint.business_days import is_business_day
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, rule

_MADE_BY_STAFF = ("UPLOAD", "CORRESP", "LETTER", "NO ACT", "EFFECT", "SEC STAFF ACTION", "SEC STAFF LETTER")


@rule(
    "HDR021",
    "header-filed-on-closed-day",
    reads=(header,),
    remedy="look up the filing date on EDGAR",
    authority=Authority(
        "Regulation S-T, Rules 11 and 13(a) (17 CFR 232.11, 232.13(a)): business days of the Commission"
    ),
    confidence=Confidence.MEDIUM,
)
def filed_on_closed_day(stated: Header) -> Iterator[Observation]:
    """A submission is filed as of a business day.

    EDGAR gives no filing date to a Saturday, Sunday or federal holiday: such a date was typed. Letters of the
    staff may bear any day.
    """
    filed = stated.filed.value
    if stated.form.value.upper() not in _MADE_BY_STAFF and not is_business_day(filed):
        yield Observation(stated.filed, f"the filing date {filed.isoformat()} is a day on which EDGAR takes no filings")
