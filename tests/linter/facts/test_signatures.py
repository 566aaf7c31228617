"""The facts of signature blocks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.dates import find_dates
from filinglint.documents.submission import is_submission, read_document, read_submission
from filinglint.facts import signers
from filinglint.facts.signatures import SignatureBlock, Signatures, signatures
from filinglint.located import Located
from filinglint.source import Source
from readings import document, shown, statements

SENTENCE = """Pursuant to the requirements of the Securities Exchange Act of 1934, the
registrant has duly caused this report to be signed on its behalf by the
undersigned, thereunto duly authorized.
"""
PERSONS = """Pursuant to the requirements of the Securities Exchange Act of 1934, this
report has been signed below by the following persons on behalf of the
registrant and in the capacities and on the dates indicated.
"""


def found(body: str, *, html: bool = False) -> Signatures:
    """Return the signatures of a report whose signature page is *body*."""
    front = "Item 5. Other Events.\n\nNothing.\n\n"
    return signatures.of(document(f"<html><body><p>{front}</p>{body}</body></html>" if html else front + body))


def people(block: SignatureBlock) -> list[tuple[str, ...]]:
    """Return what a block states of each signer."""
    return [(shown(s.conformed), shown(s.name), shown(s.title), shown(s.date)) for s in block.signers]


@pytest.mark.parametrize(
    "page",
    [
        """
                                   ALPHA WIDGETS, INC.

Date: January 5, 2004              By: /s/ Ann Doe
                                       -----------------------
                                       Ann Doe
                                       President and Chief
                                       Executive Officer
""",
        """
                                   ALPHA WIDGETS, INC.
                                   (Registrant)

                                   By:    /s/ Ann Doe
                                      Name:   Ann Doe
                                      Title:  President and Chief Executive Officer

Dated: January 5, 2004
""",
        """
ALPHA WIDGETS, INC.

By:  /s/ Ann Doe
     ------------------------------------------------
     (Ann Doe, President and Chief Executive Officer)

Date: January 5, 2004
""",
        """
ALPHA WIDGETS, INC.

By:  /s/ Ann Doe
     Ann Doe, President and Chief Executive Officer

Date: January 5, 2004

                                 EXHIBIT INDEX

99   News release dated January 4, 2004
""",
        """
                                   ALPHA WIDGETS, INC.

                                           /s/ Ann Doe
                                   By________________________
                                   Ann Doe President and Chief Executive Officer

5 January 2004
""",
    ],
)
def test_layouts_of_text(page: str) -> None:
    """A signer's name and title stand below the signature, the date beside it, before it or after."""
    (block,) = found("SIGNATURES\n\n" + SENTENCE + page).blocks
    assert shown(block.heading) == "SIGNATURES"
    assert shown(block.sentence).startswith("Pursuant to the requirements")
    assert shown(block.sentence).endswith("duly authorized.")
    assert [name.value for name in block.registrants] == ["ALPHA WIDGETS, INC."]
    assert people(block) == [("/s/ Ann Doe", "Ann Doe", "President and Chief Executive Officer", "2004-01-05")]


def test_by_on_a_line_of_its_own() -> None:
    """A "by" above the signature is no place left empty, however far above."""
    page = """
                ALPHA WIDGETS, INC.

                       by


              /s/Ann Doe
                 Ann Doe
                 President
"""
    (block,) = found("SIGNATURES\n\n" + SENTENCE + page).blocks
    assert [person[:3] for person in people(block)] == [("/s/Ann Doe", "Ann Doe", "President")]


