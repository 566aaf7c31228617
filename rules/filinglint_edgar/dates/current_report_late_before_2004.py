"""DTE002."""

from collections.abc import Iterator
from datetime import date, timedelta

from filinglint.business_days import add_business_days, business_day_on_or_after
from filinglint.facts.header import Header, header
from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import item_in_force


@rule(
    "DTE002",
    "current-report-late-before-2004",
    reads=(header, header_items, items),
    tags=frozenset(("deadline",)),
    remedy="state the date of the earliest event that is reported",
    authority=Authority("Form 8-K, General Instruction B.1, until 22 August 2004", effective_to=date(2004, 8, 22)),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
    amendments=False,
)
def current_report_late_before_2004(stated: Header, named: HeaderItems, body: Items) -> Iterator[Observation]:
    """A current report is filed within fifteen calendar days, or within five business days under some items.

    Until August 2004 Items 4 and 6 left five business days, Items 1, 2, 3 and 8 fifteen calendar days, and Items 5, 7
    and 9 had no term.
    """
    filed, event = stated.filed.value, stated.period.value
    places = {item.number: item.words for item in named.named}
    if not named.complete:
        reported = [heading for heading in body.headings if not isinstance(heading.inapplicable, Located)]
        places |= {key: heading.number for heading in reported for key in heading.keys if len(heading.keys) == 1}
    for number, place in places.items():
        item = item_in_force(number, filed)
        if item is None or not item.firm or item.due.unit == "none":
            continue
        if item.due.unit == "business-days":
            due = add_business_days(event, item.due.count, lenient=True)
            term = f"{item.due.count} business days"
        else:
            due = business_day_on_or_after(event + timedelta(days=item.due.count), lenient=True)
            term = f"{item.due.count} calendar days"
        if filed > due:
            yield Observation(
                stated.period,
                f"the report of the event of {event.isoformat()} was due on {due.isoformat()} under Item {number} "
                f"({term}), it was filed on {filed.isoformat()}, {(filed - due).days} days late",
                related=[(stated.filed, f"filed on {filed.isoformat()}"), (place, f"Item {number} has {term}")],
                label=f"the earliest event, {event.isoformat()}",
            )
            return
