"""FMT004."""

from collections.abc import Iterator

from filinglint.facts.characters import Characters, characters
from filinglint.finding import Edit, Fix, Observation
from filinglint.rule import Authority, rule


@rule(
    "FMT004",
    "text-byte-order-mark",
    reads=(characters,),
    remedy="save the document without a byte order mark",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.1 (accepted characters)"),
    fixable="safe",
)
def byte_order_mark(characters: Characters) -> Iterator[Observation]:
    """A document does not begin with a byte order mark.

    Editors add it unseen; it is no ASCII character, and EDGAR suspends the document.
    """
    mark = characters.byte_order_mark
    if mark is not None:
        # A mark of the file itself stands before all its characters; one pasted in is a character, or three.
        fix = (
            Fix("unsafe", "delete the mark", [Edit(mark, "")])
            if len(mark)
            else Fix("safe", "delete the mark", [Edit(mark, "", mark=True)])
        )
        yield Observation(mark, "the document begins with a byte order mark", fixes=[fix])
