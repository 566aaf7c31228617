"""Exhibits: the lists of the main document, the documents attached, and what is printed on them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import Submission
from filinglint.facts import exhibit_labels, exhibit_manner
from filinglint.facts.exhibit_numbers import Relation, is_between, number_key, relation, same_number
from filinglint.facts.exhibits import ExhibitList, Exhibits, Manner, exhibits
from filinglint.located import Absent, Located, Unsure
from readings import headless


def submission(body: str, *attached: tuple[str, str], form: str = "8-K") -> Submission:
    """Return a submission of *body* and of exhibits, each a type and a text."""
    return headless((form, body), *attached)


def read(body: str, *attached: tuple[str, str], form: str = "8-K") -> Exhibits:
    """Return the exhibits of a submission of *body* and *attached*."""
    return exhibits.of(submission(body, *attached, form=form))


def page(inner: str, after: str = "") -> str:
    """Return a current report whose Item 9.01 holds *inner*."""
    return (
        "<HTML><BODY><P>Item 8.01 Other Events</P><P>It was so.</P><P>Item 9.01 Financial Statements and Exhibits</P>"
        f"{inner}<P>SIGNATURES</P><P>Dated: June 3, 2019</P>{after}</BODY></HTML>"
    )


def plain(inner: str, after: str = "") -> str:
    """Return the same in plain text."""
    return (
        f"\nItem 7.  Financial Statements and Exhibits\n\n{inner}\n\n                  SIGNATURES\n\nBy: Doe\n{after}\n"
    )


def table(*rows: tuple[str, ...]) -> str:
    """Return an HTML table of *rows* of cells."""
    return (
        "<TABLE>" + "".join("<TR>" + "".join(f"<TD>{cell}</TD>" for cell in row) + "</TR>" for row in rows) + "</TABLE>"
    )


def numbers(found: Exhibits) -> list[list[str]]:
    """Return the numbers of each entry."""
    return [[number.value for number in entry.numbers] for entry in found.listed]


def numbers_of(found: ExhibitList) -> list[str]:
    """Return the numbers of one list."""
    return [entry.number.value for entry in found.entries]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("99.1", "99.01", Relation.SAME),
        ("99.1", "EX-99.1", Relation.SAME),
        ("99(1)", "99.1", Relation.SAME),
        ("99-1", "99.1", Relation.SAME),
        ("(99.1)", "Exhibit 99.1*", Relation.SAME),
        ("10.16(a)", "EX-10.16A", Relation.SAME),
        ("3(i)", "EX-3.(I)", Relation.SAME),
        ("10(iii)(A)(1)", "10(iii)(a)(1)", Relation.SAME),
        ("99.1", "99.10", Relation.DIFFERENT),
        ("10.1", "10.11", Relation.DIFFERENT),
        ("99.1", "99.2", Relation.DIFFERENT),
        ("99", "99.1", Relation.BROADER),
        ("10.1(a)", "10.1", Relation.NARROWER),
        ("3(i)", "3.1", Relation.SPELLING),
        ("3(ii)", "3.2", Relation.SPELLING),
        ("3(i)", "3.2", Relation.DIFFERENT),
        ("4(b)", "4.2", Relation.SPELLING),
        ("", "99.1", Relation.DIFFERENT),
        ("press release", "99.1", Relation.DIFFERENT),
    ],
)
def test_relation(one: str, other: str, expected: Relation) -> None:
    """Two numbers are the same, one broader than the other, two spellings that may be the same, or different."""
    assert relation(one, other) is expected


@given(st.text(max_size=20), st.text(max_size=20))
def test_sameness_is_even_handed(one: str, other: str) -> None:
    """What is the same one way is the same the other way, and a number is its own equal."""
    assert same_number(one, other) == same_number(other, one)
    assert same_number(one, one) == bool(number_key(one))


@pytest.mark.parametrize(
    ("number", "first", "last", "expected"),
    [
        ("101.SCH", "101.INS", "101.PRE", True),
        ("10.3", "10.1", "10.5", True),
        ("10.6", "10.1", "10.5", False),
        ("99.1", "10.1", "10.5", False),
        ("101.SCH", "10.1", "10.5", False),
    ],
)
def test_ranges(number: str, first: str, last: str, expected: bool) -> None:
    """A range of numbers holds what lies between its ends, in the order of its kind."""
    assert is_between(number, first, last) is expected


LAYOUTS = {
    "table": page(
        "<P>(d) Exhibits</P>" + table(("Exhibit No.", "Description"), ("99.1", "Press release"), ("104", "Cover"))
    ),
    "table with spacers": page(
        "<P>(d) Exhibits</P>" + table(("", "99.1", "&nbsp;", "Press release"), ("", "104", "", "Cover"))
    ),
    "cells of paragraphs": page(
        "<P>(d) Exhibits</P>" + table(("<P>99.1</P>", "<P>Press release</P>"), ("<P>104</P>", "<P>Cover</P>"))
    ),
    "named": page(table(("Exhibit 99.1", "Press release"), ("Exhibit 104", "Cover"))),
    "paragraphs": page("<P>(d) Exhibits.</P><P>99.1 Press release</P><P>104 &nbsp; Cover</P>"),
    "dashes": page("<P>(d) Exhibits.</P><P>Exhibit 99.1 – Press release</P><P>Exhibit 104 – Cover</P>"),
    "brackets": page("<P>(d) Exhibits.</P><P>(99.1) Press release</P><P>(104) Cover</P>"),
    "types": page("<P>(d) Exhibits.</P><P>EX-99.1 Press release</P><P>EX-104 Cover</P>"),
    "points": page("<P>(d) Exhibits.</P><P>99.1. Press release</P><P>104. Cover</P>"),
    "lines": page("<DIV>(d) Exhibits</DIV><DIV>99.1</DIV><DIV>Press release</DIV><DIV>104</DIV><DIV>Cover</DIV>"),
    "split": page("<P>(d) Exhibits</P>" + table(("<A>99.</A><A>1</A>", "Press release"), ("<B>10</B>4", "Cover"))),
    "text": plain("(c)  Exhibits\n\n     99.1   Press release\n     104    Cover"),
    "text in columns": plain(
        "(c)  Exhibits.\n\nExhibit\nNumber     Description\n------     -----------\n"
        "99.1       Press release\n104        Cover"
    ),
    "run in": plain("(c)  Exhibits.  99.1 Press release\n\n     104    Cover"),
    "no item": page("").replace("Item 9.01 Financial Statements and Exhibits", "(d) Exhibits")
    .replace("<P>SIGN", "<P>99.1 Press release</P><P>104  Cover</P><P>SIGN"),
    "no number of the item": page("<P>99.1 Press release</P><P>104 &nbsp; Cover</P>").replace("Item 9.01", ""),
}  # fmt: skip


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(body: str) -> None:
    """Number and description are read in every layout of a list."""
    found = read(body)
    assert numbers(found) == [["99.1"], ["104"]]
    assert [entry.description.value for entry in found.listed] == ["Press release", "Cover"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("99(a)", "99(a)"),
        ("10(iii)(A)(1)", "10(iii)(A)(1)"),
        ("3(i)", "3(i)"),
        ("3.(ii)", "3.(ii)"),
        ("10bb", "10bb"),
        ("2 .1*", "2 .1"),
        ("101.INS", "101.INS"),
        ("10.1(2)", "10.1"),
        ("10.1<sup>(2)</sup>", "10.1"),
        ("10.1*†", "10.1"),
        ("*10.1", "10.1"),
        ("4.1A", "4.1A"),
    ],
)
def test_numbers_as_written(written: str, number: str) -> None:
    """A number is stated as it is written, without the marks of footnotes."""
    found = read(page("<P>(d) Exhibits</P>" + table((written, "Agreement of June 3, 2019"))))
    assert numbers(found) == [[number]]


def test_groups_and_ranges() -> None:
    """One entry may name two exhibits, or all from one to another."""
    rows = (("31.1 and 31.2", "Certifications"), ("101.INS-101.PRE", "Data"), ("32.1, 32.2", "More"))
    found = read(page("<P>(d) Exhibits</P>" + table(*rows)))
    assert numbers(found) == [["31.1", "31.2"], ["101.INS", "101.PRE"], ["32.1", "32.2"]]
    assert found.listed[1].names("101.SCH")
    assert not found.listed[2].names("32.3")


@pytest.mark.parametrize(
    "inner",
    [
        "<P>(d) Exhibits: None</P>",
        "<P>(a) The statements of 2019 will follow.</P><P>12.5% Notes due 2019</P><P>2</P>",
        "<P>(d) Exhibits</P><P>See Exhibit 99.1 to the report of June 3.</P>",
        "<P>(d) Exhibits</P><P>3</P><P>28, 2003 and after</P>",
    ],
)
def test_what_is_no_entry(inner: str) -> None:
    """Pages, dates, amounts and sentences are no entries."""
    assert numbers(read(page(inner))) == []


def test_wrapped_text_is_one_entry() -> None:
    """In plain text a description goes on over lines, also over those that begin with a number."""
    inner = (
        "(c)  Exhibits\n\n  4.1   Agreement dated as of April\n        14, 1999 by and among the parties listed in\n"
        "        10.1 of the agreement.\n\n  4.2   Debenture.\n"
    )
    found = read(plain(inner))
    assert numbers(found) == [["4.1"], ["4.2"]]
    assert found.listed[0].description.value.endswith("10.1 of the agreement.")


@pytest.mark.parametrize(
    "written",
    [
        "Agreement (not including Attachment\n          1: Disclosure Schedule) (filed herewith)",
        "Contracts, a form of which is attached hereto as\n          Exhibit 10.5(b).",
        "Amendment of the plan under Section\n          4.1 Of the Plan",
    ],
)
def test_a_number_that_a_line_asks_for(written: str) -> None:
    """A number is no entry where the line above ends in a word that it must follow."""
    found = read(plain(f"(c)  Exhibits\n\n  10.4    {written}\n  10.6    Plan.\n"))
    assert numbers(found) == [["10.4"], ["10.6"]]


def test_a_list_in_a_description() -> None:
    """Numbers at the column of a description count what it describes; those at the column of numbers are entries."""
    lines = (
        "(c)  Exhibits\n\n"
        "  99.1     Script of the call, in two parts:\n"
        "           1. Remarks of the president.\n"
        "           2. Remarks of the treasurer.\n"
        "  99.2     Slides\n"
    )
    assert numbers(read(plain(lines))) == [["99.1"], ["99.2"]]


def test_a_whole_number_that_a_sentence_announces() -> None:
    """A number in brackets is an entry where a sentence says that exhibits follow, and how they are filed."""
    lines = "(c)  The following exhibit is filed as a part of this Report:\n\n  (16)   Letter regarding the change.\n"
    (entry,) = read(plain(lines)).listed
    assert (entry.number.value, entry.filed.value) == ("16", Manner.HEREWITH)


def test_a_list_in_the_line_of_its_item() -> None:
    """The exhibits may follow the item's caption in its line."""
    body = (
        "Item 9.01 Financial Statements and Exhibits. (d) Exhibits: 99 Press release of June 3, 2010.\n\nSIGNATURES\n"
    )
    assert numbers(read(body)) == [["99"]]


