"""ITM016."""

from collections.abc import Iterator
from itertools import zip_longest

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_MARKUP = 4000  # characters of the source that may stand below a heading and show nothing


@rule(
    "ITM016",
    "item-empty",
    reads=(submission, items),
    remedy="report the item, or say that it does not apply",
    authority=Authority(
        "Exchange Act Rule 12b-13 (17 CFR 240.12b-13): an item that is inapplicable or answered in the negative says so"
    ),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def item_empty(filing: Submission, body: Items) -> Iterator[Observation]:
    """Each item that a report has a heading for has a text.

    A heading without text asks a question and leaves it open. The text was lost, or the heading is left of a template.
    Headings one right behind the other share the text below the last of them.
    """
    for heading, following in zip_longest(body.headings, body.headings[1:]):
        caption = heading.caption
        if not isinstance(caption, Located) or len(heading.text) > _MARKUP:
            continue
        if "reserved" in caption.value.lower() or (following is not None and following.part_key == heading.part_key):
            continue
        if any(map(str.isalnum, filing.words(heading.text))):
            continue
        yield Observation(heading.span, f"nothing stands under the heading of Item {', '.join(heading.keys)}")
