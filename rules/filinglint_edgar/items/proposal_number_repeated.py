"""ITM035."""

from collections.abc import Iterator

from filinglint.facts.proposals import Proposals, proposals
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.proxies import DEFINITIVE, PRELIMINARY


@rule(
    "ITM035",
    "proposal-number-repeated",
    reads=(proposals,),
    remedy="give each proposal its own number",
    authority=Authority("Form 8-K, Item 5.07(b); Exchange Act Rule 14a-4(a)(3) (17 CFR 240.14a-4(a)(3))", "should"),
    forms=EIGHT_K | DEFINITIVE | PRELIMINARY,
)
def proposal_number_repeated(voted: Proposals) -> Iterator[Observation]:
    """The proposals put to a vote are numbered one after another.

    Where the second is numbered as the first, and the third follows, the votes that are told for "Proposal 1" are
    those of two matters.
    """
    for first, second in voted.repeated:
        yield Observation(
            second.number,
            f"two proposals are numbered {first.value} one after the other, and {first.value + 2} follows",
            related=[(first.number, "the first of them")],
        )