@pytest.mark.parametrize("html", [False, True])
def test_words_that_are_certified(html: bool) -> None:
    """What is signed in a Schedule 13G stands between the heading and the signature."""
    words = (
        "After reasonable inquiry and to the best of my knowledge and belief, I\ncertify that the information set forth"
        " in this statement is true, complete and\ncorrect."
    )
    lines = ["SIGNATURE", words, "February 13, 1998", "ALPHA WIDGETS, INC.", "By: /s/ Ann Doe", "Ann Doe, President"]
    body = "".join(f"<p>{line}</p>" for line in lines) if html else "\n\n".join(lines)
    (block,) = found(body, html=html).blocks
    assert [name.value for name in block.registrants] == ["ALPHA WIDGETS, INC."]
    assert people(block) == [("/s/ Ann Doe", "Ann Doe", "President", "1998-02-13")]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td></td><td colspan=2>ALPHA WIDGETS, INC.</td></tr>"
        "<tr><td>Date: January 5, 2004</td><td>By:</td><td>/s/ Ann Doe</td></tr>"
        "<tr><td></td><td></td><td>Ann Doe</td></tr><tr><td></td><td></td><td>President</td></tr></table>",
        "<table><tr><td colspan=3>ALPHA WIDGETS, INC.</td></tr><tr><td>By:</td><td colspan=2>/s/ Ann Doe</td></tr>"
        "<tr><td>Name:</td><td colspan=2>Ann Doe</td></tr><tr><td>Title:</td><td colspan=2>President</td></tr></table>"
        "<p>Date: January 5, 2004</p>",
        "<p>Date: January 5, 2004</p><p>ALPHA WIDGETS, INC.</p><p>By:</p><p>/s/ Ann Doe</p><p>Name:</p><p>Ann Doe</p>"
        "<p>Title:</p><p>President</p>",
        "<table><tr><td>January 5, 2004</td><td>ALPHA WIDGETS, INC.<br>/s/ Ann Doe<br>Ann Doe, President</td></tr>"
        "<tr><td>Date</td><td></td></tr></table>",
    ],
)
def test_layouts_of_html(page: str) -> None:
    """In tables, in cells with breaks and in paragraphs the same is read."""
    (block,) = found(f"<p>SIGNATURE</p><p>{SENTENCE}</p>{page}", html=True).blocks
    assert [name.value for name in block.registrants] == ["ALPHA WIDGETS, INC."]
    assert people(block) == [("/s/ Ann Doe", "Ann Doe", "President", "2004-01-05")]


@pytest.mark.parametrize(
    ("mark", "conformed"),
    [
        ("/s/ Ann Doe", "/s/ Ann Doe"),
        ("/S/ ANN DOE", "/S/ ANN DOE"),
        ("/s/Ann Doe", "/s/Ann Doe"),
        ("//s// Ann Doe", "//s// Ann Doe"),
        ("/ss/ Ann Doe", "/ss/ Ann Doe"),
        ("s/ Ann Doe", "s/ Ann Doe"),
        ("s/s Ann Doe", "s/s Ann Doe"),
        ("/s Ann Doe", "/s Ann Doe"),
        ("s/b/ Ann Doe", "s/b/ Ann Doe"),
        ("/Ann Doe/", "/Ann Doe/"),
        ('"Ann Doe"', '"Ann Doe"'),
        ("Ann Doe /s/", "Ann Doe /s/"),
        ("(signed) Ann Doe", "(signed) Ann Doe"),
        ("", "-"),
        ("________________", "-"),
        ("Ann Doe", "?"),  # a name where a signature should be
    ],
)
def test_conformed(mark: str, conformed: str) -> None:
    """Signatures are typed in many ways; an empty place has none, and a bare name may be one."""
    (block,) = found(f"SIGNATURE\n\n{SENTENCE}\nALPHA, INC.\n\nBy: {mark}\n    Ann Doe\n    President\n").blocks
    assert [(shown(s.conformed), shown(s.name), shown(s.title)) for s in block.signers] == [
        (conformed, "Ann Doe", "President")
    ]


def test_picture() -> None:
    """Where a picture may be the signature, it is unsure."""
    page = f"<p>{SENTENCE}</p><p>ALPHA, INC.</p><p>By: <img src=s.gif></p><p>Ann Doe</p><p>President</p>"
    (block,) = found(page, html=True).blocks
    assert people(block) == [("?", "Ann Doe", "President", "-")]


