"""The report by file: the path, then a line for each finding under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from filinglint.finding import Finding
from filinglint.report import Report
from filinglint.reporters.cells import defused, escaped, wrapped
from filinglint.reporters.text import remarks, shown
from filinglint.reporters.view import View
from filinglint.rule import Rule

_PATH = "strong"
_SEVERITY = len("warning")


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:
    """Yield the files that have findings, then the summary."""
    findings, left_out = shown(report, view)
    for path, found in groupby(findings, key=lambda finding: finding.spot.path):
        yield defused(view.styled(escaped(path, ascii_only=view.ascii), _PATH) + "\n")
        yield from map(defused, _lines(list(found), view))
        yield "\n"
    if view.verbosity >= 0:
        yield from remarks(report, rules, view, left_out)


def _lines(findings: Sequence[Finding], view: View) -> Iterator[str]:
    """Yield the lines of one file, its places and names in columns."""
    places = [finding.spot.place.where if finding.spot.place is not None else "" for finding in findings]
    room = max(map(len, places))
    for finding, place in zip(findings, places, strict=True):
        severity = finding.severity.value
        head = f"  {place.rjust(room)}  "
        margin = " " * (len(head) + _SEVERITY + 2)
        words = f"{finding.code} {finding.slug}: {escaped(finding.message, ascii_only=view.ascii)}"
        first, *rest = wrapped(words, view.room - len(margin))
        yield f"{head}{view.styled(severity.ljust(_SEVERITY), severity)}  {first}\n"
        for line in rest:
            yield f"{margin}{line}\n"
