"""DOC044."""

from collections.abc import Iterator

from filinglint.facts.information_table import InformationTable, information_table
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule

_WORTH = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#"


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
    seen: set[str] = set()
    for number in table.cusips:
        value = number.value
        if value not in seen and value[8].isdigit() and check_digit(value[:8]) != int(value[8]):
            seen.add(value)
            yield Observation(
                number, f"the CUSIP number '{value}' does not add up: its last digit would be {check_digit(value[:8])}"
            )


def check_digit(characters: str) -> int:
    """Return the digit that ends a CUSIP number which begins with eight *characters*."""
    total = 0
    for index, character in enumerate(characters):
        worth = _WORTH.index(character) * (2 if index % 2 else 1)
        total += worth // 10 + worth % 10
    return -total % 10
