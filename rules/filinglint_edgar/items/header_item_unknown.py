"""ITM004."""

from collections.abc import Iterator

from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import misspelt_caption


@rule(
    "ITM004",
    "header-item-unknown",
    reads=(header_items,),
    remedy="name the item by its number on Form 8-K",
    authority=Authority(
        "Form 8-K, Information to be included in the report; EDGAR Filer Manual, volume II, Form 8-K items"
    ),
    forms=EIGHT_K,
)
def header_item_unknown(named: HeaderItems) -> Iterator[Observation]:
    """Each item that the header of a current report names is an item of Form 8-K.

    Words that mean no item come from an edited header, or from the header of another form.
    """
    for words in named.unknown:
        yield Observation(words, f"the header names '{words.value}', which is no item of Form 8-K")
    for item in named.named:
        if (right := misspelt_caption(item.words.value)) is not None:
            yield Observation(item.words, f"the header names '{item.words.value}', EDGAR writes '{right}'")
