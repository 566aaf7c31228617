"""ITM026."""

from collections.abc import Iterator

from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "ITM026",
    "item-caption-missing",
    reads=(items,),
    remedy="put the caption of the form behind the number",
    authority=Authority("Exchange Act Rule 12b-13 (17 CFR 240.12b-13): numbers and captions of all items are included"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
    amendments=False,
)
def caption_missing(body: Items) -> Iterator[Observation]:
    """Each item of a report is headed with its number and its caption.

    A number alone says nothing to a reader who does not know the form. Items that the report only calls inapplicable
    are not meant, nor several that share a heading: "Items 10, 11, 12 and 13."
    """
    for heading in body.headings:
        if (
            len(heading.keys) == 1
            and isinstance(heading.caption, Absent)
            and not isinstance(heading.inapplicable, Located)
        ):
            yield Observation(heading.span, f"the heading of Item {heading.keys[0]} has no caption")
