"""COV016."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation, Severity
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "COV016",
    "communications-introduction-missing",
    reads=(cover_page,),
    remedy="put the sentence 'Check the appropriate box below if the Form 8-K filing …' above the check boxes",
    authority=Authority("Form 8-K, cover page; Release 33-8400", effective_from=date(2004, 8, 23)),
    severity=Severity.INFO,
    forms=EIGHT_K,
)
def communications_introduction_missing(cover: CoverPage) -> Iterator[Observation]:
    """The check boxes of a current report stand below the sentence that says what a check mark means.

    Boxes without it are four statements that nobody makes.
    """
    first = cover.box("written_communications_425").sentence
    if isinstance(cover.box_introduction, Absent) and isinstance(first, Located):
        yield Observation(first, "no sentence above the check boxes says what a check mark means")
