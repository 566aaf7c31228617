"""COV081."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.located import Unsure
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.places import place_meant
from filinglint.tables.registrations import STATEMENTS


@rule(
    "COV081",
    "cover-state-misspelt",
    reads=(cover_page, submission),
    remedy="spell the state as it is spelt",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page: state of incorporation"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def state_misspelt(cover: CoverPage, filing: Submission) -> Iterator[Observation]:
    """The state of incorporation on the cover is one that there is.

    "Deleware" is a slip of the hand, and found by no search.
    """
    for registrant in cover.registrants:
        state = registrant.state_of_incorporation
        if isinstance(state, Unsure) and (meant := place_meant(filing.words(state.looked))):
            yield Observation(state, f"'{filing.words(state.looked)}' is no state, '{meant}' is")
