"""Markup is cut where an expression that reads it letter by letter would cut it."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents import stretches
from filinglint.documents.markup import Rendered
from filinglint.documents.references import as_shown, decode
from filinglint.documents.stretches import BLOCK, CELL, INLINE, Tags, cut, separator_of, tag_name
from filinglint.spans import Span

_HIDDEN = (
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![^<>]*>|<\?[^<>]*>"
    r"|<(?i:script)\b.*?(?:</(?i:script)\s*>|\Z)|<(?i:style)\b.*?(?:</(?i:style)\s*>|\Z)"
    r"|<ix:header\b.*?(?:</ix:header\s*>|\Z)|<(?i:title)\b[^<>]*>[^<]*</(?i:title)\s*>"
)
_TAG = r"""</?[A-Za-z](?:[^<>"']++|"[^"<]*+"|'[^'<]*')*+>|</?[A-Za-z][^<>]*>"""
_STUFFING = r"|(?:(?<=\n)|(?<=\r))- "
_WHOLE = {False: re.compile(f"({_HIDDEN}|{_TAG})", re.S), True: re.compile(f"({_HIDDEN}|{_TAG}{_STUFFING})", re.S)}

_PIECES = """<p> </p> <td> <br/> <!--x--> <!-- --> <script> </script> <SCRIPT> <style-x> <title> </title> <ix:header>
    </ix:header> <![CDATA[ ]]> <!doctype> <?xml?> <a <B < > <> "> '> " ' = text x>y<z &amp; &nb sp; /""".split()
_REFERENCES = (
    "&nbsp;",
    "&#160;",
    "&#160",
    "&nbsp",
    "&am",
    "p;",
    "&amp;nbsp;",
    "&emsp;",
    "&#10;",
    "&#8203;",
    "\xa0",
    "\u2009",
)
_SPACED = ("<a href='x'>", '<a t="x > y">', '<a t="x', "\n- ", "- ", "\r", "\n", " ", "\0", "<b \n>", "</ script>")
PARTS_OF_TEXTS = st.lists(st.sampled_from((*_PIECES, *_REFERENCES)), max_size=30).map("".join)
MARKUP = st.lists(st.sampled_from((*_PIECES, *_SPACED)), max_size=60).map("".join)


def cut_up(source: str, *, stuffed: bool, longest: int, shortest: int) -> tuple[list[str], list[str]]:
    """All texts and tags of *source* in turn, and what stands for the tags, from stretches of any length."""
    parts, separators = [""], list[str]()
    tags = Tags()
    with patch.multiple(stretches, _LONGEST=longest, _SHORTEST=shortest, _MOST_KEPT=longest):
        for begin, found, letters in cut(source, 0, len(source), tags, stuffed=stuffed):
            assert begin == sum(map(len, parts))
            parts[-1] += found[0]
            parts += found[1:]
            separators += letters.translate(tags.separators)
    assert list(tags.letter_of) == list(dict.fromkeys(parts[1::2]))
    assert all(tags.names[letter] == tag_name(words) for words, letter in tags.letter_of.items())
    assert list(tags.letters) == list(dict.fromkeys(map(tag_name, parts[1::2])))
    return parts, separators


@given(MARKUP, st.booleans(), st.integers(1, 80), st.integers(1, 20))
def test_the_fast_way_finds_what_one_expression_finds(source: str, stuffed: bool, longest: int, shortest: int) -> None:
    """Wherever stretches begin and end, the texts and tags are those of one expression over the whole."""
    parts, separators = cut_up(source, stuffed=stuffed, longest=longest, shortest=shortest)
    assert parts == _WHOLE[stuffed].split(source)
    assert len(separators) == len(parts) // 2


def test_what_stands_for_a_tag() -> None:
    """Blocks and cells leave their signs, what is hidden leaves none, and a title is a block."""
    _, separators = cut_up("<p>a<td>b<b>c<title>d</title><!--e-->", stuffed=False, longest=99, shortest=9)
    assert separators == [stretches.BLOCK, stretches.CELL, INLINE, stretches.BLOCK, INLINE]


def rendered_slowly(source: str) -> str:
    """What a reader sees of *source*, references first and all white space after them."""
    parts = _WHOLE[False].split(source.replace(INLINE, " "))
    parts[1::2] = [separator_of(tag_name(words)) for words in parts[1::2]]
    text = re.sub("[\n\t\r\v\f\xa0\u2002\u2003\u2007\u2009\u202f]", " ", decode("".join(parts)))
    return text.replace(BLOCK, "\n").replace(CELL, "\t").replace(INLINE, "")


@given(PARTS_OF_TEXTS)
def test_ties_are_blanks_however_they_are_written(source: str) -> None:
    """The references that most documents are full of are read sooner than others, and show the same."""
    assert Rendered(source, Span(0, len(source)), html=True).text == rendered_slowly(source)
    assert len(as_shown(source)) == len(decode(source))


def test_tags_longer_than_most_are_tags() -> None:
    """A tag too long to be kept for the next of its kind is read every time."""
    tag = f"<p title='{'x' * 5000}'>"
    rendered = Rendered(2 * f"{tag}a", Span(0, 2 * len(tag) + 2), html=True)
    assert rendered.text == "\na\na"
    assert [(words, span.start) for words, span in rendered.tag_spans(frozenset("p"), {tag})] == [
        (tag, 0),
        (tag, len(tag) + 1),
    ]


def test_there_are_more_names_than_characters() -> None:
    """Names for which no character is left are taken for the last that has one, and the document is read."""
    with patch.object(stretches, "_MOST_NAMES", 2):
        rendered = Rendered("<a>x<p>y<b>z<i>", Span(0, 15), html=True)
        irregular = Rendered("<a><p><b><i <u>x>y", Span(0, 18), html=True)
    assert rendered.tag_count("a") == 1
    assert rendered.tag_count("p") == rendered.tag_count("i") == 3
    assert rendered.text == "x\ny\nz\n"
    assert irregular.text == "\n\n<i \nx>y"
    assert rendered.source_span(4, 5) == Span(11, 12)
    assert [tag.words for tag in rendered.tags(frozenset("p"))] == ["<p>", "<b>", "<i>"]
