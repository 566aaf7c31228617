"""EXH002."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.listing import Listing, listing
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, Unclear, rule
from filinglint.tables.registrations import STATEMENTS
from filinglint_edgar.exhibits.standing import attached_documents


@rule(
    "EXH002",
    "exhibit-attached-not-listed",
    reads=(exhibits, listing),
    remedy="add the exhibit to the list, or correct its number in the list or in the type of the document",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2)); Form 8-K, Item 9.01(d)"),
    severity=Severity.ERROR,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def attached_not_listed(found: Exhibits, listed_words: Listing) -> Iterator[Observation | Unclear]:
    """Each exhibit attached to a report is listed in its exhibit index.

    Whoever looks for an exhibit looks there. It is forgotten when an exhibit is added or renumbered late. An entry
    that names the class (99 for 99.1) counts, and one by the number printed on the exhibit; the files of interactive
    data need none.
    """
    if not found.listed:
        return
    for each in attached_documents(found):
        number = each.number.value
        if found.entries_of(number) or found.related_to(number):
            continue
        if isinstance(each.label, Located) and found.entries_of(each.label.value):
            continue  # it is listed by its printed number; what differs is the type of the document
        if listed_words.has(number):
            yield Unclear(f"exhibit '{number}' stands in the list in a way that cannot be read", each.named)
            continue
        listed = ", ".join(dict.fromkeys(f"'{own.value}'" for entry in found.listed for own in entry.numbers))
        yield Observation(
            each.number,
            f"exhibit '{number}' is attached and not listed; the list has {_short(listed)}",
            related=[
                (one.heading if isinstance(one.heading, Located) else one.span, "the list")
                for one in found.lists
                if one.entries
            ],
        )


def _short(listed: str) -> str:
    return listed if len(listed) <= 80 else f"{listed[: listed.rindex(',', 0, 80)]} and others"
