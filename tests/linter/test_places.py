"""Every place is right: from bytes to characters to rendered words, and back."""

from __future__ import annotations

import random
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint import spans
from filinglint.documents.markup import Rendered, folded
from filinglint.documents.references import REFERENCE, decode, decoded_index, source_range
from filinglint.documents.submission import is_submission, read_document, read_submission
from filinglint.errors import InputError
from filinglint.source import Source, SourceText
from filinglint.spans import LineIndex, Span

WORDS = st.sampled_from(
    [
        "Exhibit",
        "99.1",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "a",
        "R&D",
        "<",
        ">",
        "x < y",
        '"',
        "'",
        "–",
        "\xa0",
        "-",
        "- ",
        "é",
    ]
)
REFERENCES = st.sampled_from(
    ["&nbsp;", "&#160;", "&amp;", "&lt;", "&AMP", "&#8217;", "&#x201C;", "&shy;", "&#8203;", "&bogus;", "&#150;", "&"]
)
TAGS = st.sampled_from(
    [
        "<p>", "</p>", "<P ALIGN='x>y'>", "<br>", "<br/>", "<b>", "</b>", "<table>", "<tr>", "<td colspan=3>", "</td>",
        "</tr>", "</table>", "<sup>1</sup>", "<!-- a > b -->", "<![CDATA[x]]>", "<script>1 < 2</script>", "<PAGE>",
        "<title>t</title>", "<pre>", "</pre>", '<a href="#x">', "</a>", "<ix:header>q</ix:header>", "<!", "<!--", "</",
    ]
)  # fmt: skip
MARKUP = st.lists(WORDS | REFERENCES | TAGS, max_size=40).map("".join)
ANYTHING = st.text(max_size=200)


def rendered_texts() -> st.SearchStrategy[tuple[str, Rendered]]:
    """Renderings, of each way to read a text, of a stretch that may begin after other text."""

    def make(before: str, text: str, html: bool, stuffed: bool) -> tuple[str, Rendered]:
        source = before + text + "\nafter"
        return source, Rendered(source, Span(len(before), len(before) + len(text)), html=html, stuffed=stuffed)

    return st.builds(make, st.sampled_from(["", "before\n"]), MARKUP | ANYTHING, st.booleans(), st.booleans())


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, Rendered, int, int]:
    """A rendering and a stretch of its text."""
    source, rendered = draw(rendered_texts())
    start = draw(st.integers(0, len(rendered.text)))
    return source, rendered, start, draw(st.integers(start, len(rendered.text)))


def letters_of_one_reference(source: str, rendered: Rendered) -> bool:
    """Whether some reference stands for several characters: its place is that of each of them."""
    shown = ((m[0], decode(m[0])) for m in REFERENCE.finditer(source))
    return rendered.html and any(len(words) > 1 and words != reference for reference, words in shown)


@given(stretches())
def test_a_stretch_of_rendered_text_leads_to_the_source_that_shows_it(case: tuple[str, Rendered, int, int]) -> None:
    """The words at the source span of a stretch are the words of the stretch."""
    source, rendered, start, end = case
    span = rendered.source_span(start, end)
    assert rendered.span.start <= span.start <= span.end <= rendered.span.end
    stretch = folded(rendered.text[start:end])
    if letters_of_one_reference(source, rendered):
        assert stretch in rendered.words(span)
    else:
        assert rendered.words(span) == stretch
    assert rendered.located(start, end).value == stretch
    assert rendered.located(start, end).span == span


@given(
    st.lists(
        st.sampled_from(["Item ", "5.02", " ", "\n", "<b>", "</b>", "<p>", "<td>", "&nbsp;", "&#8217;", "<!-- - -->"])
    )
)
def test_the_source_of_a_stretch_renders_alone_to_the_stretch(parts: list[str]) -> None:
    """A place can be read without its surroundings: what is cut out there says the same."""
    source = "".join(parts)
    rendered = Rendered(source, Span(0, len(source)), html=True)
    for start, end in rendered.lines():
        alone = rendered.source_span(start, end)
        assert folded(Rendered(source, alone, html=True).text) == folded(rendered.text[start:end])


