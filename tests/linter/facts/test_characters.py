"""The lines of plain text, measured in whole texts: what Python takes for the end of a line is one."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import read_document
from filinglint.facts import characters as module
from filinglint.facts.characters import characters, plain_lines
from filinglint.source import Source

PIECES = (
    "<TABLE>",
    "</table>",
    "x" * 70,
    "y" * 62 + "\n",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\f",
    "\x85",
    "é",
    "z" * 90 + "\n",
)


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_line_by_line(text: str) -> None:
    """Lines longer than the manual allows are those that one meets going through line by line."""
    content = f"x{text}"
    submission = read_document(Source.from_bytes(content.encode(), "a.txt"), "document")
    found = plain_lines.of(submission, submission.documents[0])
    widths = [len(line) for line in content.split("\n")]
    if max(widths) <= 80:
        assert (found.text_longest, found.table_longest) == (max(widths), 0)
        return
    outside: list[tuple[int, int]] = []
    inside: list[tuple[int, int]] = []
    table, at = False, 0
    for line in content.splitlines(keepends=True):
        upper = line.upper()
        table = "<TABLE>" in upper or (table and "</TABLE>" not in upper)
        (inside if table else outside).append((len(line.rstrip()), at))
        at += len(line)
    for lines, limit, longest, seen in (
        (outside, 80, found.text_longest, found.text_long),
        (inside, 132, found.table_longest, found.table_long),
    ):
        long = [at for size, at in lines if size > limit]
        assert longest == max((size for size, _ in lines), default=0)
        assert ((seen.first.start, seen.count) if seen else (None, 0)) == (long[0] if long else None, len(long))


def test_ends_of_lines() -> None:
    """All that ends a line is a line feed, or among the ends that are named."""
    ends = {chr(code) for code in range(sys.maxunicode + 1) if len(f"a{chr(code)}b".splitlines()) > 1}
    assert ends == {"\n", *module._OTHER_ENDS}


@given(st.text("a\t\n\r\f\x00\x0b\x1b\x7f\x13\u2013", max_size=30))
def test_control_characters(text: str) -> None:
    """Control characters are counted as one meets them going through the text; what ends lines is none."""
    content = f"{'x' * 8192}{text}"  # at the head of a file they would make it a binary one
    submission = read_document(Source.from_bytes(content.encode(), "a.txt"), "document")
    found = characters.of(submission, submission.documents[0]).controls
    shown = submission.source.text
    places = [at for at, sign in enumerate(shown) if (sign < " " or sign == "\x7f") and sign not in "\t\n\r\f"]
    assert ((found.first.start, found.count) if found else (None, 0)) == (places[0] if places else None, len(places))
