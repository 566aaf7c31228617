"""What a frame shows of a place is bounded, and shows the place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import Submission, read_document
from filinglint.excerpt import LIMIT, excerpt
from filinglint.source import Source
from filinglint.spans import Span


def read(text: str) -> Submission:
    """Return *text* as one document."""
    return read_document(Source.from_bytes(text.encode(), "text.htm"), "document")


def html(body: str) -> str:
    """Return a document in HTML around *body*."""
    return f"<html><body><div><p><br>{body}</p></div></body></html>"


PIECES = st.lists(
    st.sampled_from(
        ["word ", "<b>", "</b>", "<p>", "\n", "\r\n", "<td>", "&amp;", "&nbsp;", "x" * 90, " ", "é", "<br>"]
    ),
    min_size=1,
    max_size=80,
)


@given(pieces=PIECES, data=st.data())
def test_bounded_and_right(pieces: list[str], data: st.DataObject) -> None:
    """The excerpt of any place holds its first and last characters, and at most 500 of the line."""
    text = html("".join(pieces))
    submission = read(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = excerpt(submission, Span(start, end))
    assert len(found.source) <= LIMIT
    assert len(found.rendered) <= LIMIT + 2  # the marks of its cuts
    assert max(len(found.before), len(found.after)) <= LIMIT
    assert 0 <= found.start <= found.end <= len(found.source)
    assert not any(char in "\r\n" for char in found.source)
    line = submission.source.sources[0].lines.line_span(submission.source.place(Span(start, end)).line)
    words = text[start : min(end, line.end)].rstrip("\r\n")
    shown = found.source[found.start : found.end]
    if found.omitted:
        half = len(shown) // 2
        assert len(words) == len(shown) + found.omitted
        assert (words[:half], words[-half:]) == (shown[:half], shown[half:])
    else:
        assert shown == words
    assert 0 <= found.rendered_start <= found.rendered_end <= len(found.rendered)


@pytest.mark.parametrize(
    ("body", "words", "rendered", "shown"),
    [
        ("a <b>goal</b> of four hours", "goal", "a goal of four hours", "goal"),
        ("<tr><td>Name</td><td></td><td>R&amp;D</td></tr>", "R&amp;D", "Name | R&D", "R&D"),
        ("one</p><p>two <i>three</i>", "three", "two three", "three"),
        ("one<br>two", "one<br>two", "one", "one"),  # of a place over several blocks the first is shown
    ],
)
def test_rendered(body: str, words: str, rendered: str, shown: str) -> None:
    """The rendered block around a place is what a reader sees of it, cells apart."""
    text = html(body)
    start = text.index(words)
    found = excerpt(read(text), Span(start, start + len(words)))
    assert found.rendered == rendered
    assert found.rendered[found.rendered_start : found.rendered_end] == shown


def test_nothing_rendered_beside_plain_text() -> None:
    """Where the line says what the reader sees, it is not said twice."""
    text = "Dear customer,\nwe mean to resume within four hours.\n\nRegards\n"
    start = text.index("four")
    found = excerpt(read(text), Span(start, start + 4))
    assert (found.before, found.after, found.rendered) == ("Dear customer,", "", "")
    assert found.source == "we mean to resume within four hours."


def test_linear() -> None:
    """A thousand places in one line of a megabyte cost no more than a thousand in short lines."""
    text = html("<b>word</b> " * 90_000)
    submission = read(text)
    excerpt(submission, Span(0, 1))
    began = time.perf_counter()
    for start in range(0, len(text) - 10, len(text) // 1000):
        excerpt(submission, Span(start, start + 10))
    excerpt(submission, Span(0, len(text)))
    assert time.perf_counter() - began < 3
