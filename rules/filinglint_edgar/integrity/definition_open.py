"""INT025."""

from collections.abc import Iterator

from filinglint.facts.quotations import Quotations, quotations
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT025",
    "definition-open",
    reads=(quotations,),
    remedy="close the bracket behind the name",
    authority=Authority("SEC Office of Investor Education, A Plain English Handbook (1998), chapter 8", "guidance"),
    severity=Severity.INFO,
)
def definition_open(found: Quotations) -> Iterator[Observation]:
    """The bracket in which a name is defined is closed.

    It is lost when the words around the name are changed, and what follows reads as a part of the definition.
    """
    for words in found.unclosed:
        yield Observation(words, f"the bracket before '{words.value.lstrip('(')[:60]}' is not closed")
