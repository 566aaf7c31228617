"""ITM018."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation, Somewhere
from filinglint.located import Located
from filinglint.rule import TEN_K, TEN_Q, Authority, Unclear, rule
from filinglint.tables.form_items import FormItem, items_of

_ASSET_BACKED = "6189"


@rule(
    "ITM018",
    "required-item-missing",
    reads=(header, items),
    remedy="add the item with its number and caption, be its answer that there is nothing to report",
    authority=Authority("Exchange Act Rule 12b-13 (17 CFR 240.12b-13); Form 10-K and Form 10-Q, General Instructions"),
    confidence=Confidence.MEDIUM,
    forms=TEN_K | TEN_Q,
    amendments=False,
)
def required_item_missing(stated: Header, body: Items) -> Iterator[Observation | Unclear]:
    """An annual or quarterly report has each item that its form requires, with number and caption.

    An item that does not apply, or that is incorporated by reference, still has its heading and says so. Reports of
    asset-backed issuers have other items. Where few headings can be read, nothing is said.
    """
    form, filed, period = stated.form.value.upper(), stated.filed.value, stated.period.value
    if any(_ASSET_BACKED in party.sic.value for party in stated.filers if isinstance(party.sic, Located)):
        return
    required = [row for row in items_of(form, filed) if row.required and row.firm and row.in_force(period)]
    missing = [row for row in required if not _has(body, row)]
    if not required or len(missing) > max(1, len(required) // 4):
        yield Unclear("most headings of the report cannot be read", body.span)
        return
    elsewhere = (*body.running, *body.references)
    for row in missing:
        if any(row.number in mention.keys for mention in elsewhere):
            continue
        entry = next((mention for mention in body.contents if row.number in mention.keys), None)
        before = [heading for heading in body.headings if _number(heading.keys[0]) < _number(row.number)]
        at: Somewhere = before[-1].span if before else body.span
        yield Observation(
            at,
            f"the report has no Item {row.number} ({row.caption}), which Form {row.form} requires",
            related=[(entry.span, "the table of contents has it")] if entry else (),
            label="the item before it" if before else "",
        )


def _has(body: Items, row: FormItem) -> bool:
    """Tell whether a heading names the item, alone or with others, in its part where parts are told."""
    for heading in body.headings:
        in_part = row.form != "10-Q" or heading.part_key in ("", row.part)
        if in_part and any(row.number in (key, key.removesuffix("(T)"), key.removesuffix("T")) for key in heading.keys):
            return True
        letters = "".join(paragraph.value.strip("()").upper() for paragraph in heading.paragraphs)
        if any(f"{key}{letters}" == row.number for key in heading.keys):
            return True
    return False


def _number(key: str) -> tuple[int, str]:
    digits = "".join(character for character in key if character.isdecimal())
    return int(digits or 0), key[len(digits) :]
