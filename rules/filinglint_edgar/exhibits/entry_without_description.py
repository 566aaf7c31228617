"""EXH025."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.finding import Confidence, Observation
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "EXH025",
    "exhibit-entry-without-description",
    reads=(exhibits,),
    remedy="say what the exhibit is: its kind, its parties and its date",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def entry_without_description(found: Exhibits) -> Iterator[Observation]:
    """Each entry of a list of exhibits says what the exhibit is.

    A number alone tells the reader nothing. A description was lost with its line or its cell.
    """
    for entry in found.listed:
        # A whole number alone may be that of a page.
        if isinstance(entry.description, Absent) and "." in entry.number.value:
            yield Observation(entry.number, f"the entry of exhibit '{entry.number.value}' has no description")
