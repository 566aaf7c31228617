"""FMT031."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.document import Body, Document
from filinglint.facts.extractor import document
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT031",
    "text-type-as-html",
    reads=(document,),
    remedy="file the document as plain text",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 5.2.2 (documents that may not be HTML)",
        effective_from=date(1999, 6, 28),
        effective_to=date(2013, 5, 20),
    ),
)
def data_as_html(filed: Document) -> Iterator[Observation]:
    """Financial data schedules and reports of managers are plain text, not HTML.

    They were read by programs that knew no HTML.
    """
    if filed.type_name in ("EX-27", "13F-HR", "13F-NT", "13F-E", "NSAR-A", "NSAR-B") and filed.body is Body.HTML:
        yield Observation(filed.type, f"a document of type '{filed.type.value}' is HTML")
