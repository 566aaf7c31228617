"""FMT003."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.characters import Characters, characters
from filinglint.facts.extractor import document
from filinglint.facts.mending import controls_deleted
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT003",
    "text-control-characters",
    reads=(characters, document),
    remedy="delete the control characters",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.1 (accepted characters)"),
    severity=Severity.ERROR,
    fixable="unsafe",
)
def control_characters(characters: Characters, filed: Document) -> Iterator[Observation]:
    """Of the control characters a document holds only tab, line feed, carriage return and form feed.

    Others are remains of old word processors, or bytes damaged on the way.
    """
    seen = characters.controls
    if seen is not None:
        code = ord(filed.source.text[seen.first.start])
        places = "in one place" if seen.count == 1 else f"in {seen.count} places"
        yield Observation(
            seen.first,
            f"control characters stand {places}, first U+{code:04X}",
            fixes=[Fix("unsafe", "delete them", controls_deleted(filed))],
        )
