"""ITM010."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import items_in_force
from filinglint_edgar.items.wording import official_captions, same_caption


@rule(
    "ITM010",
    "item-caption-of-other-item",
    reads=(header, items),
    remedy="correct the number or the caption, and the item in the submission header with it",
    authority=Authority("Form 8-K, Information to be included in the report"),
    forms=EIGHT_K,
)
def caption_of_other_item(stated: Header, body: Items) -> Iterator[Observation]:
    """The number and the caption of an item heading name the same item.

    Number and caption contradict each other, and a reader cannot know which was meant. One of them was typed over
    another heading.
    """
    filed = stated.filed.value
    for heading in body.headings:
        if not isinstance(heading.caption, Located) or len(heading.keys) != 1:
            continue
        said, key = heading.caption.value.rstrip(" ."), heading.keys[0]
        own = official_captions("8-K", key, filed)
        if any(same_caption(said, each) for each in own):
            continue
        for other in items_in_force(filed):
            if other.number != key and any(same_caption(said, c.text) for c in other.captions if c.in_force(filed)):
                yield Observation(
                    heading.caption,
                    f"the heading says Item {key}, and '{said}' is the caption of Item {other.number}",
                    related=[(heading.number, f"Item {key}")],
                )
                break
