"""EXH045."""

from collections.abc import Iterator

from filinglint.facts.fee_table import FeeTable, fee_table
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "EXH045",
    "fee-table-of-other-form",
    reads=(fee_table, header),
    remedy="name the form of the registration statement in the exhibit on fees",
    authority=Authority("Regulation S-K, Item 601(b)(107) (17 CFR 229.601(b)(107)): form type"),
    forms=STATEMENTS,
)
def fee_table_of_other_form(table: FeeTable, stated: Header) -> Iterator[Observation]:
    """The calculation of filing fees is for the form that is filed.

    Another form comes with the exhibit of another statement.
    """
    form = stated.form
    own = form.value.removesuffix("/A").removesuffix("ASR").rstrip("D")
    if table.forms and all(each.value != own for each in table.forms):
        named = table.forms[0]
        yield Observation(
            named,
            f"the exhibit on fees is for Form {named.value}, the statement is on Form {own}",
            related=[(form, "the submission type in the header")],
        )
