"""DOC024."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "DOC024",
    "document-type-repeated",
    reads=(submission,),
    remedy="number the exhibits 99.1, 99.2 and so on",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (document type)", "should"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def type_repeated(filing: Submission) -> Iterator[Observation]:
    """Each exhibit has a number of its own.

    The index can name only one document by a number. A repeated number is left from copying the line above.
    """
    seen: dict[str, Located[str]] = {}
    for document in filing.filed_documents:
        number, kind = document.exhibit_number, document.type
        # Numbers without a decimal may repeat; parts of one exhibit and XBRL files do so by nature.
        if "." not in number or number.startswith(("100.", "101.")) or not isinstance(kind, Located):
            continue
        if number in seen:
            yield Observation(
                kind, f"two documents are exhibit '{number}'", related=[(seen[number], "the first of them")]
            )
        seen.setdefault(number, kind)
