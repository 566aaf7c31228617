"""The facts of cover pages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import is_submission, read_document, read_submission
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.located import CannotTell, Located, NotApplicable
from filinglint.source import Source
from readings import document, shown, statements, submission

PLAIN = """
                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549

                                    FORM 8-K
                                 CURRENT REPORT
     Pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934

Date of Report (Date of earliest event reported): January 2, 2004

                             ALPHA WIDGETS, INC.
             (Exact name of registrant as specified in its charter)

          Delaware                      0-55501             55-5550123
(State or other jurisdiction of      (Commission File     (I.R.S. Employer
incorporation or organization)          Number)           Identification No.)

          1 Main Street, Suite 5, Springfield, Ohio             45501
          (Address of principal executive offices)            (Zip Code)

      Registrant's telephone number, including area code:   (937) 555-0100

                                 Not Applicable
        (Former name or former address, if changed since last report.)

Item 5. Other Events.
"""

HTML = """<html><body>
<p>UNITED STATES</p><p>SECURITIES AND EXCHANGE COMMISSION</p><p>Washington, D.C. 20549</p>
<p>FORM 8-K/A</p><p>(Amendment No. 1)</p>
<p>January 2, 2020 (December 30, 2019)</p><p>Date of Report (Date of earliest event reported)</p>
<p>ALPHA WIDGETS, INC.</p><p>(Exact name of registrant as specified in its charter)</p>
<table><tr><td>Delaware</td><td>&nbsp;</td><td>001-55501</td><td>&nbsp;</td><td>55-5550123</td></tr>
<tr><td><p>(State or other jurisdiction</p><p>of incorporation)</p></td><td></td><td>(Commission File Number)</td>
<td></td><td>(IRS Employer<br>Identification No.)</td></tr></table>
<p>1 Main Street<br>Springfield, Ohio 45501</p><p>(Address of principal executive offices) (Zip Code)</p>
<p>(937) 555-0100</p><p>(Registrant&#146;s telephone number, including area code)</p>
<p>Check the appropriate box below if the Form 8-K filing is intended to satisfy the filing obligation:</p>
<table>
<tr><td><font face="Wingdings">&#168;</font></td><td>Written communications pursuant to Rule 425 under the Act</td></tr>
<tr><td><font face="Wingdings">&#254;</font></td><td>Soliciting material pursuant to Rule 14a-12 under the Act</td></tr>
<tr><td><font face="Wingdings">x</font></td><td>Pre-commencement communications pursuant to Rule 14d-2(b)</td></tr>
<tr><td><img src="box.gif"></td><td>Pre-commencement communications pursuant to Rule 13e-4(c)</td></tr></table>
<p>Securities registered pursuant to Section 12(b) of the Act:</p>
<table><tr><td>Title of each class</td><td>Trading Symbol(s)</td><td>Name of each exchange on which registered</td></tr>
<tr><td>Common Stock, $0.01 par value</td><td>AWI</td><td>New York Stock Exchange</td></tr>
<tr><td>5% Notes due 2030</td><td></td><td>New York Stock Exchange</td></tr></table>
<p>Indicate by check mark whether the registrant is an emerging growth company as defined in Rule 405.
Emerging growth company &#9744;</p>
<p>If an emerging growth company, indicate by check mark if the registrant has elected not to use the extended
transition period for complying with any new standards. &#9746;</p>
<p>Item 8.01 Other Events.</p></body></html>"""


def cover(text: str) -> CoverPage:
    """Return the cover of *text*."""
    return cover_page.of(document(text))


def row(page: CoverPage) -> tuple[str, ...]:
    """Return what a cover states of its first registrant."""
    return (
        shown(page.registrant_name),
        shown(page.state_of_incorporation),
        shown(page.commission_file_number),
        shown(page.ein),
    )


def test_plain_text_in_columns() -> None:
    """Captions of several lines name the values that stand above them in the same columns."""
    page = cover(PLAIN)
    assert row(page) == ("ALPHA WIDGETS, INC.", "Delaware", "0-55501", "55-5550123")
    assert shown(page.form_name) == "FORM 8-K"
    assert shown(page.amendment) == "-"
    assert [line.value for line in page.address.street] == ["1 Main Street, Suite 5"]
    assert [shown(leaf) for leaf in (page.address.city, page.address.state, page.address.zip)] == [
        "Springfield",
        "Ohio",
        "45501",
    ]
    assert shown(page.telephone) == "(937) 555-0100"
    assert shown(page.former) == "Not Applicable"
    assert (shown(page.date_of_report), shown(page.earliest_event)) == ("2004-01-02", "2004-01-02")


def test_double_spaced_text() -> None:
    """A cover whose every line has a blank line after it states what the same cover does in single lines."""
    lines = [line for line in PLAIN.split("\n") if line.strip()]
    double, single = cover("\n" + "\n\n".join(lines) + "\n"), cover(PLAIN)
    for one, other in zip(double.registrants, single.registrants, strict=True):
        assert [shown(getattr(one, leaf)) for leaf in ("name", "commission_file_number", "ein")] == [
            shown(getattr(other, leaf)) for leaf in ("name", "commission_file_number", "ein")
        ]
        assert shown(one.state_of_incorporation) == shown(other.state_of_incorporation)
    assert shown(double.telephone) == shown(single.telephone)
    assert shown(double.earliest_event) == shown(single.earliest_event)


def test_tables_in_html() -> None:
    """Captions in the cells of a table name the values in the same columns, whatever stands between."""
    page = cover(HTML)
    assert row(page) == ("ALPHA WIDGETS, INC.", "Delaware", "001-55501", "55-5550123")
    assert shown(page.form_name) == "FORM 8-K/A"
    assert shown(page.amendment) == "Amendment No. 1"
    assert (shown(page.date_of_report), shown(page.earliest_event)) == ("2020-01-02", "2019-12-30")
    assert page.report_date.value == date(2019, 12, 30)
    assert shown(page.address.block) == "1 Main Street Springfield, Ohio 45501"
    assert shown(page.address.zip) == "45501"
    assert shown(page.telephone) == "(937) 555-0100"


def test_boxes() -> None:
    """A box is ticked, not ticked, or unsure where a picture stands; one that the cover lacks is absent."""
    page = cover(HTML)
    assert shown(page.box_introduction).startswith("Check the appropriate box below")
    assert {box.name: shown(box.ticked) for box in page.boxes if shown(box.sentence) != "-"} == {
        "written_communications_425": "False",
        "soliciting_14a12": "True",
        "precommencement_14d2": "True",
        "precommencement_13e4": "?",
        "egc_transition": "True",
        "egc": "False",
    }
    assert shown(page.box("shell_company").ticked) == "-"
    with pytest.raises(KeyError):
        page.box("no such box")


def test_boxes_of_broken_lines() -> None:
    """The number of a rule may be broken at its hyphen, and a label without a readable mark is a box all the same."""
    lines = """[  ]  Written communications pursuant to Rule 425 under the Securities Act

[  ]  Soliciting material pursuant to Rule 14a-
      12 under the Exchange Act

[  ]  Pre-commencement communications pursuant to Rule 14d-
      2(b) under the Exchange Act

[  ]  Pre-
      commencement communications pursuant to Rule 13e-
      4(c) under the Exchange Act

                                       Emerging Growth Company

Item 8.01 Other Events.
"""
    page = cover(PLAIN.replace("Item 5. Other Events.\n", lines))
    boxes = [page.box(name) for name in ("soliciting_14a12", "precommencement_14d2", "precommencement_13e4", "egc")]
    assert [shown(box.ticked) for box in boxes] == ["False", "False", "False", "?"]
    assert shown(boxes[-1].sentence) == "Emerging Growth Company"


def test_securities() -> None:
    """Each row of the table under Section 12(b) is a class; an empty cell states no symbol."""
    securities = cover(HTML).securities
    assert shown(securities.symbol_head) == "Trading Symbol(s)"
    assert [(shown(each.title), shown(each.symbol), shown(each.exchange)) for each in securities.rows] == [
        ("Common Stock, $0.01 par value", "AWI", "New York Stock Exchange"),
        ("5% Notes due 2030", "-", "New York Stock Exchange"),
    ]


def test_a_date_with_wide_gaps() -> None:
    """Blanks that do not break part no date."""
    page = cover(re.sub(r"(?<=\w) (?=\d{1,2}, \d{4})", "&nbsp;&nbsp;&nbsp;", HTML))
    assert shown(page.date_of_report) == shown(cover(HTML).date_of_report) != "-"


@pytest.mark.parametrize("blank", ["", "   ", "\t"])
def test_a_paragraph_ends_at_a_blank_line(blank: str) -> None:
    """A line of blanks ends the paragraph that states the shares outstanding, as an empty one does."""
    words = "On June 3, 1998 one hundred shares were outstanding,\ntreasury stock left out."
    name = "ALPHA INC\n(Exact name of registrant as specified in its charter)\n\n"
    text = f"FORM 10-Q\n\n{name}1-55599\n(Commission File Number)\n\n{words}\n{blank}\nNext.\n"
    assert shown(cover(text).shares_outstanding) == words.replace("\n", " ")


def test_a_date_beside_a_file_number() -> None:
    """A date below its caption is read though the file number stands in the next column."""
    text = """FORM 8-K
        Date of Report                             Commission file number
        (Date of earliest event reported)
        November 3, 2002                                  1-55599

                              ALPHA PAPER CO.
             (Exact name of registrant as specified in its charter)
"""
    page = cover(text)
    assert (shown(page.date_of_report), shown(page.earliest_event)) == ("2002-11-03", "2002-11-03")
    assert shown(page.commission_file_number) == "1-55599"


def test_several_securities_in_one_row() -> None:
    """Cells that hold one line for each class make a class of each; which of them bears the symbol is unsure."""
    text = HTML.replace("0.01 par value</td>", "0.01 par value<br>4% Notes due 2028</td>")
    text = text.replace("<td>AWI</td><td>New York Stock Exchange", "<td>AWI</td><td>NYSE American<br>NYSE Arca, Inc.")
    assert text.count("<br>4% Notes") == text.count("<br>NYSE Arca") == 1
    assert [(shown(each.title), shown(each.symbol), shown(each.exchange)) for each in cover(text).securities.rows] == [
        ("Common Stock, $0.01 par value", "?", "NYSE American"),
        ("4% Notes due 2028", "?", "NYSE Arca, Inc."),
        ("5% Notes due 2030", "-", "New York Stock Exchange"),
    ]


def test_symbols_that_are_words() -> None:
    """A symbol that the heads of columns have among their words is one where a market stands beside it."""
    for symbol in ("SO", "ON", "BE"):
        assert shown(cover(HTML.replace("<td>AWI<", f"<td>{symbol}<")).securities.rows[0].symbol) == symbol


def test_registrants_of_securities() -> None:
    """The column that says whose securities they are is no part of their titles."""
    text = HTML.replace("<tr><td>Title of each", "<tr><td>Registrant</td><td>Title of each")
    for title in ("Common Stock", "5% Notes"):
        text = text.replace(f"<tr><td>{title}", f"<tr><td>Alpha Widgets, Inc.</td><td>{title}")
    assert text.count("<td>Alpha Widgets, Inc.</td>") == 2
    assert [shown(each.title) for each in cover(text).securities.rows] == [
        "Common Stock, $0.01 par value",
        "5% Notes due 2030",
    ]


def test_boxes_below_the_securities() -> None:
    """The check boxes that follow the table in cells of their own are no classes of securities."""
    boxes = "".join(f"<tr><td>&#9744;</td><td>{words}</td></tr>" for words in ("Written communications", "Other"))
    above, table, below = HTML.partition("Title of each class")
    below = below.replace("</table>", f"</table><p>Check the appropriate box below</p><table>{boxes}</table>", 1)
    text = above + table + below
    assert len(cover(text).securities.rows) == 2


@pytest.mark.parametrize("words", ["None", "Not applicable", "N/A"])
def test_no_securities(words: str) -> None:
    """The words that say there are no securities are stated, and there are no rows."""
    text = HTML.replace("Common Stock, $0.01 par value</td><td>AWI", f"{words}</td><td>{words}")
    text = text.replace("<td>New York Stock Exchange</td></tr>\n<tr><td>5% Notes due 2030</td><td></td>", "")
    securities = cover(text.replace("<td>New York Stock Exchange", f"<td>{words}")).securities
    assert shown(securities.none) == words
    assert securities.rows == ()


@pytest.mark.parametrize(
    ("answer", "ticked"),
    [
        ("Yes [X]  No [ ]", "True"),
        ("Yes [ ]  No [X]", "False"),
        ("[X] Yes  [ ] No", "True"),
        ("☐ Yes ☒ No", "False"),
        ("Yes ■ No □", "True"),
        ("YES  X   NO ___", "True"),
        ("Yes ___ No _X_", "False"),
        ("Yes ☐ No ☐", "?"),
        ("Yes ☒ No ☒", "?"),
        ("Yes   No", "?"),
    ],
)
def test_yes_or_no(answer: str, ticked: str) -> None:
    """The mark beside Yes or No answers, before or after its word; two alike, or none, do not."""
    text = f"""SECURITIES AND EXCHANGE COMMISSION

FORM 10-K

For the fiscal year ended December 31, 2010

Indicate by check mark whether the registrant is a shell company (as defined
in Rule 12b-2 of the Act).  {answer}

"""
    page = cover_page.of(submission(("10-K", text)))
    assert shown(page.box("shell_company").ticked) == ticked
    assert shown(page.period) == "2010-12-31"


@pytest.mark.parametrize(
    ("marks", "ticked"),
    [
        (
            "Large accelerated filer [X]  Accelerated filer [ ]  Non-accelerated filer [ ]"
            "  Smaller reporting company [ ]",
            ["True", "False", "False", "False"],
        ),
        (
            "☐ Large accelerated filer ☐ Accelerated filer ☐ Non-accelerated filer ☒ Smaller reporting company",
            ["False", "False", "False", "True"],
        ),
        (
            "Large accelerated filer  o   Accelerated filer  x   Non-accelerated filer  o"
            "   Smaller reporting company  o",
            ["False", "True", "False", "False"],
        ),
    ],
)
def test_filer_categories(marks: str, ticked: list[str]) -> None:
    """The marks of the classes of filers stand all before their labels, or all after."""
    text = (
        "<p>FORM 10-Q</p><p>Indicate by check mark whether the registrant is a large accelerated filer, an accelerated"
        " filer, a non-accelerated filer, or a smaller reporting company. See the definition in Rule 12b-2.</p>"
        f"<p>{marks}</p><p>Indicate by check mark</p>"
    )
    page = cover_page.of(submission(("10-Q", f"<html><body>{text}</body></html>")))
    names = ("large_accelerated", "accelerated", "non_accelerated", "smaller_reporting")
    assert [shown(page.box(name).ticked) for name in names] == ticked


@pytest.mark.parametrize(
    ("lines", "report", "event"),
    [
        (
            "Date of Report: January 5, 2004\nDate of earliest event reported: January 2, 2004",
            "2004-01-05",
            "2004-01-02",
        ),
        ("Date of Report (Date of earliest event reported)\nJanuary 2, 2004", "2004-01-02", "2004-01-02"),
        ("January 2, 2004\n(Date of Report)", "2004-01-02", "-"),
        ("Date of Report: January 5, 2004", "2004-01-05", "-"),
        (
            "Date of Report (Date of earliest event reported): January 5, 2004 (January 2, 2004)",
            "2004-01-05",
            "2004-01-02",
        ),
        ("Date of Report (Date of earliest event reported):", "-", "-"),
        ("Date of Report (Date of earliest event reported): June 31, 2004", "?", "?"),
        ("Date of Report:\nDate of earliest event reported: January 2, 2004", "-", "2004-01-02"),
        ("January 2, 2004", "?", "?"),  # no caption says what it is
        ("Date of Report (Date of earliest event reported): January 2,\n2004", "2004-01-02", "2004-01-02"),
        ("Date of Report (Date of earliest event reported)\nJanuary 2,\n2004", "2004-01-02", "2004-01-02"),
        ("January 2,\n2004\n(Date of Report)", "2004-01-02", "-"),
        (
            "Date of Report (Date of earliest event reported): January 5,\n2004 (January 2,\n2004)",
            "2004-01-05",
            "2004-01-02",
        ),
        (
            "THE SECURITIES EXCHANGE ACT OF 1934 Date of Report (Date of earliest event reported): January 2, 2004",
            "2004-01-02",
            "2004-01-02",
        ),
        ("", "-", "-"),
    ],
)
def test_dates(lines: str, report: str, event: str) -> None:
    """Dates belong to the caption in whose line they stand, or below it, or above it."""
    text = PLAIN.replace("Date of Report (Date of earliest event reported): January 2, 2004", lines)
    page = cover(text)
    assert (shown(page.date_of_report), shown(page.earliest_event)) == (report, event)


@pytest.mark.parametrize(
    ("lines", "period", "start"),
    [
        ("For the fiscal year ended June 30, 2003", "2003-06-30", "-"),
        ("For the quarterly period ended: March 31, 2003", "2003-03-31", "-"),
        ("For the transition period from July 1, 2002 to December 31, 2002", "2002-12-31", "2002-07-01"),
        ("For the transition period from ________ to ________", "-", "-"),
        (
            "For the fiscal year ended                     Commission file\n"
            "December 29, 1996                             number 1-55501",
            "1996-12-29",
            "-",
        ),
        ("For the fiscal year ended\n\n          The year was good. December 29, 1996 was a Sunday.", "-", "-"),
    ],
)
def test_period(lines: str, period: str, start: str) -> None:
    """The period of a report is the date that follows the words for it."""
    page = cover_page.of(submission(("10-K", PLAIN.replace("FORM 8-K", f"FORM 10-K\n\n{lines}"))))
    assert (shown(page.period), shown(page.period_start)) == (period, start)


@pytest.mark.parametrize(
    ("old", "new", "states"),
    [
        ("ALPHA WIDGETS, INC.", "", ("-", "Delaware", "0-55501", "55-5550123")),
        ("0-55501", "       ", ("ALPHA WIDGETS, INC.", "Delaware", "-", "55-5550123")),
        ("55-5550123", "", ("ALPHA WIDGETS, INC.", "Delaware", "0-55501", "-")),
        ("55-5550123", "55-555012", ("ALPHA WIDGETS, INC.", "Delaware", "0-55501", "55-555012")),
        ("55-5550123", "None", ("ALPHA WIDGETS, INC.", "Delaware", "0-55501", "?")),
        ("Delaware", "Wonderland", ("ALPHA WIDGETS, INC.", "?", "0-55501", "55-5550123")),
    ],
)
def test_missing_values(old: str, new: str, states: tuple[str, ...]) -> None:
    """A value that is missing is absent, and no neighbour takes its place."""
    assert row(cover(PLAIN.replace(old, new))) == states


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("No voting stock is held by nonaffiliates of the Registrant.", True),
        ("There is no established public market for the Units.", True),
        ("The Registrant has no subsidiaries.", False),
    ],
)
def test_market_value_that_there_is_not(words: str, stated: bool) -> None:
    """That nothing is held by non-affiliates, or that there is no market, is a statement of the market value."""
    page = cover(PLAIN.replace("Item 5. Other", f"{words}\n\nItem 5. Other").replace("8-K", "10-K"))
    assert isinstance(page.market_value, Located) == stated


def test_no_form_name() -> None:
    """Sentences that speak of the form do not name it."""
    page = cover_page.of(submission(("8-K", PLAIN.replace("FORM 8-K", "") + "\nWe file this Form 8-K today.")))
    assert shown(page.form_name) == "-"
    assert shown(page.registrant_name) == "ALPHA WIDGETS, INC."


@pytest.mark.parametrize(
    ("lines", "city", "state", "code"),
    [
        ("1 Main Street, Springfield, Ohio 45501", "Springfield", "Ohio", "45501"),
        ("1 Main Street\n             Springfield, OH 45501-1234", "Springfield", "OH", "45501-1234"),
        ("1 Main Street\n             New York, New York 10001", "New York", "New York", "10001"),
        ("1 Main Street Springfield, Ohio 45501", "?", "Ohio", "45501"),  # the street ends where nobody says
        ("1 High Street\n             London, England", "?", "?", "-"),
        ("1 Main Street, N.W.\n             Springfield, Ohio", "Springfield", "Ohio", "-"),
    ],
)
def test_address(lines: str, city: str, state: str, code: str) -> None:
    """City and state are the last words of the address; the city is unsure where the street may go on."""
    text = PLAIN.replace("1 Main Street, Suite 5, Springfield, Ohio             45501", lines)
    address = cover(text.replace("            (Zip Code)", "")).address
    assert [shown(leaf) for leaf in (address.city, address.state, address.zip)] == [city, state, code]


@pytest.mark.parametrize(
    ("lines", "street"),
    [
        (
            "Address of principal\nexecutive offices:        1 Main Street\n                          {}",
            "1 Main Street",
        ),
        ("Address of principal executive offices:     1 Main Street, {}", "1 Main Street"),
    ],
)
def test_address_beside_its_caption(lines: str, street: str) -> None:
    """What stands beside the caption, and below that in the same column, is the address."""
    start, end = PLAIN.index("          1 Main"), PLAIN.index("      Registrant's tele")
    address = cover(PLAIN[:start] + lines.format("Springfield, Ohio 45501") + "\n\n" + PLAIN[end:]).address
    assert [leaf.value for leaf in address.street] == [street]
    assert [shown(leaf) for leaf in (address.city, address.zip)] == ["Springfield", "45501"]


@pytest.mark.parametrize(
    "telephone", ["+44 151 555 0100", "(86) 871-555-0100", "(+86) 871-555-0100", "(972) (4) 555-0100"]
)
def test_telephone_of_another_country(telephone: str) -> None:
    """A telephone begins with the code of its country."""
    assert shown(cover(PLAIN.replace("(937) 555-0100", telephone)).telephone) == telephone


def test_address_below_names_in_brackets() -> None:
    """Words in brackets above the address belong to what stands above them; that there is no ZIP code is no line."""
    old = "<p>1 Main Street<br>Springfield, Ohio 45501</p><p>(Address of principal executive offices) (Zip Code)</p>"
    assert old in HTML
    row = (
        "<table><tr><td>{}</td><td>{}</td></tr>"
        "<tr><td>(Address of principal executive offices)</td><td>(Zip Code)</td></tr></table>"
    )
    address = cover(
        HTML.replace(old, "<p>(Alpha Widgets, Inc.)</p>" + row.format("1 Main Street, Springfield, Ohio", "N/A"))
    ).address
    assert [leaf.value for leaf in address.lines] == ["1 Main Street, Springfield, Ohio"]


def test_names_in_lines_with_numbers_of_their_own() -> None:
    """As many lines of the name as file numbers and EINs are as many registrants; a state may say whose it is."""
    start, end = PLAIN.index("                             ALPHA"), PLAIN.index("          1 Main")
    text = """
                             Alpha Realty Trust
                             Alpha Realty Limited
             (Exact name of registrant as specified in its charter)

   Maryland (Alpha Realty Trust)           001-55501            55-5550123
   Delaware (Alpha Realty Limited)         333-55502            55-5550124
  (State or other jurisdiction of      (Commission File     (I.R.S. Employer
   incorporation or organization)          Number)         Identification No.)

"""
    found = cover(PLAIN[:start] + text + PLAIN[end:])
    assert [
        [shown(leaf) for leaf in (one.name, one.commission_file_number, one.state_of_incorporation, one.ein)]
        for one in found.registrants
    ] == [
        ["Alpha Realty Trust", "001-55501", "Maryland", "55-5550123"],
        ["Alpha Realty Limited", "333-55502", "Delaware", "55-5550124"],
    ]


def test_table_of_registrants() -> None:
    """In a table whose heads are the captions, each row with a file number is a registrant."""
    text = """
                       SECURITIES AND EXCHANGE COMMISSION
                                    FORM 8-K

Date of Report (Date of earliest event reported)         January 2, 2004

Commission       Registrant, State of Incorporation,       I.R.S. Employer
File Number      Address and Telephone Number              Identification No.

1-55501          Alpha Holding Company                     55-5550123
                 (A Delaware Corporation)
                 1 Main Street
                 Springfield, Ohio 45501
                 (937) 555-0100

1-55502          Alpha Power Company                       55-5550124
                 (An Ohio Corporation)
                 2 Main Street
                 Springfield, Ohio 45501
                 (937) 555-0101

Item 5. Other Events.
"""
    page = cover(text)
    assert [
        (shown(each.name), shown(each.commission_file_number), shown(each.state_of_incorporation), shown(each.ein))
        for each in page.registrants
    ] == [
        ("Alpha Holding Company", "1-55501", "Delaware", "55-5550123"),
        ("Alpha Power Company", "1-55502", "Ohio", "55-5550124"),
    ]
    assert shown(page.address.block) == "1 Main Street Springfield, Ohio 45501"
    assert shown(page.telephone) == "(937) 555-0100"


def test_table_of_registrants_with_bare_numbers() -> None:
    """An employer number in a table needs no hyphen."""
    rows = "".join(
        f"<tr><td>1-5550{n}</td><td>Alpha {name}</td><td>55555012{n}</td></tr>" for n, name in ((1, "Corp"), (2, "Inc"))
    )
    page = cover(
        "<html><body><p>FORM 8-K</p><p>Date of Report: January 2, 2004</p><table><tr><td>Commission File Number</td>"
        "<td>Exact name of registrant as specified in its charter</td><td>I.R.S. Employer Identification No.</td></tr>"
        f"{rows}</table><p>Item 5. Other Events.</p></body></html>"
    )
    assert [shown(each.ein) for each in page.registrants] == ["555550121", "555550122"]


@pytest.mark.parametrize("sign", "'’´`")
def test_apostrophes_of_captions(sign: str) -> None:
    """An accent in a caption is an apostrophe."""
    caption = f"Registrant{sign}s telephone number, including area code"
    page = cover(
        f"<html><body><p>FORM 8-K</p><p>{caption}: (937) 555-0100</p><p>Address of Registrant</p></body></html>"
    )
    assert shown(page.telephone) == "(937) 555-0100"


def test_second_page_of_a_current_report() -> None:
    """A link to the contents at the head of the second page of a cover does not end it."""
    boxes = "<p>Check the appropriate box below:</p><p>[ ] Written communications pursuant to Rule 425</p>"
    html = f"<html><body><p>FORM 8-K</p><p>Alpha</p><p>Table of Contents</p>{boxes}<p>Item 8.01 Other Events</p>"
    page = cover_page.of(submission(("8-K", html + "<p>It was so.</p></body></html>")))
    assert shown(page.box("written_communications_425").ticked) == "False"


@pytest.mark.parametrize(
    ("lines", "stated"),
    [
        ("As of May 1, 1996, there were 10,312,456 shares of the registrant's\ncommon stock outstanding.", True),
        ("Common Stock, $.001 par value -- 10,312,456 shares as of May 1, 1996", True),
        ("CLASS                         OUTSTANDING AT MAY 1, 1996\nCommon Stock                  10,312,456", True),
        ("Common Stock, 10,312,456 shares of which were sold", False),
        ("Held by persons who own 10,312,456 shares.\n\nThe outstanding stock is listed.", False),
        ("Shares held by each person who owns more\nthan 5% of the outstanding stock are excluded.", False),
    ],
)
def test_shares_outstanding_over_lines(lines: str, stated: bool) -> None:
    """The number of shares outstanding may go on over the lines of a typed paragraph."""
    text = PLAIN.replace("FORM 8-K", "FORM 10-Q").replace("Item 5.", f"{lines}\n\nItem 5.")
    page = cover_page.of(submission(("10-Q", text)))
    assert isinstance(page.shares_outstanding, Located) is stated


def test_captions_that_ask_for_several_things() -> None:
    """What is not found below a caption for name, state and address may stand there all the same."""
    head = "Registrant, State of Incorporation, Address and Telephone Number"
    page = cover(f"<html><body><p>FORM 8-K</p><p>{head}</p><p>Commission File Number: 1-55501</p></body></html>")
    assert (shown(page.registrant_name), shown(page.state_of_incorporation)) == ("?", "?")


def test_registrants_one_after_another() -> None:
    """Two names, each with its own captions, are two registrants."""
    half = PLAIN[PLAIN.index("                             ALPHA") : PLAIN.index("          1 Main Street")]
    second = half.replace("ALPHA WIDGETS, INC.", "BETA WIDGETS, L.P.").replace("0-55501", "0-55502")
    text = PLAIN.replace(half, half + "\n" + second.replace("55-5550123", "55-5550124"))
    page = cover(text)
    assert [(shown(each.name), shown(each.commission_file_number), shown(each.ein)) for each in page.registrants] == [
        ("ALPHA WIDGETS, INC.", "0-55501", "55-5550123"),
        ("BETA WIDGETS, L.P.", "0-55502", "55-5550124"),
    ]


def test_names_among_others() -> None:
    """What the registrant was called is no second name, and a name may begin with "Page"."""
    page = cover(PLAIN.replace("ALPHA WIDGETS, INC.\n", "ALPHA WIDGETS, INC.\n   (Formerly known as Beta Corp.)\n"))
    assert [shown(one.name) for one in page.registrants] == ["ALPHA WIDGETS, INC."]
    assert row(page)[1:] == ("Delaware", "0-55501", "55-5550123")
    aside = (
        "ALPHA WIDGETS, INC.\n   (as depositor under the Pooling Agreement,\n   dated January 1, 2004, Series 2004-1)\n"
    )
    page = cover(PLAIN.replace("ALPHA WIDGETS, INC.\n", aside))
    assert shown(page.registrant_name) == "ALPHA WIDGETS, INC."
    page = cover(
        "FORM 8-K\n\nEXACT NAME OF REGISTRANT AS SPECIFIED IN ITS CHARTER    ALPHA\n"
        + " " * 56
        + "WIDGETS, INC.\n\nCOMMISSION FILE NUMBER   0-55501\n"
    )
    assert shown(page.registrant_name) == "ALPHA WIDGETS, INC."
    page = cover(PLAIN.replace("ALPHA WIDGETS, INC.", "PAGE WIDGETS, INC."))
    assert shown(page.registrant_name) == "PAGE WIDGETS, INC."
    page = cover(PLAIN.replace("ALPHA WIDGETS, INC.\n", "ALPHA WIDGETS, INC.\n\n            Page 1 of 4\n"))
    assert shown(page.registrant_name) != "Page 1 of 4"


def test_table_of_registrants_with_telephones() -> None:
    """A telephone with its number is of its registrant's record, and ends no table; a head of a column is unclear."""
    page = cover(
        """
                                   FORM 10-K
<TABLE>
<CAPTION>
Commission     Registrant; State of Incorporation;        I.R.S. Employer
File Number    Address; and Telephone Number              Identification No.
<S>            <C>                                        <C>
1-5551         ALPHA POWER CORPORATION                        55-5550101
               (A Delaware Corporation)
               1 Riverside Plaza
               Columbus, Ohio 43215
               Telephone (614) 555-0100

1-5552         BETA ELECTRIC COMPANY                          55-5550102
               (A Kentucky Corporation)
               2 Central Avenue
               Ashland, Kentucky 41101
               Telephone (606) 555-0100
</TABLE>

                         Aggregate market value          Number of shares
                         of voting stock held by         of common stock
                         non-affiliates of the           outstanding of the
                         registrants                     registrants
Alpha Power
 Corporation              $9,410,000,000                  190,000,000

PART I
"""
    )
    assert [shown(one.name) for one in page.registrants] == ["ALPHA POWER CORPORATION", "BETA ELECTRIC COMPANY"]
    assert shown(page.telephone) == "(614) 555-0100"
    assert shown(page.shares_outstanding) == "?"


def test_roles_of_an_asset_backed_issuer() -> None:
    """Each file number is that of the party its caption names, a CIK is no name, and an EIN is nobody's for certain."""
    page = cover(
        """<html><body><p>FORM 10-D</p><p>ASSET-BACKED ISSUER</p>
<p>Commission File Number of issuing entity: 333-55501-07</p>
<p>Central Index Key Number of issuing entity: 0009999991</p>
<p>Alpha Mortgage Trust 2016-1</p><p>(Exact name of issuing entity as specified in its charter)</p>
<p>Commission File Number of depositor: 333-55501</p>
<p>Central Index Key Number of depositor: 0009999992</p>
<p>Alpha Securities Inc.</p><p>(Exact name of depositor as specified in its charter)</p>
<p>Alpha Realty Corp.</p><p>(Exact name of sponsor as specified in its charter)</p>
<p>New York</p><p>(State or other jurisdiction of incorporation or organization of the issuing entity)</p>
<p>55-5550101</p><p>55-5550102</p><p>55-5550103</p><p>(I.R.S. Employer Identification No.)</p>
</body></html>"""
    )
    assert [
        (one.role, shown(one.name), shown(one.commission_file_number), shown(one.ein)) for one in page.registrants
    ] == [
        ("issuing entity", "Alpha Mortgage Trust 2016-1", "333-55501-07", "?"),
        ("depositor", "Alpha Securities Inc.", "333-55501", "?"),
        ("sponsor", "Alpha Realty Corp.", "?", "?"),
    ]
    assert [shown(one.state_of_incorporation) for one in page.registrants] == ["New York", "?", "?"]


def test_sponsor_below_the_name() -> None:
    """The line that says who sponsors a trust is no part of its name."""
    page = cover(PLAIN.replace("ALPHA WIDGETS, INC.\n", "ALPHA GOLD TRUST\n         SPONSORED BY BETA SERVICES LLC\n"))
    assert [shown(one.name) for one in page.registrants] == ["ALPHA GOLD TRUST"]


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("An Ohio Corporation", "Ohio"),
        ("(a New York limited partnership)", "New York"),
        ("A Widget Company", "-"),  # no state
        ("It is an Ohio corporation and was one before the merger of last year", "-"),  # a sentence
    ],
)
def test_state_without_a_caption(line: str, state: str) -> None:
    """Where no caption asks for the state, the line that says what the registrant is names it."""
    without = PLAIN.replace("          Delaware                 ", " " * 35).replace(
        "(State or other jurisdiction of", " " * 31
    )
    without = without.replace("incorporation or organization)", " " * 30)
    page = cover(
        without.replace("ALPHA WIDGETS, INC.\n", "ALPHA WIDGETS, INC.\n\n", 1).replace(
            "          1 Main", f"          {line}\n\n          1 Main"
        )
    )
    assert shown(page.state_of_incorporation) == state


