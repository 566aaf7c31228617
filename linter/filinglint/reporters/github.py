"""Workflow commands of GitHub Actions: the most severe findings become annotations, the rest is counted.

The page of a run shows ten annotations of a kind; what a filing says can neither end a command nor begin one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filinglint.finding import Finding, Severity
from filinglint.report import Report, counted
from filinglint.reporters.exchange import explained, most_severe_first, open_findings, path_of, surroundings, words
from filinglint.reporters.view import View
from filinglint.rule import Rule

MOST = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield a command for each of the ten most severe findings, and one that counts the others."""
    found = most_severe_first(open_findings(report))
    for finding in found[:MOST]:
        yield _command(_COMMANDS[finding.severity], _properties(finding), _message(finding))
    rest = found[MOST:]
    if rest:
        numbers = ((severity, sum(f.severity is severity for f in rest)) for severity in Severity)
        said = ", ".join(counted(number, severity.value) for severity, number in numbers if number)
        yield _command("notice", {"title": "filinglint"}, f"{len(rest):,} more findings are not shown here: {said}")
    if not report.complete:
        yield _command("error", {"title": "filinglint"}, "INCOMPLETE: not everything could be looked at")


def _message(finding: Finding) -> str:
    around = surroundings(finding.spot)
    return f"{explained(finding)}{f' ({around})' if around else ''}"


def _properties(finding: Finding) -> dict[str, str]:
    place = finding.spot.place
    found = {"file": path_of(finding.spot.path)}
    if place is not None and place.in_text:
        found |= {"line": str(place.line), "endLine": str(place.end_line)}
        if place.line == place.end_line:  # GitHub takes columns of one line only
            found |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return found | {"title": f"{finding.code} {finding.slug}"}


def _command(name: str, properties: dict[str, str], message: str) -> str:
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}\n"


def _data(text: str) -> str:
    return words(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
