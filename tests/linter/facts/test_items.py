"""The items of a main document: headings in every layout, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import Submission
from filinglint.facts import item_captions
from filinglint.facts.items import Items, items
from filinglint.located import Absent, Located, Unsure
from readings import headless


def submission(body: str) -> Submission:
    """Return a submission with *body* as its main document."""
    return headless(("8-K", body))


def read(body: str) -> Items:
    """Return the items of *body*."""
    return items.of(submission(body))


def html(*paragraphs: str) -> str:
    """Return an HTML document of *paragraphs*."""
    return "<HTML><BODY>" + "".join(f"<P>{words}</P>\n" for words in paragraphs) + "</BODY></HTML>"


def keys(found: Items) -> list[str]:
    """Return the keys of the headings in order."""
    return [key for heading in found.headings for key in heading.keys]


def caption(found: Items, index: int = 0) -> str:
    """Return the caption of the heading at *index*."""
    return found.headings[index].caption.value


TEXT = "On June 3 the Company signed it."


@pytest.mark.parametrize(
    ("heading", "number", "words"),
    [
        ("Item 5.02 Election of Directors", "5.02", "Election of Directors"),
        ("ITEM 5. OTHER EVENTS.", "5", "OTHER EVENTS."),
        ("Item5.    Other Events", "5", "Other Events"),
        ("Item No. 1 - Changes in Control", "1", "Changes in Control"),
        ("Item&nbsp;8.01.&nbsp;&nbsp;Other Events.", "8.01", "Other Events."),
        ("<B>Item 8.01</B> <I>Other Events</I>", "8.01", "Other Events"),
        ("<B>It</B><B>em 9A(T)</B>. Controls and Procedures", "9A(T)", "Controls and Procedures"),
        ("ITEM 4T. CONTROLS AND PROCEDURES", "4T", "CONTROLS AND PROCEDURES"),
        ("Item 1A. Risk Factors", "1A", "Risk Factors"),
        ("ITEM 9(A). CONTROLS AND PROCEDURES", "9(A)", "CONTROLS AND PROCEDURES"),
        ("Item 7 A - Quantitative Disclosures", "7 A", "Quantitative Disclosures"),
        ("Item 9.01Financial Statements and Exhibits", "9.01", "Financial Statements and Exhibits"),
        ("Item 1.01: Entry into a Material Definitive Agreement", "1.01", "Entry into a Material Definitive Agreement"),
        ("PART II - ITEM 5. Other Information", "5", "Other Information"),
        ("Section 8 – Other Events Item 8.01 Other Events", "8.01", "Other Events"),
        ("Item 5. 02 Election of Directors", "5. 02", "Election of Directors"),
        ("Item 5.92 Election of Directors", "5.92", "Election of Directors"),
        ("Item\r\n" + " " * 60 + "7.01 Regulation\r\n   FD Disclosure", "7.01", "Regulation FD Disclosure"),
        ("Item 3. Defaults.                                   Not Applicable.", "3", "Defaults."),
        ("Item 5.02(e) Compensatory Arrangements", "5.02", "Compensatory Arrangements"),
        ("Item 5.02(b), (c) and (d) Election of Directors", "5.02", "Election of Directors"),
        ("Item 5. Other Events. On June 3, the Company signed it.", "5", "Other Events."),
    ],
)
def test_heading_on_one_line(heading: str, number: str, words: str) -> None:
    """A heading's number and caption are read however they are set and spaced."""
    found = read(html("Filler.", heading, TEXT))
    assert [one.number.value for one in found.headings] == [number]
    assert caption(found) == words


def test_contents_with_statements_below_an_entry() -> None:
    """An entry of the contents whose page stands in the line of a statement under it is no heading."""
    entries = "Item 1.  Financial Statements\n\n  Balance Sheets at June 30, 1998 and\n     1997               3\n"
    entries += "Item 2.  Management's Discussion            8\nItem 3.  Market Risk                        9\n"
    body = f"Item 1.  Financial Statements\n\n{TEXT}\n\nItem 2.  Management's Discussion\n\n{TEXT}\n\n"
    found = read(f"INDEX\n\n{entries}\n<PAGE>\n{body}Item 3.  Market Risk\n\n{TEXT}\n")
    assert keys(found) == ["1", "2", "3"]
    assert [entry.keys for entry in found.contents] == [("1",), ("2",), ("3",)]