def test_name_without_a_caption() -> None:
    """A name that no caption points out is found by the header's, else unsure."""
    text = PLAIN.replace("(Exact name of registrant as specified in its charter)", "")
    assert shown(cover_page.of(submission(("8-K", text))).registrant_name) == "ALPHA WIDGETS, INC."
    assert shown(cover_page.of(submission(("8-K", text), name="GAMMA CORP")).registrant_name) == "?"


def test_several_file_numbers() -> None:
    """Several numbers at one caption are all kept, and none of them is the registrant's for certain."""
    page = cover(
        PLAIN.replace("          Delaware ", "                                        33-55502\n          Delaware ")
    )
    assert shown(page.commission_file_number) == "?"
    assert [number.value for number in page.registrant.file_numbers] == ["33-55502", "0-55501"]


@pytest.mark.parametrize(("kind", "text"), [("EX-99", PLAIN), ("CORRESP", PLAIN), ("4", "<?xml version='1.0'?><a/>")])
def test_no_cover(kind: str, text: str) -> None:
    """An exhibit, a letter and an XML form have no cover."""
    with pytest.raises(NotApplicable):
        cover_page.of(submission((kind, text)))


def test_press_release() -> None:
    """A single document that is no form has no cover."""
    with pytest.raises(NotApplicable):
        cover("Alpha Widgets, Inc. announces its results.\n\nState of incorporation: Ohio\n")


