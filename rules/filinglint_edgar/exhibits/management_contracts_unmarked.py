"""EXH034."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.listing import Listing, listing
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint_edgar.exhibits.standing import base

_PAY = ("compensation", "bonus", "incentive", "stock option", "severance", "employment agreement", "retirement plan")
_LEGENDS = (
    "management contract",
    "compensatory",
    "compensation plan or",
    "management compensation",
    "executive contract",
)


@rule(
    "EXH034",
    "management-contracts-unmarked",
    reads=(exhibits, listing),
    remedy="mark each management contract and compensatory plan in the list, and say what the mark means",
    authority=Authority("Form 10-K, Item 15(b); Regulation S-K, Item 601(b)(10)(iii)(A)"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=frozenset(("10-K", "10-K405", "10-KT")),
    amendments=False,
)
def management_contracts_unmarked(found: Exhibits, words: Listing) -> Iterator[Observation]:
    """The exhibit index of an annual report marks each management contract or compensatory plan.

    Readers look for what the officers are paid under. Marks differ, so only a list that names no such contracts in
    words, as a legend or a heading would, is reported.
    """
    plans = [
        entry
        for entry in found.listed
        if base(entry.number.value) == "10"
        and isinstance(entry.description, Located)
        and any(word in entry.description.value.lower() for word in _PAY)
    ]
    if plans and not any(entry.marks for entry in plans) and not any(map(words.speaks_of, _LEGENDS)):
        yield Observation(
            plans[0].number,
            f"exhibit '{plans[0].number.value}' is of pay, and the list marks no management contract",
            related=[(entry.number, f"'{entry.number.value}'") for entry in plans[1:5]],
        )
