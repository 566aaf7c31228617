"""DOC033."""

from collections.abc import Iterator

from filinglint.facts.naming import Naming, naming
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC033",
    "document-description-number-differs",
    reads=(naming,),
    remedy="correct the description, or the type",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (document type and description)", "guidance"),
    which="exhibits",
)
def description_number_differs(numbers: Naming) -> Iterator[Observation]:
    """The exhibit number in the description of a document is that of its type.

    The index on EDGAR shows both side by side. One of them was copied from another exhibit.
    """
    if not numbers.agrees(numbers.described.value):
        yield Observation(
            numbers.described,
            f"the description says exhibit '{numbers.described.value}', the type '{numbers.type.value}'",
            related=[(numbers.type, f"the type is '{numbers.type.value}'")],
        )
