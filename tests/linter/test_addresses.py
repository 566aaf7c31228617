"""Telephones, addresses, taxpayer and file numbers that are the same in two spellings, and those that are not."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.addresses import (
    find_file_numbers,
    normal_ein,
    normal_file_number,
    normal_phone,
    normal_street,
    normal_zip,
    same_city,
    same_ein,
    same_file_number,
    same_phone,
    same_state,
    same_street,
    same_zip,
)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("(404) 555-0142", "4045550142"),
        ("404-555-0142", "4045550142"),
        ("404.555.0142", "4045550142"),
        ("404/555-0142", "4045550142"),
        ("4045550142", "4045550142"),
        ("404 555 0142", "4045550142"),
        ("(404)555-0142", "4045550142"),
        ("(404)\xa0555–0142", "4045550142"),
        ("1-404-555-0142", "4045550142"),
        ("+1 (404) 555-0142", "4045550142"),
        ("+14045550142", "4045550142"),
        ("14045550142", "4045550142"),
        ("404-555-0142 ext. 12", "4045550142"),
        ("404-555-0142X12", "4045550142"),
        ("404-555-0142 extension 1234", "4045550142"),
        ("Telephone: (404) 555-0142", "4045550142"),
        ("(404) 555-0142 (telephone)", "4045550142"),
        ("1-800-555-CALL", "8005552255"),
        ("1-800-ALDERMERE", "8002533763"),
        ("+44 20 5550 0142", "442055500142"),
        ("011 44 20 5550 0142", "442055500142"),
        ("01144 20 5550 0142", "442055500142"),
        ("020 5550 0142", "02055500142"),
        ("", None),
        ("None", None),
        ("555-0142", None),  # no area code
        ("0000000000", None),
        ("(404) 555-0142 or (404) 555-0143", None),
        ("12", None),
    ],
)
def test_normal_phone(text: str, digits: str | None) -> None:
    """A telephone number is its ten digits, however it is written."""
    assert normal_phone(text) == digits


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("(404) 555-0142", "4045550142", True),
        ("1-404-555-0142", "404 555 0142 x7", True),
        ("(404) 555-0142", "4045550143", False),
        ("(404) 555-0142", "2065550142", False),
        ("+44 20 5550 0142", "(0)20 5550 0142", True),
        ("+44 20 5550 0142", "442055500142", True),
        ("+44 20 5550 0142", "4045550142", None),
        ("+44 20 5550 0142", "+44 20 5550 0199", False),
        ("", "4045550142", None),
        ("555-0142", "4045550142", None),
    ],
)
def test_same_phone(one: str, other: str, same: bool | None) -> None:
    """Two spellings of one number are the same; a missing area code leaves it open."""
    assert same_phone(one, other) is same
    assert same_phone(other, one) is same


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("250 Alder Street, Suite E100", "250 alder st ste e100"),
        ("250 ALDER ST STE E100", "250 alder st ste e100"),
        ("One Alder Way", "1 alder way"),
        ("P.O. Box 391", "po box 391"),
        ("PO BOX 391", "po box 391"),
        ("Post Office Box 391", "po box 391"),
        ("601 Fifth Avenue, 25th Floor", "601 5th ave fl 25"),
        ("", ""),
    ],
)
def test_normal_street(text: str, normal: str) -> None:
    """A street is brought to words that can be compared."""
    assert normal_street(text) == normal


@pytest.mark.parametrize(
    ("cover", "header"),
    [
        ("250 Alder Street", "250 ALDER ST"),
        ("250 Alder Street, Suite E100", "250 ALDER ST STE E100"),
        ("250 Alder Street, Suite E-100", "250 ALDER ST, STE E 100".replace("E 100", "E-100")),
        ("250 Alder Street", "250 ALDER ST, STE E100"),
        ("250 Alder Street, 5th Floor", "250 ALDER ST, 5TH FL"),
        ("250 Alder Street, Fifth Floor", "250 ALDER ST FL 5"),
        ("250 Alder Street #400", "250 ALDER ST SUITE 400"),
        ("250 North Alder Avenue", "250 N ALDER AVE"),
        ("250 N.W. Alder Boulevard", "250 NW ALDER BLVD"),
        ("250 Southwest Alder Parkway", "250 SW ALDER PKWY"),
        ("One Alder Plaza", "1 ALDER PLZ"),
        ("One Alder Plaza", "ONE ALDER PLAZA"),
        ("Three Alder Park Drive", "3 ALDER PARK DR"),
        ("601 Fifth Avenue", "601 5TH AVE"),
        ("601 5th Ave.", "601 FIFTH AVENUE"),
        ("Alder Tower, 800 Birch Street", "800 BIRCH STREET"),
        ("800 Birch Street", "800 BIRCH ST, B-5 317A"),
        ("2200 Alder College Boulevard", "2200 ALDER COLLEGE BLVD, RNB-4-151"),
        ("13-05 44th Avenue", "13-05 44TH AVE"),
        ("P.O. Box 391", "PO BOX 391"),
        ("250 Alder Street, P.O. Box 391", "250 ALDER ST"),
        ("250 St. Alder Street", "250 SAINT ALDER ST"),
        ("250 Alder Highway", "250 ALDER HWY"),
        ("1200 Highway 12", "1200 HWY 12"),
        ("250\nAlder Street", "250 ALDER ST"),
        ("250 O’Alder Street", "250 OALDER ST"),
        ("Alder Center", "ALDER CENTRE"),
    ],
)
def test_same_street(cover: str, header: str) -> None:
    """Abbreviations, number words and a suite on one side do not make another place."""
    assert same_street(cover, header) is True
    assert same_street(header, cover) is True


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("250 Alder Street", "251 Alder Street", False),
        ("250 Alder Street", "250 Birch Street", False),
        ("250 Alder Street", "250 Alder Avenue", False),
        ("250 N Alder Street", "250 S Alder Street", False),
        ("250 Alder Street, Suite 100", "250 Alder Street, Suite 200", False),
        ("250 Alder Street", "601 Union Avenue, Suite 1000", False),
        ("P.O. Box 391", "P.O. Box 392", False),
        ("3345 North First Street", "3545 NORTH FIRST STREET", False),
        ("Alder Center", "Birch Works", False),
        ("250 Alder", "250 Alder Street", None),
        ("250 Alder Street", "250 N Alder Street", None),
        ("250 Aldermere Street", "250 Aldermeer Street", None),
        ("P.O. Box 391", "250 Alder Street", None),
        ("Alder Corporate Center", "555 Birch Avenue", None),
        ("Alder Street", "250 Alder Street", None),
        ("", "250 Alder Street", None),
    ],
)
def test_other_street(one: str, other: str, same: bool | None) -> None:
    """Another number, street, kind or suite is another place; what is only missing leaves it open."""
    assert same_street(one, other) is same
    assert same_street(other, one) is same


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("30303", "30303"),
        ("30303-1234", "30303"),
        ("30303 1234", "30303"),
        ("303031234", "30303"),
        ("M5J 2T3", "M5J2T3"),
        ("ec1a 1bb", "EC1A1BB"),
        ("", None),
        ("Georgia", None),
    ],
)
def test_normal_zip(text: str, code: str | None) -> None:
    """A ZIP code is its five digits, a foreign code its letters and digits."""
    assert normal_zip(text) == code


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("30303-1234", "30303", True),
        ("02110", "2110", True),
        ("M5J2T3", "M5J 2T3", True),
        ("30303", "30304", False),
        ("", "30303", None),
    ],
)
def test_same_zip(one: str, other: str, same: bool | None) -> None:
    """Only the five digits count."""
    assert same_zip(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Atlanta", "ATLANTA", True),
        ("St. Alder", "SAINT ALDER", True),
        ("Mc Alder", "MCALDER", True),
        ("Fort Alder", "FT ALDER", True),
        ("New York", "NEW YORK CITY", True),
        ("Washington, D.C.", "WASHINGTON", True),
        ("Montréal", "MONTREAL", True),
        ("North Alder", "N. ALDER", True),
        ("Alder", "ALDER HEIGHTS", None),
        ("Mountain Alder", "MTN ALDER", True),
        ("Alderville", "ALDERVL", None),
        ("Aldermere", "ALDERMEER", None),
        ("Atlanta", "SEATTLE", False),
        ("Atlanta", "", None),
    ],
)
def test_same_city(one: str, other: str, same: bool | None) -> None:
    """Cities are compared without accents, blanks and customary abbreviations."""
    assert same_city(one, other) is same
    assert same_city(other, one) is same


@pytest.mark.parametrize(
    ("stated", "code", "same"),
    [
        ("Delaware", "DE", True),
        ("DE", "DE", True),
        ("a Delaware corporation", "DE", True),
        ("State of Delaware", "de", True),
        ("Incorporated in the State of Delaware", "DE", True),
        ("Delaware, United States", "DE", True),
        ("Georgia", "GA", True),
        ("Georgia", "2Q", True),
        ("Bermuda", "D0", True),
        ("Ontario, Canada", "A6", True),
        ("Canada", "A6", None),
        ("United States", "DE", None),
        ("Delaware", "NV", False),
        ("Bermuda", "DE", False),
        ("Cayman Islands", "D8", False),
        ("Germany", "I8", None),  # a retired code
        ("Atlantis", "DE", None),
        ("", "DE", None),
        ("Delaware", "", None),
        ("Delaware", "??", None),
    ],
)
def test_same_state(stated: str, code: str, same: bool | None) -> None:
    """A state is compared through EDGAR's codes; a country for its state is not another place."""
    assert same_state(stated, code) is same


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("91-2145721", "912145721"),
        ("912145721", "912145721"),
        ("91 2145721", "912145721"),
        ("91–2145721", "912145721"),
        ("12145721", "012145721"),  # a lost leading zero
        ("1-2145721", "012145721"),
        ("I.R.S. Employer Identification No. 91-2145721", "912145721"),
        ("91-2145721 (I.R.S.)", "912145721"),
        ("000000000", None),
        ("00-0000000", None),
        ("N/A", None),
        ("91-214572", None),
        ("(404) 555-0142", None),
        ("", None),
    ],
)
def test_normal_ein(text: str, digits: str | None) -> None:
    """A taxpayer number is nine digits; placeholders are none."""
    assert normal_ein(text) == digits