@pytest.mark.parametrize(
    ("old", "new", "person", "heading", "registrant"),
    [
        ("Ann Doe\n", "\n", ("/s/ Ann Doe", "-", "President", "2004-01-05"), "SIGNATURE", "ALPHA, INC."),
        ("    President", "", ("/s/ Ann Doe", "Ann Doe", "-", "2004-01-05"), "SIGNATURE", "ALPHA, INC."),
        ("Date: January 5, 2004", "", ("/s/ Ann Doe", "Ann Doe", "President", "-"), "SIGNATURE", "ALPHA, INC."),
        ("January 5", "Marchx 5", ("/s/ Ann Doe", "Ann Doe", "President", "?"), "SIGNATURE", "ALPHA, INC."),
        ("SIGNATURE\n", "", ("/s/ Ann Doe", "Ann Doe", "President", "2004-01-05"), "-", "ALPHA, INC."),
        ("ALPHA, INC.", "", ("/s/ Ann Doe", "Ann Doe", "President", "2004-01-05"), "SIGNATURE", "-"),
    ],
)
def test_missing(old: str, new: str, person: tuple[str, ...], heading: str, registrant: str) -> None:
    """What is missing is absent, and nothing else takes its place."""
    page = f"SIGNATURE\n\n{SENTENCE}\nALPHA, INC.\n\nBy: /s/ Ann Doe\n    Ann Doe\n    President\n\n"
    page += "Date: January 5, 2004\n"
    (block,) = found(page.replace("    " + old if old.startswith("Ann") else old, new)).blocks
    assert people(block) == [person]
    assert (shown(block.heading), shown(block.registrant)) == (heading, registrant)


def test_a_capacity_is_no_registrant() -> None:
    """The capacity in which a registrant signs is no name, and the comma before it is no part of one."""
    page = f"SIGNATURE\n\n{SENTENCE}\n     Alpha, Inc.,\n     as Depositor\n\n     By: /s/ Ann Doe\n"
    (block,) = found(page).blocks
    assert [name.value for name in block.registrants] == ["Alpha, Inc."]


def test_the_star_of_a_note_is_no_part_of_the_name() -> None:
    """A star behind the registrant's name stands for a note below the block."""
    page = f"SIGNATURE\n\n{SENTENCE}\n     Alpha Trust*\n\n     By: /s/ Ann Doe\n         Ann Doe\n         Treasurer\n"
    (block,) = found(page).blocks
    assert [name.value for name in block.registrants] == ["Alpha Trust"]


def test_a_mark_is_no_part_of_the_name() -> None:
    """The word that says who the registrant is may stand on the line of the name."""
    for mark in (" (REGISTRANT)", ", Registrant"):
        (block,) = found(f"SIGNATURE\n\n{SENTENCE}\n     ALPHA, INC.{mark}\n\n     By: /s/ Ann Doe\n").blocks
        assert shown(block.registrant) == "ALPHA, INC."


def test_name_and_title_in_the_line_of_the_signature() -> None:
    """A title behind a signature's comma is the signer's, and the signature says the name."""
    (block,) = found(f"SIGNATURE\n\n{SENTENCE}\n   ALPHA, INC.\n\n   By:/s/Ann Q. Doe, President\n").blocks
    assert people(block) == [("/s/Ann Q. Doe", "Ann Q. Doe", "President", "-")]


def test_its_title() -> None:
    """The word "Its" before a title is no part of it."""
    (block,) = found(
        f"SIGNATURE\n\n{SENTENCE}\n   ALPHA, INC.\n\n   By /s/ Ann Q. Doe\n   Ann Q. Doe\n   Its President\n"
    ).blocks
    assert people(block) == [("/s/ Ann Q. Doe", "Ann Q. Doe", "President", "-")]


