"""DOC025."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.exhibits import exhibit, exhibit_family


@rule(
    "DOC025",
    "exhibit-number-unknown",
    reads=(
        header,
        document,
    ),
    remedy="choose the number from Item 601(a) of Regulation S-K",
    authority=Authority("Regulation S-K, Item 601(a), exhibit table (17 CFR 229.601(a))"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
    which="exhibits",
)
def exhibit_number_unknown(stated: Header, filed: Document) -> Iterator[Observation]:
    """The number of an exhibit is one of the exhibit table of Item 601.

    A number that the table lacks, or lacked on the day of filing, is a typing error: 9.1 for 99.1.
    """
    number = filed.exhibit_number
    if number[:1].isdigit() and exhibit_family(number) is None:
        yield Observation(filed.type, f"Item 601 has no exhibit '{number}'")
    elif number[:1].isdigit() and exhibit(number, stated.filed.value) is None:
        yield Observation(filed.type, f"Item 601 had no exhibit '{number}' on {stated.filed.value.isoformat()}")
