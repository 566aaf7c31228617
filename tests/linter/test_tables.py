"""The tables of facts: every row can be read, and the ones that rules lean on most are as they should be."""

import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.tables.closings import deadlines, holidays, late_forms, special_closings
from filinglint.tables.document_types import (
    exhibit_number,
    is_document_type,
    is_made_by_sec,
)
from filinglint.tables.exhibits import exhibit, exhibit_family, exhibits
from filinglint.tables.file_numbers import file_number_prefix, file_number_prefixes
from filinglint.tables.form_8k import (
    SWITCH_DATE,
    captions,
    is_item_number,
    item_for_header_caption,
    item_in_force,
    items,
    items_in_force,
)
from filinglint.tables.form_items import form_items, form_of, items_of
from filinglint.tables.formats import formats
from filinglint.tables.places import code_of, codes_of, place, places
from filinglint.tables.rows import Row, plain_words
from filinglint.tables.sic import is_sic_title, sic_titles
from filinglint.tables.submission_types import (
    base_type,
    expected_header,
    expected_headers,
    is_amendment,
    submission_type,
    submission_types,
)

OLD = date(2004, 7, 1)
NEW = date(2004, 12, 22)
LATER = date(2024, 3, 1)

ALL_ROWS: list[Iterable[Row]] = [
    items(),
    form_items(),
    exhibits(),
    submission_types().values(),
    expected_headers(),
    places().values(),
    file_number_prefixes().values(),
    holidays().values(),
    special_closings().values(),
    late_forms(),
    deadlines(),
]


@pytest.mark.parametrize("rows", ALL_ROWS)
def test_rows(rows: Iterable[Row]) -> None:
    """Every row says how sure it is, and does not end before it starts."""
    rows = list(rows)
    assert rows
    for row in rows:
        assert row.confidence in ("high", "medium", "low", "memory")
        assert row.firm == (row.confidence in ("high", "medium"))
        if row.valid_from and row.valid_to:
            assert row.valid_from <= row.valid_to
            assert row.in_force(row.valid_from)
            assert row.in_force(row.valid_to)


def test_every_8k_item_once_a_day() -> None:
    """On any day an item number stands for one item, and has a caption in force."""
    for day in (date(1995, 6, 1), date(1997, 6, 1), OLD, NEW, date(2006, 12, 1), LATER):
        numbers = [item.number for item in items_in_force(day)]
        assert len(numbers) == len(set(numbers))
        assert all(captions(number, day) for number in numbers)


@pytest.mark.parametrize(
    ("number", "on", "known"),
    [
        ("5.02", NEW, True),
        ("5.02", OLD, False),
        ("7", OLD, True),
        ("7", NEW, False),
        ("12", date(2003, 3, 27), False),
        ("12", date(2003, 3, 28), True),
        ("9", date(1997, 1, 1), True),
        ("9", date(1999, 6, 1), False),
        ("9", date(2001, 1, 1), True),
        ("13", OLD, False),  # never adopted
        ("1.05", date(2023, 12, 17), False),
        ("1.05", date(2023, 12, 18), True),
        ("5.06", date(2005, 11, 6), False),
        ("5.07", date(2010, 2, 28), True),
        ("6.06", NEW, False),
        ("6.07", LATER, False),
        ("8", OLD, True),
        ("", NEW, False),
    ],
)
def test_item_in_force(number: str, on: date, known: bool) -> None:
    """An item is in force between its dates, in the numbering of the day."""
    assert (item_in_force(number, on) is not None) is known


@pytest.mark.parametrize(
    ("text", "on", "number"),
    [
        ("Financial statements and exhibits", OLD, "7"),
        ("Financial Statements and Exhibits", NEW, "9.01"),
        ("Financial statements and exhibits", NEW, "9.01"),
        ("Regulation FD Disclosure", OLD, "9"),
        ("Regulation FD Disclosure", NEW, "7.01"),
        ("Results of Operations and Financial Condition", OLD, "12"),
        ("Results of Operations and Financial Condition", NEW, "2.02"),
        ("Other events", OLD, "5"),
        ("Other Events", NEW, "8.01"),
        ("Changes in registrant's certifying accountant", OLD, "4"),
        ("Changes in Registrant's Certifying Accountant", LATER, "4.01"),
        ("Changes in Registrant’s Certifying Accountant", LATER, "4.01"),
        ("Amendments to the Registrant.s Code of Ethics", OLD, "10"),
        (
            "Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers",
            NEW,
            "5.02",
        ),
        (
            "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers: "
            "Compensatory Arrangements of Certain Officers",
            LATER,
            "5.02",
        ),
        ("Cost Associated with Exit or Disposal Activities", LATER, "2.05"),
        ("Costs Associated with Exit or Disposal Activities", LATER, "2.05"),
        ("Material Modifications to Rights of Security Holders", LATER, "3.03"),
        ("Shareholder Nominations Pursuant to Exchange Act Rule 14a-11", LATER, "5.08"),
        ("Entry into a Material Definitive Agreement", LATER, "1.01"),
        ("Entry  into a Material Definitve Agreement", LATER, "1.01"),
        ("Termination of a Material Definitive Agreement", LATER, "1.02"),
        ("5.02", NEW, "5.02"),
        ("<ITEMS>1.05", LATER, "1.05"),
        ("7", OLD, "7"),
        ("Item 57:", NEW, None),
        ("", OLD, None),
        ("Acquisition of Everything", NEW, None),
        ("06b", NEW, None),
    ],
)
def test_item_for_header_caption(text: str, on: date, number: str | None) -> None:
    """What EDGAR prints after ITEM INFORMATION leads to the item of the day's numbering."""
    assert item_for_header_caption(text, on) == number


