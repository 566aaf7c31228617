"""FMT002."""

from collections.abc import Iterator

from filinglint.documents.document import Body, Document
from filinglint.facts.characters import Characters, characters
from filinglint.facts.extractor import document
from filinglint.facts.mending import written_in_ascii
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT002",
    "text-beyond-ascii",
    reads=(characters, document),
    remedy="write the characters as references (&#8220; for a quotation mark), or as plain ones in text documents",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.1 (accepted characters)"),
    severity=Severity.ERROR,
    fixable="safe",
)
def beyond_ascii(characters: Characters, filed: Document) -> Iterator[Observation]:
    """A document holds no characters but those of 7-bit ASCII.

    EDGAR suspends others: typographic quotation marks, dashes and accents are written as references. A
    disseminated filing that has them was saved anew in another encoding after it left EDGAR.
    """
    seen = characters.beyond_ascii
    if seen is not None:
        words = filed.source.text[seen.first.start : min(seen.first.end, seen.first.start + 12)]
        codes = " ".join(f"U+{ord(character):04X}" for character in words[:4])
        places = "in one place" if seen.count == 1 else f"in {seen.count} places"
        fix = (
            Fix("unsafe", "write what typists write for them", written_in_ascii(filed))
            if filed.body is Body.TEXT
            else Fix("safe", "write them by their numbers", written_in_ascii(filed))
        )
        yield Observation(seen.first, f"characters beyond ASCII stand {places}, first '{words}' ({codes})", fixes=[fix])
