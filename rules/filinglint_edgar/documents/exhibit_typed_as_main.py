"""DOC055."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS

_LABEL = pattern(
    r"\s{0,2000}(?:EXHIBIT|Exhibit|EX-)\s{0,9}(?:NO\.\s{0,3}|No\.\s{0,3})?(?P<number>\d{1,3}(?:\.\d{1,3})?)\s{0,9}(?:\n|\s{3})"
)


@rule(
    "DOC055",
    "exhibit-typed-as-main",
    reads=(submission,),
    remedy="give the exhibit the type of its number, such as EX-99.1",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (document type)"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def exhibit_typed_as_main(filing: Submission) -> Iterator[Observation]:
    """An exhibit has a type of its own, not that of the main document.

    A document behind the main one that begins with its number as an exhibit is one.
    """
    main = filing.main
    if main is None or not isinstance(main.type, Located):
        return
    for document in filing.filed_documents:
        kind = document.type
        if document is main or not isinstance(kind, Located) or kind.value.upper() != main.type.value.upper():
            continue
        label = _LABEL.match(document.rendered.text) if document.readable else None
        if label:
            number = document.rendered.located(*label.span("number"))
            yield Observation(
                kind,
                f"the document is labelled exhibit '{number.value}', and its type is '{kind.value}'",
                related=[(number, "the number printed on it")],
            )
