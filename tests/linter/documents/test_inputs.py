"""What EDGAR has disseminated since 1993 is read, odd as it is: one small text for each oddity."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from filinglint.documents.document import Body, body_of
from filinglint.documents.labels import Section, read_labels
from filinglint.documents.submission import Submission, is_submission, read_document, read_submission
from filinglint.errors import InputError
from filinglint.facts.header import header
from filinglint.kinds import read
from filinglint.located import Absent, Located
from filinglint.source import Source
from filinglint.spans import Span

FILER = """\

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tLARKSPUR TOOLS INC
\t\tCENTRAL INDEX KEY:\t\t\t0009990001
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tCUTLERY, HANDTOOLS & GENERAL HARDWARE [3420]
\t\tIRS NUMBER:\t\t\t\t990000001

\tFILING VALUES:
\t\tFORM TYPE:\t\t8-K
\t\tSEC ACT:\t\t1934 Act
\t\tSEC FILE NUMBER:\t001-99901
"""
TOP = """\
<SEC-DOCUMENT>0009990001-04-000007.txt : 20040714
<SEC-HEADER>0009990001-04-000007.hdr.sgml : 20040714
ACCESSION NUMBER:\t\t0009990001-04-000007
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t20040714
"""
DOCUMENT = """\
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>d8k.txt
<TEXT>
Item 5. Other Events
</TEXT>
</DOCUMENT>
"""
END = "</SEC-HEADER>\n"
LABELS = TOP + FILER + END + DOCUMENT + "</SEC-DOCUMENT>\n"
TAGS = """\
<SUBMISSION>
<ACCESSION-NUMBER>0009990001-04-000007
<TYPE>8-K
<PUBLIC-DOCUMENT-COUNT>1
<PERIOD>20040712
<ITEMS>5
<FILING-DATE>20040714
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>LARKSPUR TOOLS INC
<CIK>0009990001
<IRS-NUMBER>990000001
</COMPANY-DATA>
<FILING-VALUES>
<FORM-TYPE>8-K
<FILE-NUMBER>001-99901
</FILING-VALUES>
</FILER>
"""


def of(text: str) -> Submission:
    """The text as a submission, which it shows itself to be."""
    source = Source.from_bytes(text.encode("utf-8"), "x.txt")
    assert is_submission(source.text)
    return read_submission(source)


def record(text: str) -> Section:
    """The header's record of *text*."""
    return read_labels(text, Span(0, len(text)))


@pytest.mark.parametrize(
    "text",
    [
        LABELS,
        LABELS.replace("\n", "\r\n"),
        LABELS.replace("\n", "\n\n"),  # blank lines doubled
        LABELS.replace("SEC-", "IMS-"),
        LABELS.replace("IRS NUMBER:", "EIN:       "),
        LABELS.replace("0009990001-04-000007.txt", "/edgar/data/9990001/0009990001-04-000007.txt"),
        TAGS + DOCUMENT + "</SUBMISSION>\n",
        (TAGS + DOCUMENT + "</SUBMISSION>\n").replace("\n", "\r").replace("\r", "\n", 1),  # as the feed has it
        "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n" + LABELS
        + "-----END PRIVACY-ENHANCED MESSAGE-----\n",
        LABELS.replace("CUTLERY, HANDTOOLS & GENERAL HARDWARE [3420]\n", " [3420\n]"),  # the summer of 2000
        LABELS.replace("\n\tFILING", "</COMPANY-DATA>\n\n\t\t\tFILING").replace("</SEC-H", "</FILER>\n</SEC-H"),
        LABELS.replace("\n\tFILING", "</FORMER-COMPANY>\n</FILED-BY>\n\tFILING"),  # stray end tags
    ],
)  # fmt: skip
def test_every_era_gives_one_model(text: str) -> None:
    """Whatever the layout, the line ends and the damage, the header states the same."""
    submission = of(text)
    stated = header.of(submission)
    filer = stated.registrants[0]
    leaves = (stated.accession, stated.form, filer.name, filer.cik, filer.ein, filer.file_number)
    expected = ("0009990001-04-000007", "8-K", "LARKSPUR TOOLS INC", "0009990001", "990000001", "001-99901")
    assert tuple(leaf.value for leaf in leaves) == expected
    for leaf in leaves:
        assert submission.words(leaf.span) == leaf.value
    assert stated.filed.value.isoformat() == "2004-07-14"
    assert stated.document_count.value == 1
    assert [document.type_name for document in submission.documents] == ["8-K"]
    assert (submission.header_closed, submission.closed, submission.header_only) == (True, True, False)


