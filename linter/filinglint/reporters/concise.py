"""The report with one line a finding, for people who go through it with other tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filinglint.report import Report
from filinglint.reporters.cells import defused, escaped
from filinglint.reporters.frames import where
from filinglint.reporters.text import remarks, shown
from filinglint.reporters.view import View
from filinglint.rule import Rule


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:
    """Yield ``path:line:column: severity CODE slug message`` for each finding, then the summary."""
    findings, left_out = shown(report, view)
    for finding in findings:
        severity = view.styled(finding.severity.value, finding.severity.value)
        message = escaped(finding.message, ascii_only=view.ascii)
        named = view.to_file(where(finding.spot, view), finding.spot.path)
        yield defused(f"{named}: {severity} {finding.code} {finding.slug} {message}\n")
    if view.verbosity >= 0:
        yield from remarks(report, rules, view, left_out)
