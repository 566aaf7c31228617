"""EXH006."""

from collections.abc import Iterator

from filinglint.facts.exhibits import ExhibitList, Exhibits, exhibits
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint_edgar.exhibits.standing import is_for_machines, may_be


@rule(
    "EXH006",
    "exhibit-lists-differ",
    reads=(exhibits,),
    remedy="give both lists the same exhibits",
    authority=Authority("Form 8-K, Item 9.01(d); Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))"),
    forms=EIGHT_K,
)
def lists_differ(found: Exhibits) -> Iterator[Observation]:
    """The list under Item 9.01 and the exhibit index name the same exhibits.

    A report that lists its exhibits twice must say the same twice. One list was changed and the other forgotten.
    """
    items = [one for one in found.lists if one.place == "item" and one.entries]
    indexes = [one for one in found.lists if one.place == "index" and one.entries]
    if len(items) == 1 and len(indexes) == 1:
        yield from _only_in(items[0], indexes[0], "under the item", "the exhibit index")
        yield from _only_in(indexes[0], items[0], "in the exhibit index", "the list under the item")


def _only_in(one: ExhibitList, other: ExhibitList, here: str, there: str) -> Iterator[Observation]:
    for entry in one.entries:
        for own in entry.numbers:
            if is_for_machines(own.value) or any(
                may_be(own.value, number.value) or each.names(own.value)
                for each in other.entries
                for number in each.numbers
            ):
                continue
            yield Observation(
                own,
                f"exhibit '{own.value}' is listed {here}, and not in {there}",
                related=[(other.heading if isinstance(other.heading, Located) else other.span, there)],
            )
