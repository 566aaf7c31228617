"""Frames: never too wide, never a control character, always marks under the words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import read_document
from filinglint.excerpt import excerpt
from filinglint.finding import Spot
from filinglint.reporters.cells import escaped, width, wrapped
from filinglint.reporters.frames import frame, gutter
from filinglint.reporters.view import View
from filinglint.source import Place, Source
from filinglint.spans import Span

PLAIN = View(width=60)


def spot(text: str, start: int, end: int, *, label: str = "", path: str = "a.htm") -> Spot:
    """Return the place of ``text[start:end]``."""
    submission = read_document(Source.from_bytes(text.encode(), path), "document")
    span = Span(start, end)
    place = submission.source.place(span)
    return Spot(path, None, (), place, "", label, excerpt(submission, span))


def lines(text: str, words: str, view: View = PLAIN, label: str = "") -> list[str]:
    """Return the frame of the first *words* in *text*."""
    start = text.index(words)
    found = spot(text, start, start + len(words), label=label)
    return list(frame(found, view, gutter([found]), first=True, style="error"))


def test_short_line() -> None:
    """A line that fits is shown with its neighbours, and the label beside the marks."""
    assert lines("one\ntwo three\nfour\n", "three", label="a number") == [
        "  --> a.htm:2:5",
        "     |",
        "   1 | one",
        "   2 | two three",
        "     |     ^^^^^ a number",
        "   3 | four",
    ]


def test_related() -> None:
    """A related place has an arrow and marks of its own."""
    found = spot("one\n", 0, 3, label="the header says one")
    assert list(frame(found, PLAIN, 3, first=False, style="related")) == [
        " ::: a.htm:1:1",
        "     |",
        "   1 | one",
        "     | --- the header says one",
    ]


def test_long_line() -> None:
    """Of a long line the words around the place are shown, cut at blanks, and what a reader sees of them."""
    text = "<html><p>" + "alpha " * 100 + "<b>within four hours</b>" + " omega" * 100 + "</p></html>"
    assert lines(text, "within four hours") == [
        "  --> a.htm:1:613",
        "     |",
        "   1 | …alpha alpha <b>within four hours</b> omega omega…",
        "     |                 ^^^^^^^^^^^^^^^^^",
        " txt | …alpha alpha within four hours omega omega…",
    ]


def test_wide_place() -> None:
    """Of a place wider than the frame its head and tail are shown, and how much lies between."""
    text = "<html><p>" + "abcde" * 400 + "</p></html>"
    source = lines(text, "abcde" * 400)
    assert source[2] == "   1 | …abcdeabcdeabcdeab ⋯ 1,966 chars ⋯ deabcdeabcdeabcde…"
    assert source[3] == "     |  ^^^^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^"


def test_long_label() -> None:
    """A label that does not fit beside the marks stands below them."""
    found = lines("one two three four five six seven eight nine ten\n", "ten", label="this is the last of the numbers")
    assert found[3].strip("| ") == "^^^"
    assert found[4].strip("| ") == "this is the last of the numbers"


def test_place_without_text() -> None:
    """What has no place in a text has no frame."""
    found = Spot("empty.txt", None, (), None, "", "")
    assert list(frame(found, PLAIN, 3, first=True, style="error")) == ["  --> empty.txt"]


def test_place_over_many_lines() -> None:
    """A place over many lines is named, not shown."""
    text = "line\n" * 50
    found = list(frame(spot(text, 0, len(text)), PLAIN, 3, first=True, style="error"))
    assert found == ["  --> a.htm:1:1  (to line 51)"]


def test_wide_characters() -> None:
    """Marks stand under what they mark where characters are two cells wide, or escaped."""
    found = lines("日本\t語 x\n", "語")
    assert found[2:4] == ["   1 | 日本\\t語 x", "     |       ^^"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("a\x00b\x7f\x9b", "a\\x00b\\x7f\\x9b"),
        ("a\U000e0041b", "a\\U000e0041b"),
        ("a\ud800b", "a\\ud800b"),
        ("é 日 “q”", "é 日 “q”"),
        ("two\nlines\tand a tab", "two lines and a tab"),
    ],
)
def test_escapes(text: str, shown: str) -> None:
    """What would move the cursor, hide, or turn the line about is shown as an escape."""
    assert escaped(text) == shown


def test_ascii() -> None:
    """Where the output knows only ASCII, all else is escaped."""
    text = "é 日 " + "a" * 300
    view = replace(PLAIN, ascii=True)
    found = "\n".join(lines(text, "a" * 300, view))
    assert found.isascii()
    assert "..." in found
    assert ".. 2" in found


TEXT = st.text(
    st.sampled_from("ab <>&;\t\n\r\x1b\x00\u202e\u200b\u0301日é\U0001f600").filter(bool), min_size=1, max_size=400
)


@given(text=TEXT, repeat=st.integers(1, 30), data=st.data())
def test_never_wider_than_the_view(text: str, repeat: int, data: st.DataObject) -> None:
    """No line of any frame is wider than the view or holds a character that a terminal obeys."""
    whole = "x" + text * repeat
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    view = View(width=data.draw(st.integers(20, 140)), ascii=data.draw(st.booleans()))
    try:
        found = spot(whole, start, end, label=data.draw(st.sampled_from(["", "short", "a label " * 12])))
    except Exception:  # a NUL makes it a binary file
        return
    for line in frame(found, view, gutter([found]), first=True, style="error"):
        assert width(line) <= view.room, line
        assert all(unicodedata.category(char) not in ("Cc", "Cf") for char in line)


@given(
    before=st.text("ab <日\t", max_size=300),
    marked=st.text("mé日\u200b", min_size=1, max_size=300),
    after=st.text("ab >日\t", max_size=300),
)
def test_marks_stand_under_the_words(before: str, marked: str, after: str) -> None:
    """The marks are as wide as what is shown of the place, and begin where it begins."""
    found = spot(before + marked + after, len(before), len(before) + len(marked))
    rows = list(frame(found, PLAIN, 3, first=True, style="error"))
    if len(rows) < 4:
        assert not (before + marked + after).strip()
        return
    row, marks = rows[2][7:], rows[3][7:]
    at = len(marks) - len(marks.lstrip())
    cell, shown = 0, ""
    for char in row:
        if cell >= at and cell < len(marks) and marks[cell] == "^":
            shown += char
        cell += width(char)
    expected = escaped(marked)
    assert expected.startswith(re.split(r" ⋯ ", shown)[0][:5])
    assert set(shown) <= set(expected)


@pytest.mark.parametrize("room", [5, 10, 40])
def test_wrapped(room: int) -> None:
    """Wrapped words lose nothing but blanks, and no line is too long."""
    words = "Regulation S-T, Rule 304 asks that an omitted picture be described日本語日本語日本語"
    found = list(wrapped(words, room))
    assert all(width(line) <= room for line in found)
    assert "".join(found).replace(" ", "") == words.replace(" ", "")


def test_gutter() -> None:
    """The gutter is as wide as the widest number in it."""
    place = Place("a", 99_999, 1, 99_999, 2, 0, 1)
    assert gutter([Spot("a", None, (), place, "", ""), Spot("b", None, (), None, "", "")]) == 6