PIECES = st.sampled_from(
    [
        "FORM 8-K\n",
        "(Commission File Number)",
        "(Exact name of registrant as specified in its charter)",
        "Date of Report (Date of earliest event reported)",
        "(Zip Code)",
        "(Address of principal executive offices)",
        "Securities registered pursuant to Section 12(b) of the Act:",
        "Title of each class",
        "Yes",
        "[X]",
        "emerging growth company",
        "0-55501",
        "January 2, 2004",
        "<td>",
        "<tr>",
        "</tr>",
        "<table>",
        "</table>",
        "<p>",
        "   ",
        "\n",
        "\n\n",
        "ALPHA, INC.",
    ]
)


@given(
    st.lists(
        st.one_of(PIECES, st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)),
        max_size=60,
    ),
    st.booleans(),
)
def test_any_text(parts: list[str], html: bool) -> None:
    """No text makes the extractor fail, and each value is the words at its place."""
    body = "".join(parts)
    case = submission(("8-K", f"<html><body><p><td><br>{body}" if html else body))
    try:
        page = cover_page.of(case)
    except (NotApplicable, CannotTell):
        return
    for each in statements(page):
        if isinstance(each.value, str):
            assert case.words(each.span) == each.value


def test_real_covers(corpus: Path) -> None:
    """On real reports of 1994 to 2026 almost every cover states who files, when, and under which number."""
    total = stated = 0
    for path in sorted((corpus / "filings" / "8-k").glob("*.txt")):
        source = Source.from_path(str(path))
        read = read_submission if is_submission(source.text) else None
        case = read(source) if read else read_document(source, "document")
        page = cover_page.of(case)
        leaves = (
            *(shown(r.name) for r in page.registrants),
            shown(page.report_date),
            shown(page.commission_file_number),
        )
        total += len(leaves)
        stated += sum(each not in ("-", "?") for each in leaves)
        for each in statements(page):
            if isinstance(each.value, str):
                assert case.words(each.span) == each.value, path.name
                assert re.search(r"\w", each.value), path.name
    assert stated >= 0.97 * total