def test_same_ein() -> None:
    """Two numbers are compared, a placeholder with nothing."""
    assert same_ein("91-2145721", "912145721") is True
    assert same_ein("91-2145721", "912145722") is False
    assert same_ein("91-2145721", "000000000") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1-3579", "001-03579"),
        ("001-03579", "001-03579"),
        ("0-27265", "000-27265"),
        ("000-27265", "000-27265"),
        ("File No. 1-3579", "001-03579"),
        ("Commission File Number: 0-27265", "000-27265"),
        ("333-12345-01", "333-12345-01"),
        ("333-123456", "333-123456"),
        ("811-04321", "811-04321"),
        ("811-4321", "811-04321"),
        ("33-12345", "033-12345"),
        ("33-12345-A", "033-12345-A"),
        ("24R-00012", "24R-00012"),
        ("1–3579", "001-03579"),
        ("0 - 27265", "000-27265"),
        ("0- 27265", "000-27265"),
        ("(Commission File No. 1-44)", "001-00044"),
        ("001-03579; 001-03579", "001-03579"),
        ("1-3579 and 1-3580", None),
        ("91-2145721", None),
        ("404-555-0142", None),
        ("801-555-0142", None),
        ("1-800-555-0142", None),
        ("12-31-2004", None),
        ("8-12-04", None),
        ("777-12345", None),
        ("0001193125-04-218426", None),
        ("", None),
        ("None", None),
    ],
)
def test_normal_file_number(text: str, number: str | None) -> None:
    """A file number is found in its usual dress; telephones, dates and taxpayer numbers are none."""
    assert normal_file_number(text) == number


