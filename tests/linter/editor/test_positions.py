"""Places are the same in the editor and here, whatever it counts in and however lines end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    Range,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
    TextDocumentContentChangeWholeDocument,
)

from filinglint.editor.documents import OpenText, as_saved, path_of
from filinglint.editor.positions import Units, offset_at, position_at, range_of, units_of
from filinglint.source import Source, SourceText
from filinglint.spans import LineIndex, Span

TEXTS = st.text(alphabet=st.sampled_from("ab é\u2028\x0c\x85😀𝒜\n\r"), max_size=60)
UNITS = st.sampled_from(["utf-16", "utf-8", "utf-32"])


@pytest.mark.parametrize(
    ("text", "offset", "units", "position"),
    [
        ("ab\ncd", 4, "utf-16", (1, 1)),
        ("a😀b", 2, "utf-16", (0, 3)),
        ("a😀b", 2, "utf-8", (0, 5)),
        ("a😀b", 2, "utf-32", (0, 2)),
        ("é\r\nx", 3, "utf-8", (1, 0)),
        ("a\rb", 2, "utf-16", (1, 0)),  # a lone carriage return ends a line
        ("a\x0cb\u2028c", 4, "utf-16", (0, 4)),  # these end none, whatever Python thinks
    ],
)
def test_a_place_is_counted_as_the_editor_counts(
    text: str, offset: int, units: Units, position: tuple[int, int]
) -> None:
    """Lines count from 0, columns in the units agreed on."""
    assert position_at(text, LineIndex(text), offset, units) == Position(*position)


@given(TEXTS, st.integers(0, 60), UNITS)
def test_a_place_comes_back(text: str, offset: int, units: Units) -> None:
    """An offset becomes a position and the same offset again, unless it is within a line end."""
    offset = min(offset, len(text))
    lines = LineIndex(text)
    inside = text[offset - 1 : offset + 1] == "\r\n"
    found = offset_at(text, lines, position_at(text, lines, offset, units), units)
    assert found == (offset - 1 if inside else offset)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60), UNITS)
def test_a_range_is_that_of_the_place(text: str, one: int, other: int, units: Units) -> None:
    """The range of a place in a file is that of its characters, in each of the units."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    data = text.encode()
    source = Source("a.txt", data, text, "ascii" if data.isascii() else "utf-8", 0)
    found = range_of(SourceText(source).place(Span(start, end)), source, units)
    assert found.start == position_at(text, source.lines, start, units)
    assert found.end == position_at(text, source.lines, end, units)


def test_a_wide_range_is_its_first_line() -> None:
    """Of a place of many lines the first is underlined."""
    text = "first 😀\r\n" + "more\r\n" * 200
    source = Source.from_bytes(text.encode(), "a.txt")
    found = range_of(SourceText(source).place(Span(6, len(text))), source, "utf-16")
    assert found == Range(Position(0, 6), Position(0, 8))


@given(TEXTS, st.integers(0, 60), st.integers(0, 60), TEXTS, UNITS)
def test_a_change_is_made_where_it_is_meant(text: str, one: int, other: int, words: str, units: Units) -> None:
    """What is typed stands where it was typed, and nothing besides changes."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    if any(text[at - 1 : at + 1] == "\r\n" for at in (start, end)):
        return
    lines = LineIndex(text)
    where = Range(position_at(text, lines, start, units), position_at(text, lines, end, units))
    opened = OpenText("file:///a.txt", "/a.txt", text, 1)
    changed = opened.changed([TextDocumentContentChangePartial(where, words)], 2, units)
    assert changed.text == text[:start] + words + text[end:]
    assert changed.version == 2


def test_changes_follow_each_other() -> None:
    """Each change is made to what the one before it left; a whole text replaces all."""
    opened = OpenText("file:///a.txt", "/a.txt", "one\n", 1)
    twice: list[TextDocumentContentChangeEvent] = [
        TextDocumentContentChangeWholeDocument("😀 two\n"),
        TextDocumentContentChangePartial(Range(Position(0, 3), Position(0, 6)), "three"),
    ]
    assert opened.changed(twice, 2, "utf-16").text == "😀 three\n"


@pytest.mark.parametrize(
    "where",
    [
        Range(Position(7, 0), Position(9, 9)),
        Range(Position(0, 99), Position(0, 999)),
        Range(Position(0, 4), Position(0, 1)),  # backwards
    ],
)
def test_a_change_outside_of_the_text_is_one_at_its_edge(where: Range) -> None:
    """An editor that is wrong about the text breaks nothing."""
    opened = OpenText("file:///a.txt", "/a.txt", "text", 1)
    assert opened.changed([TextDocumentContentChangePartial(where, "!")], 2, "utf-16").text == "text!"


@pytest.mark.parametrize("units", ["utf-16", "utf-8", "utf-32"])
def test_half_characters_are_counted(units: Units) -> None:
    """A surrogate by itself, which some editors send, is a character like others."""
    assert units_of("a\ud800", units) in (2, 3, 4)
    assert offset_at("a\ud800b", LineIndex("a\ud800b"), Position(0, 99), units) == 3


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/b%20c.htm", "/a/b c.htm"),
        ("file://localhost/a", "/a"),
        ("file:///a/../b", "/b"),
        ("untitled:Untitled-1", None),
        ("git:/a/b.htm?x", None),
        ("file://[", None),
        ("file:///a%00b", None),
        ("", None),
    ],
)
def test_a_uri_names_a_file_or_none(uri: str, path: str | None) -> None:
    """Only files are judged; what is no URI at all is no file."""
    assert path_of(uri) == path


@pytest.mark.parametrize(
    ("kept", "shown", "saved"),
    [
        (b"a\r\nb\r\n", "a\nb\n", b"a\r\nb\r\n"),  # the editor keeps line ends elsewhere
        (b"a\r\nb\rc\n", "a\nb\nc\n", b"a\r\nb\rc\n"),
        (b"\xef\xbb\xbfa\xc3\xa9", "aé", b"\xef\xbb\xbfa\xc3\xa9"),
        (b"it\x92s", "it’s", b"it\x92s"),
        (b"it\x92s", "it\ufffds", b"it\x92s"),  # an editor that knows UTF-8 alone
        (b"it\x92s", "it’s here", b"it\x92s here"),
        (b"it\x92s", "it’s 😀", "it’s 😀".encode()),
        (b"a\r\nb\r\n", "a\nb!\n", b"a\r\nb!\r\n"),
        (b"\xef\xbb\xbfa", "b", b"\xef\xbb\xbfb"),
        (b"", "new", b"new"),
        (b"plain", "\ufeffplain", b"plain"),
    ],
)
def test_a_text_is_judged_as_it_would_be_saved(kept: bytes, shown: str, saved: bytes) -> None:
    """What the editor shows of a file is the file; what was typed is in its encoding, with its line ends."""
    assert as_saved(shown, str(Path("a.txt")), kept) == saved