def test_a_caption_wrapped_in_pre() -> None:
    """Where the lines are those of the source, a caption goes on in the next; a paragraph below it does not."""
    pre = "<PRE>\nItem 13. Certain Relationships and Related Transactions, and Director\nIndependence.\n\nNone.\n</PRE>"
    assert caption(read(f"<HTML><BODY>{pre}</BODY></HTML>")).endswith("and Director Independence.")
    assert caption(read(html("Item 7. Management Discussion", "Overview of the Year", TEXT))) == "Management Discussion"


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Item 9(A). Controls and Procedures", "9A"),
        ("Item 9(A)(T) Controls and Procedures", "9A(T)"),
        ("Item 7 A. Quantitative Disclosures", "7A"),
        ("Item 1 (a) General Development", "1"),
    ],
)
def test_a_letter_in_brackets(heading: str, key: str) -> None:
    """A letter in brackets belongs to the number where the caption is that of the item with the letter."""
    assert keys(read(html("Filler.", heading, TEXT))) == [key]


@pytest.mark.parametrize(
    "body",
    [
        "<TABLE><TR><TD>Item 8.01</TD><TD>&nbsp;</TD><TD>Other Events.</TD></TR></TABLE><P>It was so.</P>",
        "<TABLE><TR><TD>&nbsp;</TD><TD>Item 8.01.</TD><TD><P>Other Events.</P></TD></TR></TABLE><P>It was so.</P>",
        "<P>Item 8.01</P><P>&nbsp;</P><P>Other Events.</P><P>It was so.</P>",
        "<P>Item 8.01<BR>Other Events.</P><P>It was so.</P>",
    ],
)
def test_heading_in_pieces(body: str) -> None:
    """Number and caption may stand in two cells, or on two lines."""
    found = read(f"<HTML><BODY><P>Filler.</P>{body}</BODY></HTML>")
    assert (keys(found), caption(found)) == (["8.01"], "Other Events.")


def test_caption_wrapped_over_lines() -> None:
    """In plain text a caption goes on where its line was full."""
    body = (
        "\n\nITEM 5.02. DEPARTURE OF DIRECTORS OR PRINCIPAL OFFICERS; ELECTION OF DIRECTORS;\n"
        "           APPOINTMENT OF PRINCIPAL OFFICERS\n\n     On June 3, Mr. Doe left.\n"
    )
    assert caption(read(body)).endswith("ELECTION OF DIRECTORS; APPOINTMENT OF PRINCIPAL OFFICERS")


def test_heading_without_caption() -> None:
    """A heading may be a number alone: the paragraph after it is no caption."""
    long = "On June 3, 2019, the board of the company resolved to sell the works in Springfield, " * 3
    found = read(html("Filler.", "Item 8.01.", long))
    assert isinstance(found.headings[0].caption, Absent)


def test_several_items_in_one_heading() -> None:
    """One heading may name several items, and says none of their captions for certain."""
    found = read(html("Filler.", "Items 2.02 and 9.01. Results of Operations; Exhibits", TEXT))
    assert keys(found) == ["2.02", "9.01"]
    assert isinstance(found.headings[0].caption, Unsure)
    found = read(html("Filler.", "Item 2.02 and Item 7.01 Results; Regulation FD", TEXT))
    assert keys(found) == ["2.02", "7.01"]


def test_several_items_behind_one_word() -> None:
    """The word "Item" may name several decimal items, too; a sentence that does is no heading."""
    found = read(html("Item 1.01, 1.02 and 2.03. Entry into a Material Definitive Agreement.", TEXT))
    assert keys(found) == ["1.01", "1.02", "2.03"]
    assert keys(read(html("Item 1.01 and 2.03 of this report say more.", TEXT))) == []


def test_range_of_items_not_applicable() -> None:
    """The heading "Items 1 through 4, 6 and 8 Not Applicable" names all of them, and that they do not apply."""
    found = read("\n\nItems 1 through 4, 6 and 8 Not Applicable.\n\nItem 5. Other Events\n\n     It was so.\n")
    assert found.headings[0].keys == ("1", "2", "3", "4", "6", "8")
    assert found.headings[0].inapplicable.value == "Not Applicable"
    assert isinstance(found.headings[1].inapplicable, Absent)


@pytest.mark.parametrize(
    "line",
    [
        "Item 2.02 of this Current Report on Form 8-K is incorporated here.",
        "Item 1A, “Risk Factors,” says more.",
        "Item 5) which had been held by the group.",
        "Item 402(s) of Regulation S-K",
        "Item 404(a) and (b) of Regulation S-K",
        "Items",
        "Itemized list 5.02",
    ],
)
def test_sentence_is_no_heading(line: str) -> None:
    """A line that goes on as a sentence is no heading."""
    assert keys(read(html("Filler.", line, TEXT))) == []


def test_wrapped_sentence_is_no_heading() -> None:
    """In plain text a line in the middle of a sentence may begin as a heading does."""
    body = (
        "\n     The information that is set forth below and in the report under\nItem 5. Other Events is furnished.\n"
    )
    found = read(body)
    assert keys(found) == []
    assert len(found.references) == 1


