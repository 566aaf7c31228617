"""The facts of certifications under the Sarbanes-Oxley Act."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import read_submission
from filinglint.facts.certifications import Certifications, certifications
from filinglint.located import Absent
from filinglint.source import Source
from readings import shown, statements, submission

SECTION_302 = """
                                                               Exhibit 31.1
                               CERTIFICATION

I, Ann Doe, certify that:

1. I have reviewed this annual report on Form 10-K of Alpha Widgets, Inc.;

2. Based on my knowledge, this report does not contain any untrue statement of
a material fact or omit to state a material fact;

3. Based on my knowledge, the financial statements, and other financial
information included in this report, fairly present in all material respects
the financial condition;

4. The registrant's other certifying officer and I are responsible for
establishing and maintaining disclosure controls and procedures (as defined in
Exchange Act Rules 13a-15(e)) and internal control over financial reporting (as
defined in Exchange Act Rules 13a-15(f)) for the registrant and have:

(a) Designed such disclosure controls and procedures;

(b) Designed such internal control over financial reporting;

(c) Evaluated the effectiveness of the registrant's disclosure controls; and

(d) Disclosed in this report any change in the registrant's internal control;

5. The registrant's other certifying officer and I have disclosed, based on our
most recent evaluation of internal control over financial reporting:

(a) All significant deficiencies and material weaknesses; and

(b) Any fraud, whether or not material, that involves management.

Date: March 1, 2005

                                   /s/ Ann Doe
                                   Ann Doe
                                   Chief Executive Officer
"""
SECTION_906 = """
                                                               Exhibit 32
                CERTIFICATION PURSUANT TO 18 U.S.C. SECTION 1350

In connection with the Annual Report of Alpha Widgets, Inc. (the "Company") on
Form 10-K for the period ended December 31, 2004 (the "Report"), each of the
undersigned certifies that:

(1) the Report fully complies with the requirements of Section 13(a); and

(2) the information contained in the Report fairly presents, in all material
respects, the financial condition of the Company.

/s/ Ann Doe                                 /s/ Bob Roe
Ann Doe                                     Bob Roe
Chief Executive Officer                     Chief Financial Officer

March 1, 2005
"""


def found(*documents: tuple[str, str]) -> Certifications:
    """Return the certifications of an annual report with *documents* as exhibits."""
    return certifications.of(submission(("10-K", "FORM 10-K\n\nItem 1. Business.\n"), *documents))


def test_section_302() -> None:
    """A certification under section 302 names officer, form and registrant, and has its paragraphs."""
    (one,) = found(("EX-31.1", SECTION_302)).of_kind("302")
    assert shown(one.certifier) == "Ann Doe"
    assert shown(one.first_line) == "-"
    assert (shown(one.report), shown(one.form)) == ("annual report", "Form 10-K")
    assert shown(one.registrant) == "Alpha Widgets, Inc."
    assert [paragraph.number for paragraph in one.paragraphs] == "1 2 3 4 4a 4b 4c 4d 5 5a 5b".split()
    assert [each.id for each in one.elements if isinstance(each.words, Absent)] == ["6"]
    assert [(shown(s.conformed), shown(s.name), shown(s.title), shown(s.date)) for s in one.signers] == [
        ("/s/ Ann Doe", "Ann Doe", "Chief Executive Officer", "2005-03-01")
    ]
    assert one.date.value == date(2005, 3, 1)


def test_section_906() -> None:
    """One certification under section 906 may be signed by both officers; it names the period."""
    (one,) = found(("EX-32", SECTION_906)).of_kind("906")
    assert (shown(one.form), shown(one.registrant)) == ("Form 10-K", "Alpha Widgets, Inc.")
    assert one.period.value == date(2004, 12, 31)
    assert [shown(signer.name) for signer in one.signers] == ["Ann Doe", "Bob Roe"]
    assert [shown(signer.title) for signer in one.signers] == ["Chief Executive Officer", "Chief Financial Officer"]
    assert all(shown(each.words) != "-" for each in one.elements)


@pytest.mark.parametrize(
    ("old", "new", "element"),
    [
        ("does not contain any untrue statement of\na material fact", "is true", "2"),
        ("fairly present in all material respects", "show", "3"),
        (" and internal control over financial reporting (as\ndefined in Exchange Act Rules 13a-15(f))", "", "4-icfr"),
        ("Designed such internal control over financial reporting", "Done", "4b"),
        ("Any fraud, whether or not material,", "Whatever", "5b"),
    ],
)
def test_missing_statements(old: str, new: str, element: str) -> None:
    """A statement that is left out is absent, the others are not."""
    (one,) = found(("EX-31.1", SECTION_302.replace(old, new))).certifications
    assert {each.id for each in one.elements if isinstance(each.words, Absent)} == {"6", element}


def test_missing_signature_and_date() -> None:
    """A certification without signature or date says so."""
    text = SECTION_302.replace("/s/ Ann Doe\n", "By:\n").replace("Date: March 1, 2005", "")
    (one,) = found(("EX-31.1", text)).certifications
    assert shown(one.date) == "-"
    assert [(shown(s.conformed), shown(s.name)) for s in one.signers] == [("-", "Ann Doe")]


def test_title_in_the_first_line() -> None:
    """Words between the officer's name and "certify" are kept: a title should not be there."""
    text = SECTION_302.replace(
        "I, Ann Doe, certify", "I, Ann Doe, Chief Executive Officer of Alpha Widgets, Inc., certify"
    )
    (one,) = found(("EX-31.1", text)).certifications
    assert shown(one.certifier) == "Ann Doe"
    assert shown(one.first_line) == "Chief Executive Officer of Alpha Widgets, Inc."


