"""What the tests of report formats have in common: a finding, a report, and reports of real runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from filinglint.cli import main
from filinglint.facts.extractor import submission
from filinglint.finding import Confidence, Excerpt, Finding, Observation, Outcome, OutcomeRecord, Severity, Spot
from filinglint.report import InputRecord, Notice, Report, RunRecord
from filinglint.reporters import reporter
from filinglint.reporters.view import View
from filinglint.rule import Authority, Rule
from filinglint.source import Place

EXAMPLES = Path(__file__).parents[3] / "examples"
# No path has a lone surrogate that is not an undecodable byte, and no text is decoded to one.
EVIL = "\x1b]0;x\x07\u202e\r\n::error::[x](http://x.example)\n##vso[task.complete]##[error]<b>|`]]>&\ufffe\udc80{0}%"


def rule(**changes: Any) -> Rule:
    """Return a rule that cites one provision."""
    made = Rule(
        code="COV004",
        slug="cover-file-number-differs",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        authority=(Authority("Form 8-K, cover page", effective_from=date(1993, 1, 1)),),
        reads=(submission,),
        check=lambda _: iter([Observation(submission, "")]),  # type: ignore[arg-type]
        title="The number is the number.",
        rationale="One number names one file.",
        remedy="correct the cover page",
        module="filinglint_edgar.cov.numbers",
    )
    return replace(made, **changes)


def spot(text: str, line: int, document: str | None = None, label: str = "", trail: tuple[str, ...] = ()) -> Spot:
    """Return a place that is all of a line of ``a.txt``, which has 100 characters a line."""
    start, size = 100 * (line - 1), len(text)
    place = Place("a.txt", line, 1, line, size + 1, start, start + size, char_start=start, char_end=start + size)
    return Spot("a.txt", document, trail, place, text, label, Excerpt(text, 0, size))


def finding(**changes: Any) -> Finding:
    """Return a finding with two places."""
    made = Finding(
        code="COV004",
        slug="cover-file-number-differs",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        message="the cover page and the header give different numbers",
        remedy="correct the cover page",
        spot=spot("000-27256", 312, "1 8-K d8k.htm", "the cover says 000-27256", ("cover page",)),
        related=(spot("000-27265", 21, "header", "the header says 000-27265", ("FILER", "FILING VALUES")),),
        citations=("Form 8-K, cover page (must)",),
        fixable="no",
        fingerprint="fp1:" + "0" * 32,
    )
    return replace(made, **changes)


def report(*findings: Finding, **changes: Any) -> Report:
    """Return the report of a run over one filing."""
    outcome = OutcomeRecord("COV004", "a.txt", None, Outcome.FAILED if findings else Outcome.PASSED)
    made = Report(
        run=RunRecord("0.1.0", (("edgar", "0.1.0"),), "filing", "2026-09-30", "review", (), "error", 1),
        inputs=(
            InputRecord("a.txt", "submission", "8-K", "0001-04-1", "2004-07-26", "filed", ("general",), 3, 9, "0" * 64),
        ),
        findings=findings,
        outcomes=(outcome,),
        notices=(Notice("a.txt", "a notice"),),
    )
    return replace(made, **changes)


class Formats:
    """Makes findings, reports and their renderings for the tests."""

    evil = EVIL
    examples = EXAMPLES
    rule = staticmethod(rule)
    spot = staticmethod(spot)
    finding = staticmethod(finding)
    report = staticmethod(report)

    def rendered(self, style: str, made: Report, *rules: Rule, **view: Any) -> str:
        """Return *made* in the format *style*."""
        return "".join(reporter(style)(made, rules or (rule(),), View(**view)))

    def hostile(self) -> Report:
        """Return a report in which every word that a filing can choose is hostile."""
        bad = replace(spot(EVIL, 1, EVIL, EVIL, (EVIL,)), path=EVIL)
        outcome = OutcomeRecord("COV004", EVIL, EVIL, Outcome.CANNOT_TELL, EVIL)
        made = finding(message=EVIL, remedy=EVIL, spot=bad, related=(bad, bad), citations=(EVIL,))
        return report(made, notices=(Notice(EVIL, EVIL),), outcomes=(outcome,))

    def checked(self, style: str, *paths: Path | str, more: tuple[str, ...] = ()) -> str:
        """Return what ``filinglint check -o STYLE PATHS`` prints."""
        arguments = ["check", "--isolated", "-o", style, *more, *map(str, paths)]
        return CliRunner().invoke(main, arguments).stdout


@pytest.fixture
def formats() -> Formats:
    """Make findings, reports and their renderings."""
    return Formats()


@pytest.fixture
def example(formats: Formats) -> Callable[[str], str]:
    """Return the report in a format of the filing in ``examples`` that has defects."""
    return lambda style: formats.checked(style, EXAMPLES / "8-k-defects.txt")