def test_a_sic_code_split_over_lines_is_one_value() -> None:
    """The bracket that begins the next line belongs to the code; the label behind it is read."""
    text = "COMPANY DATA:\n\tSTANDARD INDUSTRIAL CLASSIFICATION:\t [8090\n]\t\tIRS NUMBER:\t990000002\n"
    (data,) = record(text).sections
    sic, ein = data.lines
    assert (sic.value, ein.label, ein.value) == ("[8090\n]", "IRS NUMBER", "990000002")
    for line in (sic, ein):
        assert text[line.span.start : line.span.end] == line.value
        assert line.span in line.line


@pytest.mark.parametrize(
    ("role", "label"),
    [(role, role) for role in ("FILER", "SUBJECT COMPANY", "FILED BY", "FILED FOR", "REPORTING-OWNER", "ISSUER",
                               "SERIAL COMPANY", "DEPOSITOR", "SECURITIZER", "UNDERWRITER")]
    + [("REPORTING OWNER", "REPORTING-OWNER"), ("ISSUING ENTITY", "ISSUING ENTITY"), ("SPONSOR", "SPONSOR")],
)  # fmt: skip
def test_every_role_is_a_party(role: str, label: str) -> None:
    """Each section that holds the data of a company or person is a party, of a role nobody listed too."""
    labels = header.of(of(TOP + FILER + FILER.replace("FILER", role) + END))
    tags = TAGS + TAGS[TAGS.index("<FILER>") :].replace("FILER", role.replace(" ", "-"))
    for stated in (labels, header.of(of(tags))):
        assert [party.role for party in stated.parties] == ["FILER", label]
        assert stated.parties[1].cik.value == "0009990001"


@pytest.mark.parametrize("line", ["CONFIRMING COPY:", "ITEM INFORMATION:", "SROS:", "<PRIVATE-TO-PUBLIC>", "FLAG:"])
def test_a_line_without_a_value_opens_nothing(line: str) -> None:
    """An empty line states nothing, takes nothing from the next line and hides nothing after it."""
    stated = header.of(of(TOP.replace("FILED AS", f"{line}\nFILED AS") + FILER + END + DOCUMENT))
    assert stated.filed.value.isoformat() == "2004-07-14"
    assert [party.role for party in stated.parties] == ["FILER"]


def test_empty_item_lines_count_and_state_nothing() -> None:
    """Each ITEM INFORMATION line is an item, its caption absent where EDGAR could not name it."""
    items = (
        "ITEM INFORMATION:\t\t\nITEM INFORMATION:\nITEM INFORMATION:\t\tOther events\nITEM INFORMATION: <ITEMS>1.05\n"
    )
    stated = header.of(of(TOP.replace("FILED AS", f"{items}FILED AS") + FILER + END))
    first, second, third, fourth = stated.items
    assert isinstance(first, Absent)
    assert isinstance(second, Absent)
    assert (third.value, fourth.value) == ("Other events", "1.05")
    assert stated.filed.value.isoformat() == "2004-07-14"


def test_tags_stand_in_label_headers() -> None:
    """Series and classes, which are tags in every era, stand beside the parties with all their levels."""
    series = """\
<SERIES-AND-CLASSES-CONTRACTS-DATA>
<EXISTING-SERIES-AND-CLASSES-CONTRACTS>
<SERIES>
<OWNER-CIK>0009990001
<SERIES-ID>S000099901
<CLASS-CONTRACT>
<CLASS-CONTRACT-ID>C000099901
</CLASS-CONTRACT>
</SERIES>
</EXISTING-SERIES-AND-CLASSES-CONTRACTS>
<NEW-SERIES-AND-CLASSES-CONTRACTS>
<NEW-SERIES>
<SERIES-ID>S000099902
</NEW-SERIES>
</NEW-SERIES-AND-CLASSES-CONTRACTS>
</SERIES-AND-CLASSES-CONTRACTS-DATA>
<DEPOSITOR-CIK>0009990003
"""
    root = record(TOP + FILER + series)
    assert [section.label for section in root.sections] == ["FILER", "SERIES AND CLASSES CONTRACTS DATA"]
    existing, new = root.sections[1].sections
    assert existing.sections[0].sections[0].lines[0].value == "C000099901"
    assert [line.value for line in new.sections[0].lines] == ["S000099902"]
    assert [line.value for line in root.all("DEPOSITOR CIK")] == ["0009990003"]


