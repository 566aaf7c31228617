"""Logging commands of Azure Pipelines: errors and warnings become issues, infos are lines of the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filinglint.finding import Finding, Severity
from filinglint.report import Report
from filinglint.reporters.exchange import explained, open_findings, path_of, words
from filinglint.reporters.view import View
from filinglint.rule import Rule

_RESERVED = {"%": "%AZP25", ";": "%3B", "]": "%5D"}


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield a command for each finding; there is none for an info."""
    for finding in open_findings(report):
        said = f"{finding.code} {finding.slug}: {explained(finding)}"
        if finding.severity is Severity.INFO:
            yield f"info {_where(finding)}: {said}\n"
        else:
            yield _command(finding, said)
    if not report.complete:
        yield "##vso[task.logissue type=error;]filinglint: INCOMPLETE: not everything could be looked at\n"


def _where(finding: Finding) -> str:
    place = finding.spot.place
    return path_of(finding.spot.path) + (f":{place.where}" if place is not None else "")


def _command(finding: Finding, said: str) -> str:
    properties = {"type": finding.severity.value, "sourcepath": path_of(finding.spot.path)}
    place = finding.spot.place
    if place is not None and place.in_text:
        properties |= {"linenumber": str(place.line), "columnnumber": str(place.column)}
    properties["code"] = finding.code
    stated = "".join(f"{key}={_property(value)};" for key, value in properties.items())
    return f"##vso[task.logissue {stated}]{words(said).replace('%', _RESERVED['%'])}\n"


def _property(text: str) -> str:
    return "".join(_RESERVED.get(char, char) for char in text)
