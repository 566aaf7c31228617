"""Checkstyle XML: the findings of each file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from filinglint.finding import Finding
from filinglint.report import Report
from filinglint.reporters.exchange import explained, open_findings, path_of
from filinglint.reporters.view import View
from filinglint.reporters.xml import DECLARATION, start
from filinglint.rule import Rule


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the files that have findings, in the order of reports."""
    yield DECLARATION
    yield start("checkstyle", {"version": "4.3"}) + "\n"
    for path, findings in groupby(open_findings(report), key=lambda finding: finding.spot.path):
        yield " " + start("file", {"name": path_of(path)}) + "\n"
        for finding in findings:
            yield "  " + start("error", _attributes(finding), empty=True) + "\n"
        yield " </file>\n"
    yield "</checkstyle>\n"


def _attributes(finding: Finding) -> dict[str, object]:
    place = finding.spot.place
    where = {"line": place.line, "column": place.column} if place is not None and place.in_text else {"line": 1}
    return {
        **where,
        "severity": finding.severity.value,
        "message": explained(finding),
        "source": f"filinglint.{finding.code}",
    }