def test_group_members_with_two_brackets() -> None:
    """``<GROUP-MEMBERS>>`` is a line like any other."""
    assert record("<GROUP-MEMBERS>>A. PERSON\n<GROUP-MEMBERS>>\n").all("GROUP MEMBERS")[0].value == "A. PERSON"


def test_rules_and_items_of_form_sd() -> None:
    """The sections RULE and ITEM of Form SD stand beside the filer."""
    text = FILER + "RULE:\n\tRULE NAME:\t13p-1\n\tITEM:\n\t\tITEM NUMBER:\t1.01\n\t\tITEM PERIOD:\t20231231\n"
    rule = record(text).named("RULE")[0]
    assert rule.sections[0].lines[1].value == "20231231"


def test_an_address_is_no_label() -> None:
    """A web address at the beginning of a line states nothing."""
    assert record("HTTP://LARKSPUR.EXAMPLE\nCITY:MILLTOWN\n").lines[0].label == "CITY"


class _Calls:
    """How many functions are called: work that no clock disturbs."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, _frame: FrameType, event: str, _: Any) -> None:
        self.count += event in ("call", "c_call")


def _work(filers: int) -> int:
    source = Source.from_bytes((TOP + FILER * filers + END + DOCUMENT).encode(), "x.txt")
    calls = _Calls()
    sys.setprofile(calls)
    try:
        parties = header.of(read_submission(source)).parties
    finally:
        sys.setprofile(None)
    assert len(parties) == filers
    return calls.count


def test_hundreds_of_filers_cost_what_each_costs() -> None:
    """Ten times the filers take ten times the steps."""
    assert _work(2000) < 10.5 * _work(200)


HEADER_FILE = (TOP + FILER + END).partition("\n")[2]


@pytest.mark.parametrize(
    "text",
    [
        HEADER_FILE,  # .hdr.sgml
        f"<HTML><HEAD><TITLE>x</TITLE>\n<!--\n{HEADER_FILE}-->\n</HEAD><BODY>&lt;DOCUMENT&gt;</BODY></HTML>",
    ],
)
def test_a_header_alone_is_a_submission_without_documents(text: str) -> None:
    """Header files, also inside the comment of an index page, have a header and say so."""
    submission = of(text)
    assert submission.header_only
    assert header.of(submission).registrants[0].name.value == "LARKSPUR TOOLS INC"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        (TOP + FILER, False),
        (TOP + FILER + END, False),
        (TOP + FILER + END + DOCUMENT[:60], False),
        (TOP + FILER + END + "</SEC-DOCUMENT>\n", True),
        (HEADER_FILE.removesuffix(END), False),
    ],
)
def test_a_file_cut_off_is_no_header_alone(text: str, closed: bool) -> None:
    """Where the envelope is left open, or made for documents and empty, documents are missing."""
    submission = of(text)
    assert not submission.header_only
    assert submission.closed is closed


def test_the_head_of_a_document_is_read_as_written() -> None:
    """A missing file name, a type with blanks and brackets, the flag FLAWED, an end that is not there."""
    text = TOP + FILER + END + "<DOCUMENT>\n<TYPE> EX-99.(A)(1) [TENDER]\n<SEQUENCE>1\n<FLAWED>\n<TEXT>\nWords\n"
    (document,) = of(text).documents
    assert document.type_name == "EX-99.(A)(1) [TENDER]"
    assert isinstance(document.filename, Absent)
    assert (document.flawed, document.closed) == (True, False)
    assert document.rendered.text.split() == ["Words"]


def test_lines_that_a_wrapper_stuffed() -> None:
    """Inside the privacy-enhanced wrapper a line that began with a dash is read without what was put before it."""
    body = "- ------------\n- Larkspur Tools Inc\n- -- 2 --\nItem 5. Other Events"
    inner = LABELS.replace("Item 5. Other Events", body)
    text = f"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n{inner}"
    submission = of(f"{text}-----END PRIVACY-ENHANCED MESSAGE-----\n")
    (document,) = submission.documents
    lines = [line for line in document.rendered.text.split("\n") if line.strip()]
    assert lines == ["------------", "Larkspur Tools Inc", "-- 2 --", "Item 5. Other Events"]
    at = document.rendered.text.index("Larkspur")
    assert submission.words(document.rendered.source_span(at, at + 8)) == "Larkspur"


def test_documents_that_are_not_there() -> None:
    """A count above that of the documents and gaps in their sequence are read as written: some are withheld."""
    second = DOCUMENT.replace("<SEQUENCE>1", "<SEQUENCE>4").replace("<TYPE>8-K", "<TYPE>EX-99")
    submission = of(TOP.replace("COUNT:\t\t1", "COUNT:\t\t4") + FILER + END + DOCUMENT + second + "</SEC-DOCUMENT>\n")
    assert header.of(submission).document_count.value == 4
    assert [document.sequence.value for document in submission.documents] == ["1", "4"]
    assert [document.label for document in submission.documents] == ["1 8-K d8k.txt", "4 EX-99 d8k.txt"]


def test_a_document_that_is_not_closed_ends_where_the_next_begins() -> None:
    """An end tag that is missing in the middle takes no document away."""
    left_open = DOCUMENT.replace("</TEXT>\n</DOCUMENT>\n", "")
    submission = of(TOP + FILER + END + left_open + DOCUMENT.replace("8-K", "EX-99") + "</SEC-DOCUMENT>\n")
    assert [(each.type_name, each.closed) for each in submission.documents] == [("8-K", False), ("EX-99", True)]
    assert [each.rendered.text.split() for each in submission.documents] == [["Item", "5.", "Other", "Events"]] * 2


def test_the_tags_of_plain_text() -> None:
    """EDGAR's tags of tables, footnotes and pages are not shown; a bare ``<`` is."""
    text = "<PAGE>\n<TABLE>\n<CAPTION>\nYear   Sales<F1>\n<S>    <C>\n1995   x < 7\n</TABLE>\n<FN>\n<F1> if a<b\n</FN>"
    (document,) = of(LABELS.replace("Item 5. Other Events", text)).documents
    assert document.rendered.text.split() == ["Year", "Sales", "1995", "x", "<", "7", "if", "a<b"]


