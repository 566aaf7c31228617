"""ITM901."""

from collections.abc import Iterator

from filinglint.facts.item_references import ItemReferences, item_references
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import rows_of


@rule(
    "ITM901",
    "item-paragraph-unknown",
    reads=(item_references, items),
    remedy="name the paragraph of the item that the event falls under",
    authority=Authority("Form 8-K, Items 5.02 and 9.01"),
    forms=EIGHT_K,
)
def paragraph_unknown(referred: ItemReferences, body: Items) -> Iterator[Observation]:
    """Each paragraph of Item 5.02 or 9.01 that a current report names is one that Form 8-K has.

    Item 5.02 has the paragraphs (a) to (f), Item 9.01 those to (d). Another letter is a typing error, and leaves open
    whether a director left, was elected, or is paid otherwise.
    """
    named = [(heading.keys[0], heading.paragraphs) for heading in body.headings if len(heading.keys) == 1]
    named += [(reference.key, reference.paragraphs) for reference in referred.references]
    seen: set[tuple[str, str]] = set()
    for key, paragraphs in named:
        letters = {paragraph.letter for row in rows_of(key) if "." in key for paragraph in row.paragraphs}
        for paragraph in paragraphs:
            letter = paragraph.value.strip("() ").lower()
            if letters and letter not in letters and (key, letter) not in seen:
                seen.add((key, letter))
                yield Observation(paragraph, f"the report names Item {key}({letter}), {_known(key, sorted(letters))}")


def _known(key: str, letters: list[str]) -> str:
    return f"the paragraphs of Item {key} are ({letters[0]}) to ({letters[-1]})"
