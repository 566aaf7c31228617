"""INT011."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "INT011",
    "characters-misread",
    reads=(slips,),
    remedy="write the character that was meant, as a reference",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.2.6 (character references)", "should"),
)
def characters_misread(found: Slips) -> Iterator[Observation]:
    """The characters of a document are those that its author wrote.

    A quotation mark saved in one encoding and read in another becomes two or three strange letters.
    """
    if found.misread:
        first, count = found.misread[0], len(found.misread)
        places = "in one place" if count == 1 else f"in {count} places"
        yield Observation(first, f"characters were read in a wrong encoding {places}, first '{first.value[:12]}'")