def test_lines_beyond_the_sixteen_bits_of_other_readers() -> None:
    """Line numbers are right above 65,535."""
    submission = of(LABELS.replace("Item 5. Other Events", "a\n" * 70_000 + "omega"))
    rendered = submission.documents[0].rendered
    at = rendered.text.index("omega")
    first = LABELS[: LABELS.index("Item 5. Other")].count("\n") + 1
    assert submission.source.place(rendered.source_span(at, at + 5)).line == first + 70_000


def test_twenty_megabytes_of_xml() -> None:
    """A report whose main document is data of many megabytes is no HTML, though paragraphs stand in it."""
    data = "<XML>\n<?xml version='1.0'?><informationTable>" + "<p>a</p>" * 2_600_000 + "</informationTable>\n</XML>"
    (document,) = of(LABELS.replace("Item 5. Other Events", data)).documents
    assert len(document.content) > 20_000_000
    assert (document.body, document.readable) == (Body.XML, False)


def test_documents_alone() -> None:
    """A document with EDGAR's own head is a document; several in a row are a submission without a header."""
    one = Source.from_bytes(DOCUMENT.encode(), "d8k.txt")
    reading = read(one, None, lambda _: None)
    assert reading.submission.kind == "document"
    (document,) = reading.submission.documents
    assert (document.type_name, document.file_name, document.closed) == ("8-K", "d8k.txt", True)
    assert document.rendered.text.split() == ["Item", "5.", "Other", "Events"]
    several = of(DOCUMENT + DOCUMENT)
    assert (several.header, len(several.documents)) == (None, 2)


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ('<?xml version="1.0"?>\n<html xmlns:ix="http://x.example"><body>a</body></html>', "", Body.IXBRL),
        ('<?xml version="1.0"?><!-- a --><html><body>a</body></html>', "", Body.HTML),
        ('<?xml version="1.0"?><!--' + "-" * 9000 + "--><html></html>", "", Body.HTML),
        ('<XML>\n<?xml version="1.0"?>\n<edgarSubmission><note><html>a</html><p>b<p>c<p>d</note>', "", Body.XML),
        ('<?xml version="1.0"?><informationTable>' + "<p>a</p>" * 100, "x.htm", Body.XML),
        ("<ownershipDocument><p>a</p><p>b</p><br></ownershipDocument>", "", Body.XML),
        ("<root><a/></root>", "x.xml", Body.XML),
        ("<!DOCTYPE html PUBLIC '-//W3C//DTD'><HTML><BODY>a", "", Body.HTML),
        ("<PAGE>\n  x < y and y > z\n<TABLE><S><C>\n1 2\n</TABLE>", "", Body.TEXT),
        ("<html><body><div>\n" + "  one line of many\n" * 50 + "<TABLE><S><C>\n1 2</div></body>", "x.htm", Body.TEXT),
        ("<html><body><div>\n" + "  one line of many<br>\n" * 50 + "</div></body>", "x.htm", Body.HTML),
        ("a <p> b", "x.htm", Body.HTML),
        ("a <p> b", "x.txt", Body.TEXT),
        ("\nbegin 644 x.jpg\n#0V%T\n`\nend\n", "", Body.UUENCODED),
        ("<PDF>\nbegin 644 x.pdf\n#0V%T\n`\nend\n</PDF>", "", Body.PDF),
        ("%PDF-1.4", "", Body.PDF),
        (" \n", "", Body.EMPTY),
    ],
)  # fmt: skip
def test_what_a_body_is(text: str, name: str, body: Body) -> None:
    """A body is what its beginning says, a declared XML document what its root says."""
    assert body_of(text, Span(0, len(text)), name) is body


