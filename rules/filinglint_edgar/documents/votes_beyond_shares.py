"""DOC057."""

from collections.abc import Iterator

from filinglint.facts.information_table import InformationTable, information_table
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC057",
    "votes-beyond-shares",
    reads=(information_table,),
    remedy="correct the number of shares, or that of the votes",
    authority=Authority("Form 13F, information table, columns 5 and 8: number of shares, and voting authority"),
    forms=frozenset(("13F-HR",)),
)
def votes_beyond_shares(table: InformationTable) -> Iterator[Observation]:
    """A manager votes no more shares than it holds: those with sole, shared and no authority add up to no more.

    One of the numbers has a digit too many or too few, or stands in the row of another holding.
    """
    for each in table.excess_votes:
        first, *others = each.votes
        total = sum(votes.value for votes in each.votes)
        yield Observation(
            first,
            f"the voting authority is over '{total}' shares, '{each.shares.value}' are held",
            related=[*((votes, "votes of another kind") for votes in others), (each.shares, "the shares held")],
        )
