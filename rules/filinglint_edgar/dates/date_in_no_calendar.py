"""DTE010."""

from collections.abc import Iterator

from filinglint.facts.date_slips import DateSlips, date_slips
from filinglint.facts.spelled_dates import SpelledDates, spelled_dates
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "DTE010",
    "date-in-no-calendar",
    reads=(spelled_dates, date_slips),
    remedy="correct the day, the month or the year",
    authority=Authority("Exchange Act Rule 12b-20 (17 CFR 240.12b-20); Securities Act Rule 408 (17 CFR 230.408)"),
    severity=Severity.ERROR,
)
def date_in_no_calendar(spelled: SpelledDates, found: DateSlips) -> Iterator[Observation]:
    """Each date in a document is a day that the calendar has.

    A statement that something happened on 31 June is not true of any day. The day was counted on from a longer month,
    or 29 February was copied into a common year.
    """
    for words in (*spelled.impossible, *found.days):
        yield Observation(words, f"the calendar has no '{words.value}'")
