"""FMT025."""

from collections.abc import Iterator

from filinglint.facts.characters import Characters, characters
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT025",
    "text-mixed-line-ends",
    reads=(characters,),
    remedy="save the document with one kind of line ends",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.1 (accepted characters)", "guidance"),
    severity=Severity.INFO,
)
def mixed_line_ends(characters: Characters) -> Iterator[Observation]:
    """The lines of a document end in one way.

    Mixed ends are text pasted from another system; some readers join the lines.
    """
    if characters.mixed_line_ends is not None:
        yield Observation(characters.mixed_line_ends, "the lines of the document end in different ways")
