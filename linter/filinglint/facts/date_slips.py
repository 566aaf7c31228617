"""Dates in words that are mistyped: "Feburary 5, 2024", "May 5, 20024", "May 5, 2204", "May 52, 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from filinglint.dates import MONTHS
from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.tables.rows import slipped

_MOST = 20  # of one kind in one document
_LIKE_MONTH = pattern(r"(?<![A-Za-z])(?P<word>[A-Za-z]{3,10})\.?[ \n]{1,3}(?P<day>\d{1,2})\Z")
# Of other languages: "Avril 5, 2024" is French.
_FOREIGN = pattern(r"avril|.{3,6}bre", re.IGNORECASE)
_YEAR = pattern(r",[ \n]{0,3}(?P<year>\d{4,5})(?!\d|[,.]\d|%)")
_BEFORE = 20
_LAST_DAY = 31
# Leases of centuries and bonds that never fall due have such years.
_LASTING = pattern(
    r"\b(?:due|matur|expir|terminat|leas|terms?\b|through|until|bonds?\b|notes?\b|debenture|redeem|option|renew|perpetu"
    r"|end(?:s|ing)\b|BC\b|A\.?D\.?\b)",
    re.IGNORECASE,
)
_NEAR = 200  # code points
_FAR, _FIVE_DIGITS = range(2200, 3000), (range(19_000, 20_000), range(20_000, 21_000))


@dataclass(frozen=True, slots=True)
class DateSlips:
    """``months`` are misspelt months with what they were meant as, ``dates`` those with a year that is none.

    ``days`` are dates whose day no month has.
    """

    months: tuple[tuple[Located[str], str], ...]
    dates: tuple[Located[str], ...]
    days: tuple[Located[str], ...]


@document_extractor("date_slips")
def date_slips(submission: Submission, document: Document) -> DateSlips:  # noqa: ARG001
    """Look for such dates. Raises NotApplicable for a document that is no prose."""
    rendered = readable(document).rendered
    months: list[tuple[Located[str], str]] = []
    dates: list[Located[str]] = []
    days: list[Located[str]] = []
    for window, m, end in islice(_dates(rendered.text), _MOST):
        start = window + m.start()
        year = rendered.source_span(end - 5, end)
        day = rendered.source_span(window + m.start("day"), window + m.end("day"))
        if rendered.text[end - 5].isdigit() and year.end - year.start > 5:
            continue  # "2024" and the mark of a footnote
        if not _is_month(m["word"]):
            months.append((rendered.located(start, start + len(m["word"])), _meant(m["word"])))
        elif int(m["day"]) <= _LAST_DAY:
            dates.append(rendered.located(start, end))
        elif day.end - day.start == len(m["day"]):  # not "5" and the mark of a footnote
            days.append(rendered.located(start, end))
    return DateSlips(tuple(months), tuple(dates), tuple(days))


def _dates(text: str) -> Iterator[tuple[int, re.Match[str], int]]:
    """Yield where the words before a wrong date begin, its month and day among them, and where it ends."""
    for m in _YEAR.finditer(text):
        year = int(m["year"])
        no_year = year in _FAR or any(year in longer for longer in _FIVE_DIGITS)
        if not no_year and not 1900 <= year < 2100:
            continue
        before = max(0, m.start() - _BEFORE)
        named = _LIKE_MONTH.search(text[before : m.start()])
        if named is None:
            continue
        if year in _FAR and _LASTING.search(text, *_around(text, m.start())):
            continue
        known = _is_month(named["word"])
        no_day = known and int(named["day"]) > _LAST_DAY and named["word"][0].isupper()
        if no_day or (known is no_year and (known or _meant(named["word"]))):
            yield before, named, m.end()


def _is_month(word: str) -> bool:
    return word.capitalize() in MONTHS


def _around(text: str, at: int) -> tuple[int, int]:
    """Return the part of the paragraph at *at* that is near."""
    start, end = text.rfind("\n", at - _NEAR if at > _NEAR else 0, at) + 1, text.find("\n", at, at + _NEAR)
    return max(start, at - _NEAR, 0), at + _NEAR if end < 0 else end


def _meant(word: str) -> str:
    """Return the month that *word* misspells by one letter, or by two that are exchanged; "" for any other word."""
    lower = word.lower()
    if _FOREIGN.fullmatch(lower):
        return ""
    # Many a word is one letter from "may".
    return next((month for month in MONTHS if month != "May" and slipped(lower, month.lower())), "")