def test_two_in_one_document() -> None:
    """Two officers in one document are two certifications."""
    both = SECTION_302 + SECTION_302.replace("Ann Doe", "Bob Roe").replace("Executive Officer", "Financial Officer")
    assert [(shown(each.certifier), shown(each.signers[0].name)) for each in found(("EX-31", both)).certifications] == [
        ("Ann Doe", "Ann Doe"),
        ("Bob Roe", "Bob Roe"),
    ]


def test_in_the_report() -> None:
    """In 2002 and 2003 certifications stood in the report, after its signatures."""
    case = submission(("10-K", "FORM 10-K\n\nItem 1. Business.\n\n" + SECTION_302))
    assert [each.kind for each in certifications.of(case).certifications] == ["302"]


def test_unread() -> None:
    """An EX-31 in which no certification is found is named; another exhibit is not."""
    fact = found(("EX-31.1", "See the report."), ("EX-99.1", "News."))
    assert fact.certifications == ()
    assert [each.type_name for each in fact.unread] == ["EX-31.1"]


PIECES = st.sampled_from(
    [
        "I, Ann Doe, certify that:",
        "I have reviewed this annual report on Form 10-K of",
        "Section 1350",
        "fully complies with",
        "for the period ended December 31, 2004",
        "/s/ Ann Doe",
        "Date:",
        "1.",
        "(a)",
        "<p>",
        "  ",
        "\n",
        "\n\n",
    ]
)
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.one_of(PIECES, TEXT), max_size=50), st.sampled_from(["EX-31", "EX-32", "EX-99"]))
def test_any_text(parts: list[str], kind: str) -> None:
    """No text makes the extractor fail, and each value is the words at its place."""
    case = submission(("10-K", "FORM 10-K\n"), (kind, "".join(parts)))
    for each in statements(certifications.of(case)):
        if isinstance(each.value, str):
            assert case.words(each.span) == each.value


def test_real_certifications(corpus: Path) -> None:
    """The certifications of real annual reports are all read, with signer and form."""
    for path in sorted((corpus / "filings" / "10-k").glob("*.txt")):
        case = read_submission(Source.from_path(str(path)))
        fact = certifications.of(case)
        declared = [each for each in case.filed_documents if each.type_name.startswith(("EX-31", "EX-32"))]
        assert not fact.unread
        assert len(fact.certifications) >= len(declared)
        assert all(shown(each.form) == "Form 10-K" and each.signers for each in fact.certifications)
