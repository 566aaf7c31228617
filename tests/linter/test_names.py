"""Names that are the same though EDGAR and a charter spell them apart, and names that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.names import is_series_of, names_another, normal_name, same_name, same_person


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The Seaward, Rowan & Co. /NY/", "seaward rowan co"),
        ("ALDERMERE NETWORK SERVICES CORP", "aldermere network svcs corp"),
        ("Aldermere Network Services Corporation", "aldermere network svcs corp"),
        ("Aldermere Holdings, L.L.C.", "aldermere hldgs llc"),
        ("ALDERMERE FUNDING L P", "aldermere funding lp"),
        ("", ""),
        ("***", ""),
    ],
)
def test_normal_name(text: str, normal: str) -> None:
    """A name is brought to words that can be compared."""
    assert normal_name(text) == normal


@pytest.mark.parametrize(
    ("header", "cover"),
    [
        ("ALDERMERE CORP", "Aldermere Corporation"),
        ("ALDERMERE CO", "THE ALDERMERE COMPANY"),
        ("HOMEWARD BARN INC", "Homeward Barn, Inc. (The)"),
        ("HOMEWARD BARN, INC.", "The Homeward Barn, Inc."),
        ("ALDERMERE INC", "Aldermere Incorporated"),
        ("ALDERMERE INC", "ALDERMERE\xa0INC."),
        ("ALDERMERE INC", "Aldermere,\n   Inc."),
        ("ALDERMERE LTD", "Aldermere Limited"),
        ("ALDERMERE LLC", "Aldermere L.L.C."),
        ("ALDERMERE LLC", "Aldermere Limited Liability Company"),
        ("ALDERMERE PARTNERS L P", "Aldermere Partners, L.P."),
        ("ALDERMERE PARTNERS LP", "Aldermere Partners Limited Partnership"),
        ("ALDERMERE N V", "Aldermere N.V."),
        ("ALDERMERE PLC", "Aldermere p.l.c."),
        ("ALDERMERE PLC", "Aldermere Public Limited Company"),
        ("ALDERMERE S A", "Aldermère S.A."),
        ("ALDERMERE SA DE CV", "Aldermere, S.A. de C.V."),
        ("SEAWARD ROWAN & CO", "SEAWARD, ROWAN AND CO."),
        ("ALDERMERE CORP /DE/", "Aldermere Corporation"),
        ("ALDERMERE CORP/DE", "Aldermere Corporation"),
        ("ALDERMERE CORP /NEW", "Aldermere Corporation"),
        ("ALDERMERE CORP \\PA\\", "Aldermere Corporation"),
        ("ALDERMERE CORP/", "Aldermere Corporation"),
        ("ALDERMERE / /FI", "Aldermere"),
        ("ALDERMERE CO/NEW/DE", "Aldermere Company"),
        ("ALDER MERE NETWORK", "Aldermere Network"),
        ("ALDERGROUP INC", "Alder Group, Inc."),
        ("ALDERMERE COM INC", "ALDERMERE.COM, INC."),
        ("JQ ALDERMERE & CO", "J.Q. Aldermere & Co."),
        ("J Q ALDERMERE & CO", "JQ Aldermere & Co."),
        ("ALDERMERE J Q CO INC", "J. Q. Aldermere Company, Inc."),
        ("ALDERMERE QUENTIN & CO", "Quentin Aldermere & Company"),
        ("DUMONT E Q DE VALMERE & CO", "E. Q. du Mont de Valmere and Company"),
        ("HALE J B TRANSPORT SERVICES INC", "J.B. Hale Transport Services, Inc."),
        ("OMALLEY FOODS INC", "O’Malley Foods, Inc."),
        ("O MALLEY FOODS INC", "O'Malley Foods Inc"),
        ("ALDERMERES CORP", "Aldermere's Corporation"),
        ("ALDERMERE INTL INC", "Aldermere International, Inc."),
        ("ALDERMERE MFG CO", "Aldermere Manufacturing Company"),
        ("ALDERMERE HLDGS INC", "Aldermere Holdings, Inc."),
        ("ALDERMERE FINL GRP INC", "Aldermere Financial Group, Inc."),
        ("ALDERMERE TECH INC", "Aldermere Technologies, Inc."),
        ("ALDERMERE TECH INC", "Aldermere Technology Inc"),
        ("ALDERMERE NATL CORP", "Aldermere National Corporation"),
        ("1ST ALDERMERE BANCORP", "First Aldermere Bancorp"),
        ("ST ALDERMERE CORP", "Saint Aldermere Corporation"),
        ("US ALDERMERE CORP", "United States Aldermere Corporation"),
        ("U S ALDERMERE CORP", "U.S. Aldermere Corporation"),
        ("ALDERMERE CAPITAL TRUST II", "Aldermere Capital Trust 2"),
        ("A&B ALDERMERE INC", "A & B Aldermere, Inc."),
        ("ALDERMERE BANK NA", "Aldermere Bank, National Association"),
        ("ALDERMERE PROPERTIES LTD PARTNERSHIP XV", "Aldermere Properties Limited Partnership - XV"),
        ("SOEDERMERE AB", "Södermere AB"),
        ("KOBENHMERE AG", "Københmere AG"),
        ("SMITH JOHN A", "John A. Smith"),
        ("SMITH JOHN", "John A. Smith"),
        ("Aldermere Corp", "Aldermere Corp. (formerly Birchmere Inc.)"),
    ],
)
def test_same(header: str, cover: str) -> None:
    """What EDGAR does to a name does not make it another, in either order."""
    assert same_name(header, cover) is True
    assert same_name(cover, header) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", "Aldermere Inc"),
        ("ALDERMERE", "Aldermere Corporation"),  # a legal form on one side only
        ("ALDERMERE CO", "Aldermere Co., Inc."),
        ("ALDERMERE LTD", "Aldermere PLC"),  # forms of other countries
        ("ALDERMERE GROUP INC", "Aldermere, Inc."),
        ("ALDERMERE COM GROUP INC", "Aldermere Group, Inc."),
        ("BANK ALDERMERE CORP", "Bank of Aldermere Corporation"),
        ("ALDERMERE SYSTEM INC", "Aldermere Systems Inc."),
        ("ALDERMERE TECHNOLOGY INC", "Aldermere Technologies, Inc."),
        ("ABM CORP", "Aldermere Business Machines Corporation"),
        ("ALDERMERE PRPTS INC", "Aldermere Prospects Inc"),
        (
            "ALDERMERE ASSET BACKED SECURITIES MASTER FUNDING TRUST SERIE",
            "Aldermere Asset Backed Securities Master Funding Trust Series 2004-1",
        ),
        ("BIRCHMERE INC", "Aldermere Corp. (formerly Birchmere Inc.)"),
        ("Walden Aldermere", "Walden Aldermere Advisors"),  # a middle name, or a subsidiary
    ],
)
def test_cannot_tell(one: str, other: str) -> None:
    """What may be EDGAR's doing, or another company, is left open."""
    assert same_name(one, other) is None
    assert same_name(other, one) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ALDERMERE CORP", "Birchmere Corporation"),
        ("ALDERMERE CORP", "Aldermere LLC"),
        ("ALDERMERE CORP", "Aldermere, Inc."),
        ("ALDERMERE LP", "Aldermere, Inc."),
        ("ALDERMERE COMPUTER INC", "Aldermere Inc."),
        ("ALDERMERE NETWORK SERVICES CORP", "Aldermere Services Corporation"),
        ("ALDERMERE WHOLESALE CORP", "Aldermere Companies Inc"),
        ("ALDERMERE POWER CO", "BIRCHMERE POWER CO"),
        ("NORTHGATE FINANCIAL CORP", "Southgate Financial Corporation"),
        ("ALDERMERE CAPITAL TRUST I", "Aldermere Capital Trust II"),
        ("ALDERMERE PARTNERS VII L P", "Aldermere Partners VIII, L.P."),
        ("ALDERMERE TRUST 2004-1", "Aldermere Trust 2004-2"),
        ("ALDERMERE ENERGY INC", "Aldermere Electric Inc"),
        ("ALDERMERE CORP", "Aldermeer Corporation"),  # a slip of the pen is another name
        ("ABM CORP", "Birchmere Business Machines Corporation"),
        ("SMITH JOHN A", "Jane B. Smith"),
        ("SMITH JOHN A", "John B. Smith"),
        ("FIRST ALDERMERE BANCORP", "Second Aldermere Bancorp"),
    ],
)
def test_different(one: str, other: str) -> None:
    """A word that EDGAR would not change makes another company."""
    assert same_name(one, other) is False
    assert same_name(other, one) is False


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("SMITH JOHN A", "John A. Smith", True),
        ("John Smith", "John A. Smith", True),
        ("J. A. Smith", "John Alfred Smith", None),
        ("John Alfred Smith", "John A. Smith", True),
        ("Mr. John A. Smith", "John A. Smith, Jr.", True),
        ("John A. Smith Jr.", "John A. Smith III", False),
        ("J.A. Smith", "JA Smith", True),
        ("Bill Smith", "William Smith", None),
        ("William T. Smith", "Bill T. Smith", None),
        ("Jon Smith", "John Smith", None),
        ("James Smith", "John Smith", False),
        ("John Smith", "John Jones", False),
        ("Mary Anne Smith", "Mary Anne Jones", None),
        ("José Núñez", "Jose Nunez", True),
        ("John O’Hara", "O HARA JOHN", True),
        ("", "John Smith", None),
        ("Dr. Jane Q. Roe, M.D.", "ROE JANE Q", True),
        ("Jane Roe", "John Doe", False),
    ],
)
def test_same_person(one: str, other: str, same: bool | None) -> None:
    """Persons are told by their surname and first name; short and married names are left open."""
    assert same_person(one, other) is same
    assert same_person(other, one) is same


