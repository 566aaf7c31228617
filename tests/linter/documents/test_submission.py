"""Submissions of every era are read into one model, and what is broken in them is left for rules to say."""

from __future__ import annotations

import pytest

from filinglint.documents.document import Body, body_of
from filinglint.documents.pem import pem_wrapper
from filinglint.documents.submission import Submission, is_submission, read_document, read_submission
from filinglint.errors import InputError
from filinglint.located import Absent, Located
from filinglint.source import Source
from filinglint.spans import Span

HEADER = "<SEC-HEADER>0009990001-04-000007.hdr.sgml : 20040714\nCONFORMED SUBMISSION TYPE:\t8-K\n</SEC-HEADER>\n"
MAIN = (
    "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<FILENAME>d8k.htm\n<DESCRIPTION>FORM 8-K\n"
    "<TEXT>\n<p>Item 8.01</p>\n</TEXT>\n</DOCUMENT>\n"
)
EXHIBIT = "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>dex991.htm\n<TEXT>\nNews\n</TEXT>\n</DOCUMENT>\n"
FILING = f"<SEC-DOCUMENT>0009990001-04-000007.txt : 20040714\n{HEADER}{MAIN}{EXHIBIT}</SEC-DOCUMENT>\n"
PEM = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nMIC-Info: RSA-MD5,RSA,\n AAAA\n BBBB==\n\n"
PEM_END = "-----END PRIVACY-ENHANCED MESSAGE-----\n"


def read(text: str) -> Submission:
    """The submission that *text* is."""
    return read_submission(Source.from_bytes(text.encode(), "x.txt"))


def test_a_submission_is_header_and_documents() -> None:
    """Type, sequence, name and description of each document are read with their places."""
    submission = read(FILING)
    assert isinstance(submission.envelope, Located)
    assert submission.envelope.value == "SEC-DOCUMENT"
    assert (submission.closed, submission.header_closed) == (True, True)
    assert [document.label for document in submission.documents] == ["1 8-K d8k.htm", "2 EX-99.1 dex991.htm"]
    main, exhibit = submission.documents
    assert isinstance(main.description, Located)
    assert submission.words(main.description.span) == "FORM 8-K"
    assert isinstance(exhibit.description, Absent)
    assert exhibit.exhibit_number == "99.1"
    assert main.rendered.text.strip() == "Item 8.01"


@pytest.mark.parametrize("number", [0, 1])
def test_every_place_is_in_its_document(number: int) -> None:
    """A place belongs to the document around it, one in the header to none."""
    submission = read(FILING)
    document = submission.documents[number]
    assert submission.document_at(document.content) is document
    assert submission.document_at(Span(document.span.end - 1, document.span.end)) is document
    assert submission.document_at(Span(5, 9)) is None


@pytest.mark.parametrize(
    ("text", "closed", "header_closed", "documents_closed"),
    [
        (FILING, True, True, [True, True]),
        (FILING.replace("</SEC-DOCUMENT>\n", ""), False, True, [True, True]),
        (FILING.replace("</SEC-HEADER>\n", ""), True, False, [True, True]),
        (FILING.replace("</DOCUMENT>\n<DOCUMENT>", "<DOCUMENT>"), True, True, [False, True]),
        (FILING.replace("</TEXT>\n</DOCUMENT>\n</SEC", "</DOCUMENT>\n</SEC"), True, True, [True, False]),
        (FILING[: FILING.index("News") + 2], False, True, [True, False]),
    ],
)
def test_what_is_not_closed_is_known(
    text: str, closed: bool, header_closed: bool, documents_closed: list[bool]
) -> None:
    """A missing end is seen at the envelope, the header or the document that misses it, and nowhere else."""
    submission = read(text)
    assert (submission.closed, submission.header_closed) == (closed, header_closed)
    assert [document.closed for document in submission.documents] == documents_closed


def test_a_tag_in_running_text_begins_no_document() -> None:
    """Only a <DOCUMENT> at the start of a line begins a document."""
    submission = read(FILING.replace("News", "see <DOCUMENT> above"))
    assert len(submission.documents) == 2


