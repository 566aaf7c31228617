"""EXH009."""

from collections.abc import Iterator

from filinglint.facts.exhibits import ExhibitEntry, Exhibits, exhibits
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.descriptions import same_words
from filinglint_edgar.exhibits.standing import is_by_reference, is_for_machines


@rule(
    "EXH009",
    "exhibit-number-repeated",
    reads=(exhibits,),
    remedy="give each exhibit a number of its own",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def number_repeated(found: Exhibits) -> Iterator[Observation]:
    """A list of exhibits gives each number to one exhibit.

    A citation of the number can mean either. The line above was copied and its number left. Numbers without a decimal,
    and exhibits that were filed with other reports, may repeat.
    """
    for one in found.lists:
        seen: dict[str, ExhibitEntry] = {}
        for entry in one.entries:
            number = entry.number.value
            described = isinstance(entry.description, Located)
            if len(entry.numbers) > 1 or "." not in number or is_for_machines(number) or not described:
                continue
            before = seen.setdefault(number, entry)
            if before is entry or is_by_reference(entry) or is_by_reference(before):
                continue
            if not same_words(before.description.value, entry.description.value):
                yield Observation(
                    entry.number,
                    f"the list gives the number '{number}' to two exhibits: '{_cut(before.description.value)}' and "
                    f"'{_cut(entry.description.value)}'",
                    related=[(before.number, "the first of them")],
                )


def _cut(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57].rstrip()}..."
