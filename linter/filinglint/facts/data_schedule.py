"""The financial data schedule of a report: its period, its fiscal year, and the total of its assets.

Source: Regulation S-K, Item 601(c) (17 CFR 229.601(c)), in force from 1993 to June 2001: Exhibit 27, a row a value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable, parsed
from filinglint.patterns import pattern
from filinglint.spans import Span

T = TypeVar("T")
_VALUE = pattern(r"[ \t]{1,80}(\S{1,40})[ \t]{0,80}(?:\r?\n|\Z)")
_DAY = pattern(r"[A-Za-z]{3}-\d{1,2}-\d{4}")
_AMOUNT = pattern(r"\d{1,3}(?:,\d{3}){0,5}|\d{1,15}")


@dataclass(frozen=True, slots=True)
class DataSchedule:
    """What the only schedule of a report says, of one period; ``period_type`` is a word of the schedule (YEAR, 6-MOS).

    ``total_assets`` is as written, ``multiplier`` what it is counted in.
    """

    span: Span
    period_type: Leaf[str]
    year_end: Leaf[date]
    period_end: Leaf[date]
    total_assets: Leaf[str]
    multiplier: Leaf[int]


@extractor("data_schedule")
def data_schedule(submission: Submission) -> DataSchedule:
    """Read the schedule. Raises NotApplicable where there is none, or are several, or it is of an earlier period."""
    schedules = [each for each in submission.documents if each.type_name.startswith("EX-27")]
    if len(schedules) != 1:
        raise NotApplicable("there is no single financial data schedule")
    schedule = schedules[0]
    text, content = submission.source.text, schedule.content
    if text.find("<RESTATED>", content.start, content.end) >= 0:
        raise NotApplicable("the financial data schedule is a restated one")
    return DataSchedule(
        content,
        _said(schedule, "PERIOD-TYPE"),
        _parsed(schedule, "FISCAL-YEAR-END", _as_day),
        _parsed(schedule, "PERIOD-END", _as_day),
        _said(schedule, "TOTAL-ASSETS"),
        _parsed(schedule, "MULTIPLIER", _as_number),
    )


def _said(schedule: Document, tag: str) -> Leaf[str]:
    """Return the value of the row *tag*; a row of several columns states none."""
    text, content = schedule.source.text, schedule.content
    at = text.find(f"<{tag}>", content.start, content.end)
    m = _VALUE.match(text, at + len(tag) + 2, content.end) if at >= 0 else None
    return Located(m[1], Span(*m.span(1))) if m else Absent(content, tag)


def _parsed(schedule: Document, tag: str, read: Callable[[str], T | None]) -> Leaf[T]:
    return parsed(_said(schedule, tag), tag, read, "is not as the schedule has it")


def _as_day(words: str) -> date | None:
    try:
        return datetime.strptime(words, "%b-%d-%Y").date() if _DAY.fullmatch(words) else None  # noqa: DTZ007
    except ValueError:
        return None


def _as_number(words: str) -> int | None:
    return int(words.replace(",", "")) if _AMOUNT.fullmatch(words) else None
