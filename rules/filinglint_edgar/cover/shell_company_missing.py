"""COV021."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import TEN_K, TEN_Q, Authority, rule


@rule(
    "COV021",
    "shell-company-missing",
    reads=(cover_page, registration),
    remedy="add the check mark for shell companies, with Yes and No",
    authority=Authority("Form 10-K and Form 10-Q, cover page; Release 33-8587", effective_from=date(2005, 8, 22)),
    forms=TEN_K | TEN_Q,
    amendments=False,
)
def shell_company_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover of an annual or quarterly report says whether the registrant is a shell company.

    Issuers of asset-backed securities leave it out by custom.
    """
    box = cover.box("shell_company").sentence
    if isinstance(box, Absent) and not isinstance(registered.asset_backed, Located):
        yield Observation(box, "the cover does not say whether the registrant is a shell company")