def test_bulleted_list_is_no_heading() -> None:
    """Items of another report, listed with bullets, are no headings."""
    rows = "".join(f"<TR><TD>•</TD><TD><P>Part II, Item {n}. Selected Financial Data;</P></TD></TR>" for n in (6, 7, 8))
    body = f"<P>Item 8.01 Other Events</P><P>Revised are:</P><TABLE>{rows}</TABLE><P>Item 9.01 Exhibits</P><P>x</P>"
    assert keys(read(f"<HTML><BODY>{body}</BODY></HTML>")) == ["8.01", "9.01"]


REPORT = [
    ("PART I", [("1", "Business"), ("1A", "Risk Factors"), ("2", "Properties")]),
    ("PART II", [("5", "Market for Registrant's Common Equity"), ("7A", "Quantitative Disclosures")]),
]


def contents(style: str) -> str:
    """Return a table of contents of REPORT in *style*."""
    rows, page = [], 1
    for part, entries in REPORT:
        rows.append(f"<TR><TD COLSPAN=3>{part}</TD></TR>")
        for number, words in entries:
            page += 7
            rows.append(
                {
                    "paged": f"<TR><TD>Item {number}.</TD><TD>{words}</TD><TD>{page}</TD></TR>",
                    "bare": f"<TR><TD>Item {number}.</TD><TD>{words}</TD></TR>",
                    "page first": f"<TR><TD><P>{page}</P></TD><TD><P>Item {number}.</P></TD>"
                    f"<TD><P>{words}</P></TD></TR>",
                }[style]
            )
    return "<P>Table of Contents</P><TABLE>" + "".join(rows) + "</TABLE>"


def sections(text: str = "It is as it was.") -> str:
    """Return the body of REPORT."""
    return "".join(
        f"<P>{part}</P>" + "".join(f"<P>Item {number}. {words}</P><P>{text}</P>" for number, words in entries)
        for part, entries in REPORT
    )


@pytest.mark.parametrize("style", ["paged", "bare", "page first"])
def test_contents_are_told_apart(style: str) -> None:
    """Entries of a table of contents are no headings, wherever the page number stands, or without any."""
    found = read(f"<HTML><BODY>{contents(style)}{sections()}</BODY></HTML>")
    assert [(one.part_key, *one.keys) for one in found.headings] == [
        ("I", "1"),
        ("I", "1A"),
        ("I", "2"),
        ("II", "5"),
        ("II", "7A"),
    ]
    assert len(found.contents) == 5


def test_quarterly_report_restarts() -> None:
    """In Part II of a quarterly report the numbers begin anew, after contents that do the same."""
    entries = [("PART I", ["1", "2"]), ("PART II", ["1", "6"])]
    table = "".join(
        f"<TR><TD>{part}</TD></TR>" + "".join(f"<TR><TD>Item {n}.</TD><TD>Words</TD><TD>{n}</TD></TR>" for n in numbers)
        for part, numbers in entries
    )
    body = "".join(
        f"<P>{part}</P>" + "".join(f"<P>Item {n}. Words</P><P>{TEXT}</P>" for n in ns) for part, ns in entries
    )
    found = read(f"<HTML><BODY><TABLE>{table}</TABLE>{body}</BODY></HTML>")
    assert [(one.part_key, *one.keys) for one in found.headings] == [("I", "1"), ("I", "2"), ("II", "1"), ("II", "6")]


def test_part_of_contents_without_items() -> None:
    """The part headings of a table of contents are not those of the report, whatever its entries look like."""
    table = "TABLE OF CONTENTS\n\nPART I\nFINANCIAL INFORMATION\n\nITEM              Page\n 1.  Statements        1\n\n"
    table += "PART II\nOTHER INFORMATION\n\n 6.  Exhibits         23\n\n"
    body = f"Item 1 - Statements\n\n{TEXT}\n\nPART II - OTHER INFORMATION\n\nItem 6 - Exhibits\n\n{TEXT}\n"
    assert [(one.part_key, *one.keys) for one in read(table + body).headings] == [("", "1"), ("II", "6")]


def test_contents_alone_are_no_headings() -> None:
    """A cross-reference table at the end, with pages, makes no headings."""
    found = read(f"<HTML><BODY><P>{TEXT}</P>{contents('paged')}</BODY></HTML>")
    assert found.headings == ()
    assert len(found.contents) == 5


def test_single_entry_of_contents() -> None:
    """The contents of a short report may have one entry, with nothing but the signature after it."""
    body = "<P>TABLE OF CONTENTS</P><P>Item 8.01 Other Events</P><P>SIGNATURE</P><P>EX-99.1</P>"
    body += f"<P>Table of Contents</P><P>Item 8.01 Other Events</P><P>{TEXT}</P><P>SIGNATURE</P>"
    found = read(f"<HTML><BODY>{body}</BODY></HTML>")
    assert (len(found.headings), len(found.contents)) == (1, 1)


