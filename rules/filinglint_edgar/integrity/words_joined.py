"""INT005."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.rewording import reworded
from filinglint.facts.slips import Slips, slips
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import Authority, rule

_YEAR = 4  # digits


@rule(
    "INT005",
    "words-joined",
    reads=(slips, document),
    remedy="put a blank between the word and the year",
    authority=Authority("SEC Office of Investor Education, A Plain English Handbook (1998), chapter 8", "guidance"),
    severity=Severity.INFO,
    fixable="unsafe",
)
def words_joined(found: Slips, filed: Document) -> Iterator[Observation]:
    """Words and years are written apart.

    The blank is lost where lines were joined.
    """
    for words in found.joined:
        apart = f"{words.value[:-_YEAR]} {words.value[-_YEAR:]}"
        yield Observation(
            words,
            f"'{words.value}' lacks a blank",
            fixes=[Fix("unsafe", f"write '{apart}'", reworded(filed, words.span, apart))],
        )