def test_manner_in_a_column_of_lines() -> None:
    """In plain text the last column says how an entry is filed though its lines stand between those of another."""
    lines = (
        "(c)  Exhibits\n\n"
        "4.1    Rights Agreement dated March 9,      Incorporated by\n"
        "       2000 between the registrant and      reference to Exhibit\n"
        "       Example Trust Co.                    1 to Form 8-A\n\n"
        "99.1   Press Release                        Filed herewith\n"
    )
    assert [entry.filed.value for entry in read(plain(lines)).listed] == [Manner.BY_REFERENCE, Manner.HEREWITH]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Contract, which is attached hereto as Exhibit 10.4.", Manner.HEREWITH),
        ("Consent, which is attached hereto as Exhibit 5.1.", Manner.CONTAINED),
    ],
)
def test_attached_under_its_own_number(words: str, expected: Manner) -> None:
    """What is attached as the exhibit that the entry is of is filed herewith, and under another number contained."""
    (entry,) = read(plain(f"(c)  Exhibits\n\n  10.4    {words}\n")).listed
    assert entry.filed.value is expected


@pytest.mark.parametrize(
    ("written", "description"),
    [
        (
            "Plan of Merger, dated\n         June 3, 1999 . . . . . . . . .       5",
            "Plan of Merger, dated June 3, 1999",
        ),
        ("Plan of Merger, dated\n         June 3, 1999 ...............", "Plan of Merger, dated June 3, 1999"),
        ("Text of the release dated June 3, 1999.\n\t 32", "Text of the release dated June 3, 1999."),
        ("Articles of Incorporation (1)                --", "Articles of Incorporation (1)"),
        (
            "Amendment No. 2 to the Plan of\n         Merger, under Rule 144",
            "Amendment No. 2 to the Plan of Merger, under Rule 144",
        ),
    ],
)
def test_page_numbers_behind_a_description(written: str, description: str) -> None:
    """A page number behind dots, a tab or a wide gap is no part of a description, and other numbers are."""
    found = read(plain(f"(c) Exhibits\n\n99.1     {written}"))
    assert [entry.description.value for entry in found.listed] == [description]


