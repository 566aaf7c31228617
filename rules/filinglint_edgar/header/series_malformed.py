"""HDR043."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule

_LETTERS = {"SERIES ID": "S", "CLASS CONTRACT ID": "C"}


@rule(
    "HDR043",
    "header-series-malformed",
    reads=(header,),
    remedy="write S or C and nine digits",
    authority=Authority(
        "EDGAR Filer Manual, Volume II, section 7.3 (series and classes)", effective_from=date(2006, 2, 6)
    ),
)
def series_malformed(stated: Header) -> Iterator[Observation]:
    """A series is named by S and nine digits, a class of contracts by C and nine digits.

    EDGAR keeps the records of funds by these identifiers, not by names.
    """
    for section in stated.record.walk():
        for line in section.lines:
            letter = _LETTERS.get(line.label)
            if (
                letter
                and line.value
                and not (line.value[:1] == letter and line.value[1:].isdecimal() and len(line.value) == 10)
            ):
                yield Observation(line.span, f"'{line.value}' is no identifier of a series or class")