WORDS = st.lists(st.sampled_from(["alder", "birch", "cedar", "group", "co", "inc", "j", "&", "of", "/DE/"]), max_size=8)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_symmetric(one: str, other: str) -> None:
    """The order of the two names does not matter."""
    assert same_name(one, other) == same_name(other, one)
    assert same_person(one, other) == same_person(other, one)


@given(st.text(max_size=80))
def test_itself(text: str) -> None:
    """Every name is itself, unless nothing is left of it."""
    assert same_name(text, text) is (True if normal_name(text) else None)


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("ALPHA AUTO TRUST 2002-A ALPHA RECEIVABLES CORPORATION (Originator of the trust)", True),
        ("ALPHA RECEIVABLES CORPORATION ALPHA AUTO TRUST 2002-A", True),
        ("ALPHA AUTO TRUST 2002-A", False),
        ("ALPHA AUTO TRUST 2002-A OF DELAWARE", False),
        ("BETA AUTO TRUST 2002-A BETA CORPORATION", False),
    ],
)
def test_names_another(text: str, another: bool) -> None:
    """A cover may name the organisation that formed the trust beside it."""
    assert names_another(text, "ALPHA AUTO TRUST 2002-A") is another


def test_long_names() -> None:
    """A name of any length is answered at once."""
    same_name("a " * 100_000, "b " * 100_000)
    same_name("a" * 1_000_000, "/" * 1_000_000)


