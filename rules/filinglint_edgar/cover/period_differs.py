"""COV011."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import TEN_K, TEN_Q, Authority, rule


@rule(
    "COV011",
    "cover-period-differs",
    reads=(cover_page, header),
    remedy="make the end of the period the same on the cover and in the submission header",
    authority=Authority("Form 10-K and Form 10-Q, cover page; EDGAR Filer Manual, volume II, period of report"),
    forms=TEN_K | TEN_Q | {"20-F"},
)
def period_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The end of the fiscal period on the cover is the period of report of the header.

    Companies with years of 52 or 53 weeks often give the month's end in the header: a week between the
    two is no difference.
    """
    period, said = stated.period.value, cover.period.value
    if abs((said - period).days) > 7:
        yield Observation(
            cover.period,
            f"the cover is for the period ended {said.isoformat()}, the header for {period.isoformat()}",
            related=[(stated.period, f"the header says {period.isoformat()}")],
            label=f"the cover says {said.isoformat()}",
        )
