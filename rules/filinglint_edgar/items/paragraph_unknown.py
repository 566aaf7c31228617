"""ITM031."""

from collections.abc import Iterator

from filinglint.facts.item_references import ItemReferences, item_references
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule

# The last paragraph of each item that has several; the first is (a).
_LAST = {
    "3.01": "d",
    "4.01": "b",
    "4.02": "c",
    "5.02": "f",
    "5.03": "b",
    "5.05": "c",
    "5.07": "d",
    "5.08": "b",
    "9.01": "d",
}
_ROMAN = "ivx"  # paragraphs of paragraphs


@rule(
    "ITM031",
    "item-paragraph-unknown",
    reads=(item_references, items),
    remedy="name the paragraph of the item that the event falls under",
    authority=Authority("Form 8-K, Items 3.01, 4.01, 4.02, 5.02, 5.03, 5.05, 5.07, 5.08 and 9.01"),
    forms=EIGHT_K,
)
def paragraph_unknown(referred: ItemReferences, body: Items) -> Iterator[Observation]:
    """Each paragraph of an item that a current report names is one that Form 8-K has.

    Item 5.02 has the paragraphs (a) to (f), Item 9.01 those to (d). Another letter is a typing error, and leaves open
    whether a director left, was elected, or is paid otherwise.
    """
    named = [(heading.keys[0], heading.paragraphs) for heading in body.headings if len(heading.keys) == 1]
    named += [(reference.key, reference.paragraphs) for reference in referred.references]
    seen: set[tuple[str, str]] = set()
    for key, paragraphs in named:
        last = _LAST.get(key, "z")
        for paragraph in paragraphs:
            letter = paragraph.value.strip("() ").lower()
            if letter > last and letter not in _ROMAN and (key, letter) not in seen:
                seen.add((key, letter))
                known = f"the paragraphs of Item {key} are (a) to ({last})"
                yield Observation(paragraph, f"the report names Item {key}({letter}), {known}")
