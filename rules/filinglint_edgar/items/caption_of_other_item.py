"""ITM010."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.items.wording import item_of_caption, known_captions, same_caption


@rule(
    "ITM010",
    "item-caption-of-other-item",
    reads=(header, items),
    remedy="correct the number or the caption, and the item in the submission header with it",
    authority=Authority("Exchange Act Rule 12b-13 (17 CFR 240.12b-13); the items of the form"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def caption_of_other_item(stated: Header, body: Items) -> Iterator[Observation]:
    """The number and the caption of an item heading name the same item.

    Number and caption contradict each other, and a reader cannot know which was meant. One of them was typed over
    another heading.
    """
    form, filed = stated.form.value.upper(), stated.filed.value
    for heading, key, caption in body.captioned():
        said = caption.value.rstrip(" .")
        if any(same_caption(said, each) for each in known_captions(form, key)):
            continue
        other = item_of_caption(form, said, filed)
        if other is not None and other != key:
            yield Observation(
                caption,
                f"the heading says Item {key}, and '{said}' is the caption of Item {other}",
                related=[(heading.number, f"Item {key}")],
            )
