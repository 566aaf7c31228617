"""The day of a preliminary prospectus: "Subject to completion, dated June 3, 2024".

Source: Regulation S-K, Item 501(b)(10) (17 CFR 229.501(b)(10)): the legend, with the date of the prospectus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.date_at import date_at
from filinglint.facts.extractor import extractor
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_FIRST = 100_000  # facing page, explanatory note and fee table stand before the prospectus
_LEGENDS = ("Subject to", "Subject To", "SUBJECT TO", "subject to")
_LEGEND = pattern(
    r"subject\s{1,9}to\s{1,9}completion\s{0,9}[,;.:)]?\s{0,9}(?:dated\s{1,9})?(?:as\s{1,9}of\s{1,9})?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CompletionDates:
    """The days that stand behind the legend, in the order of its spellings."""

    days: tuple[Located[date], ...]


@extractor("completion_dates")
def completion_dates(submission: Submission) -> CompletionDates:
    """Read the legends. Raises NotApplicable when there is no main document to read."""
    return CompletionDates(tuple(_days(submission)))


def _days(submission: Submission) -> Iterator[Located[date]]:
    rendered = main_document(submission).rendered
    first = rendered.text[:_FIRST]
    for words in _LEGENDS:
        for m in matches(first, words, _LEGEND):
            day = date_at(rendered, m.end())
            if day is not None:
                yield day
