"""COV022."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule

_CLASSES = ("large_accelerated", "accelerated", "non_accelerated")


@rule(
    "COV022",
    "filer-status-missing",
    reads=(cover_page, registration),
    remedy="add the check boxes for large accelerated, accelerated and non-accelerated filers",
    authority=Authority("Form 10-K and Form 10-Q, cover page; Release 33-8644", effective_from=date(2005, 12, 27)),
    forms=frozenset(("10-K", "10-KT", "10-Q", "10-QT")),
    amendments=False,
)
def filer_status_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover of an annual or quarterly report says which class of filer the registrant is.

    Deadlines, and what a report must hold, hang on the class. Forms 10-KSB and 10-QSB never asked for it.
    """
    boxes = [cover.box(name).sentence for name in (*_CLASSES, "smaller_reporting", "accelerated_filer_yes_no")]
    if all(isinstance(box, Absent) for box in boxes) and not isinstance(registered.asset_backed, Located):
        yield Observation(boxes[0], "the cover does not say which class of filer the registrant is")