@given(rendered_texts())
def test_offset_and_source_span_are_inverse(case: tuple[str, Rendered]) -> None:
    """Each character that is shown comes from one place, and that place leads back to it."""
    source, rendered = case
    if letters_of_one_reference(source, rendered):
        return
    for index, character in enumerate(rendered.text):
        if not character.isspace():
            span = rendered.source_span(index, index + 1)
            assert len(span) > 0
            assert rendered.offset(span.start) == index
            assert rendered.offset(span.end) >= index + 1


@given(rendered_texts())
def test_places_rise_with_the_text(case: tuple[str, Rendered]) -> None:
    """What stands later in the rendered text stands later in the source, and the other way round."""
    source, rendered = case
    starts = [rendered.source_span(i, i).start for i in range(len(rendered.text) + 1)]
    assert starts == sorted(starts)
    offsets = [rendered.offset(at) for at in range(len(source) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(rendered.text) for offset in offsets)


@given(rendered_texts())
def test_lines_are_the_blocks_that_are_not_blank(case: tuple[str, Rendered]) -> None:
    """Lines come in order, hold no line feed, and leave out nothing but white space."""
    _, rendered = case
    text = rendered.text
    assert [text[a:b] for a, b in rendered.lines()] == [line for line in text.split("\n") if line.strip()]


@given(
    st.lists(st.sampled_from(["<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th colspan=2>", "x", "<p>y"]))
)
def test_tables_hold_their_rows_and_rows_their_cells(parts: list[str]) -> None:
    """Tables, rows and cells lie inside one another and in order, whatever is not closed."""
    source = "".join(parts)
    rendered = Rendered(source, Span(0, len(source)), html=True)
    for table in rendered.tables:
        assert 0 <= table.start <= table.end <= len(rendered.text)
        edge = table.start
        for row in table.rows:
            assert edge <= row.start <= row.end <= table.end
            edge = row.end
            inner = row.start
            for cell in row.cells:
                assert inner <= cell.start <= cell.end + 1
                assert cell.end <= row.end
                inner = cell.end


@given(st.lists(REFERENCES | WORDS).map("".join))
def test_references_lead_back_to_where_they_stood(text: str) -> None:
    """Each character of a decoded text comes from the reference or the character that shows it."""
    shown = decode(text)
    for index, character in enumerate(shown):
        start, end = source_range(text, index)
        assert decode(text[start:end]) == character
        assert decoded_index(text, start) == index


@pytest.mark.parametrize("stuffed", [False, True])
def test_dash_stuffing_is_taken_off_only_inside_a_wrapper(stuffed: bool) -> None:
    """A line that begins with "- " loses it where the wrapper put it there, and its place skips it."""
    source = "a\n- -----b"
    rendered = Rendered(source, Span(0, len(source)), html=False, stuffed=stuffed)
    assert rendered.text == ("a\n-----b" if stuffed else "a\n- -----b")
    assert rendered.source_span(2, len(rendered.text)) == Span(4 if stuffed else 2, len(source))


def naive_positions(text: str) -> list[tuple[int, int]]:
    """Lines and columns found one character at a time, by the rules of an editor."""
    line, column, found = 1, 1, []
    for index, character in enumerate(text):
        found.append((line, column))
        if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
            line, column = line + 1, 1
        else:
            column += 1
    return [*found, (line, column)]


@given(st.text(alphabet="a\r\n\x0b\u2028", max_size=60))
def test_lines_are_counted_as_an_editor_counts_them(text: str) -> None:
    """LF, CRLF and a lone CR each end one line; nothing else does."""
    index = LineIndex(text)
    places = [index.position(offset) for offset in range(len(text) + 1)]
    assert [(place.line, place.column) for place in places] == naive_positions(text)
    lines = [index.line_span(line) for line in range(1, len(index) + 1)]
    assert "".join(text[span.start : span.end] for span in lines) == text
    assert [index.line_at(offset) for offset in range(len(text) + 1)] == [lines[place.line - 1] for place in places]


@given(st.text(alphabet="ab\n", max_size=60), st.integers(1, 9), st.randoms())
def test_lines_are_found_whatever_is_asked_first(text: str, size: int, chance: random.Random) -> None:
    """A text is counted as far as one asks, block by block, and says the same in any order."""
    expected = naive_positions(text)
    lines = text.splitlines(keepends=True)
    with mock.patch.object(spans, "_BLOCK", size):
        index = LineIndex(text)
        asked = [*range(len(expected)), *(-line for line in range(1, len(lines) + 3))]
        chance.shuffle(asked)
        for number in asked:
            if number >= 0:
                place = index.position(number)
                assert (place.line, place.column) == expected[number]
                assert index.line_at(number) == index.line_span(place.line)
            else:
                span = index.line_span(-number)
                assert [text[span.start : span.end]] == (lines[-number - 1 : -number] or [""])
                assert span.start == sum(map(len, lines[: -number - 1]))
        assert len(index) == expected[-1][0]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"plain", "ascii"),
        (b"\xef\xbb\xbfplain", "utf-8"),
        ("naïve – \U0001d11e".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "é".encode(), "utf-8"),
        ("it’s “so” – €5".encode("cp1252"), "cp1252"),
        (b"\x81 \x8d is in no cp1252", "latin-1"),
        (b"\xef\xbb\xbf then \x92", "cp1252"),  # a mark that lies
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    """The first encoding that decodes every byte is taken, and a byte order mark is no text."""
    source = Source.from_bytes(data, "x.txt")
    assert source.encoding == encoding
    assert "\ufeff" not in source.text
    check_byte_offsets(source)


