"""COV014."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation
from filinglint.located import Absent
from filinglint.rule import TEN_K, TEN_Q, Authority, rule


@rule(
    "COV014",
    "cover-period-missing",
    reads=(cover_page,),
    remedy="state the end of the fiscal year or quarter on the cover",
    authority=Authority("Form 10-K and Form 10-Q, cover page"),
    forms=TEN_K | TEN_Q,
)
def fiscal_period_missing(cover: CoverPage) -> Iterator[Observation]:
    """The cover of an annual or quarterly report states the period for which it is made.

    The blank of the form is easily left empty when the last report serves as a template.
    """
    if isinstance(cover.period, Absent):
        yield Observation(cover.period, "the cover states no end of the fiscal period")
