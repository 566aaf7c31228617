"""EXH015."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.naming import Naming, naming
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint_edgar.exhibits.standing import is_for_machines, is_held, may_be


@rule(
    "EXH015",
    "exhibit-described-as-unlisted",
    reads=(naming, exhibits),
    remedy="describe the document by the number under which it is attached and listed",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", "should"),
    which="exhibits",
)
def described_as_other(numbers: Naming, found: Exhibits) -> Iterator[Observation]:
    """The exhibit number in a document's description is a number that the report lists.

    EDGAR shows the description beside the document. A number that is neither attached nor listed sends the reader to
    an exhibit that there is not.
    """
    described, attached = numbers.described.value, numbers.type.value
    if is_for_machines(attached) or may_be(described, attached) or is_held(found, described):
        return
    if not found.entries_of(described) and not found.related_to(described):
        yield Observation(
            numbers.described,
            f"the description calls the document exhibit '{described}', which is neither attached nor listed",
            related=[(numbers.type, f"attached as '{attached}'")],
        )
