"""EXH013."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.listing import Listing, listing
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, Unclear, rule
from filinglint_edgar.exhibits.standing import is_for_machines, is_held


@rule(
    "EXH013",
    "exhibit-mentioned-not-there",
    reads=(exhibits, listing),
    remedy="correct the number in the text, or attach and list the exhibit",
    authority=Authority("Regulation S-K, Item 601(a)(1) (17 CFR 229.601(a)(1)); Form 8-K, Item 9.01(d)"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def mentioned_not_there(found: Exhibits, listed_words: Listing) -> Iterator[Observation | Unclear]:
    """An exhibit that the text says is attached to the report, or filed with it, is there.

    The text speaks of an exhibit that is neither attached nor listed. Most often exhibits were renumbered in the list
    and not in the text.
    """
    seen: set[str] = set()
    for mention in found.mentions:
        number = mention.number.value
        if number in seen or is_for_machines(number) or is_held(found, number):
            continue
        if found.entries_of(number) or found.related_to(number):
            continue
        seen.add(number)
        if listed_words.has(number):
            yield Unclear(f"exhibit '{number}' stands in the list in a way that cannot be read", mention.number)
            continue
        others = [(each.number, f"attached is '{each.number.value}'") for each in found.attached if not each.is_data]
        where = next((one.heading for one in found.lists if isinstance(one.heading, Located)), found.span)
        yield Observation(
            mention.number,
            f"the text speaks of exhibit '{number}' as part of the report, which is neither listed nor attached",
            related=others[:4] or [(where, "it is not listed here")],
        )
