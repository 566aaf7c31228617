"""DOC034."""

from collections.abc import Iterator

from filinglint.facts.naming import Naming, naming
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DOC034",
    "document-filename-number-differs",
    reads=(naming,),
    remedy="correct the file name, or the type",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (document type and description)", "guidance"),
    severity=Severity.INFO,
    which="exhibits",
)
def filename_number_differs(numbers: Naming) -> Iterator[Observation]:
    """The exhibit number in the file name of a document is that of its type.

    Names are free, but a file named for exhibit 99.2 that is attached as 99.1 was attached in the wrong place.
    """
    if not numbers.agrees(numbers.named.value):
        yield Observation(
            numbers.named,
            f"the file name says exhibit '{numbers.named.value}', the type '{numbers.type.value}'",
            related=[(numbers.type, f"the type is '{numbers.type.value}'")],
        )
