"""DOC056."""

from collections.abc import Iterator

from filinglint.facts.balance_sheets import BalanceSheet, balance_sheets
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import PROSPECTUSES, STATEMENTS


@rule(
    "DOC056",
    "balance-unequal",
    reads=(balance_sheets,),
    remedy="look both totals up in the accounts, and correct the one that is wrong",
    authority=Authority("Regulation S-X, Rule 5-02 (17 CFR 210.5-02): balance sheets"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | PROSPECTUSES | {"20-F", "40-F", "6-K"},
)
def balance_unequal(sheets: tuple[BalanceSheet, ...]) -> Iterator[Observation]:
    """The assets of a balance sheet are as much as its liabilities and equity together.

    Only a sheet of several columns of which all but one are equal is judged: its rows were read as they are meant.
    """
    for sheet in sheets:
        if len(sheet.assets) != len(sheet.claims):
            continue
        unequal = [pair for pair in zip(sheet.assets, sheet.claims, strict=True) if pair[0].value != pair[1].value]
        if len(unequal) == 1 < len(sheet.assets):
            assets, claims = unequal[0]
            yield Observation(
                assets,
                f"the assets are '{assets.value}', the liabilities and equity '{claims.value}'",
                related=[(claims, "the liabilities and equity")],
            )