def test_every_header_wording_leads_home() -> None:
    """Every known wording of a header leads to its own item on a day when both are in force."""
    for item in items():
        for caption in item.header_captions:
            day = caption.valid_from or item.valid_from
            assert day is not None
            assert item_for_header_caption(caption.text, day) == item.number


@pytest.mark.parametrize(
    ("number", "on", "first"),
    [
        ("5.02", NEW, "Departure of Directors or Principal Officers"),
        ("5.02", LATER, "Departure of Directors or Certain Officers"),
        ("5", date(1999, 1, 1), "Other Events"),
        ("5", OLD, "Other Events and Regulation FD Disclosure"),
        ("9", date(1997, 1, 1), "Sales of Equity Securities"),
    ],
)
def test_captions(number: str, on: date, first: str) -> None:
    """Captions follow the form's history."""
    assert captions(number, on)[0].startswith(first)


@pytest.mark.parametrize(
    ("number", "on", "unit", "count"),
    [
        ("5.02", NEW, "business-days", 4),
        ("8.01", NEW, "none", 0),
        ("7.01", NEW, "none", 0),
        ("9.01", NEW, "none", 0),
        ("1", OLD, "calendar-days", 15),
        ("4", OLD, "business-days", 5),
        ("5", OLD, "none", 0),
    ],
)
def test_due(number: str, on: date, unit: str, count: int) -> None:
    """Each item knows when a report under it is due."""
    item = item_in_force(number, on)
    assert item is not None
    assert (item.due.unit, item.due.count) == (unit, count)


def test_8k_details() -> None:
    """Furnished, asset-backed and lettered items are told apart."""
    assert [item.number for item in items_in_force(NEW) if item.furnished] == ["2.02", "7.01"]
    assert all(item.number.startswith("6.") for item in items() if item.asset_backed)
    exhibits_item = item_in_force("9.01", NEW)
    assert exhibits_item is not None
    assert [(p.letter, p.caption) for p in exhibits_item.paragraphs if p.in_force(NEW)][-1] == ("c", "Exhibits")
    assert [(p.letter, p.caption) for p in exhibits_item.paragraphs if p.in_force(LATER)][-1] == ("d", "Exhibits")
    assert is_item_number("13")
    assert not is_item_number("6.07")
    assert date(2004, 8, 23) == SWITCH_DATE


@pytest.mark.parametrize(
    ("code", "form"),
    [("10-K405/A", "10-K"), ("10-KT", "10-K"), ("10KSB", "10-KSB"), ("10-q", "10-Q"), ("8-K", "8-K")],
)
def test_form_of(code: str, form: str) -> None:
    """Variants of a submission type have the items of their form."""
    assert form_of(code) == form


def test_items_of() -> None:
    """Risk factors came in 2005; a 10-Q has two items 1; an unknown form has none."""
    assert "1A" not in [item.number for item in items_of("10-K", NEW)]
    assert [item.part for item in items_of("10-Q", NEW) if item.number == "1"] == ["I", "II"]
    assert items_of("S-1", NEW) == ()
    numbers = [item.number for item in items_of("10-K", LATER)]
    assert len(numbers) == len(set(numbers))
    required = [item.number for item in items_of("10-K", LATER) if item.required]
    assert required == "1 1C 2 3 4 5 7 8 9 9A 9B 9C 10 11 12 13 14 15".split()


