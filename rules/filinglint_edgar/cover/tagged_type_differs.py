"""COV041."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.submission_types import base_type


@rule(
    "COV041",
    "tagged-document-type-differs",
    reads=(ixbrl_cover, header),
    tags=frozenset(("ixbrl",)),
    remedy="tag the type of the submission as dei:DocumentType",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.20", effective_from=date(2019, 6, 15)),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q | {"20-F", "40-F"},
)
def tagged_type_differs(tagged: IxbrlCover, stated: Header) -> Iterator[Observation]:
    """The document type that is tagged on the cover is the type of the submission.

    EDGAR suspends a submission that says otherwise. An amendment may be tagged with or without "/A".
    """
    said, form = tagged.document_type.value, stated.form.value
    if base_type(said) != base_type(form) or (said.upper().endswith("/A") and not form.upper().endswith("/A")):
        yield Observation(
            tagged.document_type,
            f"the document type is tagged as '{said}', the submission is of type '{form}'",
            related=[(stated.form, "the submission type in the header")],
            label="dei:DocumentType",
        )
