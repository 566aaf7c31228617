"""HDR042."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR042",
    "header-item-repeated",
    reads=(header,),
    remedy="name each item once",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (items of Form 8-K)", "should"),
)
def item_repeated(stated: Header) -> Iterator[Observation]:
    """The header names each item of the report once.

    A repeated item stands where another was meant.
    """
    seen: dict[str, Located[str]] = {}
    for item in stated.items:
        if not isinstance(item, Located):
            continue
        if item.value in seen:
            yield Observation(
                item, f"the item '{item.value}' is named twice", related=[(seen[item.value], "the first time")]
            )
        seen.setdefault(item.value, item)
