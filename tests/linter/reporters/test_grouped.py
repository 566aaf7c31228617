"""The report by file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from filinglint.finding import Spot, Suppression

if TYPE_CHECKING:
    from .conftest import Formats


def test_grouped(formats: Formats) -> None:
    """Each file has its findings under it, places right-aligned, and the summary follows."""
    other = replace(formats.finding(), spot=Spot("b.txt", None, (), None, "", ""), message="word " * 30)
    near = formats.finding(spot=formats.spot("x", 7), message="two\nlines")
    text = formats.rendered("grouped", formats.report(near, formats.finding(), other))
    assert text.startswith(
        """\
a.txt
    7:1  warning  COV004 cover-file-number-differs: two lines
  312:1  warning  COV004 cover-file-number-differs: the cover page and the header give different
                  numbers

b.txt
    warning  COV004 cover-file-number-differs: word word"""
    )
    assert "no finding is not compliance" in text
    assert max(map(len, text.splitlines())) <= 100


def test_suppressed(formats: Formats) -> None:
    """Suppressed findings are shown when they are asked for."""
    made = formats.report(formats.finding(suppression=Suppression("waiver", "W-1", "agreed")))
    assert "COV004" not in formats.rendered("grouped", made, verbosity=-1)
    assert "COV004" in formats.rendered("grouped", made, suppressed=True)