def test_a_name_typed_twice() -> None:
    """Where neither "By" nor a mark stands, a name above the printed one may be the signature."""
    page = "   ALPHA, INC.\n\n   Ann Q. Doe\n   -----------\n   Ann Q. Doe\n   President\n"
    (block,) = found(f"SIGNATURE\n\n{SENTENCE}\n{page}").blocks
    assert people(block) == [("?", "Ann Q. Doe", "President", "-")]


def test_name_before_the_mark() -> None:
    """A name may stand before its mark, and the title on the line below."""
    (block,) = found(f"SIGNATURE\n\n{SENTENCE}\n   ALPHA, INC.\n\n   Ann Q. Doe /s/\n   President\n").blocks
    assert people(block) == [("Ann Q. Doe /s/", "Ann Q. Doe", "President", "-")]


def test_a_misspelt_date_is_no_registrant() -> None:
    """Words beside "Date" that end as a date does are not taken for the name of the registrant."""
    page = f"SIGNATURE\n\n{SENTENCE}\nDate: Marchx 5, 2004        Alpha, Inc.\n\n             By: /s/ Ann Doe\n"
    (block,) = found(page).blocks
    assert (shown(block.registrant), shown(block.date), len(block.registrants)) == ("Alpha, Inc.", "?", 1)


def test_no_block() -> None:
    """A report without a sentence or a heading has no block; prose about requirements is none."""
    assert found("Pursuant to the requirements of Rule 1, we did so.\n").blocks == ()


def test_heading_alone() -> None:
    """A heading with a signature below it is a block, whose sentence is absent."""
    (block,) = found("SIGNATURES\n\nALPHA, INC.\n\nBy: /s/ Ann Doe\n    Ann Doe\n    President\n").blocks
    assert shown(block.sentence) == "-"
    assert people(block) == [("/s/ Ann Doe", "Ann Doe", "President", "-")]


def test_directors() -> None:
    """In the list of directors title and date stand in columns of their own."""
    page = f"""SIGNATURES

{SENTENCE}
                              ALPHA, INC.

                              By: /s/ Ann Doe
                                  Ann Doe
                                  President

{PERSONS}
     Signature                   Title                  Date
     ---------                   -----                  ----

/s/ Ann Doe            President and Director     March 1, 2004
--------------------   (Principal Executive
Ann Doe                Officer)

/s/ Bob Roe            Director                   March 2, 2004
--------------------
Bob Roe
"""
    registrant, persons = found(page).blocks
    assert (registrant.kind, persons.kind) == ("registrant", "persons")
    assert [(shown(s.conformed), shown(s.name), s.titles, shown(s.date)) for s in persons.signers] == [
        ("/s/ Ann Doe", "Ann Doe", "President and Director (Principal Executive Officer)", "2004-03-01"),
        ("/s/ Bob Roe", "Bob Roe", "Director", "2004-03-02"),
    ]


def test_attorney() -> None:
    """A star stands for the signature of whom an attorney signs for."""
    page = f"""SIGNATURES

{PERSONS}
*                      Director                   March 1, 2004
Bob Roe

*By: /s/ Ann Doe       Attorney-in-fact           March 1, 2004
     Ann Doe
"""
    (block,) = found(page).blocks
    assert [(shown(s.conformed), shown(s.name)) for s in block.signers] == [
        ("*", "Bob Roe"),
        ("/s/ Ann Doe", "Ann Doe"),
    ]


def test_dates_beside_some() -> None:
    """A date that stands beside a signature is its own, where others have none."""
    page = f"""SIGNATURES

{PERSONS}
/s/ Ann Doe*           President                  March 1, 2004
Ann Doe

/s/ Bob Roe*           Director                   March 1, 2004
Bob Roe

*By: /s/ Cy Poe
     Cy Poe
"""
    (block,) = found(page).blocks
    days = [s.date for s in block.signers]
    assert [shown(day) for day in days] == ["2004-03-01"] * 3
    assert len({day.span for day in days if isinstance(day, Located)}) == 2


