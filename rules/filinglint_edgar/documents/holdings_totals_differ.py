"""DOC037."""

from collections.abc import Iterator

from filinglint.facts.form_data import FormData, form_data
from filinglint.facts.information_table import InformationTable, information_table
from filinglint.finding import Observation
from filinglint.located import Leaf, Located
from filinglint.rule import Authority, rule


@rule(
    "DOC037",
    "holdings-totals-differ",
    reads=(form_data, information_table),
    remedy="count and add up the information table again, and correct the summary page",
    authority=Authority(
        "Form 13F, summary page: number of other included managers, information table entry total and value total"
    ),
    forms=frozenset(("13F-HR",)),
)
def holdings_totals_differ(form: FormData, table: InformationTable) -> Iterator[Observation]:
    """The totals on the summary page of Form 13F are those of its information table and of its list of managers.

    A difference shows that the table was changed, or cut, after the page was made. Values are rounded row by row: a
    difference of less than one unit a row says nothing.
    """
    yield from _differing("entries", form.entries_stated, table.entries, 0)
    yield from _differing("value", form.value_stated, table.value, table.entries.value)
    stated, listed = form.managers_stated, form.managers
    if isinstance(stated, Located) and isinstance(listed, Located) and stated.value != listed.value:
        yield Observation(
            stated,
            f"the summary page counts {stated.value} other managers, and lists {listed.value}",
            related=[(listed, "the summary page")],
        )


def _differing(what: str, stated: Leaf[int], found: Leaf[int], slack: int) -> Iterator[Observation]:
    if isinstance(stated, Located) and isinstance(found, Located) and abs(stated.value - found.value) > slack:
        verb = "are" if what == "entries" else "is"
        yield Observation(
            stated,
            f"the {what} on the summary page {verb} {stated.value}, in the information table {found.value}",
            related=[(found, f"the table comes to {found.value}")],
        )
