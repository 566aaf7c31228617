"""COV027."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation, Severity
from filinglint.located import Absent, Located
from filinglint.rule import Authority, rule


@rule(
    "COV027",
    "correction-boxes-missing",
    reads=(cover_page, registration),
    remedy="add the two check marks for corrected errors and for the analysis of recovery",
    authority=Authority(
        "Form 10-K, cover page; Exchange Act Rule 10D-1; Release 33-11126", effective_from=date(2023, 12, 1)
    ),
    severity=Severity.INFO,
    forms=frozenset(("10-K", "10-KT")),
    amendments=False,
)
def correction_boxes_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """A registrant with listed securities says on the cover whether its statements correct an error.

    A second mark says whether the correction called for an analysis of recovery of pay. Both are asked
    of classes under Section 12(b) only.
    """
    boxes = [cover.box(name).sentence for name in ("error_correction", "recovery_analysis")]
    listed = isinstance(registered.listed, Located) and not isinstance(cover.securities.none, Located)
    if listed and any(isinstance(box, Absent) for box in boxes):
        which = "neither" if all(isinstance(box, Absent) for box in boxes) else "only one"
        there = next((box for box in boxes if isinstance(box, Located)), boxes[0])
        yield Observation(there, f"the cover has {which} of the two check marks for corrected errors")
