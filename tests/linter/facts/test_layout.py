"""Where words stand on a page, out of lines of plain text and cells of tables alike."""

from __future__ import annotations

import re
import sys

import pytest

from filinglint.documents.markup import Rendered
from filinglint.facts.layout import Layout, is_rule
from filinglint.spans import Span

PLAIN = "LARKSPUR INC\n\n   \n(State)      (Number)  (EIN)\n-------   ______\nDelaware     001-1"
PAGE = "<p>A<table><tr><td>B<p>C<td> <tr><td colspan=2>D<tr><td><p> </p><td>E &nbsp;&nbsp; F</table>--<p>G"


def placed(source: str, html: bool) -> list[tuple[str, int, int, int]]:
    """The words of *source*, with their rows, lines and cells."""
    rendered = Rendered(source, Span(0, len(source)), html=html)
    pieces = Layout(rendered, source, 0, len(rendered.text)).pieces
    return [(piece.words, piece.row, piece.line, piece.cell) for piece in pieces]


def test_lines_of_plain_text() -> None:
    """Blanks set words apart, empty lines are rows, and lines of dashes are nothing."""
    assert placed(PLAIN, html=False) == [
        ("LARKSPUR INC", 0, 0, 0),
        ("(State)", 3, 3, 0),
        ("(Number)", 3, 3, 0),
        ("(EIN)", 3, 3, 0),
        ("Delaware", 5, 5, 0),
        ("001-1", 5, 5, 0),
    ]


def test_lines_of_double_spaced_text() -> None:
    """The blank line after each line is no row, a further pair of them is."""
    words = "A B C D E F G H I J".split()
    rows = [row for _, row, _, _ in placed("\n\n".join(words[:5]) + "\n\n\n\n" + "\n\n".join(words[5:]), html=False)]
    assert rows == [0, 1, 2, 3, 4, 6, 7, 8, 9, 10]


def test_cells_of_a_page() -> None:
    """Cells stand side by side in rows as deep as the deepest, and lines outside of tables by themselves."""
    assert placed(PAGE, html=True) == [
        ("A", 0, 1, 0),
        ("B", 1, 2, 2),
        ("C", 2, 2, 2),
        ("D", 3, 3, 4),
        ("E", 4, 4, 6),
        ("F", 4, 4, 6),
        ("G", 6, 6, 0),
    ]


@pytest.mark.parametrize(
    ("words", "rule"),
    [("---", True), ("_", True), ("* * *", True), ("***", False), ("– –", True), ("a-", False), ("", False)],
)
def test_lines_that_are_drawn(words: str, rule: bool) -> None:
    """Dashes, stars and points draw lines; three stars mark what is left out."""
    assert is_rule(words) is rule


def test_nothing_that_draws_is_a_letter() -> None:
    """Words that begin with a letter or digit draw no line: they are told by that alone."""
    drawing = re.compile(r"[-_=*~.—–─\s]")
    assert not any(chr(code).isalnum() and drawing.match(chr(code)) for code in range(sys.maxunicode + 1))
