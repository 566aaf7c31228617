"""ITM028."""

from collections.abc import Iterator
from itertools import pairwise

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule

_MARKUP = 4000  # characters of the source that may stand below a heading and show nothing


@rule(
    "ITM028",
    "item-empty-before-exhibits",
    reads=(submission, items),
    remedy="report the item, or take its heading out",
    authority=Authority(
        "Exchange Act Rule 12b-13 (17 CFR 240.12b-13); Form 8-K, General Instruction B: the items that are reported"
    ),
    forms=EIGHT_K,
)
def empty_before_exhibits(filing: Submission, body: Items) -> Iterator[Observation]:
    """A current report says something under each item that it has a heading for.

    Headings one right behind the other may share a text, but the list of exhibits is no text of another item. What was
    to be reported was lost.
    """
    for heading, following in pairwise(body.headings):
        exhibits = following.keys[:1] in (("9.01",), ("7",)) and heading.keys[:1] != following.keys[:1]
        if not exhibits or not isinstance(heading.caption, Located) or len(heading.text) > _MARKUP:
            continue
        if len(heading.keys) == 1 and not any(map(str.isalnum, filing.words(heading.text))):
            yield Observation(
                heading.span,
                f"nothing stands under the heading of Item {heading.keys[0]}, and the exhibits follow",
                related=[(following.span, "the exhibits")],
            )
