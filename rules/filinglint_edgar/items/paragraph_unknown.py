"""ITM041."""

from collections.abc import Iterator

from filinglint.facts.item_words import ItemWords, item_words
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM041",
    "item-paragraph-unknown",
    reads=(item_words,),
    remedy="name the paragraph that is meant",
    authority=Authority("Form 8-K, Items 3.01, 4.01, 4.02, 5.02, 5.03, 5.05, 5.07, 5.08 and 9.01", "should"),
    forms=EIGHT_K,
)
def paragraph_unknown(said: ItemWords) -> Iterator[Observation]:
    """A paragraph of an item that a current report names is one that the form has.

    Item 5.02 ends with paragraph (f), Item 9.01 with paragraph (d).
    """
    for words in said.paragraphs:
        yield Observation(words, f"Form 8-K has no Item {''.join(words.value.split())}")
