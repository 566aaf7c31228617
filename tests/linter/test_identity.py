"""Which form an input is, and by which day it is judged."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from filinglint.identity import day_of, form_of
from filinglint.kinds import read
from filinglint.source import Source

TODAY = date(2026, 1, 2)
COVER = """\
                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549

                                   {form}

                {title}

                          Date of Report: July 12, 1999

                              LARKSPUR TOOLS, INC.
             (Exact name of registrant as specified in its charter)

       Delaware                   001-99901                  99-0000001
(State of incorporation)   (Commission File Number)      (IRS Employer No.)

                     1 Foundry Lane, Milltown, NJ 08850
                  (Address of principal executive offices)

Item 5. Other Events

The registrant moved.

                                   SIGNATURES

Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this
report to be signed on its behalf by the undersigned hereunto duly authorized.

                                        LARKSPUR TOOLS, INC.

                                        By: /s/ Ann Doe
                                        Ann Doe, Chief Financial Officer

Date: July 20, 1999
"""
HEAD = "<DOCUMENT>\n<TYPE>{type}\n<TEXT>\n{text}</TEXT>\n</DOCUMENT>\n"
REPORT = COVER.format(form="FORM 8-K", title="CURRENT REPORT PURSUANT TO SECTION 13 OR 15(D)")
STATEMENT = """\
<?xml version="1.0"?>
<ownershipDocument><documentType>4/A</documentType><periodOfReport>2004-07-12</periodOfReport>
<ownerSignature><signatureDate>2004-07-14</signatureDate></ownerSignature></ownershipDocument>
"""
MADE = """\
<html><head><title></title>
<link rel="stylesheet" type="text/css" href="include/report.css">
<script type="text/javascript" src="Show.js"></script></head><body>Document Type 8-K</body></html>
"""
INLINE = """\
<?xml version="1.0"?><html xmlns:ix="http://www.xbrl.example/inline"><body><p>SECURITIES AND EXCHANGE COMMISSION</p>
<p>FORM <ix:nonNumeric name="dei:DocumentType" contextRef="c"><b>10-Q</b></ix:nonNumeric> of the quarter</p>
</body></html>
"""


def identity(text: str, today: date = TODAY) -> tuple[str, str | None, str, str]:
    """Kind, form, day and source of the day of *text*."""
    submission = read(Source.from_bytes(text.encode(), "x"), None, lambda _: None).submission
    day, source = day_of(submission, "filing", today)
    return submission.kind, form_of(submission), day.isoformat(), source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REPORT, ("document", "8-K", "1999-07-20", "stated")),
        (REPORT.partition("SIGNATURES")[0], ("document", "8-K", "1999-07-12", "stated")),
        (REPORT.replace("FORM 8-K", "FORM 8-K/A"), ("document", "8-K/A", "1999-07-20", "stated")),
        (HEAD.format(type="10-KSB", text=REPORT), ("document", "10-KSB", "1999-07-20", "stated")),
        (STATEMENT, ("document", "4/A", "2004-07-14", "stated")),
        (INLINE, ("document", "10-Q", "2026-01-02", "today")),
        ("EXHIBIT 99.1\n\nLarkspur moves\n", ("document", None, "2026-01-02", "today")),
        (HEAD.format(type="EX-99.1", text="FORM 8-K"), ("document", None, "2026-01-02", "today")),
        (MADE, ("document", None, "2026-01-02", "today")),
        ("<?xml version='1.0'?><edgarSubmission><submissionType>13F-HR</submissionType></edgarSubmission>",
         ("document", "13F-HR", "2026-01-02", "today")),
        ("<?xml version='1.0'?><informationTable/>", ("document", None, "2026-01-02", "today")),
        ("Just words.\n", ("unknown", None, "2026-01-02", "today")),
    ],
)  # fmt: skip
def test_a_document_alone_says_what_it_is(text: str, expected: tuple[str, str | None, str, str]) -> None:
    """The form is the cover's, the XML's or the head's; exhibits and EDGAR's pages are no form."""
    assert identity(text) == expected


def test_no_day_before_edgar_or_after_today() -> None:
    """A day on which nothing can have been filed is misread, and today stands for it."""
    assert identity(REPORT.replace("1999", "1899"))[2:] == ("2026-01-02", "today")
    assert identity(REPORT, date(1999, 7, 15))[2:] == ("1999-07-12", "stated")
    assert identity(REPORT, date(1998, 1, 1))[2:] == ("1998-01-01", "today")


@pytest.mark.parametrize(
    ("form", "title", "expected"),
    [
        ("FORM S-1", "REGISTRATION STATEMENT UNDER THE SECURITIES ACT OF 1933", "S-1"),
        ("FORM S-1", "POST-EFFECTIVE AMENDMENT NO. 2", "POS AM"),
        ("FORM S-1 AND FORM F-3", "REGISTRATION STATEMENT", None),
    ],
)
def test_registration_statements_are_told_with_care(form: str, title: str, expected: str | None) -> None:
    """A registration form counts where its name is a line of its own; an amendment after effect has its own type."""
    assert identity(COVER.format(form=form, title=title))[1] == expected


def test_the_caller_may_say_the_day() -> None:
    """A day that is given, and today, stand before any that is stated."""
    submission = read(Source.from_bytes(REPORT.encode(), "x"), None, lambda _: None).submission
    assert day_of(submission, "today", TODAY) == (TODAY, "today")
    assert day_of(submission, "2003-04-05", TODAY) == (date(2003, 4, 5), "given")


@pytest.mark.corpus
def test_real_documents_are_what_they_were_filed_as(corpus: Path) -> None:
    """Of real 8-K, 10-K and 10-Q documents without a head nearly all say their form, and none says another."""
    said = {True: 0, False: 0}
    for line in (corpus / "filings" / "MANIFEST.jsonl").read_text("utf-8").splitlines()[::3]:
        row = json.loads(line)
        if row["kind"] != "document" or row["form"] not in ("8-K", "10-K", "10-Q") or "_folders" in row["path"]:
            continue
        source = Source.from_path(str(corpus / row["path"]))
        document = read(source, None, lambda _: None).submission.documents[0]
        if document.type_name.startswith("EX-"):
            continue
        alone = Source.from_bytes(source.text[document.content.start : document.content.end].encode(), "x")
        form = form_of(read(alone, None, lambda _: None).submission)
        said[form is not None] += 1
        assert form is None or form.removesuffix("/A") == (document.type_name or row["form"]).removesuffix("/A")
    assert said[True] > 20 * said[False]