def test_wrapped_lines_of_preformatted_text() -> None:
    """In preformatted HTML a description goes on over lines as it does in plain text."""
    lines = "10.1    Agreement dated June 3, 2019 with Larkspur\n        Tools (incorporated by reference)\n"
    (entry,) = read(page(f"<PRE>\n(d) Exhibits\n\n{lines}</PRE>")).listed
    assert entry.description.value == "Agreement dated June 3, 2019 with Larkspur Tools (incorporated by reference)"
    assert entry.filed.value is Manner.BY_REFERENCE


def test_blanks_of_any_width() -> None:
    """Line breaks and indentation of the source are one blank: in headings, captions and entries."""
    inner = "<P>(d)\r\n   Exhibits</P><TABLE><TR><TD>99.1</TD><TD>Press\r\n release</TD></TR></TABLE>"
    index = (
        "<P>EXHIBIT\r\n      INDEX</P><P>Exhibit\r\n 99.1 Press release</P><P>104 Cover Page Interactive Data File</P>"
    )
    found = read(page(inner, after=index + "<P>Exhibit 99.1</P><P>LARKSPUR TOOLS OPENS A SHOP</P>"))
    assert [(one.place, numbers_of(one)) for one in found.lists] == [("item", ["99.1"]), ("index", ["99.1", "104"])]


