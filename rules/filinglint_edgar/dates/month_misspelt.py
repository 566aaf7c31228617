"""DTE022."""

from collections.abc import Iterator

from filinglint.facts.date_slips import DateSlips, date_slips
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DTE022",
    "month-misspelt",
    reads=(date_slips,),
    remedy="spell the month as it is spelt",
    authority=Authority(
        "Exchange Act Rule 12b-20 (17 CFR 240.12b-20); Securities Act Rule 408 (17 CFR 230.408)", "should"
    ),
    severity=Severity.INFO,
)
def month_misspelt(found: DateSlips) -> Iterator[Observation]:
    """The month of a date is spelt as it is.

    Who searches for February does not find "Feburary 5, 2024".
    """
    for words, month in found.months:
        yield Observation(words, f"'{words.value}' is no month; '{month}' is")
