"""The summary in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from filinglint.finding import Severity
from filinglint.reporters.markdown import MOST, safe

if TYPE_CHECKING:
    from .conftest import Formats


def test_summary(formats: Formats) -> None:
    """The summary says the counts, shows each finding in a row, and ends with what it is worth."""
    text = formats.rendered("markdown", formats.report(formats.finding()))
    assert text.startswith("## filinglint: 1 warning\n\n| severity | rule | where | finding |\n")
    row = "| warning | COV004 cover-file-number-differs | a.txt:312:1 (1 8-K d8k.htm › cover page) | the cover page"
    assert row in text
    assert "no finding is not compliance" in text
    assert formats.rendered("markdown", formats.report()).startswith("## filinglint: no findings\n")


def test_bounded(formats: Formats) -> None:
    """Of many findings the most severe are shown, all are counted, and the page stays under a megabyte."""
    long = "[" * 1000
    many = [formats.finding(message=long, remedy=long) for _ in range(3000)]
    text = formats.rendered("markdown", formats.report(*many, formats.finding(severity=Severity.ERROR)))
    assert len(text) < 1_000_000
    rows = [line for line in text.splitlines() if line.startswith(("| error", "| warning"))]
    assert len(rows) == MOST
    assert rows[0].startswith("| error")
    assert f"{3001 - MOST} more findings are not shown" in text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a|b", "a&#124;b"),
        ("<img src=x>", "&#60;img src=x&#62;"),
        ("[x](http://y)", "&#91;x&#93;(http&#58;//y)"),
        ("www.x.example @someone #1", "www&#46;x.example &#64;someone &#35;1"),
        ("&lt; \\ `*_~$", "&#38;lt; &#92; &#96;&#42;&#95;&#126;&#36;"),
        ("- a", "&#45; a"),
        ("8-K: (a) 1.5", "8-K: (a) 1.5"),
    ],
)
def test_safe(words: str, shown: str) -> None:
    """Nothing that a filing says is markup, a link or a mention; plain words stay as they are."""
    assert safe(words) == shown


def test_hostile(formats: Formats) -> None:
    """A row is a row whatever a filing says."""
    lines = formats.rendered("markdown", formats.hostile()).splitlines()
    assert [line.count("|") for line in lines[2:5]] == [5, 5, 5]