def test_index_below_the_item_that_points_to_it() -> None:
    """An index that only the heads of its columns announce is found where the item merely points to it."""
    heads = ("Exhibit<br>No.", "Description")
    pointing = "<P>The exhibits are listed at the end of this report.</P>"
    index = "<P>EXHIBITS</P>" + table(heads, ("1.1*", "Form of Agreement."), ("23.1", "Consent of Doe LLP."))
    found = read(page(pointing, index))
    assert [(each.place, numbers_of(each)) for each in found.lists] == [("index", ["1.1", "23.1"])]
    assert read(page(pointing, "<P>Exhibit No. of pages: 4</P>")).listed == ()


def test_item_and_index() -> None:
    """The list of the item and the index are two lists, each with its heading and its letter."""
    rows = table(("99.1", "Press release"))
    body = page(f"<P>(d) Exhibits.</P>{rows}", f"<P>EXHIBIT INDEX</P>{rows}")
    one = submission(body)
    found = exhibits.of(one)
    assert [each.place for each in found.lists] == ["item", "index"]
    assert found.lists[0].letter.value == "d"
    assert found.index is not None
    assert found.index.heading.value == "EXHIBIT INDEX"
    assert [entry.place for entry in found.entries_of("99.01")] == ["item", "index"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Press release (filed herewith)", Manner.HEREWITH),
        ("Press release, furnished herewith", Manner.FURNISHED),
        ("Press release. Filed or furnished herewith", Manner.HEREWITH),
        ("Indenture (incorporated by reference to Exhibit 4.1 to the Form 8-K of June 3)", Manner.BY_REFERENCE),
        ("Note (filed as Exhibit 4.1 to the Form 8-K and incorporated herein by reference)", Manner.BY_REFERENCE),
        ("Indenture (previously filed)", Manner.PREVIOUSLY),
        ("Form of note (included in Exhibit 4.1)", Manner.CONTAINED),
        ("Cover page (embedded within the Inline XBRL document)", Manner.CONTAINED),
        ("Statements (to be filed by amendment)", Manner.LATER),
        ("Omitted", Manner.OMITTED),
    ],
)  # fmt: skip
def test_manner_in_words(words: str, expected: Manner) -> None:
    """The entry's own words say how it is filed, and where they say so."""
    one = submission(page("<P>(d) Exhibits</P>" + table(("4.2", words))))
    (entry,) = exhibits.of(one).listed
    assert entry.filed.value is expected
    assert one.words(entry.filed.span) in words


