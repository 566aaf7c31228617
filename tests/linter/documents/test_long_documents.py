"""What is done with a long document, for want of room, changes nothing that is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents import folding, markup, references, stretches
from filinglint.documents.folding import folded, folded_ends
from filinglint.documents.markup import Rendered
from filinglint.documents.references import REFERENCE, as_shown, between_references, decode, shown_length
from filinglint.documents.submission import read_submission
from filinglint.facts import characters, first_words, packed
from filinglint.facts.extractor import Extractor
from filinglint.located import NotApplicable
from filinglint.source import Source
from filinglint.spans import Span

PIECES = (
    "<p>", "</p>", "<td>", "<a href='#x'>", "</a>", "<!-- note -->", "<b", ">", "<", "&amp;", "&nbsp;", "&#8212;", "&",
    "&shy;", "word ", "—", "\n", "\r\n", "\0", "<PAGE>", "<TABLE>", "- ", "99.1", '<img src="', '">', "<pre>", "</pre>",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
NAMES = frozenset(("p", "/p", "td", "a", "/a", "img", "pre", "page", "table"))


@contextmanager
def short(pairs: dict[Any, dict[str, int]]) -> Iterator[None]:
    """Take what is short for long: the limits of modules are those of *pairs*."""
    with pytest.MonkeyPatch.context() as patch:
        for module, limits in pairs.items():
            for name, limit in limits.items():
                patch.setattr(module, name, limit)
        yield


def said(rendered: Rendered) -> list[Any]:
    """What is known of a rendering: its text, its pieces, its tags, and the place of every letter, back and forth."""
    text = rendered.text
    pieces: list[tuple[str, int, bool]] = []
    for words, start, is_tag in rendered.parts():
        if pieces and not is_tag and not pieces[-1][2]:  # a long text is cut at ends of lines
            words, start = pieces[-1][0] + words, pieces.pop()[1]
        pieces.append((words, start, is_tag))
    return [
        text,
        pieces,
        list(rendered.tags(NAMES)),
        list(rendered.shown_tags(NAMES)),
        dict(rendered.distinct_tags()),
        rendered.links,
        rendered.tables,
        [rendered.source_span(at, at + 1) for at in range(len(text))],
        [rendered.exact_span(at, min(at + 3, len(text))) for at in range(len(text))],
        [rendered.offset(at) for at in range(rendered.span.start, rendered.span.end)],
    ]


@given(TEXTS, TEXTS, st.booleans(), st.booleans())
def test_parts_that_are_not_kept(before: str, source: str, html: bool, stuffed: bool) -> None:
    """A rendering that keeps of its parts their lengths says what one says that keeps them."""
    span = Span(len(before), len(before + source))

    def rendered() -> Rendered:
        return Rendered(before + source + "<p>behind", span, html=html, stuffed=stuffed)

    with short({stretches: {"_LONGEST": 40, "_SHORTEST": 8}}):
        known = said(rendered())
        with short(
            {markup: {"_LONG_DOCUMENT": 0, "_LONG_STRETCH": 24}, stretches: {"_MOST_OPEN": 1, "_LONG_STRETCH": 12}}
        ):
            assert said(rendered()) == known


@given(st.text(st.sampled_from(" \n\t\xa0ab—"), max_size=80), st.integers(1, 12))
def test_folding(text: str, most: int) -> None:
    """A text folded piece by piece is what it is folded as a whole; of a long one both ends are there."""
    whole = " ".join(text.split())
    with short({folding: {"_LONG_TEXT": 5}}):
        assert folded(text) == whole
        assert folded_ends(text, 0, len(text), None) == whole
        ends = folded_ends(text, 0, len(text), most)
    assert ends == whole or (min(len(ends), len(whole)) > most and ends[:most] == whole[:most])
    assert ends[-most:] == whole[-most:]


@given(st.lists(st.sampled_from((*PIECES, "&amp", "&#1", ";", "nbsp;")), max_size=40).map("".join))
def test_references_piece_by_piece(text: str) -> None:
    """No piece of a text begins or ends inside a reference, and all of them are the text."""
    known = decode(text), as_shown(text), [m.span() for m in REFERENCE.finditer(text)]
    with short({references: {"_LONG": 6}}):
        assert (decode(text), as_shown(text)) == known[:2]
        assert shown_length(text) == len(known[1])
        pieces = list(between_references(text, 0, len(text)))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert [m.span() for piece in pieces for m in REFERENCE.finditer(text, *piece)] == known[2]


@given(st.text(st.sampled_from("aK\u0130\u212a\u017f\xe9 "), max_size=40))
def test_lower_case_piece_by_piece(text: str) -> None:
    """A text in lower case is the same made piece by piece."""
    known = first_words.lowered(text)
    with short({first_words: {"_LONG": 3}}):
        assert first_words.lowered(text) == known


FULL = "M" + "#" * 60
LINES = (
    FULL,
    FULL[:-3],
    FULL + "ab",
    FULL + "abc",
    "x" + FULL[1:],
    FULL[:9] + "xy",
    "é" + FULL[1:],
    "- " + FULL,
    "`",
    "",
)
PLAIN = ("short", "w" * 81, "w" * 133, "w" * 81 + "  ", "<TABLE>", "</TABLE>", "a\tb", "", "\x01 \x02", "é")


def found(extractor: Extractor[Any], body: str) -> Any:
    """What *extractor* finds in the one document of a submission that holds *body*."""
    text = f"<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n{body}\n</TEXT>\n</DOCUMENT>\n"
    submission = read_submission(Source.from_bytes(text.encode(), "x.txt"))
    try:
        return extractor.of(submission, submission.documents[0])
    except NotApplicable as none:
        return str(none)


@given(
    st.lists(st.sampled_from(LINES), max_size=20), st.sampled_from(("\n", "\r", "\r\n")), st.sampled_from(("end", ""))
)
def test_packed_lines_many_at_a_time(lines: list[str], line_end: str, last: str) -> None:
    """A packed file that is looked over some lines at a time has the damage that it has as a whole."""
    body = line_end.join(("begin 644 a.jpg", *lines, last))
    known = found(packed.packed, body)
    with short({packed: {"_BLOCK": 70}}):
        assert found(packed.packed, body) == known


@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=20), st.sampled_from(("\n", "\r", "\r\n")))
def test_plain_lines_many_at_a_time(lines: list[str], line_end: str) -> None:
    """Lines are as long, and controls as many, counted some lines at a time."""
    body = f"text{line_end}{line_end.join(lines)}"
    known = found(characters.plain_lines, body), found(characters.characters, body)
    with short({characters: {"_BLOCK": 30}}):
        assert (found(characters.plain_lines, body), found(characters.characters, body)) == known
