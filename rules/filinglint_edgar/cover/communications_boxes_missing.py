"""COV015."""

from collections.abc import Iterator, Sequence
from datetime import date

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.registration import Registration, registration
from filinglint.finding import Observation
from filinglint.located import Absent, Leaf, Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.spans import Span

_BOXES = {
    "written_communications_425": "Rule 425",
    "soliciting_14a12": "Rule 14a-12",
    "precommencement_14d2": "Rule 14d-2(b)",
    "precommencement_13e4": "Rule 13e-4(c)",
}


@rule(
    "COV015",
    "communications-box-missing",
    reads=(cover_page, registration),
    remedy="put all four check boxes of the form on the cover, unchecked where they do not apply",
    authority=Authority(
        "Form 8-K, cover page and General Instruction A.2; Release 33-8400", effective_from=date(2004, 8, 23)
    ),
    forms=EIGHT_K,
)
def communications_boxes_missing(cover: CoverPage, registered: Registration) -> Iterator[Observation]:
    """The cover of a current report has a check box for each of the four kinds of communications.

    They came with the new Form 8-K of August 2004; a cover without them is an older template. Issuers
    of asset-backed securities leave them out by custom.
    """
    if isinstance(registered.asset_backed, Located):
        return
    boxes = [cover.box(name).sentence for name in _BOXES]
    missing = [rule for rule, box in zip(_BOXES.values(), boxes, strict=True) if isinstance(box, Absent)]
    if missing:
        words = ", ".join(f"'{rule}'" for rule in missing)
        yield Observation(
            _around(cover, boxes),
            f"the cover lacks the check {'box' if len(missing) == 1 else 'boxes'} for communications under {words}",
        )


def _around(cover: CoverPage, boxes: Sequence[Leaf[str]]) -> Span:
    """Return where the boxes should stand: from what stands before the first that is missing to what stands after."""
    at = next(index for index, box in enumerate(boxes) if isinstance(box, Absent))
    before = [leaf.span.start for leaf in (cover.box_introduction, *boxes[:at]) if isinstance(leaf, Located)]
    start = before[-1] if before else cover.span.start
    # They may stand in another order: what stands before the start is not what comes after.
    after = [leaf.span.end for leaf in boxes[at:] if isinstance(leaf, Located) and leaf.span.start >= start]
    return Span(start, after[0] if after else cover.span.end)
