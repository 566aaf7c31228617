"""The end of the period that a report covers, by its header and its cover."""

from __future__ import annotations

from contextlib import suppress

import pytest

from filinglint.catalogue import load_catalogue
from filinglint.documents.submission import Submission, read_submission
from filinglint.facts.header import header
from filinglint.facts.reported_period import reported_period
from filinglint.located import CannotTell, Located, Unsure
from filinglint.source import Source
from made_up import filing


def report(cover: str, year_end: str = "1231") -> Submission:
    """A report whose header has November 4, 2024, and *year_end*, and whose cover says *cover*."""
    page = f"<html><body><p>FORM 10-Q</p><p>For the quarterly period ended {cover}</p></body></html>"
    text = filing(page).replace("TYPE:\t8-K", "TYPE:\t10-Q").replace("<TYPE>8-K", "<TYPE>10-Q")
    text = text.replace("KEY:\t\t\t0009990142\n", f"KEY:\t\t\t0009990142\n\t\tFISCAL YEAR END:\t\t\t{year_end}\n")
    return read_submission(Source.from_bytes(text.encode(), "lark.txt"))


@pytest.mark.parametrize(
    ("cover", "sort"), [("November 4, 2024", Located), ("November 1, 2024", Located), ("May 4, 2024", Unsure)]
)
def test_end(cover: str, sort: type) -> None:
    """It is what the header has, unless the cover says something else by far."""
    assert isinstance(reported_period.of(report(cover)).end, sort)


def test_rules_of_headers_read_no_cover() -> None:
    """Where the header's period ends a quarter of its fiscal year nothing else is looked at."""
    (rule,) = (one for one in load_catalogue().rules if one.code == "HDR061")
    for year_end, read in (("0804", False), ("1231", True)):
        filed = report("May 4, 2024", year_end)
        assert filed.main is not None
        with suppress(CannotTell):
            list(rule.check(header.of(filed), filed))
        assert ("rendered" in vars(filed.main)) is read
