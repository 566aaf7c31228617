"""JUnit XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from filinglint.finding import Outcome, OutcomeRecord, Severity, Suppression

if TYPE_CHECKING:
    from .conftest import Formats


def test_example(example: Callable[[str], str]) -> None:
    """Every outcome is a case of its document, passes are cases without a mark, and the figures are right."""
    root = ET.fromstring(example("junit"))
    totals: Counter[str] = Counter()
    for suite in root:
        marks = Counter(child.tag for case in suite for child in case)
        figures = {"failures": marks["failure"], "errors": marks["error"], "skipped": marks["skipped"]}
        assert {key: int(suite.get(key, "")) for key in figures} == figures
        assert int(suite.get("tests", "")) == len(suite)
        totals.update(figures | {"tests": len(suite)})
    assert {key: int(root.get(key, "")) for key in totals} == totals
    assert totals["failures"] > 5
    assert totals["tests"] > totals["failures"] + totals["skipped"] > 0
    assert any("(1 8-K lark-20241104.htm)" in suite.get("name", "") for suite in root)


def test_cases(formats: Formats) -> None:
    """What failed, broke, was waived and passed are told apart; what was not run is no case."""
    outcomes = [
        OutcomeRecord("COV004", "a.txt", None, Outcome.FAILED),
        OutcomeRecord("COV005", "a.txt", None, Outcome.PASSED),
        OutcomeRecord("COV006", "a.txt", None, Outcome.CANNOT_TELL, "incomplete: the rule broke"),
        OutcomeRecord("COV007", "a.txt", None, Outcome.CANNOT_TELL, "two dates"),
        OutcomeRecord("COV008", "a.txt", None, Outcome.WAIVED, "waiver W-1"),
        OutcomeRecord("COV009", "a.txt", None, Outcome.NOT_RUN),
    ]
    waived = formats.finding(code="COV008", suppression=Suppression("waiver", "W-1", "agreed"))
    system = formats.finding(code="SYS010", slug="input-not-read", severity=Severity.ERROR)
    made = formats.report(formats.finding(), formats.finding(), waived, system, outcomes=tuple(outcomes))
    (suite,) = ET.fromstring(formats.rendered("junit", made))
    marks = {case.get("name", "")[:6]: [child.tag for child in case] for case in suite}
    assert marks == {
        "COV004": ["failure"],
        "COV005": [],
        "COV006": ["error"],
        "COV007": ["skipped"],
        "COV008": ["skipped"],
        "SYS010": ["failure"],
    }
    failure = suite[0][0]
    assert failure.get("message") == "the cover page and the header give different numbers (and 1 more)"
    assert "a.txt:312:1 (1 8-K d8k.htm › cover page): the cover says 000-27256" in (failure.text or "")


def test_document_cases(formats: Formats) -> None:
    """A finding is told in the case of its document where its rule ran on documents."""
    outcomes = [
        OutcomeRecord("COV004", "a.txt", "2 EX-99 x.htm", Outcome.PASSED),
        OutcomeRecord("COV004", "a.txt", "1 8-K d8k.htm", Outcome.FAILED),
    ]
    first, second = ET.fromstring(
        formats.rendered("junit", formats.report(formats.finding(), outcomes=tuple(outcomes)))
    )
    assert (first.get("failures"), second.get("failures")) == ("0", "1")


def test_hostile(formats: Formats) -> None:
    """XML stays XML whatever a filing says, and its control characters are shown."""
    root = ET.fromstring(formats.rendered("junit", formats.hostile()))
    assert "\\x1b]0;x" in ET.tostring(root, encoding="unicode")
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure"}
