"""INT006."""

from collections.abc import Iterator

from filinglint.facts.slips import Wording, wording
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT006",
    "word-doubled",
    reads=(wording,),
    remedy="take one of the two words out",
    authority=Authority("SEC Office of Investor Education, A Plain English Handbook (1998), chapter 8", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
)
def word_doubled(found: Wording) -> Iterator[Observation]:
    """A word stands once where it is meant once.

    The second is left from an edit, often at the end of a line.
    """
    for words in found.doubled:
        yield Observation(words, f"'{words.value}' has a word twice")
