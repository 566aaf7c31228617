"""ITM003."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, Unclear, rule


@rule(
    "ITM003",
    "item-counts-differ",
    reads=(header_items, items),
    remedy="name in the submission header as many items as the document reports",
    authority=Authority(
        "EDGAR Filer Manual, volume II, Form 8-K items", effective_from=date(1996, 1, 1), effective_to=date(2004, 8, 22)
    ),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
    amendments=False,
)
def item_counts_differ(named: HeaderItems, body: Items) -> Iterator[Observation | Unclear]:
    """The header of a current report has one line for each item that the document reports.

    Until 2004 EDGAR printed an empty line for items that it had no words for: which item is meant cannot be told,
    but their number can. An item added to the document late is missing in the header.
    """
    if named.complete:
        return
    reported = {
        key: heading
        for heading in body.headings
        if not isinstance(heading.inapplicable, Located)
        for key in heading.keys
    }
    lines = len(named.named) + len(named.unknown) + len(named.empty)
    if not reported:
        yield Unclear("the document has no item headings to count", body.span)
    elif lines != len(reported):
        listed = ", ".join(f"'{key}'" for key in reported)
        there = "1 item line" if lines == 1 else f"{lines} item lines"
        yield Observation(
            named.unknown[0] if named.unknown else named.empty[0],
            f"the header has {there}, the document reports {len(reported)}: {listed}",
            related=[(heading.number, f"Item {key}") for key, heading in reported.items()],
        )
