"""INT006."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.rewording import reworded
from filinglint.facts.slips import Slips, slips
from filinglint.finding import Confidence, Fix, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT006",
    "word-doubled",
    reads=(slips, document),
    remedy="take one of the two words out",
    authority=Authority("SEC Office of Investor Education, A Plain English Handbook (1998), chapter 8", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    fixable="unsafe",
)
def word_doubled(found: Slips, filed: Document) -> Iterator[Observation]:
    """A word stands once where it is meant once.

    The second is left from an edit, often at the end of a line.
    """
    for words in found.doubled:
        once = words.value.split()[0]
        yield Observation(
            words,
            f"'{words.value}' has a word twice",
            fixes=[Fix("unsafe", f"write '{once}'", reworded(filed, words.span, once))],
        )
