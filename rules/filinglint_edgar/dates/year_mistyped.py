"""DTE023."""

from collections.abc import Iterator

from filinglint.facts.date_slips import DateSlips, date_slips
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DTE023",
    "year-mistyped",
    reads=(date_slips,),
    remedy="correct the year",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20); Securities Act Rule 408 (17 CFR 230.408)"),
)
def year_mistyped(found: DateSlips) -> Iterator[Observation]:
    """The year of a date is one that a filing may speak of.

    "May 5, 20024" has a figure too many, "May 5, 2204" two that are exchanged.
    """
    for words in found.dates:
        yield Observation(words, f"'{words.value}' is a day of no year that is meant")
