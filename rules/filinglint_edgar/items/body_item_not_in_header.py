"""ITM002."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.facts.items import Items, items
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, Unclear, rule
from filinglint.tables.form_8k import is_item_number
from filinglint.tables.submission_types import is_amendment
from filinglint_edgar.items.wording import with_equals


@rule(
    "ITM002",
    "body-item-not-in-header",
    reads=(header, header_items, items),
    remedy="name the item in the submission header, or correct the number of the heading",
    authority=Authority("Form 8-K, General Instructions; EDGAR Filer Manual, volume II, Form 8-K items"),
    severity=Severity.ERROR,
    forms=EIGHT_K,
)
def body_item_not_in_header(stated: Header, named: HeaderItems, body: Items) -> Iterator[Observation | Unclear]:
    """Each item that a current report has is named in the header of its submission.

    Whoever follows reports by their items (alerts, exchanges, data vendors) reads the header alone and
    never hears of an item that it does not name. Item 9.01 is forgotten most often, when an exhibit is
    added late.
    """
    if not named.named:
        return
    there = with_equals(item.number for item in named.named)
    amended = isinstance(stated.form, Located) and is_amendment(stated.form.value)
    listed = ", ".join(item.number for item in named.named)
    reported = (heading for heading in body.headings if not isinstance(heading.inapplicable, Located))
    for heading in reported:
        for number, key in zip(heading.numbers, heading.keys, strict=False):
            if key in there or not is_item_number(key):
                continue
            if not named.complete:
                yield Unclear("the header has item lines that name no item", named.span)
                continue
            if amended and any(body.keyed(item.number) for item in named.named):
                yield Unclear("an amendment may repeat items that it does not amend", number)
                continue
            yield Observation(
                number,
                f"the document reports Item {key}, the header names only {listed}",
                related=[(item.words, f"Item {item.number}") for item in named.named],
            )