@pytest.mark.parametrize(
    ("number", "on", "title"),
    [
        ("99.1", NEW, "Additional exhibits"),
        ("EX-10.3", NEW, "Material contracts"),
        ("3(i)", NEW, "Articles"),
        ("3.(ii)", NEW, "Articles"),
        ("99.01", NEW, "Additional"),
        ("19", date(2024, 1, 1), "Insider trading"),
        ("19", date(2000, 1, 1), "Report furnished"),
        ("104", LATER, "Cover page"),
        ("27", date(1999, 1, 1), "Financial data schedule"),
        ("Exhibit 31.1", NEW, "Certifications"),
    ],
)
def test_exhibit(number: str, on: date, title: str) -> None:
    """An exhibit is found by any spelling of its number, on its day."""
    found = exhibit(number, on)
    assert found is not None
    assert found.title.startswith(title)


@pytest.mark.parametrize(
    ("number", "on"),
    [("27", LATER), ("104", NEW), ("31.1", date(2001, 1, 1)), ("29", NEW), ("999", NEW), ("", NEW), ("A", NEW)],
)
def test_no_exhibit(number: str, on: date) -> None:
    """An exhibit out of its time, or of no number in the table, is none."""
    assert exhibit(number, on) is None


def test_exhibit_details() -> None:
    """Families and embedded exhibits are known."""
    assert exhibit_family("10.23(a)") == "10"
    assert exhibit_family("EX-099.1") == "99"
    assert exhibit_family("1000") is None
    assert [each.number for each in exhibits() if each.embedded] == ["104"]


@pytest.mark.parametrize(
    "code",
    [
        "8-K",
        "10-K405",
        "EX-99.1",
        "EX-99",
        "EX-10.LEASE",
        "EX-4.1.2",
        "EX-99.2A CHARTER",
        "ex-99.p code eth",
        "EX-3.(I)",
        "EX-99.(A)(5)(C)",
        "EX-101.INS",
        "EX-FILING FEES",
        "GRAPHIC",
        "XML",
        "LETTER",
        "COVER",
        "INFORMATION TABLE",
        "ATS-N PART3 ITM.7A",
        "EX-10.A49",
    ],
)
def test_is_document_type(code: str) -> None:
    """Listed types, submission types and extensions of a listed type are document types."""
    assert is_document_type(code)


@pytest.mark.parametrize("code", ["", "EX", "EX-", "EXHIBIT 99", "PRESS RELEASE", "EX99.1", "EX-ABC", "8-KX"])
def test_is_no_document_type(code: str) -> None:
    """What EDGAR would not take as a type is none."""
    assert not is_document_type(code)


def test_document_type_of_the_staff() -> None:
    """Types that the staff makes are told apart."""
    assert is_made_by_sec("TEXT-EXTRACT")
    assert not is_made_by_sec("EX-99.1")


@pytest.mark.parametrize(
    ("code", "number"),
    [("EX-99.1", "99.1"), ("EX-3.(I)", "3.(I)"), ("EX-99.2A CHARTER", "99.2A"), ("8-K", None), ("EX-27", "27")],
)
def test_exhibit_number(code: str, number: str | None) -> None:
    """The number of an exhibit is read from its type."""
    assert exhibit_number(code) == number


@pytest.mark.parametrize("code", ["8-K", "8-k/a", "10-K405", "SC 13D", "SC  13D/A", "424B5", "S-8", "N-CSR", "6-K/A"])
def test_submission_type(code: str) -> None:
    """Present and historic types are known, with their amendments."""
    found = submission_type(code)
    assert found is not None
    assert found.code == " ".join(code.upper().split())


def test_unlisted_amendment() -> None:
    """The amendment of a listed type is known, and amends it."""
    found = submission_type("S-2/A")
    assert found is not None
    found = submission_type("13F-CTR/A")
    assert found is not None
    assert found.amends == "13F-CTR"
    assert is_amendment("8-K/A")
    assert base_type("8-K/A") == "8-K"


@pytest.mark.parametrize("code", ["", "8K", "10-X", "8-K/B", "/A"])
def test_no_submission_type(code: str) -> None:
    """A code that no list has is no submission type."""
    assert submission_type(code) is None


@pytest.mark.parametrize(
    ("code", "period", "items_", "roles"),
    [
        ("8-K", "required", "required", ("FILER",)),
        ("8-K/A", "required", "required", ("FILER",)),
        ("10-K405", "required", "none", ("FILER",)),
        ("S-3/A", "none", "none", ("FILER",)),
        ("4", "required", "none", ("REPORTING-OWNER", "ISSUER")),
        ("SC 13G/A", "none", "none", ("SUBJECT COMPANY", "FILED BY")),
        ("D", "none", "required", ("FILER",)),
    ],
)
def test_expected_header(code: str, period: str, items_: str, roles: tuple[str, ...]) -> None:
    """What a header must hold depends on the submission's type."""
    found = expected_header(code)
    assert found is not None
    assert (found.period, found.items, found.roles) == (period, items_, roles)


