"""COV018."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_Q, Authority, rule
from filinglint_edgar.cover.securities_missing import unlisted


@rule(
    "COV018",
    "cover-securities-missing",
    reads=(cover_page, registration),
    remedy="add the table of securities registered under Section 12(b): title, trading symbol, exchange",
    authority=Authority(
        "Form 8-K and Form 10-Q, cover page; Release 33-10618, section II.D.1", effective_from=date(2019, 5, 2)
    ),
    forms=EIGHT_K | TEN_Q,
)
def securities_missing_since_2019(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover of a current or quarterly report lists the securities registered under Section 12(b).

    The table came in May 2019; before, only annual reports had one. A file number that begins 001 is
    given for such a class.
    """
    yield from unlisted(cover, registered)
