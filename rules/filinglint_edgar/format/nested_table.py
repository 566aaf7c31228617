"""FMT016."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT016",
    "html-nested-table",
    reads=(html_use,),
    remedy="lay the page out without tables inside tables",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.10 (tables)"),
)
def nested_table(use: HtmlUse) -> Iterator[Observation]:
    """No table stands inside another table.

    EDGAR does not accept nested tables, and readers of data lose their rows.
    """
    if use.nested_table is not None:
        yield Observation(use.nested_table, "a table stands inside a cell of another")
