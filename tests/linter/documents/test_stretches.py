"""Markup is cut where an expression that reads it letter by letter would cut it."""

from __future__ import annotations

import re
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents import stretches
from filinglint.documents.stretches import INLINE, Tags, cut, tag_name

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
_SPACED = ("<a href='x'>", '<a t="x > y">', '<a t="x', "\n- ", "- ", "\r", "\n", " ", "\0", "<b \n>", "</ script>")
MARKUP = st.lists(st.sampled_from((*_PIECES, *_SPACED)), max_size=60).map("".join)


def cut_up(source: str, *, stuffed: bool, longest: int, shortest: int) -> tuple[list[str], list[str]]:
    """All texts and tags of *source* in turn, and what stands for the tags, from stretches of any length."""
    parts, separators = [""], list[str]()
    tags = Tags()
    with patch.multiple(stretches, _LONGEST=longest, _SHORTEST=shortest):
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