@pytest.mark.parametrize(
    ("one", "other", "series"),
    [
        ("Alpha Mortgage Securities Corp.", "ALPHA MORTGAGE SECURITIES CORP SERIES 2000-1", True),
        ("Alpha Auto Trust 2002-A, 2002-B", "ALPHA AUTO TRUST 2002-A", False),
        ("Alpha Auto Corp.", "ALPHA AUTO CORP TRUST 2002-A", True),
        ("Alpha Auto Corp.", "ALPHA AUTO CORP OF OHIO", False),
        ("Alpha Auto Corp. Series 2000-1", "ALPHA AUTO CORP SERIES 2000-2", False),
        ("Alpha Loan Trust, Asset Backed Pass-Through Certificates, Series 2000-2", "ALPHA LOAN TRUST 2000-2", True),
        ("Alpha Loan Trust, Asset-Backed Notes, Series 2000-3", "ALPHA LOAN TRUST 2000-2", False),
        ("Alpha Auto Corp. Pass-Through Certificates, Series 2000-C1 Trust", "ALPHA AUTO CORP SERIES 2000-C1", True),
        ("Alpha Auto Corp. Pass-Through Certificates, Series 2000-C2 Trust", "ALPHA AUTO CORP SERIES 2000-C1", False),
        ("Alpha Auto Corp. Series 2000-1", "BETA AUTO CORP SERIES 2000-1", False),
    ],
)
def test_series_of_a_name(one: str, other: str, series: bool) -> None:
    """A name with a series of securities behind it is the series of whoever bears the name."""
    assert is_series_of(one, other) is series
    assert is_series_of(other, one) is series