def test_find_file_numbers() -> None:
    """All numbers of a cover are found, in order, each once."""
    text = "Commission file numbers 1-3579, 333-12345-01 and 1-3579; call 1-800-555-0142"
    assert find_file_numbers(text) == ("001-03579", "333-12345-01")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1-3579", "001-03579", True),
        ("0-27265", "001-31989", False),
        ("333-12345", "333-12345-01", None),
        ("333-12345-01", "333-12345-02", False),
        ("N/A", "001-03579", None),
    ],
)
def test_same_file_number(one: str, other: str, same: bool | None) -> None:
    """Zeros do not count; a missing suffix leaves it open."""
    assert same_file_number(one, other) is same
    assert same_file_number(other, one) is same


COMPARISONS: list[Callable[[str, str], bool | None]] = [
    same_phone,
    same_street,
    same_zip,
    same_city,
    same_ein,
    same_file_number,
]


@given(st.text(max_size=80), st.text(alphabet="0123456789 -()abcstree.,#", max_size=60))
def test_any_text(one: str, other: str) -> None:
    """No text makes a comparison fail, itself it is or cannot be told, and the order does not matter."""
    for same in COMPARISONS:
        assert same(one, other) is same(other, one)
        assert same(one, one) is not False
        assert same(other, other) is not False
    assert same_state(one, "DE") in (True, False, None)


def test_long_texts() -> None:
    """Texts of any length are answered at once."""
    for same in COMPARISONS:
        same("1-" * 500_000, "(404 " * 500_000)
        same(" " * 1_000_000, "1 " * 500_000)
