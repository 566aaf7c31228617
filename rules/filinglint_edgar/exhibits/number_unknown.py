"""EXH010."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.exhibits import exhibit_family, rows_of
from filinglint_edgar.exhibits.standing import base, is_by_reference

_OLDEST = 30


@rule(
    "EXH010",
    "exhibit-number-unknown-in-list",
    reads=(header, exhibits),
    remedy="number the exhibit as the exhibit table of Item 601 does",
    authority=Authority("Regulation S-K, Item 601(a), exhibit table (17 CFR 229.601(a))"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def number_unknown(stated: Header, found: Exhibits) -> Iterator[Observation]:
    """The number of an exhibit that is listed is one of the exhibit table of Item 601 on the day of filing.

    The number says what kind of document it is. An exhibit incorporated by reference keeps the number of its day.
    """
    filed = stated.filed.value
    seen: set[str] = set()
    for entry in found.listed:
        number = entry.number.value
        if number in seen or is_by_reference(entry):
            continue
        seen.add(number)
        family = exhibit_family(number)
        if family is None:
            yield Observation(
                entry.number, f"the list has exhibit '{number}', and Item 601 has no number {base(number)}"
            )
            continue
        # Lower numbers meant other exhibits before they meant what they do now.
        since = [row.valid_from for row in rows_of(family) if row.firm and row.valid_from is not None]
        if int(family) > _OLDEST and since and filed < min(since):
            yield Observation(
                entry.number,
                f"the list has exhibit '{number}', Item 601 has a number {family} only since {min(since).isoformat()}",
                related=[(stated.filed, f"filed on {filed.isoformat()}")],
            )
