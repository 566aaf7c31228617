"""COV028."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.rule import TEN_K, Authority, rule


@rule(
    "COV028",
    "market-value-missing",
    reads=(cover_page, registration),
    remedy="state the aggregate market value held by non-affiliates, or that there is none",
    authority=Authority("Form 10-K, cover page: aggregate market value held by non-affiliates"),
    confidence=Confidence.MEDIUM,
    forms=TEN_K,
    amendments=False,
)
def market_value_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover of an annual report states the market value of the equity held by non-affiliates.

    The class of filer is judged by it. Wholly-owned subsidiaries and issuers of asset-backed securities
    have none, and of trusts and partnerships many have no voting equity.
    """
    if isinstance(cover.market_value, Absent) and registered.under("001", "000"):
        if isinstance(registered.asset_backed, Located) or isinstance(registered.unincorporated, Located):
            return
        yield Observation(cover.market_value, "the cover states no aggregate market value held by non-affiliates")
