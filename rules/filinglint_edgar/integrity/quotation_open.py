"""INT020."""

from collections.abc import Iterator

from filinglint.facts.quotations import Quotations, quotations
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT020",
    "quotation-open",
    reads=(quotations,),
    remedy="put the missing quotation mark in",
    authority=Authority("SEC Office of Investor Education, A Plain English Handbook (1998), chapter 8", "guidance"),
    severity=Severity.INFO,
)
def quotation_open(found: Quotations) -> Iterator[Observation]:
    """A name that is defined between quotation marks has both of them.

    One is lost when the name is changed, and the reader no longer sees how far it goes.
    """
    for words in found.lopsided:
        yield Observation(words, f"'{words.value[:80]}' lacks a quotation mark")