@pytest.mark.parametrize(
    "words",
    ["Restated articles, filed with the Secretary of State", "Agreement, the schedules to be furnished upon request"],
)
def test_manner_is_not_stated(words: str) -> None:
    """What was filed elsewhere, or will be furnished on request, says nothing of the exhibit."""
    (entry,) = read(page("<P>(d) Exhibits</P>" + table(("3.1", words)))).listed
    assert isinstance(entry.filed, Absent)


def test_manner_by_footnote() -> None:
    """A mark stands for what its footnote says."""
    rows = table(("4.1*", "Indenture"), ("4.2(1)", "Note"), ("4.3", "Bond"))
    notes = "<P>* Filed herewith.</P><P>(1) Incorporated by reference to the Form S-3.</P>"
    found = read(page(f"<P>(d) Exhibits</P>{rows}{notes}"))
    assert [entry.filed.value for entry in found.listed[:2]] == [Manner.HEREWITH, Manner.BY_REFERENCE]
    assert isinstance(found.listed[2].filed, Absent)


def test_manner_by_column() -> None:
    """A sign in a column stands for what the head of the column says."""
    rows = (
        ("", "", "Incorporated by Reference", "Filed Herewith"),
        ("Exhibit No.", "Description", "Form", ""),
        ("4.1", "Indenture", "8-K", ""),
        ("4.2", "Note", "—", "X"),
    )
    found = read(page("<P>(d) Exhibits</P>" + table(*rows)))
    assert [entry.filed.value for entry in found.listed] == [Manner.BY_REFERENCE, Manner.HEREWITH]


def test_manner_by_the_columns_of_an_earlier_filing() -> None:
    """A form and a filing date say where an exhibit was filed, on the next page of the table too; a tick may lead."""
    heads = ("Filed Herewith", "Exhibit", "Description", "Form", "File No.", "Filing Date")
    first = table(heads, ("", "3.1", "Articles", "10-K", "1-1", "3/1/2020"), ("X", "99.1", "Release", "", "", ""))
    second = table(("", "10.1", "Lease", "8-K", "1-1", "4/1/2021"), ("", "104", "Cover page", "", "", ""))
    found = read(page("<P>(d) Exhibits</P>" + first + "<P>82</P>" + second)).listed
    stated = [(one.number.value, one.filed.value) for one in found if isinstance(one.filed, Located)]
    assert stated == [
        ("3.1", Manner.BY_REFERENCE),
        ("99.1", Manner.HEREWITH),
        ("10.1", Manner.BY_REFERENCE),
    ]
    assert isinstance(found[-1].filed, Absent)


