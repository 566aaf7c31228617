"""The code quality report of GitLab: an array of findings, each with its fingerprint."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from filinglint.finding import Finding, Severity
from filinglint.report import Report
from filinglint.reporters.exchange import explained, open_findings, path_of, words
from filinglint.reporters.view import View
from filinglint.rule import Rule

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the array, a line for each finding.

    GitLab shows one finding for each fingerprint: the same words in two files of one name are told apart by path.
    """
    known: set[str] = set()
    separator = "[\n "
    for finding in open_findings(report):
        fingerprint = finding.fingerprint
        if fingerprint in known:
            fingerprint = f"{fingerprint}@{path_of(finding.spot.path)}"
        known.add(fingerprint)
        yield separator + json.dumps(_record(finding, fingerprint))
        separator = ",\n "
    yield "\n]\n" if known else "[]\n"


def _record(finding: Finding, fingerprint: str) -> dict[str, object]:
    place = finding.spot.place
    inside = place is not None and place.in_text
    lines = {"begin": place.line, "end": place.end_line} if place is not None and inside else {"begin": 1, "end": 1}
    return {
        "description": explained(finding),
        "check_name": f"{finding.code} {words(finding.slug)}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path_of(finding.spot.path), "lines": lines},
    }
