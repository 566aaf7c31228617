"""The periods whose results a current report announces, where the release that it attaches is of another year.

Source: Form 8-K, Item 2.02 (Item 12 until August 2004), and the press releases attached to it, 2003 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from filinglint.dates import MONTHS, find_dates
from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.date_at import date_at
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.rare_signs import matches
from filinglint.facts.releases import releases, results_items
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 20
_ENDED = pattern(r"\b(?:quarter|year|months|period|weeks)\s{1,9}(?:ended|ending)\s{1,9}(?:on\s{1,9})?", re.IGNORECASE)
# What happened in another month, or since a year, tells nothing of a period that ended in it.
_ELSEWHEN = pattern(r"(?:(?P<month>[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?\s{1,9}(?:\d{1,2}\s{0,3},\s{0,9})?|\bsince\s{1,9})\Z")
_BEFORE = 40  # code points
_DATE = pattern(r"[A-Za-z]{3,9}\s{1,9}\d{1,2}\s{0,3},\s{0,9}(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class StrayPeriod:
    """The end of a period as the item gives it, which no release names, and the same day of another year in one."""

    said: Located[date]
    released: Located[date]


@extractor("results_period")
def results_period(submission: Submission) -> tuple[StrayPeriod, ...]:
    """Compare the item with the releases. Raises NotApplicable without a main document to read."""
    return tuple(islice(_stray(submission), _MOST))


def _stray(submission: Submission) -> Iterator[StrayPeriod]:
    rendered = readable_main(submission).rendered
    attached = releases(submission)
    if not attached:
        return
    for start, end in results_items(submission):
        for m in _ENDED.finditer(rendered.text, start, end):
            said = date_at(rendered, m.end())
            if said is None or any(_may_tell(release.rendered.text, said.value) for release in attached):
                continue
            released = next((same for release in attached for same in _same_day(release, said.value)), None)
            if released is not None:
                yield StrayPeriod(said, released)


def _may_tell(text: str, day: date) -> bool:
    """Tell whether *text* names the year of *day* where that may be the year of its period."""
    year, named = str(day.year), MONTHS[day.month - 1]
    at = text.find(year)
    while at >= 0:
        elsewhen = _ELSEWHEN.search(text[max(0, at - _BEFORE) : at])
        month = (elsewhen["month"] or "").capitalize() if elsewhen else ""
        if elsewhen is None or (month and (month not in MONTHS or month == named)):
            return True
        at = text.find(year, at + len(year))
    return False


def _same_day(release: Document, day: date) -> Iterator[Located[date]]:
    """Yield the places where *release* has the month and the day of *day* with another year."""
    month = MONTHS[day.month - 1]
    for spelled in (month, month.upper()):
        for m in matches(release.rendered.text, spelled, _DATE):
            other = next(find_dates(m[0]), None)
            if other is not None and other.date is not None and other.date.day == day.day:
                yield Located(other.date, release.rendered.source_span(*m.span()))