def test_manner_by_an_asterisk_that_the_words_above_speak_of() -> None:
    """Words above the list that speak of an asterisk hold for entries that bear it, and say the rest of the others."""
    above = (
        "(a) Exhibits\n\nCertain of the following exhibits, designated with an asterisk(*), are filed herewith. The\n"
        "exhibits not so designated have heretofore been filed with the Commission.\n\n"
    )
    listed = " 3(a)    Certificate of Incorporation.\n*10(b)   Deferred Compensation Agreement.\n"
    found = read(plain(above + listed))
    assert [(entry.number.value, entry.filed.value) for entry in found.listed] == [
        ("3(a)", Manner.PREVIOUSLY),
        ("10(b)", Manner.HEREWITH),
    ]


def test_a_mark_at_the_end_of_a_wrapped_description() -> None:
    """A footnote mark may end the last line of a description."""
    lines = "13      Annual Report for the year\n        ended December 31, 1996.**\n\n** Filed herewith.\n"
    (entry,) = read(plain(f"(c) Exhibits\n\n{lines}")).listed
    assert entry.filed.value is Manner.HEREWITH


def test_a_year_begins_a_description() -> None:
    """The year of an annual report begins a description; other numbers do not."""
    found = read(plain("(c) Exhibits\n\n(10)   Pension Plan\n(13)   1995 Annual Report to Stockholders\n"))
    assert [entry.number.value for entry in found.listed] == ["10", "13"]


def test_manner_by_the_sentence_above() -> None:
    """What the sentence above the list says holds for entries that say nothing."""
    found = read(page("<P>(d) Exhibits. The following exhibits are furnished:</P>" + table(("99.1", "Press release"))))
    assert found.listed[0].filed.value is Manner.FURNISHED


def test_contradiction_is_unsure() -> None:
    """An entry that is filed herewith and incorporated by reference is for a person to read."""
    words = "Report, filed herewith, incorporated by reference to the Form 10-K"
    (entry,) = read(page("<P>(d) Exhibits</P>" + table(("13.1", words)))).listed
    assert isinstance(entry.filed, Unsure)


def test_links() -> None:
    """The links of an entry are its own, with where they go."""
    rows = table(('<A HREF="a.htm">10.1</A>', '<A HREF="a.htm">Plan</A>'), ("10.2", '<A HREF="b.htm">Other plan</A>'))
    found = read(page(f"<P>(d) Exhibits</P>{rows}"))
    assert [[link.href for link in entry.links] for entry in found.listed] == [["a.htm", "a.htm"], ["b.htm"]]


def test_page_numbers_in_a_long_index() -> None:
    """The number of a page between two entries is none of an exhibit, though it be 97."""
    rows = [(f"10.{n}", f"Agreement {n}") for n in range(1, 9)]
    inner = f"<P>(3) Exhibits</P>{table(*rows[:4])}<P>97</P><P>Table of Contents</P>{table(*rows[4:])}<P>98</P>"
    found = read(page(inner), form="10-K")
    assert numbers(found) == [[number] for number, _ in rows]


def test_list_does_not_reach_into_the_statements() -> None:
    """Numbers in financial statements that follow the index are none of exhibits."""
    filler = "<P>The notes are an integral part of these statements, and so are the schedules to them.</P>" * 80
    index = f"<P>EXHIBIT INDEX</P>{table(('31.1', 'Certification'))}{filler}{table(('10.1', 'Interest rate'))}"
    assert numbers(read(page("<P>None.</P>", index))) == [["31.1"]]


LIST = page("<P>(d) Exhibits</P>" + table(("99.1", "Press release")))