def check_byte_offsets(source: Source) -> None:
    """Every byte offset is the length of what stands before it, encoded."""
    for offset in range(len(source.text) + 1):
        prefix = source.text[:offset].encode(source.encoding)
        assert source.byte_offset(offset) == source.bom + len(prefix)
    assert source.data[source.bom :] == source.text.encode(source.encoding)


@given(st.text(max_size=80), st.sampled_from(["ascii", "utf-8", "utf-8-sig", "cp1252"]))
def test_byte_offsets_agree_with_the_encoded_prefix(text: str, encoding: str) -> None:
    """The byte of a character is where the file holds it, in every encoding that filings use."""
    data = ("x" + text).encode(encoding, errors="ignore")
    try:
        source = Source.from_bytes(data, "x.txt")
    except InputError:
        return
    check_byte_offsets(source)


def test_byte_offsets_hold_far_into_a_text() -> None:
    """Offsets past many checkpoints are counted from the right one."""
    text = "a–é\U0001d11e\n" * 5000
    source = Source.from_bytes(text.encode(), "x.txt")
    for offset in (0, 4095, 4096, 4097, 8192, 12345, len(text) - 1, len(text)):
        assert source.byte_offset(offset) == len(text[:offset].encode())


def test_a_place_names_the_file_in_which_it_lies() -> None:
    """In texts laid end to end, lines and bytes count from the start of the file at hand."""
    laid = SourceText(Source.from_bytes(b"one\ntwo\n", "a.txt"), Source.from_bytes("né\nX".encode(), "b.txt"))
    place = laid.place(Span(laid.text.index("X"), laid.text.index("X") + 1))
    assert (place.path, place.line, place.column, place.byte_start, place.byte_end) == ("b.txt", 2, 1, 4, 5)


def read_everything(source: Source) -> None:
    """Read *source* each way, and look at every part that is read on demand."""
    for submission in (read_submission(source), read_document(source, "document")):
        assert submission.span.end <= len(source.text)
        is_submission(source.text)
        if submission.header is not None:
            for section in submission.header.walk():
                for line in section.lines:
                    assert source.text[line.span.start : line.span.end] == line.value
                    assert line.span in line.line
        edge = 0
        for document in submission.documents:
            assert edge <= document.span.start <= document.content.start
            assert document.content.start <= document.content.end <= document.span.end <= len(source.text)
            edge = document.span.end
            assert document.label is not None
            assert document.made_by_edgar in (True, False)
            assert document.body is not None
            assert len(document.rendered.tables) + len(document.rendered.links) >= 0
            assert submission.document_at(document.content) == document