def test_names_with_stars() -> None:
    """A typed name with a star is the signature of whom an attorney signs for, in the block above too."""
    page = f"""SIGNATURES

{SENTENCE}
ALPHA, INC.

By:      Ann Doe*
         (Ann Doe)
         Controller

{PERSONS}
   Bob Roe, Jr.*              Chairman of the Board            March 28, 2002
- ------------------
  (Bob Roe, Jr.)

   Cy Poe*                    Director                         March 28, 2002
- ------------------


*By: /s/ Di Moe                                                March 28, 2002
     (Di Moe)
     Attorney-in-Fact
"""
    registrant, persons = found(page).blocks
    assert people(registrant) == [("Ann Doe*", "Ann Doe", "Controller", "-")]
    assert people(persons) == [
        ("Bob Roe, Jr.*", "Bob Roe, Jr.", "Chairman of the Board", "2002-03-28"),
        ("Cy Poe*", "Cy Poe", "Director", "2002-03-28"),
        ("/s/ Di Moe", "Di Moe", "Attorney-in-Fact", "2002-03-28"),
    ]
    assert len({signer.date.span for signer in persons.signers if isinstance(signer.date, Located)}) == 3


def test_registrants_sign_apart() -> None:
    """Each registrant that signs apart has its own block, with the sentence they share."""
    page = f"""SIGNATURES

{SENTENCE}
Date: January 5, 2004         ALPHA HOLDING COMPANY

                              By /s/ Ann Doe
                                 Ann Doe
                                 Treasurer

                              ALPHA POWER COMPANY
                              ALPHA GAS COMPANY

                              By /s/ Bob Roe
                                 Bob Roe
                                 Secretary
"""
    blocks = found(page).blocks
    assert [[name.value for name in block.registrants] for block in blocks] == [
        ["ALPHA HOLDING COMPANY"],
        ["ALPHA POWER COMPANY", "ALPHA GAS COMPANY"],
    ]
    assert [people(block) for block in blocks] == [
        [("/s/ Ann Doe", "Ann Doe", "Treasurer", "2004-01-05")],
        [("/s/ Bob Roe", "Bob Roe", "Secretary", "2004-01-05")],
    ]
    assert len({block.sentence for block in blocks}) == 1


def test_date_in_the_sentence() -> None:
    """The day that the sentence names is the day of the signatures."""
    sentence = SENTENCE.replace("authorized.", "authorized, on the fifth day of January, 2004.")
    (block,) = found(f"{sentence}\nALPHA, INC.\n\nBy: /s/ Ann Doe\n    Ann Doe\n    President\n").blocks
    assert block.signers[0].date.value == date(2004, 1, 5)


PIECES = st.sampled_from(
    [
        "SIGNATURES\n",
        SENTENCE,
        PERSONS,
        "/s/ Ann Doe",
        "By:",
        "Name:",
        "Title:",
        "Ann Doe",
        "President",
        "Date: January 5, 2004",
        "*",
        "attorney",
        "<td>",
        "<tr>",
        "</tr>",
        "<table>",
        "</table>",
        "<p>",
        "      ",
        "\n",
        "\n\n",
        "ALPHA, INC.",
    ]
)
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)


