"""HDR038."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.submission_types import expected_header


@rule(
    "HDR038",
    "header-items-unexpected",
    reads=(header,),
    remedy="take the items out, or choose the form that has them",
    authority=Authority("EDGAR Filer Manual, Volume II, section 7.3 (items of Form 8-K)"),
)
def items_unexpected(stated: Header) -> Iterator[Observation]:
    """Only the forms that have items name items in their header.

    Items in the header of another form are those of a Form 8-K sent under the wrong type.
    """
    expected = expected_header(stated.form.value)
    item = next((each for each in stated.items if isinstance(each, Located)), None)
    if expected is not None and expected.items == "none" and expected.firm and item is not None:
        yield Observation(
            item,
            f"a submission of type '{stated.form.value}' has no items, the header names '{item.value}'",
            related=[(stated.form, f"the submission type is '{stated.form.value}'")],
        )
