"""DOC052."""

from collections.abc import Iterator

from filinglint.facts.information_table import InformationTable, information_table
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC052",
    "holdings-kind-unknown",
    reads=(information_table,),
    remedy="use one of the words that the form has",
    authority=Authority("Form 13F, information table, columns 5 and 6"),
    forms=frozenset(("13F-HR",)),
)
def holdings_kind_unknown(table: InformationTable) -> Iterator[Observation]:
    """The information table of Form 13F has set words: SH or PRN, Put or Call, SOLE, DFND or OTR.

    Programs that read the table take no others. Each is shown once.
    """
    for words in {leaf.value: leaf for leaf in reversed(table.unknown_words)}.values():
        yield Observation(words, f"'{words.value}' is none of the words of the information table")
