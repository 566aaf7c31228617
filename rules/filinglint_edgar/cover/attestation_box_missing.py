"""COV026."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation, Severity
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule


@rule(
    "COV026",
    "attestation-box-missing",
    reads=(cover_page, registration),
    remedy="add the check mark for the auditor's attestation of internal control",
    authority=Authority("Form 10-K, cover page; Release 34-88365", effective_from=date(2020, 4, 27)),
    severity=Severity.INFO,
    forms=frozenset(("10-K", "10-KT")),
    amendments=False,
)
def attestation_box_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover of an annual report says by a check mark whether its auditor attests to internal control.

    The line came in April 2020, and older templates lack it.
    """
    box = cover.box("icfr_attestation").sentence
    if isinstance(box, Absent) and not isinstance(registered.asset_backed, Located):
        yield Observation(box, "the cover has no check mark for the auditor's attestation of internal control")
