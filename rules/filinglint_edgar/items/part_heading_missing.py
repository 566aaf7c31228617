"""ITM019."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import TEN_K, TEN_Q, Authority, rule
from filinglint.tables.form_items import items_of


@rule(
    "ITM019",
    "part-heading-missing",
    reads=(header, items),
    remedy="head the part",
    authority=Authority("Exchange Act Rule 12b-13 (17 CFR 240.12b-13)", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=TEN_K | TEN_Q,
    amendments=False,
)
def part_heading_missing(stated: Header, body: Items) -> Iterator[Observation]:
    """Each part of an annual or quarterly report has its heading.

    In a quarterly report "Item 1" of Part I and of Part II can only be told apart by it.
    """
    parts: dict[str, set[str]] = {}
    for row in items_of(stated.form.value, stated.filed.value):
        parts.setdefault(row.part, set()).add(row.number)
    headed = {heading.part_key for heading in body.headings}
    for part, numbers in parts.items():
        if part in headed:
            continue
        alone = numbers - {number for other, theirs in parts.items() if other != part for number in theirs}
        first = next((heading for heading in body.headings if set(heading.keys) & alone), None)
        if first is not None:
            yield Observation(first.span, f"no heading of Part {part} stands before Item {first.keys[0]}")
