"""COV031."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV031",
    "cover-statement-missing",
    reads=(cover_page, registration),
    remedy="fill in the blank of the form",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, cover page"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def statement_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover states file number, state of incorporation, employer number, address and telephone.

    A blank is lost with the line of a template, or when a table is converted. "Not applicable" is a
    statement too. Issuers of asset-backed securities often have no number of their own.
    """
    if isinstance(registered.asset_backed, Located):
        return
    statements = {
        "Commission file number": cover.commission_file_number,
        "state of incorporation": cover.state_of_incorporation,
        "employer identification number": cover.ein,
        "address": cover.address.block,
        "telephone number": cover.telephone,
    }
    for what, leaf in statements.items():
        if isinstance(leaf, Absent):
            yield Observation(leaf, f"the cover states no {what}")
