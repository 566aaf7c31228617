"""The spellings of dates that filings use."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.dates import FoundDate, find_dates, parse_date

DAY = date(2004, 12, 14)


@pytest.mark.parametrize(
    "text",
    [
        "December 14, 2004",
        "DECEMBER 14, 2004",
        "december 14, 2004",
        "December 14 2004",
        "December 14 , 2004",
        "December 14,2004",
        "December14, 2004",
        "December 14. 2004",
        "December, 14, 2004",
        "December, 14 2004",
        "DECEMBER  14,  2004",
        "December\xa014,\xa02004",
        "December\n14,\n2004",
        "December 14,\r\n     2004",
        "December 14th, 2004",
        "December 14TH, 2004",
        "December the 14th, 2004",
        "Dec. 14, 2004",
        "Dec 14, 2004",
        "Dec.14, 2004",
        "DEC 14, 2004",
        "Dec-14-2004",
        "Dec 14, '04",
        "December 14, ’04",
        "14 December 2004",
        "14 Dec. 2004",
        "14 December, 2004",
        "14th December 2004",
        "14th of December, 2004",
        "14-Dec-2004",
        "14-DEC-04",
        "12/14/2004",
        "12/14/04",
        "12-14-04",
        "12-14-2004",
        "12.14.2004",
        "12.14.04",
        "14/12/2004",  # impossible in American order
        "14.12.2004",
        "20041214",
        "2004-12-14",
        "2004/12/14",
        "2004-12-14.",
        "the 14th day of December, 2004",
        "14th day of December 2004",
        "this 14th day of December, A.D. 2004",
        "the 14 day of December, 2004",
        "the fourteenth day of December, 2004",
        "the fourteenth day of December, two thousand and four",
        "The Fourteenth Day of December, Two Thousand Four",
        "14th day of December in the year 2004",
        "Tuesday, December 14, 2004",
        "Tues. December 14, 2004",
        "(December 14, 2004)",
        "  December 14, 2004.  ",
        "____December 14, 2004____",
        "Decemeber 14, 2004",
    ],
)
def test_one_day(text: str) -> None:
    """Every way of writing 14 December 2004 is that day."""
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("May 1, 2004", date(2004, 5, 1)),
        ("Sept. 5, 1999", date(1999, 9, 5)),
        ("Sept 5, 1999", date(1999, 9, 5)),
        ("Mar. 3, 2021", date(2021, 3, 3)),
        ("1/2/03", date(2003, 1, 2)),
        ("1/2/70", date(1970, 1, 2)),
        ("1/2/69", date(2069, 1, 2)),
        ("9-30-97", date(1997, 9, 30)),
        ("2004-2-29", date(2004, 2, 29)),
        ("Febuary 28, 2001", date(2001, 2, 28)),
        ("twenty-first day of June, nineteen hundred and ninety-nine", date(1999, 6, 21)),
        ("thirty-first day of May, nineteen ninety-nine", date(1999, 5, 31)),
        ("the 1st day of June, twenty twenty-one", date(2021, 6, 1)),
        ("second day of July, two thousand", date(2000, 7, 2)),
        ("the thirtieth day of April, 1998", date(1998, 4, 30)),
        ("July 4, 1776", date(1776, 7, 4)),
    ],
)
def test_other_days(text: str, value: date) -> None:
    """Other days, short years and the words of notaries are read as they are meant."""
    assert parse_date(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "December 2004",
        "December, 2004",
        "December 14",
        "December __, 2004",
        "14, 2004",
        "2004",
        "200412",
        "June 31, 2004",
        "February 29, 2005",
        "20041314",
        "13/32/2004",
        "Fourth Quarter 2004",
        "December 14, 2004 and later",
        "on December 14, 2004",
        "December 14, 20045",
        "Decision 14, 2004",
        "Marchand 14, 2004",
        "1-800-555-0142",
        "333-12345-01",
        "0001193125-04-218426",
        "000-27265",
        "9.01.02.03",
    ],
)
def test_no_date(text: str) -> None:
    """Months, quarters, numbers, days that do not exist and longer texts are no date."""
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "resigned on December 14, 2004, effective January 3, 2005.",
            [("December 14, 2004", DAY), ("January 3, 2005", date(2005, 1, 3))],
        ),
        ("the quarter ended June 31, 2004 and", [("June 31, 2004", None)]),
        ("due 02/30/2004", [("02/30/2004", None)]),
        ("February 29, 2003", [("February 29, 2003", None)]),
        ("December 14 and 17, 2004", [("December 14", DAY)]),
        ("December 14-17, 2004", [("December 14", DAY)]),
        (
            "December 14 through December 17, 2004",
            [("December 14", DAY), ("December 17, 2004", date(2004, 12, 17))],
        ),
        (
            "between December 14, and December 17, 2004",
            [("December 14", DAY), ("December 17, 2004", date(2004, 12, 17))],
        ),
        ("in December 2004 and 2003", []),
        ("Item 5 March 14, 2004", [("March 14, 2004", date(2004, 3, 14))]),
        ("page 2\n\nDecember 2004", []),
        ("as of December 31,\n 2004    2003", [("December 31,\n 2004", date(2004, 12, 31))]),
        ("0001193125-04-218426 : 20041222", [("20041222", date(2004, 12, 22))]),
        ("$20041222 and 20041222.50 and 20,041,222", []),
        ("20041222161352", []),
        ("1/2 of 3/4, or 7/32/64, 24/7/365", []),
        ("Section 3.12.04 and 12-34567", []),
        ("dex991-2004-12-14x.htm", []),
        ("we may 14, 2004 may", [("may 14, 2004", date(2004, 5, 14))]),
        ("the 30th day of the month, 2004", []),
        ("Dated: 12/14/2004 12/15/2004", [("12/14/2004", DAY), ("12/15/2004", date(2004, 12, 15))]),
        ("2004-12-14T10:00", [("2004-12-14", DAY)]),
    ],
)
def test_found(text: str, dates: list[tuple[str, date | None]]) -> None:
    """Dates are found in running text with their words, and what only looks like one is not."""
    found = list(find_dates(text))
    assert [(each.text, each.date) for each in found] == dates
    assert all(text[each.start : each.end] == each.text for each in found)


SPELLINGS = ["%B %d, %Y", "%b. %d, %Y", "%d %B %Y", "%m/%d/%Y", "%Y-%m-%d", "%Y%m%d", "%d-%b-%Y"]


@given(st.dates(date(1930, 1, 1), date(2099, 12, 31)), st.sampled_from(SPELLINGS))
def test_every_day(day: date, spelling: str) -> None:
    """Every day is read back from every spelling."""
    assert parse_date(day.strftime(spelling)) == day


@given(st.text(alphabet="December 14,20/.-\n\xa0thdayof", max_size=200))
def test_found_in_order(text: str) -> None:
    """Whatever the text, the finds stand in order, apart, and say the words at their place."""
    end = 0
    for found in find_dates(text):
        assert found.start >= end
        assert text[found.start : found.end] == found.text
        end = found.end


@pytest.mark.parametrize(
    "unit", ["December 1", "12/", "1 , ", "14 and ", " " * 50, "day of ", "May ", "2004-", "1st day of May "]
)
def test_linear(unit: str) -> None:
    """Ten times a hostile text takes about ten times as long."""

    def seconds(text: str) -> float:
        start = time.perf_counter()
        for _ in find_dates(text):
            pass
        return time.perf_counter() - start

    short = unit * (20_000 // len(unit))
    once = min(seconds(short) for _ in range(3))
    assert seconds(short * 10) < 40 * once + 0.05


def test_found_dates_are_values() -> None:
    """Two finds of the same words at the same place are equal."""
    assert next(find_dates("May 1, 2004")) == FoundDate(0, 11, date(2004, 5, 1), "May 1, 2004")
