"""FMT004."""

from collections.abc import Iterator

from filinglint.facts.characters import Characters, characters
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT004",
    "text-byte-order-mark",
    reads=(characters,),
    remedy="save the document without a byte order mark",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.1 (accepted characters)"),
)
def byte_order_mark(characters: Characters) -> Iterator[Observation]:
    """A document does not begin with a byte order mark.

    Editors add it unseen; it is no ASCII character, and EDGAR suspends the document.
    """
    if characters.byte_order_mark is not None:
        yield Observation(characters.byte_order_mark, "the document begins with a byte order mark")