def test_a_hundred_megabytes_of_xml_are_not_read_as_html() -> None:
    """What a body is is told by its beginning: the rest, however long, is not looked at."""

    class Once(str):
        """A text of which no more than its beginning may be had."""

        __slots__ = ()

        def __getitem__(self, key: Any) -> str:
            assert key.stop <= 70_000
            return str.__getitem__(self, key)

    text = Once("<?xml version='1.0'?><assetData>" + "<p>a</p>" * 100_000)
    assert body_of(text, Span(0, 100_000_000), "x.htm") is Body.XML


def test_one_line_of_a_megabyte() -> None:
    """A document on one line is read, and its last word has its column."""
    words = "<html><body>" + "<p>alpha &amp; beta 1 < 2</p>" * 40_000 + "<p>omega</p></body></html>"
    submission = of(LABELS.replace("Item 5. Other Events", words))
    rendered = submission.documents[0].rendered
    at = rendered.text.index("omega")
    assert (
        submission.source.place(rendered.source_span(at, at + 5)).column
        == len(words) - len("omega</p></body></html>") + 1
    )
    assert "1 < 2" in rendered.text


def test_a_table_of_sixty_thousand_rows() -> None:
    """All rows of a table are had, whatever their count."""
    rows = "".join(f"<tr><td>{n}</td><td>x</td></tr>" for n in range(60_000))
    rendered = of(LABELS.replace("Item 5. Other Events", f"<html><table>{rows}</table></html>")).documents[0].rendered
    (table,) = rendered.tables
    assert len(table.rows) == 60_000
    assert rendered.text[table.rows[-1].start : table.rows[-1].end].split() == ["59999", "x"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"PK\x03\x04\0", "a ZIP archive"),
        (b"\xff\xfe<\0h\0", "UTF-16"),
        (b"a\0b", "a binary file"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, said: str) -> None:
    """An empty or binary file is an InputError that says what it is."""
    with pytest.raises(InputError, match=said):
        Source.from_bytes(data, "x")


def test_a_word_document_is_no_filing() -> None:
    """Who names a .docx is told what to name instead."""
    with pytest.raises(InputError, match="Word document, which EDGAR does not take; name the HTML or plain text"):
        Source.from_bytes(b"PK\x03\x04\x14", "draft.docx")


def test_documents_made_by_edgar() -> None:
    """R pages, the workbook and the archive of data are EDGAR's own; what was filed is not."""
    made = DOCUMENT.replace("8-K", "XML").replace("d8k.txt", "R2.htm") + DOCUMENT.replace("d8k.txt", "MetaLinks.json")
    made += DOCUMENT.replace("8-K", "ZIP").replace("d8k.txt", "0009990001-04-000007-xbrl.zip")
    submission = of(TOP + FILER + END + DOCUMENT + made)
    assert [document.made_by_edgar for document in submission.documents] == [False, True, True, True]
    assert submission.filed_documents == submission.documents[:1]


def test_a_located_type_is_where_it_is_written() -> None:
    """The type of a document stands at its place in the text."""
    text = LABELS.replace("<TYPE>8-K", "<TYPE>  8-K  ")
    (document,) = of(text).documents
    assert isinstance(document.type, Located)
    assert text[document.type.span.start : document.type.span.end] == "8-K"
    assert read_document(Source.from_bytes(b"x", "x"), "document").documents[0].whole_file


def test_the_sections_around_a_place() -> None:
    """The sections around a line are those whose place holds it, the outermost first, whatever their count."""
    root = record(TOP + FILER * 9)
    for section in root.walk():
        for line in section.lines:
            around = [outer for outer in root.walk() if outer.label and line.span in outer.span]
            assert list(root.around(line.span)) == around
