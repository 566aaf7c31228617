"""Dates that a text spells wrongly: days that no calendar has, and weekdays that were others.

Only dates in words with the month's name are read, and numbers with the year in four digits: what else looks like a
date may be a section, a fraction or a number.
"""

from __future__ import annotations

import re
from datetime import date
from heapq import merge

from filinglint.dates import MONTHS, find_dates
from filinglint.documents.document import Document
from filinglint.documents.signs import sign
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_DAYS = tuple(map(sign, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")))
_MONTH = f"(?:{'|'.join((*MONTHS, *map(str.upper, MONTHS)))})"
_BLANK = r"[ \n]{1,3}"
_AFTER = rf"(?![\d%]|[.,]\d|{_BLANK}(?:shares|percent|days|basis))(?:,?{_BLANK}(?P<year>(?:19|20)\d\d)(?!\d|,\d))?"
# Expressions that begin with one letter or digit are found many times faster than those that begin with a choice or
# with a word. Most days 31 are of December.
_LAST_DAY = pattern(rf"3(?<=[lLeErR. \n][ \n]3)(?<!cember 3)1{_AFTER}")
_SHORT_BEFORE = pattern(
    r"(?:A(?:pril|PRIL)|J(?:une|UNE)|S(?:eptember|EPTEMBER|ept\.)|N(?:ovember|OVEMBER|ov\.))[ \n]{1,3}\Z"
)
_FEBRUARIES = (sign("February"), sign("FEBRUARY"), sign("Feb."))
_FEBRUARY = pattern(rf"F(?:ebruary|EBRUARY|eb\.){_BLANK}(?P<day>29|30|31){_AFTER}")
# "this 31st day of June, 2024", as signatures and notaries have it.
_ORDINALS = (sign("31st"), sign("30th"))
_ORDINAL = pattern(
    rf"3(?:1st{_BLANK}day{_BLANK}of{_BLANK}(?:April|June|September|November|February)"
    rf"|0th{_BLANK}day{_BLANK}of{_BLANK}February)(?![A-Za-z])(?:,?{_BLANK}(?:19|20)\d\d(?!\d|,\d))?"
)
_LATE_DAYS = (sign("/29/"), sign("/30/"), sign("/31/"))
_NUMERIC = pattern(r"/(?P<day>29|30|31)/(?P<year>(?:19|20)\d\d)(?![\d/])")
_MONTH_BEFORE = pattern(r"(?<![\d/.-])(?:0?(\d)|1[01])\Z")
_OF_WEEKDAY = rf",?{_BLANK}(?P<date>{_MONTH}{_BLANK}\d{{1,2}},{_BLANK}(?:19|20)\d\d(?!\d))"
_WEEKDAY = pattern(rf"(?<![A-Za-z])(?P<day>[A-Z](?:[a-z]{{2,5}}day|[A-Z]{{2,5}}DAY)){_OF_WEEKDAY}")


@dataclass(frozen=True, slots=True)
class WrongWeekday:
    """A weekday with a date that fell on another: its words, the day named, the date and the day it was."""

    words: Located[str]
    named: str
    date: date
    actual: str


@dataclass(frozen=True, slots=True)
class SpelledDates:
    """The dates of one document that cannot be, each list in reading order."""

    impossible: tuple[Located[str], ...]
    weekdays: tuple[WrongWeekday, ...]


@document_extractor("spelled_dates")
def spelled_dates(submission: Submission, document: Document) -> SpelledDates:  # noqa: ARG001
    """Look for dates that cannot be. Raises NotApplicable for a document that is no prose."""
    rendered = readable(document).rendered
    text, signs = rendered.text, rendered.signs
    impossible = [
        (before.start(), m.end())
        for m in _LAST_DAY.finditer(text)
        if (before := _SHORT_BEFORE.search(text, max(0, m.start() - 12), m.start())) is not None
    ]
    impossible += [m.span() for words in _FEBRUARIES for m in signs.matches(words, _FEBRUARY) if not _may_be(m)]
    ordinals = (m for words in _ORDINALS for m in signs.matches(words, _ORDINAL))
    impossible += [m.span() for m in ordinals if not text[max(0, m.start() - 1) : m.start()].isdigit()]
    impossible = [span for span in impossible if not text[max(0, span[0] - 1) : span[0]].isalpha()]
    numeric = (m for words in _LATE_DAYS for m in signs.matches(words, _NUMERIC))
    impossible += [span for m in numeric if (span := _numeric(text, m)) is not None]
    wrong: list[WrongWeekday] = []
    for at in merge(*map(signs.caseless, _DAYS)):
        m = _WEEKDAY.match(text, at)
        found = next(find_dates(m["date"]), None) if m else None
        if m is None or found is None or found.date is None:
            continue
        named, actual = m["day"].capitalize(), _DAYS[found.date.weekday()]
        if named != actual:
            wrong.append(WrongWeekday(rendered.located(*m.span()), named, found.date, actual))
    return SpelledDates(tuple(rendered.located(*span) for span in sorted(impossible)), tuple(wrong))


def _may_be(m: re.Match[str]) -> bool:
    """Tell whether 29 February is meant, in a year that has it or in no year that is named."""
    return m["day"] == "29" and (m["year"] is None or _leap(m["year"]))


def _numeric(text: str, m: re.Match[str]) -> tuple[int, int] | None:
    """Return the range of a date in numbers that cannot be; None when it can, or is none."""
    before = _MONTH_BEFORE.search(text, max(0, m.start() - 3), m.start())
    if before is None:
        return None
    month = int(before[1]) if before[1] else int(before[0])
    longest = 31 if month not in (2, 4, 6, 9, 11) else 30 if month != 2 else 29 if _leap(m["year"]) else 28
    return (before.start(), m.end()) if int(m["day"]) > longest and month else None


def _leap(year: str) -> bool:
    return int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
