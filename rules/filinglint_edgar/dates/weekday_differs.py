"""DTE011."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.extractor import document
from filinglint.facts.rewording import reworded
from filinglint.facts.spelled_dates import SpelledDates, spelled_dates
from filinglint.finding import Fix, Observation
from filinglint.rule import Authority, rule


@rule(
    "DTE011",
    "weekday-differs",
    reads=(spelled_dates, document),
    remedy="correct the weekday or the date",
    authority=Authority(
        "Exchange Act Rule 12b-20 (17 CFR 240.12b-20); Securities Act Rule 408 (17 CFR 230.408)", "should"
    ),
    fixable="suggestion",
)
def weekday_differs(spelled: SpelledDates, filed: Document) -> Iterator[Observation]:
    """A weekday and the date beside it are of the same day.

    A reader who is told of a meeting on a day and a date that do not fit comes on the wrong one. Most often the date of
    last year's text was changed and its weekday left.
    """
    for wrong in spelled.weekdays:
        words = wrong.words.value.replace(wrong.named, wrong.actual, 1)
        yield Observation(
            wrong.words,
            f"'{wrong.words.value}': {wrong.date.isoformat()} is a {wrong.actual}",
            # Which of the two is wrong, the text does not say.
            fixes=[Fix("suggestion", f"write '{words}'", reworded(filed, wrong.words.span, words))],
        )
