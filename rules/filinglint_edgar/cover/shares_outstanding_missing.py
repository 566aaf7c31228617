"""COV029."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.rule import TEN_K, TEN_Q, Authority, rule


@rule(
    "COV029",
    "shares-outstanding-missing",
    reads=(cover_page, registration),
    remedy="state how many shares of each class were outstanding on the latest practicable date",
    authority=Authority("Form 10-K and Form 10-Q, cover page: number of shares outstanding of each class"),
    confidence=Confidence.MEDIUM,
    forms=TEN_K | TEN_Q,
    amendments=False,
)
def shares_outstanding_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover states how many shares of each class of common stock are outstanding.

    Registrants without stock of their own file under other numbers, and are not asked here. The form asks
    corporate registrants only, not trusts and partnerships.
    """
    if isinstance(cover.shares_outstanding, Absent) and registered.under("001", "000"):
        if isinstance(registered.asset_backed, Located) or isinstance(registered.unincorporated, Located):
            return
        yield Observation(cover.shares_outstanding, "the cover does not say how many shares are outstanding")