def read_bytes(data: bytes) -> None:
    """Read *data*; the only exception that may come of it is InputError."""
    try:
        source = Source.from_bytes(data, "x.txt")
    except InputError as refusal:
        assert str(refusal).startswith("x.txt: ")  # noqa: PT017  (an outcome as good as the other)
        return
    read_everything(source)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Any bytes whatever are a submission, however poor, or an InputError that says what to do."""
    read_bytes(data)


FILING = """\
-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR
Originator-Name: webmaster@example.example

<SEC-DOCUMENT>0009990001-04-000007.txt : 20040714
<SEC-HEADER>0009990001-04-000007.hdr.sgml : 20040714
ACCESSION NUMBER:\t\t0009990001-04-000007
CONFORMED SUBMISSION TYPE:\t8-K
ITEM INFORMATION:\t\tOther events
FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tOrchard & Vale Mills Inc
\tFILING VALUES:
\t\tFORM TYPE:\t\t8-K
\t\tSEC FILE NUMBER:\t001-99901
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>f8k.htm
<TEXT>
<html><body><table><tr><td>Item&nbsp;8.01</td><td>Other Events</td></tr></table><a href="#x">Exhibit</a></body></html>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<TEXT>
<PAGE>
- -----
A press release.
<TABLE><CAPTION><S><C>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
-----END PRIVACY-ENHANCED MESSAGE-----
"""
TAG_FILING = """\
<SUBMISSION>
<ACCESSION-NUMBER>0009990001-24-000007
<TYPE>8-K
<ITEMS>8.01
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>Orchard & Vale Mills Inc
</COMPANY-DATA>
</FILER>
<DOCUMENT>
<TYPE>8-K
<TEXT>
<p>Item 8.01</p>
</TEXT>
</DOCUMENT>
</SUBMISSION>
"""


@given(st.sampled_from([FILING, TAG_FILING]).flatmap(lambda text: st.permutations(text.splitlines(keepends=True))))
def test_a_shuffled_filing_is_read(lines: list[str]) -> None:
    """Lines in any order whatever make a submission that can be read to its end."""
    read_bytes("".join(lines).encode())


@given(st.sampled_from([FILING, TAG_FILING]), st.data())
def test_a_cut_filing_is_read(text: str, data: st.DataObject) -> None:
    """A filing that begins late, ends early, or lacks a piece can be read to its end."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(0, len(text)))
    read_bytes(text[start:].encode())
    read_bytes(text[:end].encode())
    read_bytes((text[:start] + text[end:]).encode())


@given(st.sampled_from([FILING, TAG_FILING]), st.sampled_from(["\r", "\r\n"]))
def test_line_ends_do_not_change_what_is_read(text: str, line_end: str) -> None:
    """A filing with other line ends states the same."""
    there = read_submission(Source.from_bytes(text.encode(), "x.txt"))
    here = read_submission(Source.from_bytes(text.replace("\n", line_end).encode(), "x.txt"))
    assert [d.label for d in here.documents] == [d.label for d in there.documents]
    assert [folded(d.rendered.text) for d in here.documents] == [folded(d.rendered.text) for d in there.documents]
    assert here.header is not None
    assert there.header is not None
    assert [[(line.label, line.value) for line in s.lines] for s in here.header.walk()] == [
        [(line.label, line.value) for line in s.lines] for s in there.header.walk()
    ]


@pytest.mark.parametrize(
    ("unit", "times"),
    [("<COMPANY-DATA>\n", 20_000), ("FILER:\n", 20_000), ("</COMPANY-DATA>\n", 20_000), ("<DOCUMENT>\n", 2_000)],
)
def test_depth_is_bounded(unit: str, times: int) -> None:
    """Sections that never end nest no deeper than headers do, so that nothing overflows."""
    read_bytes(("<SUBMISSION>\n" + unit * times).encode())