def test_a_sentence_that_certifies_is_one() -> None:
    """What the registrant certifies in the sentence of signature begins no second one."""
    page = """
                                 SIGNATURES

   Pursuant to the requirements of the Securities Act of 1933 and the Investment
Company Act of 1940, the Registrant certifies that it meets all of the
requirements for effectiveness of this Registration Statement pursuant to Rule
485(b) and has duly caused it to be signed on its behalf by the undersigned, in
the City of Dover, on the 27th day of April, 1999.

                                   ALPHA INCOME TRUST

                                   By: /s/ Ann Doe
                                       Ann Doe, Vice President

   Pursuant to the requirements of the Securities Act of 1933, this Amendment has
been signed below by the following persons in the capacities indicated:

BEA ROE                                 President; Trustee

                                   By: Ann Doe, as Attorney-in-Fact
"""
    fact = found(page)
    assert [(block.kind, shown(block.registrant)) for block in fact.blocks] == [
        ("registrant", "ALPHA INCOME TRUST"),
        ("persons", "-"),
    ]


def test_a_person_signs_a_schedule_for_himself() -> None:
    """Who signs a statement of several by no "By" and in no office signs it for himself."""
    page = """
                                   SIGNATURES

     After reasonable inquiry and to the best of his knowledge and belief, each
of the undersigned certifies that the information set forth in this statement is
true, complete and correct.

Dated:  May 16, 2000                ALPHA CAPITAL PARTNERS III, L.P.

                                    By: Alpha Advisors, LLC
                                        General Partner

                                    By: /s/ Ann Doe
                                        Name: Ann Doe
                                        Title: Managing Member

                                    ALPHA ADVISORS, LLC

                                    By: /s/ Ann Doe
                                        Name: Ann Doe
                                        Title: Managing Member


                                    /s/ Ann Doe
                                    -----------
                                    ANN DOE
"""
    assert [(shown(block.registrant), len(block.signers)) for block in found(page).blocks] == [
        ("ALPHA CAPITAL PARTNERS III, L.P.", 1),
        ("ALPHA ADVISORS, LLC", 1),
        ("-", 1),
    ]


def test_numbered_trusts_sign_apart() -> None:
    """The number of a trust ends its name."""
    signed = "          By:  Alpha Financial, Inc., as sponsor\n\n          By:  /s/ Ann Doe\n               Ann Doe\n"
    office = "               SECRETARY\n\n"
    page = SENTENCE + "".join(
        f"\n          ALPHA CAPITAL TRUST {number}\n\n{signed}{office}" for number in ("II", "III", "2000-1")
    )
    assert [shown(block.registrant) for block in found(page).blocks] == [
        "ALPHA CAPITAL TRUST II",
        "ALPHA CAPITAL TRUST III",
        "ALPHA CAPITAL TRUST 2000-1",
    ]


def test_a_signature_in_capitals() -> None:
    """A name typed in capitals above the same name in small letters is a signature; in the same letters it may be."""
    page = """
                                ALPHA WIDGETS, INC.

                                By    ANN B. DOE
                                   ----------------------------------
                                      Ann B. Doe
                                      Vice President

Dated:  August 12, 1997
"""
    (block,) = found(SENTENCE + page).blocks
    assert people(block) == [("ANN B. DOE", "Ann B. Doe", "Vice President", "1997-08-12")]
    for other in ("Ann B. Doe", "BEA ROE"):
        (block,) = found(SENTENCE + page.replace("ANN B. DOE", other)).blocks
        assert people(block)[0][0] == "?"


def test_a_person_signs_in_capitals() -> None:
    """In a list of persons, too, a name in capitals above the name and its title is a signature."""
    page = """
                   ANN B. DOE
                   Ann B. Doe, Principal Accounting Officer
                   Date: August 11, 1999
"""
    (block,) = found(PERSONS + page).blocks
    assert people(block) == [("ANN B. DOE", "Ann B. Doe", "Principal Accounting Officer", "1999-08-11")]
    page = """
                                       ALPHA INVESTORS, INC.
                                       (Registrant)

Date  November 12, 1998                ANN B. DOE
      -----------------                -----------------------------
                                       Ann B. Doe
                                       Chairman

Date  November 12, 1998                BEA ROE
      -----------------                -----------------------------
                                       Bea Roe
                                       Chief Financial Officer
"""
    (block,) = found(SENTENCE + page).blocks
    assert people(block) == [
        ("ANN B. DOE", "Ann B. Doe", "Chairman", "1998-11-12"),
        ("BEA ROE", "Bea Roe", "Chief Financial Officer", "1998-11-12"),
    ]


