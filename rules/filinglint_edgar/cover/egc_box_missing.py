"""COV020."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "COV020",
    "egc-box-missing",
    reads=(cover_page, registration),
    remedy="add the sentence and the check box for an emerging growth company",
    authority=Authority(
        "Form 8-K, Form 10-K and Form 10-Q, cover page; Release 33-10332", effective_from=date(2017, 4, 12)
    ),
    forms=EIGHT_K | {"10-K", "10-KT", "10-Q", "10-QT"},
    amendments=False,
)
def egc_box_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover says by a check mark whether the registrant is an emerging growth company.

    The box came in April 2017. Issuers of asset-backed securities leave it out by custom.
    """
    box = cover.box("egc").sentence
    if isinstance(box, Absent) and not isinstance(registered.asset_backed, Located):
        yield Observation(box, "the cover has no check box for an emerging growth company")