def test_expected_headers_name_known_types() -> None:
    """Every family of headers is one of known submission types and file number prefixes."""
    for header in expected_headers():
        assert all(submission_type(form) for form in header.forms)
        assert set(header.file_number_prefixes) <= file_number_prefixes().keys()
    assert expected_header("NO SUCH") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Delaware", "DE"),
        ("DELAWARE", "DE"),
        ("Del.", "DE"),
        ("DE", "DE"),
        ("State of Delaware", "DE"),
        ("a Delaware corporation", "DE"),
        ("New York", "NY"),
        ("N.Y.", "NY"),
        ("Commonwealth of Pennsylvania", "PA"),
        ("Penn.", "PA"),
        ("Mass.", "MA"),
        ("N. Carolina", "NC"),
        ("D.C.", "DC"),
        ("Washington", "WA"),
        ("Ontario", "A6"),
        ("Ontario, Canada", "A6"),
        ("Province of British Columbia", "A1"),
        ("Québec", "A8"),
        ("Canada", "Z4"),
        ("Bermuda", "D0"),
        ("Cayman Islands", "E9"),
        ("British Virgin Islands", "D8"),
        ("England and Wales", "X0"),
        ("The Netherlands", "P7"),
        ("Republic of the Marshall Islands", "1T"),
        ("Marshall Islands", "1T"),
        ("Republic of Korea", "M5"),
        ("People's Republic of China", "F4"),
        ("United States", "X1"),
        ("Puerto Rico", "PR"),
        ("Germany", "2M"),
        ("Delaware, USA", "DE"),
    ],
)
def test_code_of(text: str, code: str) -> None:
    """Names and short names of places lead to EDGAR's codes."""
    assert code_of(text) == code


@pytest.mark.parametrize("text", ["", "Georgia", "Atlantis", "Not applicable", "Delaware and Maryland", "X9"])
def test_no_code(text: str) -> None:
    """What names no place, or two, has no code."""
    assert code_of(text) is None


def test_places() -> None:
    """Georgia is two places; retired codes are known as such."""
    assert codes_of("Georgia") == {"GA", "2Q"}
    retired = place("u2")
    assert retired is not None
    assert retired.kind == "retired"
    assert place("ZZ") is None


def test_every_place_is_found_by_its_name() -> None:
    """Every place in use is among those that its own name can mean."""
    for each in places().values():
        if each.kind in ("us", "canada", "country"):
            assert each.code in codes_of(each.name), each


def test_sic() -> None:
    """Codes have titles, compared without case and marks."""
    assert sic_titles("7372")
    assert is_sic_title("7372", "SERVICES-PREPACKAGED SOFTWARE")
    assert is_sic_title("7372", "services prepackaged software")
    assert not is_sic_title("7372", "State Commercial Banks")
    assert is_sic_title("9", "x") is None


@pytest.mark.parametrize(
    ("number", "act"),
    [("1-3579", "1934 Act"), ("000-27265", "1934 Act"), ("333-12345-01", "1933 Act"), ("24R-00012", "1933 Act")],
)
def test_file_number_prefix(number: str, act: str) -> None:
    """A file number's prefix tells the Act."""
    found = file_number_prefix(number)
    assert found is not None
    assert found.act == act


def test_unknown_prefix() -> None:
    """A prefix that no table has is not known."""
    assert file_number_prefix("777-1") is None
    assert file_number_prefix("") is None


def test_formats() -> None:
    """The lists of the manual do not contradict each other, but for what it took and later refused."""
    lists = formats()
    assert {"p", "table", "font", "a", "html"} <= lists.elements
    assert not lists.elements & lists.forbidden_elements
    assert lists.active_elements - lists.forbidden_elements <= {"iframe", "button"}
    assert "href" in lists.attributes["a"]
    assert {"nbsp", "rsquo", "amp"} <= lists.references
    assert all(re.fullmatch(r"\w+", name) for name in lists.references)


def test_light_imports() -> None:
    """Importing the modules that compare and look up loads no heavy library and reads no table."""
    modules = "dates names addresses business_days tables.form_8k tables.places tables.submission_types"
    heavy = ("rapidfuzz", "phonenumbers", "jsonschema", "dateutil", "lxml", "importlib.resources")
    code = f"""
import importlib, sys
for name in {modules.split()!r}:
    importlib.import_module("filinglint." + name)
print([name for name in {heavy!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.text(max_size=60) | st.text(st.characters(max_codepoint=127), max_size=60))
def test_plain_words_are_letters_and_digits(text: str) -> None:
    """Whatever is no letter and no digit parts words, but the apostrophe."""
    kept = "".join(sign if sign.isalnum() else " " for sign in text.replace("'", "").lower())
    assert plain_words(text) == " ".join(kept.split())
