"""Which paragraph of its section a finding is in."""

from __future__ import annotations

import pytest

from filinglint.documents.submission import read_document
from filinglint.source import Source
from filinglint.spans import Span
from filinglint.trail import block, trail

TEXT = """\
Business Continuity Plan Disclosure

Larkspur Securities has a plan. It is reviewed each year.

Recovery

We aim to resume trading within four hours.

Some events last longer than that, and some do not end in a day or in a week.

- a flood of the city
- a failure of the grid

Contacting Us

Call 1-800-555-0100.
"""
PAGE = """<html><body><h1>Business Continuity Plan</h1><p>Larkspur has a plan.</p><h2>Recovery</h2><p>We aim
to resume <b>within four hours</b>.</p><p>Some events last longer.</p></body></html>"""


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (TEXT, "It is reviewed each year", ("Business Continuity Plan Disclosure", "paragraph 1")),
        (TEXT, "within four hours", ("Recovery", "paragraph 1")),
        (TEXT, "last longer", ("Recovery", "paragraph 2")),
        (TEXT, "failure of the grid", ("Recovery", "paragraph 4")),
        (TEXT, "1-800-555-0100", ("Contacting Us", "paragraph 1")),
        (TEXT, "Recovery", ("Recovery", "")),
        (TEXT, "within four hours.\n\nSome events", ("Recovery", "")),
        (TEXT, TEXT, ("", "")),
        (PAGE, "within four hours", ("Recovery", "paragraph 1")),
        (PAGE, "last longer", ("Recovery", "paragraph 2")),
    ],
)
def test_block(text: str, words: str, expected: tuple[str, str]) -> None:
    """Paragraphs and list items count from 1 under each heading; what goes over several is in none."""
    submission = read_document(Source.from_bytes(text.encode(), "a.txt"), "bcp-summary")
    start = text.index(words)
    span = Span(start, start + len(words))
    (document,) = submission.documents
    assert (*trail(submission, document, span)[-1:], "")[0] == expected[0]
    assert block(submission, document, span) == expected[1]


def test_filings() -> None:
    """A filing is laid out in tables and lines: nothing is said of its paragraphs."""
    submission = read_document(Source.from_bytes(PAGE.encode(), "a.htm"), "document")
    assert block(submission, submission.documents[0], Span(60, 70)) == ""
