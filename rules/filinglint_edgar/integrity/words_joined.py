"""INT005."""

from collections.abc import Iterator

from filinglint.facts.slips import Slips, slips
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT005",
    "words-joined",
    reads=(slips,),
    remedy="put a blank between the word and the year",
    authority=Authority("SEC Office of Investor Education, A Plain English Handbook (1998), chapter 8", "guidance"),
    severity=Severity.INFO,
)
def words_joined(found: Slips) -> Iterator[Observation]:
    """Words and years are written apart.

    The blank is lost where lines were joined.
    """
    for words in found.joined:
        yield Observation(words, f"'{words.value}' lacks a blank")
