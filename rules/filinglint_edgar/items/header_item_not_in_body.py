"""ITM001."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.facts.item_references import ItemReferences, item_references
from filinglint.facts.items import Items, items
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, Unclear, rule
from filinglint.tables.submission_types import is_amendment
from filinglint_edgar.items.wording import with_equals


@rule(
    "ITM001",
    "header-item-not-in-body",
    reads=(header, header_items, items, item_references),
    remedy="report the item in the document, or take it out of the submission header",
    authority=Authority("Form 8-K, General Instructions; EDGAR Filer Manual, volume II, Form 8-K items"),
    severity=Severity.ERROR,
    forms=EIGHT_K,
)
def header_item_not_in_body(
    stated: Header, named: HeaderItems, body: Items, text: ItemReferences
) -> Iterator[Observation | Unclear]:
    """Each item that the header of a current report names is reported under its number in the document.

    Alerts, feeds and searches know a report by the items of its header. A reader who was told of an item
    and does not find it cannot know whether the report or the header is wrong. Most often a template
    lost a heading, or the wrong box was ticked when the filing was put together.
    """
    if not named.named:
        return
    if not body.headings:
        yield Unclear("the document has no item headings to compare with", body.span)
        return
    there = with_equals(key for heading in body.headings for key in heading.keys)
    # An amendment may refer to the item that it amends without a heading of its own.
    if isinstance(stated.form, Located) and is_amendment(stated.form.value):
        there |= text.mentioned
    listed = ", ".join(f"'{heading.number.value}'" for heading in body.headings)
    for item in named.named:
        if item.number not in there:
            yield Observation(
                item.words,
                f"the header names Item {item.number}, the document has only {listed}",
                related=[(body.headings[0].span, "the first item heading of the document")],
                label=f"Item {item.number}",
            )
