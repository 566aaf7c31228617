"""ITM007."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import SWITCH_DATE, is_item_number, item_in_force, rows_of


@rule(
    "ITM007",
    "item-not-in-force",
    reads=(header, header_items, items),
    remedy="report the event under the item that the form had on the day of filing, most often 8.01",
    authority=Authority("Form 8-K, Information to be included in the report, as in force on the day of filing"),
    forms=EIGHT_K,
    amendments=False,
)
def item_not_in_force(stated: Header, named: HeaderItems, body: Items) -> Iterator[Observation]:
    """Each item of a current report is an item that Form 8-K has on the day of filing.

    Items come and go: 5.06 came in November 2005, 5.07 in February 2010, 1.05 in December 2023. An item that is not in
    force is most often the wrong number.
    """
    filed = stated.filed.value
    seen: set[str] = set()
    in_body = [
        (key, number) for heading in body.headings for number, key in zip(heading.numbers, heading.keys, strict=False)
    ]
    for key, number in (*in_body, *((item.number, item.words) for item in named.named)):
        if key in seen or not is_item_number(key) or ("." in key) != (filed >= SWITCH_DATE):
            continue
        seen.add(key)
        if item_in_force(key, filed) is None:
            yield Observation(
                number,
                f"on {filed.isoformat()} Form 8-K had no Item {key}{_span_of_force(key, filed)}",
                related=[(stated.filed, f"filed on {filed.isoformat()}")],
            )


def _span_of_force(number: str, filed: date) -> str:
    """Return since or until when the form has the item, with a semicolon before it; "" when that is not known."""
    rows = [item for item in rows_of(number) if item.firm and not item.never_adopted]
    later = [item.valid_from for item in rows if item.valid_from is not None and item.valid_from > filed]
    if later:
        return f"; it has one since {min(later).isoformat()}"
    earlier = [item.valid_to for item in rows if item.valid_to is not None and item.valid_to < filed]
    return f"; it had one until {max(earlier).isoformat()}" if earlier else ""
