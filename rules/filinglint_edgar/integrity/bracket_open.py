"""INT008."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT008",
    "bracket-open",
    reads=(slips,),
    remedy="close the bracket, or take it out",
    authority=Authority("SEC Office of Investor Education, A Plain English Handbook (1998), chapter 8", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
)
def bracket_open(found: Slips) -> Iterator[Observation]:
    """Every bracket that a paragraph opens it closes.

    What was to stand after it may have been lost with it.
    """
    for words in found.brackets:
        yield Observation(words, "a bracket of this paragraph is not closed")
