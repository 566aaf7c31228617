"""Headers of both layouts give one record, and what is unknown in them is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from filinglint.documents import labels
from filinglint.documents.labels import Section, read_labels
from filinglint.spans import Span

LABELS = """\
ACCESSION NUMBER:\t\t0009990001-04-000007
ITEM INFORMATION:\t\tOther events
ITEM INFORMATION:
NEW LABEL OF 2031:\tkept

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tORCHARD & VALE MILLS INC
\t\tCENTRAL INDEX KEY:\t\t\t0009990001
\tFILING VALUES:
\t\tSEC FILE NUMBER:\t001-99901
\tBUSINESS ADDRESS:\t
\t\tSTREET 1:\t\t1 MILL LANE
FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tVALE FINANCE LLC
"""
TAGS = """\
<ACCESSION-NUMBER>0009990001-04-000007
<ITEMS>Other events
<ITEMS>
<NEW-LABEL-OF-2031>kept
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>ORCHARD & VALE MILLS INC
<CIK>0009990001
</COMPANY-DATA>
<FILING-VALUES>
<FILE-NUMBER>001-99901
</FILING-VALUES>
<BUSINESS-ADDRESS>
<STREET1>1 MILL LANE
</BUSINESS-ADDRESS>
</FILER>
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>VALE FINANCE LLC
</COMPANY-DATA>
</FILER>
"""


def read(text: str) -> Section:
    """The record of a header that is all of *text*."""
    return read_labels(text, Span(0, len(text)))


def shape(section: Section) -> tuple[object, ...]:
    """Labels and values of a section and those below it."""
    lines = tuple((line.label, line.value) for line in section.lines)
    return (section.label, lines, tuple(shape(inner) for inner in section.sections))


@pytest.mark.parametrize("text", [LABELS, TAGS], ids=["labels", "tags"])
def test_both_layouts_give_one_record(text: str) -> None:
    """A header says the same in the layout of labels and in that of tags."""
    assert shape(read(text)) == (
        "",
        (
            ("ACCESSION NUMBER", "0009990001-04-000007"),
            ("ITEM INFORMATION", "Other events"),
            ("ITEM INFORMATION", ""),
            ("NEW LABEL OF 2031", "kept"),
        ),
        (
            (
                "FILER",
                (),
                (
                    (
                        "COMPANY DATA",
                        (("COMPANY CONFORMED NAME", "ORCHARD & VALE MILLS INC"), ("CENTRAL INDEX KEY", "0009990001")),
                        (),
                    ),
                    ("FILING VALUES", (("SEC FILE NUMBER", "001-99901"),), ()),
                    ("BUSINESS ADDRESS", (("STREET 1", "1 MILL LANE"),), ()),
                ),
            ),
            ("FILER", (), (("COMPANY DATA", (("COMPANY CONFORMED NAME", "VALE FINANCE LLC"),), ()),)),
        ),
    )


@pytest.mark.parametrize("text", [LABELS, TAGS], ids=["labels", "tags"])
def test_lines_and_sections_stand_where_they_say(text: str) -> None:
    """A value's span holds the value, and a section's span holds its lines and sections."""
    for section in read(text).walk():
        for line in section.lines:
            assert text[line.span.start : line.span.end] == line.value
            assert line.line in section.span
        for inner in section.sections:
            assert inner.span in section.span


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("ITEM INFORMATION:\t\t<ITEMS>1.05", "ITEM INFORMATION", "1.05"),  # since 2024
        ("<ACCEPTANCE-DATETIME>20040714161200", "ACCEPTANCE DATETIME", "20040714161200"),
        ("PUBLIC DOCUMENT COUNT:\t\t3\r", "PUBLIC DOCUMENT COUNT", "3"),
        ("ORGANIZATION NAME:\tTEXTILES: COTTON [2211]", "ORGANIZATION NAME", "TEXTILES: COTTON [2211]"),
    ],
)
def test_a_line_states_one_value(line: str, label: str, value: str) -> None:
    """One line gives one label and the words behind it."""
    section = read(line + "\n")
    assert [(found.label, found.value) for found in section.lines] == [(label, value)]


@pytest.mark.parametrize("line", ["", "   ", "no label here", "http://vale.example", "lower case: x"])
def test_what_is_no_line_states_nothing(line: str) -> None:
    """Damage and prose are passed over."""
    section = read(line + "\n")
    assert (section.lines, section.sections) == ([], [])


_TAG = re.compile(r"[ \t]*<(/?)([A-Za-z][A-Za-z0-9&_-]*)>{1,2}[ \t]*(.*)")
_LABEL = re.compile(r"[ \t]*([A-Z][A-Z0-9 .,/&()'_-]{0,60}?)[ \t]{0,40}:(?!//)[ \t]*(.*)")
_WORDS = st.sampled_from(
    ["A", "B-C", "a", " ", "\t", ":", "//", "<", ">", "/", "]", "[", "\r", "\n", "\x0b", "\xa0", "9"]
)
_BLANKS = st.integers(38, 63).map(lambda count: " " * count)
_CAPITALS = st.integers(58, 64).map(lambda count: "A" * count)


def read_plainly(text: str) -> Iterator[tuple[int, int, object]]:
    """Each line that says something, read by itself, by an expression for tags and one for labels."""
    for line in re.finditer(r"[^\r\n]+", text):
        tag, label = _TAG.match(line[0]), _LABEL.match(line[0])
        if tag is not None:
            yield (*line.span(), tag.groups())
        elif label is not None:
            yield (*line.span(), (label[1].strip(), label[2]))
        elif re.match(r"[ \t]*\]", line[0]):
            yield (*line.span(), "]")


@given(st.lists(_WORDS | _BLANKS | _CAPITALS, max_size=40).map("".join))
@example("A" * 61 + " " * 40 + ":x")
@example("A" * 60 + "\t" * 41 + ":x")
def test_one_expression_reads_each_line_by_itself(text: str) -> None:
    """The expression that goes through a header at once reads what tags and labels say line by line."""
    found = [
        (*m.span(), m.groups()[:3] if m[3] is not None else (m[4].rstrip(), m[5]) if m[5] is not None else m[6])
        for m in labels._LINE.finditer(text)
        if m.lastindex is not None
    ]
    assert found == list(read_plainly(text))
