"""FMT032."""

from collections.abc import Iterator

from filinglint.documents.document import Body, Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT032",
    "text-table-tags-unbalanced",
    reads=(document,),
    remedy="close each table, and use column marks inside tables only",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.3 (tables in ASCII documents)"),
    severity=Severity.INFO,
)
def text_tables(filed: Document) -> Iterator[Observation]:
    """The tables of a plain-text document are closed, one before the next begins.

    EDGAR allows longer lines in tables; a table that is not closed takes the rest of the document in.
    """
    # Financial data schedules are one table that nothing closes.
    if filed.body is not Body.TEXT or filed.type_name.startswith("EX-27"):
        return
    opened = None
    for tag in filed.rendered.tags(frozenset(("table", "/table", "s", "c"))):
        if tag.name == "table":
            if opened is not None:
                yield Observation(
                    tag.span, "a table begins before the one above it is closed", related=[(opened, "the table above")]
                )
                return
            opened = tag.span
        elif tag.name == "/table":
            if opened is None:
                yield Observation(tag.span, "a table is closed that was not begun")
                return
            opened = None
    if opened is not None:
        yield Observation(opened, "a table is begun and not closed")
