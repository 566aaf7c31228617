"""The examples show what they were made to show, and the clean ones nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from filinglint.catalogue import load_catalogue
from filinglint.engine import check
from filinglint.judging import Options
from filinglint.report import Report

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def checked(name: str) -> Report:
    """The report on one example."""
    return check([str(EXAMPLES / name)], Options(today=date(2026, 1, 2)), load_catalogue())


@pytest.mark.parametrize("name", ["8-k-clean.txt", "bcp-summary-clean.txt"])
def test_a_clean_example_has_no_finding(name: str) -> None:
    """Not even a hint is found in what is in order."""
    report = checked(name)
    assert report.complete
    assert [(finding.code, finding.message) for finding in report.findings] == []


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        (
            "8-k-defects.txt",
            {
                "DOC003": "the header counts too few documents",
                "DTE001": "seven business days too late",
                "COV004": "two digits of the file number have changed places",
                "COV006": "two digits of the employer number have changed places",
                "ITM002": "the header does not name Item 7.01",
                "EXH003": "Exhibit 99.2 is listed and not there",
                "FMT012": "the link to it goes nowhere",
                "EXH002": "Exhibit 10.1 is there and not listed",
                "SIG004": "the signature has no date",
            },
        ),
        (
            "draft",
            {
                "ITM002": "the manifest does not name Item 9.01",
                "EXH003": "Exhibit 99.2 is listed and there is no file for it",
                "EXH011": "nor a link to it",
                "COV048": "the cover is not tagged yet",
            },
        ),
        (
            "bcp-summary-defects.txt",
            {
                "BCP041": "the firm's name was not filled in",
                "BCP037": "it names a rule that was replaced",
                "BCP020": "no channel by which the firm can be reached",
                "BCP024": "a digit of the number is missing",
                "BCP054": "an objective of four, of what",
                "BCP051": "a promise of time",
                "BCP001": "without the caveat that it is a goal",
            },
        ),
    ],
)
def test_the_defects_of_an_example_are_found(name: str, codes: dict[str, str]) -> None:
    """Each defect that was put in is found, by the rule for it."""
    found = {finding.code for finding in checked(name).findings}
    assert {code: why for code, why in codes.items() if code not in found} == {}
    if not name.startswith("bcp"):
        assert found == codes.keys()