def test_a_plan_signs_by_its_name() -> None:
    """The name of an employee plan goes on behind its company's; persons above a signature are no registrant."""
    page = """
Ann B. Doe              President, Chief Executive
                        Officer and Director

By: /s/ Carl Poe                                            June 18, 2003
     Carl Poe
     Attorney-in-fact

         THE PLAN. Pursuant to the requirements of the Securities Act of 1933,
the trustees (or other persons who administer the employee benefit plan) have
duly caused this registration statement to be signed on its behalf by the
undersigned, thereunto duly authorized, on June 18, 2003.

                                       ALPHA UTILITIES, INC.
                                       EMPLOYEE SAVINGS PLAN

                                       By: /s/ Bea Roe
                                           Bea Roe
                                           Chairman
"""
    assert [shown(block.registrant) for block in found(PERSONS + page).blocks] == [
        "-",
        "ALPHA UTILITIES, INC. EMPLOYEE SAVINGS PLAN",
    ]


def test_authorized_representative() -> None:
    """The representative in the United States of a foreign registrant signs in a block of its own."""
    page = """
<p>SIGNATURE OF AUTHORIZED REPRESENTATIVE IN THE UNITED STATES</p>
<p>Pursuant to the Securities Act of 1933, the undersigned, the duly authorized representative in the United States of
Alpha Group Limited, has signed this registration statement in New York on May 14, 2019.</p>
<p>Beta &amp; Associates</p><p>By: /s/ Ann Doe</p><p>Name: Ann Doe</p><p>Title: Managing Director</p>
"""
    before = "<p>*By: /s/ Bea Roe<br>Name: Bea Roe<br>Attorney-in-fact</p>"
    first, second = found(f"<p>{PERSONS}</p>{before}{page}", html=True).blocks
    assert people(first)[0][2] == "Attorney-in-fact"
    assert (shown(second.registrant), people(second)) == (
        "Beta & Associates",
        [("/s/ Ann Doe", "Ann Doe", "Managing Director", "2019-05-14")],
    )


def test_name_and_title_behind_one_label() -> None:
    """One label may ask for the name and the title."""
    page = """
                         ALPHA WIDGETS, INC.
                            (REGISTRANT)

BY   /s/  Ann Doe
     --------------------------------------------
NAME AND TITLE:   Ann Doe, Vice President - Finance and Chief
                  Financial Officer (Principal Accounting Officer)
DATE:             November 12, 2002
"""
    (block,) = found(SENTENCE + page).blocks
    ((_, name, _, day),) = people(block)
    assert (name, day) == ("Ann Doe", "2002-11-12")
    assert block.signers[0].titles == (
        "Vice President - Finance and Chief Financial Officer (Principal Accounting Officer)"
    )


def test_names_in_brackets_and_stars_before_names() -> None:
    """What is printed in brackets may go on in the next line; a star before a name stands for a signature as well."""
    page = """
                              ALPHA WIDGETS, INC.

                              BY:     /s/ A. B. DOE
                                 (A. B. DOE, VICE PRESIDENT,
                                    SECRETARY AND TREASURER)

Date: March 24, 1998
"""
    (block,) = found(SENTENCE + page).blocks
    assert people(block) == [
        ("/s/ A. B. DOE", "A. B. DOE", "VICE PRESIDENT, SECRETARY AND TREASURER", "1998-03-24"),
    ]
    page = """
           SIGNATURE                         TITLE                   DATE

 (I) PRINCIPAL EXECUTIVE OFFICER:
         *B. C. ROE                 Chairman of the Board

 (II) PRINCIPAL FINANCIAL OFFICER:
       /s/ A. B. DOE                Vice President            March 24, 1998
        (A. B. DOE)

 (III) A MAJORITY OF THE DIRECTORS:
         *CARL POE

*By:   /s/ A. B. DOE                                         March 24, 1998
   (A. B. DOE, ATTORNEY-IN-FACT)
"""
    (block,) = found(PERSONS + page).blocks
    assert [person[:3] for person in people(block)] == [
        ("*B. C. ROE", "B. C. ROE", "Chairman of the Board"),
        ("/s/ A. B. DOE", "A. B. DOE", "Vice President"),
        ("*CARL POE", "CARL POE", "-"),
        ("/s/ A. B. DOE", "A. B. DOE", "ATTORNEY-IN-FACT"),
    ]
    assert shown(block.registrant) == "-"