def test_attached() -> None:
    """An exhibit attached is listed, or not, or perhaps."""
    found = read(
        LIST,
        ("EX-99.1", "Exhibit 99.1\n\nNews of the day, in a few words more than eight"),
        ("EX-99.2", "Other"),
        ("EX-99", "x"),
    )
    first, second, third = found.attached
    assert (first.number.value, first.listed.value, first.named.value) == ("99.1", "99.1", "99.1")
    assert isinstance(second.listed, Absent)
    assert isinstance(second.named, Absent)
    assert isinstance(third.listed, Unsure)


NEWS = "For immediate release. Larkspur Tools today told of its results for the quarter, and of much else besides."


@pytest.mark.parametrize(
    ("top", "label"),
    [
        ("Exhibit 99.1\n\n", "99.1"),
        ("                                                      EXHIBIT 99.1\n\n", "99.1"),
        ("LARKSPUR TOOLS, INC.                                  EXHIBIT 99.1\n\n", "99.1"),
        ("Exhibit No. 99.1\n\n", "99.1"),
        ("(Exhibit 99.1)\n\n", "99.1"),
        ("EX-99.1\n\n", "99.1"),
        ("Exhibit\n99.1\n\n", "99.1"),
        ("EXHIBIT 99.1 - Press release\n\n", "99.1"),
        ("EX-99.1 2 dex991.txt PRESS RELEASE\n\n", None),
        ("", None),
        ("As Exhibit 99.1 shows, all is well.\n", None),
        ("EXHIBIT B\n to the agreement\n", None),
    ],
)
def test_label(top: str, label: str | None) -> None:
    """The number at the top of an exhibit is its label; a mention in a sentence is none."""
    one = submission(LIST, ("EX-99.1", f"{top}{NEWS}"))
    (attached,) = exhibits.of(one).attached
    assert (attached.label.value if isinstance(attached.label, Located) else None) == label


def test_label_of_a_picture_is_unsure() -> None:
    """An exhibit without text may have its label in a picture."""
    (attached,) = read(LIST, ("EX-99.1", '<HTML><BODY><IMG SRC="a.jpg"></BODY></HTML>')).attached
    assert isinstance(attached.label, Unsure)


def test_embedded() -> None:
    """An exhibit may stand in the main document itself, behind the signatures."""
    found = read(plain("(c)  Exhibits\n\n     99.1   Press release", f"\n      Exhibit 99.1\n\n{NEWS}"))
    assert [label.value for label in found.embedded] == ["99.1"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A copy is attached hereto as Exhibit 99.1 and is part of this report.", ["99.1"]),
        ("The releases are furnished as Exhibits 99.1 and 99.2 to this Current Report.", ["99.1", "99.2"]),
        ("The plan is filed as Exhibit 10.1 hereto.", ["10.1"]),
        ("The plan was filed as Exhibit 10.1 to the Form 10-K of 2018.", []),
        ("The plan, previously filed as Exhibit 10.1, ended.", []),
        ("See Exhibit 99.1.", []),
    ],
)
def test_mentions(sentence: str, expected: list[str]) -> None:
    """The text names exhibits of this report, and exhibits of others."""
    found = read(f"<HTML><BODY><P>Item 8.01 Other Events</P><P>{sentence}</P></BODY></HTML>")
    assert [mention.number.value for mention in found.mentions] == expected


PIECES = [
    "\n", "\t", " ", "Item 9.01 Exhibits\n", "(d) Exhibits", "EXHIBIT INDEX\n", "Exhibit ", "99.1", "10", "(1)", "*",
    " filed herewith", "Incorporated by reference", "Press release", "SIGNATURES\n", "-", " and ", "(a)", "97", ",",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.booleans())
