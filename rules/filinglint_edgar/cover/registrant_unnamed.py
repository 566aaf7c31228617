"""COV037."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Confidence, Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV037",
    "co-registrant-unnamed",
    reads=(cover_page, registration),
    remedy="name every registrant on the cover, each with its file number, state and employer number",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, cover page: exact name of registrant"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def registrant_unnamed(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover of a combined report names each of the registrants for which it is filed.

    Co-registrants are added in the submission and forgotten on the cover, or the reverse. Guarantors in tens
    stand in a list of their own, and are not looked for.
    """
    for name in registered.unnamed:
        yield Observation(
            cover.registrant_name,
            f"the cover does not name '{name.value}'",
            related=[(name, "a registrant in the header")],
            label="the registrant on the cover",
        )
