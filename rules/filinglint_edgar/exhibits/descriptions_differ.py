"""EXH007."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint_edgar.exhibits.descriptions import described_twice, goes_on


@rule(
    "EXH007",
    "exhibit-descriptions-differ",
    reads=(exhibits,),
    remedy="give the exhibit the same description in both lists",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2)); Form 8-K, Item 9.01(d)", "should"),
    forms=EIGHT_K,
)
def descriptions_differ(found: Exhibits) -> Iterator[Observation]:
    """The list under Item 9.01 and the exhibit index describe an exhibit in the same words.

    Two descriptions may mean two documents; most often they differ in a date or a name, and one of them is wrong. Words
    that one list adds at the end are not meant, nor are case and punctuation.
    """
    for number, under_item, in_index in described_twice(found):
        if not goes_on(under_item.value, in_index.value):
            yield Observation(
                in_index,
                f"the exhibit index describes '{number}' as '{_cut(in_index.value)}', the item as "
                f"'{_cut(under_item.value)}'",
                related=[(under_item, "the description under the item")],
            )


def _cut(words: str) -> str:
    return words if len(words) <= 100 else f"{words[:97].rstrip()}..."
