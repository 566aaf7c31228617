"""COV038."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV038",
    "egc-investment-company",
    reads=(cover_page, registration),
    remedy="uncheck the box for an emerging growth company, unless counsel has said that it applies",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.40", "should", effective_from=date(2019, 6, 1)),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def egc_investment_company(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """An investment company with a file number 811- or 814- is as a rule no emerging growth company.

    EDGAR warns of it. Business development companies may be one in law.
    """
    mark = cover.box("egc").ticked
    funds = registered.under("811", "814")
    if mark.value and funds:
        yield Observation(
            mark,
            f"a registrant with file number '{funds[0].value}' says that it is an emerging growth company",
            related=[(funds[0], f"file number {funds[0].value}")],
            label="checked: emerging growth company",
        )
