"""ITM029."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, Unclear, rule
from filinglint.tables.registrations import PART_TWO


@rule(
    "ITM029",
    "statement-item-missing",
    reads=(header, items),
    remedy="add the item with its number and caption",
    authority=Authority("Securities Act Rule 404(d) (17 CFR 230.404(d)); Form S-1 and Form S-3, Part II"),
    confidence=Confidence.MEDIUM,
    forms=frozenset((*PART_TWO, "S-3ASR", "F-3ASR")),
)
def statement_item_missing(stated: Header, body: Items) -> Iterator[Observation | Unclear]:
    """Part II of a registration statement has each item of its form, with number and caption.

    Where less than half of the headings can be read, nothing is said. Of an amendment, which may be of some items
    alone, only what has the caption of an item and another number.
    """
    form = stated.form.value.removesuffix("/A")
    asked = PART_TWO.get(form.removesuffix("ASR"), {})
    there = {heading.keys[0]: heading for heading in body.headings if heading.keys and heading.keys[0] in asked}
    found = {key for heading in body.headings for key in heading.keys}
    missing = [number for number in asked if number not in found]
    if len(missing) * 2 > len(asked):
        yield Unclear("most headings of Part II cannot be read", body.span)
        return
    for number in missing:
        called = [heading for heading, _, caption in body.captioned() if _begins(caption.value, asked[number])]
        if len(called) == 1:
            said = called[0].number
            yield Observation(said, f"the heading says Item {said.value}, its caption is that of Item {number}")
        elif form == stated.form.value:
            near = min(there.values(), key=lambda heading: abs(int(heading.keys[0]) - int(number)), default=None)
            at = near.span if near is not None else body.span
            yield Observation(
                at, f"Part II of the statement has no Item {number}", label="the item next to it" if near else ""
            )


def _begins(caption: str, words: str) -> bool:
    return " ".join(caption.lower().split()).startswith(words)
