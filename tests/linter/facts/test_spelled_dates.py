"""Dates that cannot be: what is found by a single sign is what is found by the whole expression."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import read_document
from filinglint.facts import spelled_dates as module
from filinglint.facts.spelled_dates import SpelledDates, spelled_dates
from filinglint.source import Source

SHORT = r"A(?:pril|PRIL)|J(?:une|UNE)|S(?:eptember|EPTEMBER|ept\.)|N(?:ovember|OVEMBER|ov\.)"
LAST_DAY = rf"(?:{SHORT}){module._BLANK}31{module._AFTER}"
PIECES = (
    *" \n,.xr1", "April", "JUNE", "September", "SEPTEMBER", "Sept.", "Sep.", "Nov.", "NOVEMBER", "December", "DECEMBER",
    " 31", "  31", "\n31", " 30", ", 2004", " 1999", "2031", " shares", "%", "Monday", "TUESDAY,", "Sunday, ",
    "Birthday ", "March 1, 2004", "MAY 31, 2004", "June 31, 2004", " December 5, 2003",
)  # fmt: skip
RIGHT = {f"{day}{date}" for day in ("Monday", "Monday,") for date in (" March 1, 2004", " MAY 31, 2004")}


def found_in(text: str) -> tuple[str, SpelledDates]:
    """Return the rendered text of a document that says *text*, and the dates that it spells wrongly."""
    submission = read_document(Source.from_bytes(f"a{text}".encode(), "a.txt"), "document")
    return submission.documents[0].rendered.text, spelled_dates.of(submission, submission.documents[0])


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_by_single_signs(text: str) -> None:
    """Days 31 that no month has, and weekdays with their dates, are those of expressions that begin with the words."""
    shown, found = found_in(text)
    days = [m[0] for m in re.finditer(LAST_DAY, shown) if not shown[m.start() - 1].isalpha()]
    assert [one.value for one in found.impossible] == [" ".join(day.split()) for day in days]
    stems = r"(?<![A-Za-z])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
    dated = rf"{stems},?{module._BLANK}{module._MONTH} \d{{1,2}}, \d{{4}}(?!\d)"
    dates = [" ".join(m[0].split()) for m in re.finditer(dated, shown)]
    assert [one.words.value for one in found.weekdays] == [
        words for words in dates if words not in RIGHT and "June 31" not in words
    ]
