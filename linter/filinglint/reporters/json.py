"""The report for machines: ``filinglint-report-1``, the JSON Schema ``report`` of filinglint_schemas.

The same report gives the same bytes: there are no times, durations or names of machines in it. All
of it is ASCII, so that it reads the same through any terminal, pipe or code page; each finding and
outcome has a line of its own, so that reports can be compared line by line.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from filinglint.finding import Finding, Outcome, OutcomeRecord, PlacedFix, Severity, Spot, Suppression
from filinglint.report import InputRecord, Report
from filinglint.reporters.summary import CAUTION, citations_in_part
from filinglint.reporters.view import View
from filinglint.rule import Rule
from filinglint.stamp import cut

SCHEMA = "filinglint-report-1"
_AT_ONCE = 200  # lines
_MOST_WRITTEN = 8192


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the report in pieces, each of some lines."""
    revisions = {rule.code: rule.revision for rule in rules}
    head = {"schema": SCHEMA, "tool": tool(report), "run": run(report)}
    yield "{" + ",\n ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items())
    yield from _listed("inputs", map(input_record, report.inputs))
    yield from _listed("findings", (finding_record(finding, revisions) for finding in report.findings))
    yield from _lines("outcomes", _outcome_lines(report.outcomes))
    yield from _listed("notices", ({"path": n.path, "message": n.message} for n in report.notices))
    yield f',\n "summary": {json.dumps(summary(report, rules))}}}\n'


def _listed(key: str, records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield one array, a line for each member."""
    return _lines(key, map(json.dumps, records))


def _lines(key: str, lines: Iterable[str]) -> Iterator[str]:
    yield f",\n {json.dumps(key)}: ["
    begun, rest = "\n  ", iter(lines)
    while some := list(islice(rest, _AT_ONCE)):
        yield begun + ",\n  ".join(some)
        begun = ",\n  "
    yield "]"


def tool(report: Report) -> dict[str, Any]:
    """Return what made the report."""
    packs = [{"name": name, "version": version} for name, version in report.run.packs]
    editions = report.run.editions
    named = {"edition": ", ".join(editions) or None, "edition_pinned": report.run.pinned}
    return {"name": "filinglint", "version": report.run.version, **named, "packs": packs}


def run(report: Report) -> dict[str, Any]:
    """Return how the run was asked for and how it ended."""
    asked = report.run
    return {
        "as_of": asked.as_of,
        "today": asked.today,
        "purpose": asked.purpose,
        "profile": list(asked.profiles),
        "fail_on": asked.fail_on,
        "max_warnings": asked.max_warnings,
        "rules": asked.rules,
        "config_sha256": asked.config_sha256 or None,
        "complete": report.complete,
        "status": report.status,
    }


def input_record(record: InputRecord) -> dict[str, Any]:
    """Return what is said of one input."""
    return {
        "path": record.path,
        "kind": record.kind,
        "form": record.form,
        "accession": record.accession,
        "as_of": record.as_of or None,
        "as_of_source": record.as_of_source or None,
        "profile": list(record.profiles),
        "purpose": record.purpose,
        "fail_on": record.fail_on,
        "documents": record.documents,
        "bytes": record.bytes,
        "sha256": record.sha256 or None,
    }


def place_record(spot: Spot) -> dict[str, Any]:
    """Return where *spot* is and what stands there; nulls where it has no place in a text."""
    place = spot.place if spot.place is not None and spot.place.in_text else None
    return {
        "path": spot.path,
        "document": spot.document,
        "place": list(spot.trail),
        "line": place and place.line,
        "column": place and place.column,
        "end_line": place and place.end_line,
        "end_column": place and place.end_column,
        "byte_start": place and place.byte_start,
        "byte_end": place and place.byte_end,
        **({} if spot.place is None else spot.place.extracted),
        "text": cut(spot.text),
        "label": spot.label,
    }


def finding_record(finding: Finding, revisions: Mapping[str, int]) -> dict[str, Any]:
    """Return one finding; *revisions* are those of the rules, by code."""
    return {
        "rule": finding.code,
        "name": finding.slug,
        "revision": revisions.get(finding.code, 1),
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "remedy": finding.remedy,
        **place_record(finding.spot),
        "related": [place_record(spot) for spot in finding.related],
        "citations": list(finding.citations),
        "fixable": finding.fixable,
        "fixes": [fix_record(fix) for fix in finding.fixes],
        "fingerprint": finding.fingerprint,
        "state": "unchanged" if finding.known else "new",
        "suppression": _suppression(finding.suppression),
        "notes": list(finding.notes),
    }


def fix_record(fix: PlacedFix) -> dict[str, Any]:
    """Return one way to mend a finding; of one with too many edits to report, ``edits`` is null."""
    edits = [
        {
            "path": edit.place.path,
            "char_start": edit.start,
            "char_end": edit.end,
            "line": edit.place.line,
            "column": edit.place.column,
            "end_line": edit.place.end_line,
            "end_column": edit.place.end_column,
            "byte_start": edit.place.byte_start,
            "byte_end": edit.place.byte_end,
            "text": edit.text,
        }
        | ({"byte_order_mark": True} if edit.mark else {})
        for edit in fix.edits
    ]
    return {"kind": fix.kind, "description": fix.description, "edits": edits if fix.whole else None}


def _suppression(suppression: Suppression | None) -> dict[str, Any] | None:
    if suppression is None:
        return None
    return {
        "kind": suppression.kind,
        "id": suppression.id,
        "reason": suppression.reason,
        "approved_by": suppression.approved_by or None,
        "expires": suppression.expires or None,
    }


def outcome_record(record: OutcomeRecord) -> dict[str, Any]:
    """Return what came of one rule on one input or document."""
    return {
        "rule": record.code,
        "path": record.path,
        "document": record.document,
        "outcome": record.outcome.value,
        "reason": record.reason,
    }


class _Written(dict[Any, str]):
    """What *said* writes of something, kept for when it comes again: few words come in some hundred thousand lines."""

    def __init__(self, said: Callable[[Any], str]) -> None:
        self._said = said

    def __missing__(self, value: Any) -> str:
        if len(self) == _MOST_WRITTEN:
            self.clear()
        written = self[value] = self._said(value)
        return written


def _outcome_lines(outcomes: Iterable[OutcomeRecord]) -> Iterator[str]:
    """Yield what ``outcome_record`` says of each as JSON."""
    codes, places, ends = _Written(json.dumps), _Written(_place), _Written(_end)
    for code, path, document, outcome, reason in outcomes:
        yield f'{{"rule": {codes[code]}, {places[path, document]}, {ends[outcome, reason]}}}'


def _place(place: tuple[str, str | None]) -> str:
    path, document = place
    return f'"path": {json.dumps(path)}, "document": {json.dumps(document)}'


def _end(end: tuple[Outcome, str | None]) -> str:
    outcome, reason = end
    return f'"outcome": {json.dumps(outcome.value)}, "reason": {json.dumps(reason)}'


def summary(report: Report, rules: Sequence[Rule]) -> dict[str, Any]:
    """Return the figures of the report, and what they are worth."""
    severities, outcomes = report.severities(), report.rule_outcomes()
    kinds = Counter(record.kind for record in report.inputs)
    return {
        "findings": {severity.value: severities[severity] for severity in Severity},
        "suppressed": sum(finding.suppression is not None for finding in report.findings),
        "inputs": dict(sorted(kinds.items())),
        "rules": {outcome.value: outcomes[outcome] for outcome in Outcome},
        "covered_in_part": citations_in_part(report, rules),
        "caution": CAUTION,
    }
