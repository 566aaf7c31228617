"""A revision is the original but for its edits, byte by byte."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.fixing.revision import Change, Revision
from filinglint.source import Source

TEXTS = st.text("abé“ \n&<", min_size=1, max_size=40).filter(lambda text: bool(text.strip()))


def source_of(text: str, *, bom: bool = False, line_end: str = "\n") -> Source:
    """A file that holds *text* in UTF-8."""
    data = text.replace("\n", line_end).encode("utf-8")
    return Source.from_bytes((b"\xef\xbb\xbf" if bom else b"") + data, "a.txt")


def applied(text: str, changes: Sequence[Change]) -> str:
    """What *text* becomes, worked out from the end to the beginning."""
    for change in sorted(changes, key=lambda one: one.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, list[list[Change]]]:
    """A text and passes of changes, each pass without overlaps and made to what the one before left."""
    text = draw(TEXTS)
    now, passes = text, []
    for number in range(draw(st.integers(1, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(now)), max_size=6, unique=True)))
        changes = [
            Change(start, end, draw(st.text("xyé", max_size=3)), f"FMT00{number}")
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        passes.append(changes)
        now = applied(now, changes)
    return text, passes


@given(edited_texts())
def test_passes_of_edits_make_the_text_they_should(case: tuple[str, list[list[Change]]]) -> None:
    """However many passes there are, the text is what the edits say, and its pieces cover the original."""
    text, passes = case
    source = source_of(text)
    if source.encoding != "utf-8" and not source.text.isascii():
        return
    revision, now = Revision.of(source), text
    for changes in passes:
        try:
            revision = revision.edited(changes)
        except UnicodeEncodeError:
            return  # an ASCII file cannot take the letter
        now = applied(now, changes)
        assert revision.text == now
        assert revision.data.decode(source.encoding) == now
        assert revision.pieces[0].start == 0 if revision.pieces else not now
        for left, right in zip(revision.pieces, revision.pieces[1:], strict=False):
            assert left.end == right.start


@given(edited_texts())
def test_hunks_lead_from_the_original_to_the_revision(case: tuple[str, list[list[Change]]]) -> None:
    """What lies outside the hunks is the same in both; putting the hunks' words in gives the new text."""
    text, passes = case
    revision = Revision.of(source_of(text))
    try:
        for changes in passes:
            revision = revision.edited(changes)
    except UnicodeEncodeError:
        return
    rebuilt, at = "", 0
    for hunk in revision.hunks():
        assert hunk.codes
        rebuilt += text[at : hunk.old_start] + revision.text[hunk.new_start : hunk.new_end]
        at = hunk.old_end
    assert rebuilt + text[at:] == revision.text


@pytest.mark.parametrize(
    ("line_end", "bom"), [("\n", False), ("\r\n", False), ("\r", False), ("\n", True), ("\r\n", True)]
)
def test_line_ends_and_the_mark_stay(line_end: str, bom: bool) -> None:
    """An edit with a line feed ends its line as the file does, and nothing else is touched."""
    source = source_of("one é\ntwo\nthree\n", bom=bom, line_end=line_end)
    at = source.text.index("two")
    revision = Revision.of(source).edited([Change(at, at + 3, "2\n2", "FMT001")])
    mark = b"\xef\xbb\xbf" if bom else b""
    assert revision.data == mark + f"one é{line_end}2{line_end}2{line_end}three{line_end}".encode()


def test_the_mark_goes_when_an_edit_takes_it() -> None:
    """An edit of the byte order mark takes three bytes and no character."""
    revision = Revision.of(source_of("é", bom=True)).edited([Change(0, 0, "", "FMT004", mark=True)])
    assert revision.data == "é".encode()
    assert revision.marked_by == ("FMT004",)


def test_bytes_that_are_no_utf_8_stay() -> None:
    """A file of Windows characters is not encoded anew."""
    source = Source.from_bytes(b"\x93quoted\x94 to1997", "a.txt")
    at = source.text.index("1997")
    assert Revision.of(source).edited([Change(at, at, " ", "INT005")]).data == b"\x93quoted\x94 to 1997"


def test_a_character_that_the_file_cannot_hold_is_refused() -> None:
    """An ASCII file takes no other characters: its encoding would change."""
    with pytest.raises(UnicodeEncodeError):
        Revision.of(source_of("a")).edited([Change(0, 1, "é", "FMT001")])
