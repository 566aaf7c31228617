"""EXH008."""

from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.extractor import submission
from filinglint.facts.rewording import reworded_in
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint_edgar.exhibits.descriptions import described_twice, same_words


@rule(
    "EXH008",
    "exhibit-descriptions-set-differently",
    reads=(exhibits, submission),
    remedy="give the exhibit the same description in both lists",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2)); Form 8-K, Item 9.01(d)", "guidance"),
    severity=Severity.INFO,
    forms=EIGHT_K,
    fixable="unsafe",
)
def descriptions_set_differently(found: Exhibits, filing: Submission) -> Iterator[Observation]:
    """The list under Item 9.01 and the exhibit index set the description of an exhibit alike, capitals and commas too.

    One of them was typed anew and not copied; a search for the exact words misses the other.
    """
    for number, under_item, in_index in described_twice(found):
        bare = in_index.value.rstrip(". "), under_item.value.rstrip(". ")
        if bare[0] != bare[1] and same_words(*bare):
            yield Observation(
                in_index,
                f"the exhibit index describes '{number}' as '{in_index.value}', the item as '{under_item.value}'",
                related=[(under_item, "the description under the item")],
                fixes=[
                    Fix(
                        "unsafe",
                        "give the index the words of the item",
                        reworded_in(filing, in_index.span, under_item.value),
                    )
                ],
            )
