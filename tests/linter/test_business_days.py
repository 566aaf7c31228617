"""The days on which EDGAR does business, and what is counted in them."""

from datetime import date, datetime, timedelta

import holidays as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.business_days import (
    add_business_days,
    business_day_on_or_after,
    business_days_between,
    deadlines_for,
    due_date,
    filing_date_for,
    is_business_day,
    is_late_form,
    next_business_day,
)
from filinglint.tables.closings import Deadline, deadlines, holidays, special_closings

DAYS = st.dates(date(1993, 1, 2), date(2035, 6, 30))


def test_holidays() -> None:
    """The federal holidays are those of the `holidays` library, but for the first Juneteenth."""
    known = set(library.country_holidays("US", years=range(1993, 2036), observed=True))
    federal = {day for day in known if day.weekday() < 5 and day <= date(2035, 12, 31)}
    ours = set(holidays())
    # Juneteenth of 2021 became law the day before; EDGAR's closing is among the special ones.
    assert federal - ours == {date(2021, 6, 18)}
    assert ours - federal == set()


def test_special_closings() -> None:
    """Each special closing is named, and none of them falls on a holiday or a weekend."""
    firm = {day for day, closing in special_closings().items() if closing.firm}
    assert firm == {
        date(2004, 6, 11),  # mourning for President Reagan
        date(2007, 1, 2),  # mourning for President Ford
        date(2007, 12, 24),  # executive order
        date(2008, 12, 26),  # executive order
        date(2012, 12, 24),  # executive order
        date(2014, 12, 26),  # executive order
        date(2018, 12, 5),  # mourning for President G. H. W. Bush
        date(2018, 12, 24),  # executive order
        date(2019, 12, 24),  # executive order
        date(2020, 12, 24),  # executive order
        date(2021, 6, 18),  # the first Juneteenth
        date(2024, 12, 24),  # executive order
        date(2025, 1, 9),  # mourning for President Carter
    }
    for day, closing in special_closings().items():
        assert closing.name
        assert day.weekday() < 5
        assert day not in holidays()


@pytest.mark.parametrize(
    ("day", "business"),
    [
        (date(2004, 12, 22), True),
        (date(2004, 12, 24), False),  # Christmas observed
        (date(2004, 12, 25), False),
        (date(2004, 4, 9), True),  # Good Friday: exchanges close, EDGAR does not
        (date(2004, 10, 11), False),  # Columbus Day: exchanges trade, EDGAR does not
        (date(2004, 11, 11), False),
        (date(2018, 12, 5), False),
        (date(2021, 6, 18), False),
        (date(2020, 6, 19), True),
        (date(2012, 10, 29), True),  # a day of relief
    ],
)
def test_is_business_day(day: date, business: bool) -> None:
    """EDGAR rests on federal holidays, not on those of the exchanges."""
    assert is_business_day(day) is business


def test_relief() -> None:
    """A day of relief is no day of business for those who ask leniently."""
    assert not is_business_day(date(2012, 10, 29), lenient=True)
    assert add_business_days(date(2012, 10, 26), 1, lenient=True) == date(2012, 10, 31)


@pytest.mark.parametrize(
    ("event", "count", "due"),
    [
        (date(2004, 12, 14), 4, date(2004, 12, 20)),
        (date(2004, 12, 17), 4, date(2004, 12, 23)),
        (date(2004, 12, 18), 4, date(2004, 12, 23)),  # a Saturday: Monday is the first of the four
        (date(2004, 12, 20), 4, date(2004, 12, 27)),
        (date(2004, 12, 20), 0, date(2004, 12, 20)),
        (date(2004, 12, 27), -1, date(2004, 12, 23)),
    ],
)
def test_add_business_days(event: date, count: int, due: date) -> None:
    """Business days are counted from the day after the event."""
    assert add_business_days(event, count) == due


def test_neighbours() -> None:
    """The next business day lies after; a business day is on or after itself."""
    assert next_business_day(date(2004, 12, 23)) == date(2004, 12, 27)
    assert business_day_on_or_after(date(2004, 12, 25)) == date(2004, 12, 27)
    assert business_day_on_or_after(date(2004, 12, 23)) == date(2004, 12, 23)


@given(DAYS, st.integers(0, 60))
def test_between_is_inverse(day: date, count: int) -> None:
    """As many business days lie between a day and the n-th after it as were added."""
    assert business_days_between(day, add_business_days(day, count)) == count


