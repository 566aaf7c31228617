"""The end of the period that a report covers, by its header and its cover."""

from __future__ import annotations

from datetime import date

import pytest

from filinglint.documents.submission import Submission, read_submission
from filinglint.facts.reported_period import reported_period
from filinglint.located import Located, Unsure
from filinglint.source import Source
from made_up import filing


def report(cover: str) -> Submission:
    """A report whose header has November 4, 2024, and whose cover says *cover*."""
    page = f"<html><body><p>FORM 10-Q</p><p>For the quarterly period ended {cover}</p></body></html>"
    text = filing(page).replace("TYPE:\t8-K", "TYPE:\t10-Q").replace("<TYPE>8-K", "<TYPE>10-Q")
    return read_submission(Source.from_bytes(text.encode(), "lark.txt"))


@pytest.mark.parametrize(
    ("cover", "sort"), [("November 4, 2024", Located), ("November 1, 2024", Located), ("May 4, 2024", Unsure)]
)
def test_end(cover: str, sort: type) -> None:
    """It is what the header has, unless the cover says something else by far."""
    assert isinstance(reported_period.of(report(cover)).end, sort)


def test_the_cover_is_read_late() -> None:
    """Who asks the header alone has no document read."""
    submission = report("May 4, 2024")
    assert submission.main is not None
    assert reported_period.of(submission).stated.value == date(2024, 11, 4)
    assert "rendered" not in vars(submission.main)
