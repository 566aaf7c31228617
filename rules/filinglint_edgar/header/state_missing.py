"""HDR057."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.cover import cover_page
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "HDR057",
    "header-state-missing",
    reads=(header, submission),
    remedy="enter the state of incorporation in the filer's EDGAR company data",
    authority=Authority("EDGAR Filer Manual, Volume II, section 3 (company data)", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def state_missing(stated: Header, filing: Submission) -> Iterator[Observation]:
    """The header states the state of incorporation that the cover gives.

    Readers who sort filings by it miss the registrant. Combined reports of several registrants are not looked at.
    """
    missing = stated.registrants[0].state_of_incorporation if len(stated.registrants) == 1 else None
    if not isinstance(missing, Absent):
        return
    registrants = cover_page.of(filing).registrants  # most headers state it, and no body need be read
    given = registrants[0].state_of_incorporation if len(registrants) == 1 else None
    if isinstance(given, Located):
        yield Observation(
            missing,
            f"the header gives no state of incorporation, the cover gives '{given.value}'",
            related=[(given, f"the cover says {given.value}")],
        )