@given(DAYS, st.integers(-400, 400))
def test_between_counts(day: date, distance: int) -> None:
    """The count between two days is that of the days themselves, one by one."""
    other = day + timedelta(days=distance)
    low, high = min(day, other), max(day, other)
    counted = sum(is_business_day(low + timedelta(days=each)) for each in range(1, (high - low).days + 1))
    assert business_days_between(day, other) == (counted if other >= day else -counted)


@pytest.mark.parametrize(
    ("acceptance", "form", "filed"),
    [
        (datetime(2004, 12, 22, 16, 13, 52), "8-K", date(2004, 12, 22)),  # noqa: DTZ001
        (datetime(2004, 12, 22, 17, 30, 0), "8-K", date(2004, 12, 22)),  # noqa: DTZ001
        (datetime(2004, 12, 22, 17, 45, 0), "8-K", date(2004, 12, 23)),  # noqa: DTZ001
        (datetime(2004, 12, 23, 18, 0, 0), "8-K", date(2004, 12, 27)),  # noqa: DTZ001
        (datetime(2004, 12, 22, 21, 30, 0), "4", date(2004, 12, 22)),  # noqa: DTZ001
        (datetime(2002, 12, 20, 21, 30, 0), "4", date(2002, 12, 23)),  # noqa: DTZ001
        (datetime(2004, 12, 25, 9, 0, 0), "8-K", date(2004, 12, 27)),  # noqa: DTZ001
        (datetime(2024, 3, 5, 21, 0, 0), "SC 13D/A", date(2024, 3, 5)),  # noqa: DTZ001
    ],
)
def test_filing_date(acceptance: datetime, form: str, filed: date) -> None:
    """A submission accepted after the cutoff counts for the next business day."""
    assert filing_date_for(acceptance, form) == filed


def test_late_forms() -> None:
    """Ownership reports are taken until ten since May 2003, and by their own code only."""
    assert is_late_form("4/A", date(2003, 5, 5))
    assert not is_late_form("4", date(2003, 5, 4))
    assert not is_late_form("8-K", date(2024, 1, 2))


@pytest.mark.parametrize(
    ("form", "filed", "period", "counts"),
    [
        ("8-K", date(2004, 12, 22), None, {("business-days", 4, "")}),
        ("8-K", date(2004, 7, 1), None, {("business-days", 5, ""), ("calendar-days", 15, "")}),
        ("10-K", date(2001, 3, 30), date(2000, 12, 31), {("calendar-days", 90, "")}),
        (
            "10-K",
            date(2008, 3, 1),
            date(2007, 12, 31),
            {
                ("calendar-days", 60, "large accelerated"),
                ("calendar-days", 75, "accelerated"),
                ("calendar-days", 90, "other"),
            },
        ),
        ("10-K", date(2008, 3, 1), None, set()),
        ("6-K", date(2008, 3, 1), None, set()),
    ],
)
def test_deadlines_for(form: str, filed: date, period: date | None, counts: set[tuple[str, int, str]]) -> None:
    """The deadlines of a form are those in force, by class of filer."""
    assert {(each.unit, each.count, each.filer) for each in deadlines_for(form, filed, period)} == counts


@pytest.mark.parametrize(
    ("unit", "count", "start", "due"),
    [
        ("business-days", 4, date(2004, 12, 14), date(2004, 12, 20)),
        ("calendar-days", 90, date(2004, 12, 31), date(2005, 3, 31)),
        ("calendar-days", 45, date(2004, 6, 30), date(2004, 8, 16)),  # 14 August is a Saturday
        ("months", 4, date(2012, 12, 31), date(2013, 4, 30)),
        ("months", 4, date(2013, 10, 31), date(2014, 2, 28)),
        ("months", 6, date(2005, 3, 31), date(2005, 9, 30)),
        ("months", 4, date(2012, 9, 29), date(2013, 1, 29)),
    ],
)
def test_due_date(unit: str, count: int, start: date, due: date) -> None:
    """A deadline on a day without business moves to the next day of business."""
    assert due_date(Deadline(forms=("X",), unit=unit, count=count, after="period"), start) == due  # type: ignore[arg-type]


def test_deadlines_are_rows() -> None:
    """Every deadline names forms and counts something."""
    assert all(each.forms and each.count > 0 for each in deadlines())
