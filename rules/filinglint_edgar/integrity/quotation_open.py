"""INT022."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT022",
    "quotation-open",
    reads=(slips,),
    remedy="close the quotation mark",
    authority=Authority("SEC Office of Investor Education, A Plain English Handbook (1998), chapter 8", "guidance"),
    severity=Severity.INFO,
)
def quotation_open(found: Slips) -> Iterator[Observation]:
    """The quotation marks around a term that a text defines open and close.

    One of them is lost where the term was edited.
    """
    for words in found.terms:
        yield Observation(words, f"the quotation mark of '{words.value[:60]}' is not closed")