def test_running_heads_and_continued_headings() -> None:
    """A heading repeated at the head of pages, or continued, counts once."""
    head = "<P>ITEM 1. BUSINESS</P><P>The page says this and that.</P>"
    found = read(f"<HTML><BODY><P>Item 1. Business</P><P>{TEXT}</P>{head * 5}</BODY></HTML>")
    assert len(found.headings) == 1
    found = read(html("Item 1. Business", TEXT, "Item 1. Business (continued)", TEXT))
    assert (len(found.headings), len(found.running)) == (1, 1)


def test_text_ends_at_the_signatures() -> None:
    """What stands under the last heading ends where the signatures begin."""
    one = submission(html("Item 9.01 Exhibits", "99.1 Press release", "SIGNATURES", "By: /s/ Jane Doe"))
    found = items.of(one)
    assert one.words(found.headings[0].text) == "99.1 Press release"


@pytest.mark.parametrize("body", ["", "<HTML></HTML>", "Item", "\nItem 5", "\n" * 50, "Item 5.02"])
def test_little_or_nothing(body: str) -> None:
    """A document with nothing in it has no items, and breaks nothing."""
    assert len(read(body + "\nx").headings) <= 1


@given(
    st.lists(
        st.sampled_from(
            ["\n", "\t", " ", "Item ", "ITEM ", "Items ", "5.02", "1A", "and ", "through ", "(e)", "Part II", "12",
             ". ", "Other Events", "SIGNATURES", "Table of Contents", "continued", "....", "•", "None"]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_every_value_is_the_words_at_its_place(pieces: list[str]) -> None:
    """Whatever the text, each stated value is what stands at its place."""
    one = submission("".join(pieces) + " x")
    found = items.of(one)
    for heading in found.headings:
        leaves = (*heading.numbers, *heading.paragraphs, heading.caption, heading.part, heading.inapplicable)
        for leaf in leaves:
            if isinstance(leaf, Located):
                assert one.words(leaf.span) == leaf.value
    for mention in (*found.contents, *found.running, *found.references):
        assert one.words(mention.number.span) == mention.number.value


def test_long_hostile_lines_take_linear_time() -> None:
    """Long runs of what headings are made of are read at once."""
    for piece in ("Item 1 and ", "Items 1, 2, ", "\nItem 1\n", " " * 50, "\n\t", "Part I Item 1. ", "(a)(b)"):
        read("x\n" + piece * (100_000 // len(piece)))


@pytest.mark.parametrize("box", "□☐■")
def test_a_box_above_a_heading(box: str) -> None:
    """The check box that ends a cover is no bullet of a list."""
    cover = html(f"If an emerging growth company, indicate by check mark. {box}", "Item 8.01 Other Events", TEXT)
    assert keys(read(cover)) == ["8.01"]


def test_a_bullet_above_a_line() -> None:
    """A bullet on a line of its own begins the line below it."""
    listed = html("Item 8.01 Other Events", TEXT, "•", "Item 1A Risk Factors")
    assert keys(read(listed)) == ["8.01"]


@pytest.mark.parametrize("foot", ["2", "Page 2 of 5", "2</P><P>Table of Contents", "2</P><P>ALPHA CORP"])
def test_nothing_to_report_at_the_foot_of_a_page(foot: str) -> None:
    """The foot of a page and the head of the next are none of what is reported."""
    found = read(html("Item 4. Changes in Accountants", "None.", foot, "Item 5. Other Events", TEXT))
    assert isinstance(found.headings[0].inapplicable, Located)
    assert isinstance(found.headings[1].inapplicable, Absent)


def test_sections_in_a_table_of_contents() -> None:
    """The sections of Form 8-K stand among the entries of its table of contents."""
    sections = ("Section 2 - Financial Information", "Item 2.02 Results of Operations and Financial Condition")
    more = ("Section 9 - Financial Statements and Exhibits", "Item 9.01 Financial Statements and Exhibits")
    found = read(html("TABLE OF CONTENTS", *sections, *more, sections[1], TEXT, more[1], TEXT))
    assert keys(found) == ["2.02", "9.01"]


@given(st.text(alphabet="aZ1x.-–—_ \t(“"))
def test_what_follows_a_caption_has_one_of_its_signs(words: str) -> None:
    """Neither the end of a sentence nor leaders are found where none of the signs stands that are looked for first."""
    for expression, signs in (
        (item_captions._SENTENCE_END, item_captions._SENTENCE_SIGNS),
        (item_captions._LEADERS, item_captions._LEADER_SIGNS),
    ):
        assert expression.search(words) is None or any(sign in words for sign in signs)