def test_titles_in_a_column() -> None:
    """A date is a column of its own, also behind an open bracket, and a line drawn for a name is no title."""
    page = """
<TABLE>
             /s/ ANN DOE                Senior Vice President and Chief
   ----------------------------------     Financial Officer (Principal  April 3, 2001
                 Ann Doe                  Financial and Accounting
                                          Officer)
</TABLE>
"""
    (block,) = found(PERSONS + page).blocks
    (signer,) = block.signers
    assert signer.titles == (
        "Senior Vice President and Chief Financial Officer (Principal Financial and Accounting Officer)"
    )
    assert shown(signer.date) == "2001-04-03"
    drawn = """
     /s/ Ann Doe                      President, Chief Executive Officer and
     -----------------------------    Director
     Ann Doe
"""
    (block,) = found(PERSONS + drawn).blocks
    assert people(block)[0][2] == "?"


def test_a_labelled_date() -> None:
    """The date "Dated: …" below the signature is its own; what follows on the next page is dated otherwise."""
    page = """
                                     Alpha Widgets, Ltd.

                                     By: /s/ Ann Doe
                                         Ann Doe, Director

Dated: May 14, 2002

                                                                    May 13, 2002

    Alpha Announces Results
"""
    (block,) = found(SENTENCE + page).blocks
    assert people(block) == [("/s/ Ann Doe", "Ann Doe", "Director", "2002-05-14")]
    assert shown(block.date) == "2002-05-14"


@given(st.lists(st.one_of(PIECES, TEXT), max_size=60), st.booleans())
def test_any_text(parts: list[str], html: bool) -> None:
    """No text makes the extractor fail, and each value is the words at its place."""
    body = SENTENCE + "\n" + "".join(parts)
    case = document(f"<html><body><p><td><br>{body}" if html else body)
    for each in statements(signatures.of(case)):
        if isinstance(each.value, str):
            assert case.words(each.span) == each.value


def test_real_signatures(corpus: Path) -> None:
    """On real reports of 1994 to 2026 almost every block states who signed, as what, and when."""
    total = stated = 0
    for path in sorted((corpus / "filings" / "8-k").glob("*.txt")):
        source = Source.from_path(str(path))
        case = read_submission(source) if is_submission(source.text) else read_document(source, "document")
        fact = signatures.of(case)
        assert fact.blocks, path.name
        for signer in fact.signers:
            leaves = [shown(leaf) for leaf in (signer.conformed, signer.name, signer.title)] + [shown(signer.date)]
            total += len(leaves)
            stated += sum(leaf not in ("-", "?") for leaf in leaves)
        for each in statements(fact):
            if isinstance(each.value, str):
                assert case.words(each.span) == each.value, path.name
    assert stated >= 0.97 * total


@given(
    st.lists(st.sampled_from(["fourteenth ", "1", "day", "Day", "DAY", " of ", "December", ", ", "two thousand", "-"]))
)
def test_a_date_has_a_figure_or_a_day(words: list[str]) -> None:
    """No date is found in a line that is not looked at for dates."""
    text = "".join(words)
    assert signers._OF_DATES.search(text) is not None or not list(find_dates(text))
