"""Reviewdog's diagnostics as JSON; lines and columns count from 1, columns in bytes of the file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from filinglint.finding import Finding, Spot
from filinglint.report import Report
from filinglint.reporters.exchange import explained, open_findings, path_of, words
from filinglint.reporters.view import View
from filinglint.rule import Rule
from filinglint.source import Place
from filinglint.stamp import cut


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the diagnostics, a line for each."""
    urls = {rule.code: url for rule in rules if (url := next((a.url for a in rule.authority if a.url), ""))}
    yield '{"source": {"name": "filinglint"},\n "diagnostics": ['
    separator = "\n  "
    for finding in open_findings(report):
        yield separator + json.dumps(_record(finding, urls.get(finding.code, "")))
        separator = ",\n  "
    yield "]}\n"


def _record(finding: Finding, url: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": explained(finding),
        "location": _location(finding.spot),
        "severity": finding.severity.value.upper(),
        "code": {"value": finding.code, **({"url": url} if url else {})},
    }
    related = [
        {"message": words(spot.label or cut(spot.text)), "location": _location(spot)} for spot in finding.related
    ]
    suggestions = _suggestions(finding)
    return found | ({"relatedLocations": related} if related else {}) | suggestions


def _location(spot: Spot) -> dict[str, Any]:
    place = spot.place
    path: dict[str, Any] = {"path": path_of(spot.path)}
    return path | {"range": _range(place)} if place is not None and place.in_text else path


def _range(place: Place) -> dict[str, Any]:
    return {
        "start": {"line": place.line, "column": place.units.byte_column},
        "end": {"line": place.end_line, "column": place.units.byte_end_column},
    }


def _suggestions(finding: Finding) -> dict[str, Any]:
    """Return the first fix that may be applied, where it is one edit in the file of the finding: all or nothing."""
    for fix in finding.fixes:
        if fix.kind == "suggestion" or not fix.whole or len(fix.edits) != 1:
            continue
        (edit,) = fix.edits
        if edit.place.path == finding.spot.path and not edit.mark:
            return {"suggestions": [{"range": _range(edit.place), "text": edit.text}]}
    return {}
