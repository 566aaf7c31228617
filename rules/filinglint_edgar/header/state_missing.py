"""HDR057."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "HDR057",
    "header-state-missing",
    reads=(cover_page, header),
    remedy="enter the state of incorporation in the filer's EDGAR company data",
    authority=Authority("EDGAR Filer Manual, Volume II, section 3 (company data)", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def state_missing(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The header states the state of incorporation that the cover gives.

    Readers who sort filings by it miss the registrant. Combined reports of several registrants are not looked at.
    """
    if len(stated.registrants) != 1 or len(cover.registrants) != 1:
        return
    party, given = stated.registrants[0], cover.registrants[0].state_of_incorporation
    if isinstance(given, Located) and isinstance(party.state_of_incorporation, Absent):
        yield Observation(
            party.state_of_incorporation,
            f"the header gives no state of incorporation, the cover gives '{given.value}'",
            related=[(given, f"the cover says {given.value}")],
        )
