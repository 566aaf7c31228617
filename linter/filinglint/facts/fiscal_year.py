"""Which quarter of a fiscal year ends on a day.

Source: calendars of 52 and 53 weeks, whose year ends within a week of the day on record, and whose quarters have 12,
13 or 16 weeks.
"""

from __future__ import annotations

from datetime import date

from filinglint.dates import parse_date
from filinglint.facts.header import as_date
from filinglint.patterns import pattern

_QUARTERS = {1: (77, 119), 2: (161, 203), 3: (245, 287)}  # days after the end of the last year
_AT_THE_END = 14
_FIGURES = pattern(r"(?:--)?(\d{1,2})[-/]?(\d\d)")


def quarter_ending(period: date, year_end: str) -> int | None:
    """Return the quarter that ends on *period*, 1 to 4, by the fiscal year that ends on *year_end*.

    *year_end* is a month and a day: ``1231``, ``--12-31``, ``12/31``, ``December 31``. 0 means that no quarter ends
    then; None that it is no day.
    """
    ends = _ends(period, year_end)
    if not ends:
        return None
    if any(abs((period - end).days) <= _AT_THE_END for end in ends):
        return 4
    days = min((period - end).days for end in ends if end < period)
    return next((quarter for quarter, (least, most) in _QUARTERS.items() if least <= days <= most), 0)


def years_named(period: date, year_end: str) -> tuple[int, ...] | None:
    """Return the years by which the fiscal year that *period* lies in may be called; None when *year_end* is no day.

    It is called by the year in which it ends, by some who end it early in a year by the one before.
    """
    ends = _ends(period, year_end)
    if not ends:
        return None
    end = min(end for end in ends if (end - period).days >= -_AT_THE_END)
    return end.year - 1, end.year


def _ends(period: date, year_end: str) -> tuple[date, ...]:
    """Return the ends of the fiscal year in the year before *period*, its own and the next; none for no day."""
    m = _FIGURES.fullmatch(year_end)
    if m:
        month, day = int(m[1]), int(m[2])
    else:
        named = parse_date(f"{year_end}, 2000")  # a leap year has every day
        if named is None:
            return ()
        month, day = named.month, named.day
    if (month, day) == (2, 29):
        day = 28
    ends = (as_date(f"{period.year + shift}{month:02}{day:02}") for shift in (-1, 0, 1))
    return tuple(end for end in ends if end is not None)
