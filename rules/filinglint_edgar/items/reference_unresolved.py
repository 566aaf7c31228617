"""ITM013."""

from collections.abc import Iterator

from filinglint.facts.item_references import ItemReferences, item_references
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, Unclear, rule
from filinglint.tables.form_8k import is_item_number


@rule(
    "ITM013",
    "item-reference-unresolved",
    reads=(item_references, items),
    remedy="correct the number, or report the item that the text refers to",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20)", "should"),
    forms=EIGHT_K,
)
def reference_unresolved(referred: ItemReferences, body: Items) -> Iterator[Observation | Unclear]:
    """An item of the report to which its text refers is there.

    "The information in this Item 2.02" under the heading of Item 7.01 leaves open which information is furnished and
    which is filed. The sentence was copied from another report, such as one of before August 2004 whose results were
    furnished under Item 12. A number that Form 8-K never had is meant to be an item of the report too.
    """
    if not referred.references:
        return
    if not body.headings:
        yield Unclear("the document has no item headings", body.span)
        return
    there = {key for heading in body.headings for key in heading.keys}
    decimal = all("." in key for key in there)
    seen: set[str] = set()
    for reference in referred.references:
        key = reference.key
        if key in there or key in seen:
            continue
        if key.isalnum():  # an item of another form, unless the report says that it is its own
            meant = reference.own and decimal and is_item_number(key)
        else:
            meant = reference.own or not is_item_number(key)
        if not meant:
            continue
        seen.add(key)
        what = "of the report, which has" if reference.own else "of Form 8-K, which has none; the report has"
        listed = ", ".join(f"'{heading.number.value}'" for heading in body.headings)
        yield Observation(
            reference.number,
            f"the text refers to an Item {key} {what} only {listed}",
            related=[(body.headings[0].span, "the first item heading of the document")],
        )