def test_a_wrapped_submission_lies_inside_its_wrapper() -> None:
    """The wrapper's fields are read and unfolded, and the submission is what it wraps."""
    text = PEM + FILING + PEM_END
    submission = read(text)
    assert submission.pem is not None
    assert submission.pem.fields == {"Proc-Type": "2001,MIC-CLEAR", "MIC-Info": "RSA-MD5,RSA,AAAABBBB=="}
    assert text[submission.span.start : submission.span.end] == FILING
    assert submission.pem.closed
    assert all(document.stuffed for document in submission.documents)


def test_a_wrapper_may_be_cut_off() -> None:
    """Without its END line a wrapper goes to the end of the file, and is not closed."""
    wrapper = pem_wrapper(PEM + FILING)
    assert wrapper is not None
    assert not wrapper.closed
    assert wrapper.content.end == len(PEM + FILING)
    assert pem_wrapper(FILING) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (FILING, True),
        (PEM + FILING, True),
        ("<SUBMISSION>\n<TYPE>8-K\n", True),
        ("<IMS-HEADER>x", True),
        ("<html><body>Form 8-K</body></html>", False),
        ("Business Continuity Plan Summary", False),
    ],
)
def test_a_submission_is_known_by_its_beginning(text: str, answer: bool) -> None:
    """The first marker tells a submission from a document."""
    assert is_submission(text) is answer


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("<html><body>x</body></html>", "d.htm", Body.HTML),
        ("\n<HTML>\n<P>x", "d.txt", Body.HTML),
        ("<p>a fragment", "d.htm", Body.HTML),
        ("<XBRL>\n<?xml version='1.0'?>\n<html xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'>", "d.htm", Body.IXBRL),
        ("<XML>\n<?xml version='1.0'?>\n<ownershipDocument/>", "d.xml", Body.XML),
        ("<?xml version='1.0'?><a/>", "", Body.XML),
        ("begin 644 logo.gif\nM1TE&", "logo.gif", Body.UUENCODED),
        ("<PDF>\nbegin 644 d.pdf\nM1TE&", "d.pdf", Body.PDF),
        ("FORM 8-K\n\nItem 5.  a < b", "d.txt", Body.TEXT),
        ("<PAGE>\n<TABLE>\n<S> <C>", "d.txt", Body.TEXT),
        (" \n ", "d.txt", Body.EMPTY),
    ],
)
def test_a_body_is_known_by_how_it_begins(text: str, name: str, body: Body) -> None:
    """What a document's text is shows in its first characters, before its name."""
    assert body_of(text, Span(0, len(text)), name) is body


@pytest.mark.parametrize(
    ("kind", "name", "made"),
    [
        ("8-K", "d8k.htm", False),
        ("EX-101.SCH", "x-20241104.xsd", False),
        ("XML", "R1.htm", True),
        ("EXCEL", "Financial_Report.xlsx", True),
        ("ZIP", "0009990001-24-000007-xbrl.zip", True),
        ("EX-99.1", "R2.htm", True),
    ],
)
def test_documents_made_by_edgar_are_known(kind: str, name: str, made: bool) -> None:
    """What EDGAR makes from a filing is told by its type or its name."""
    text = MAIN.replace("<TYPE>8-K", f"<TYPE>{kind}").replace("d8k.htm", name)
    submission = read(f"<SEC-DOCUMENT>\n{text}</SEC-DOCUMENT>")
    assert submission.documents[0].made_by_edgar is made
    assert len(submission.filed_documents) == (0 if made else 1)


def test_a_single_document_has_no_header() -> None:
    """A file that is one document is read whole, and states no type of its own."""
    submission = read_document(Source.from_bytes(b"<p>Item 8.01</p>", "d.htm"), "document")
    assert submission.header is None
    assert submission.documents[0].whole_file
    assert submission.documents[0].label == "1"
    assert submission.words(Span(0, 16)) == "Item 8.01"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04", "ZIP"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xff\xfeI\0t\0e\0m\0", "UTF-16"),
        (b"text\0with a zero", "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    """A file that is no text is refused, and the refusal says what it is."""
    with pytest.raises(InputError, match=reason):
        Source.from_bytes(data, "x.txt")


def test_a_missing_file_is_refused() -> None:
    """A path that cannot be read is refused with the system's reason."""
    with pytest.raises(InputError, match="No such file"):
        Source.from_path("there/is/no/such.txt")
