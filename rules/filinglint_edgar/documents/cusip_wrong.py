"""DOC044."""

from collections.abc import Iterator

from filinglint.facts.information_table import InformationTable, information_table
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule
from filinglint_edgar.documents.cusip import wrong_numbers


@rule(
    "DOC044",
    "holdings-cusip-wrong",
    reads=(information_table,),
    remedy="look the number up in the Official List of Section 13(f) Securities",
    authority=Authority("Form 13F, information table, column 3; ANSI X9.6"),
    severity=Severity.INFO,
    forms=frozenset(("13F-HR",)),
)
def cusip_wrong(table: InformationTable) -> Iterator[Observation]:
    """The last digit of a CUSIP number follows from the eight characters before it.

    A number that does not add up names no security: a character was mistyped, or zeros in front were lost. Each is
    shown once.
    """
    return wrong_numbers(table.cusips)