def test_every_value_is_the_words_at_its_place(pieces: list[str], in_html: bool) -> None:
    """Whatever the text, each stated value is what stands at its place."""
    body = "x\n" + "".join(pieces)
    if in_html:
        body = "<HTML><BODY><P>" + body.replace("\n", "</P>\n<P>").replace("\t", "<TD>") + "</P></BODY></HTML>"
    one = submission(body, ("EX-99.1", body))
    found = exhibits.of(one)
    leaves = [leaf for entry in found.listed for leaf in (*entry.numbers, entry.description)]
    leaves += [leaf for each in found.lists for leaf in (each.heading, each.letter)]
    leaves += [leaf for each in found.attached for leaf in (each.number, each.label, each.listed, each.named)]
    leaves += [*found.embedded, *(mention.number for mention in found.mentions)]
    for leaf in leaves:
        if isinstance(leaf, Located):
            assert one.words(leaf.span) == leaf.value


SAYINGS = (
    *("included ", "embedded ", "within ", "in ", "the ", "exhibit ", "exhibits ", "10.1 ", "signature page", "s "),
    *("inline ", "xbrl ", "page ", "F-3 ", "of ", "hereof ", "does not appear in the ", "interactive data ", "see "),
)  # fmt: skip


@given(st.lists(st.sampled_from(SAYINGS), max_size=12).map("".join))
def test_what_is_contained_is_never_said_without_its_words(words: str) -> None:
    """The words that are looked for first are in all that the expression finds."""
    (contained,) = (each for each in exhibit_manner._PATTERNS if each[0] is Manner.CONTAINED)
    said = any(manner is Manner.CONTAINED for manner, _, _ in exhibit_manner.manners_in(words, 0, len(words)))
    assert said == (contained[2].search(words.lower()) is not None)


@given(
    st.lists(st.sampled_from(("EX", "Ex", "ex", "hibit", "HIBIT", ".", "s", "S", "E", " ")), max_size=20).map("".join)
)
def test_labels_begin_where_their_words_do(words: str) -> None:
    """The places where a label is looked for are those of all its words."""
    begun = [m.start() for m in re.finditer(exhibit_labels._WORD, words)]
    assert [m.start() for m in exhibit_labels._WORDS.finditer(words)] == begun


def test_long_hostile_lists_take_linear_time() -> None:
    """Long runs of what entries are made of are read at once."""
    pieces = (
        "99.1 and ",
        "1-1-1-1-",
        "(1)",
        "\n99.1 a",
        "Exhibit 9 ",
        "*" * 50,
        "10.1(a)(b)",
        "1a1a",
        "\n\t\n",
        "1,2;",
    )
    for piece in pieces:
        run = piece * (60_000 // len(piece))
        read(page(f"<P>(d) Exhibits</P><P>{run}x</P>{table((run, run))}"), ("EX-99.1", run))
        read(plain(f"(c) Exhibits\n\n{run}"))


def test_double_spaced_list() -> None:
    """In double-spaced text a blank line does not end the description."""
    lines = [
        "(c) Exhibits",
        "2.1   Agreement and Plan of Merger, dated as of October 15, 1993,",
        "      by and among Alpha and Beta (incorporated by reference)",
        *(f"99.{n}  Statement number {n} of the Company" for n in range(1, 7)),
    ]
    found = read(plain("\n\n".join(lines)))
    assert found.listed[0].description.value.endswith("Beta (incorporated by reference)")
    assert numbers(found) == [["2.1"], *([f"99.{n}"] for n in range(1, 7))]


def test_list_under_a_word_alone() -> None:
    """A list that only the word "Exhibits" heads is known by its entries, in cells of their own lines."""
    rows = table(("<P>Exhibit 99.01</P>", "<P>Press release.</P>"), ("<P>Exhibit 99.02</P>", "<P>Highlights.</P>"))
    head = "<P>Item 2.02 Results of Operations</P><P>It was so.</P><P>Exhibits</P><P>The following relate to 2006:</P>"
    found = read(f"<HTML><BODY>{head}{rows}<P>SIGNATURE</P><P>Dated: June 3, 2019</P></BODY></HTML>")
    assert numbers(found) == [["99.01"], ["99.02"]]
