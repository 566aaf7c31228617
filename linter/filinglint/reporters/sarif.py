"""The report as SARIF 2.1.0, for code scanning and other viewers of results.

Columns and character offsets are in UTF-16 code units, as ``columnKind`` says, bytes as the file has them.
Both fingerprints of a result are ours: a hash of lines says nothing in a file of one line. Rules that passed
are results only for who asks: code scanning shows each as an alert. The JSON report has them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from filinglint.finding import Finding, Outcome, OutcomeRecord, PlacedFix, Spot, Suppression
from filinglint.report import INCOMPLETE, InputRecord, Report
from filinglint.reporters.exchange import uri_of
from filinglint.reporters.sarif_rules import LEVELS, Driver
from filinglint.reporters.summary import CAUTION
from filinglint.reporters.view import View
from filinglint.rule import Rule
from filinglint.source import Place
from filinglint.stamp import cut

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_CONTEXT = 160  # code points of a context region: every finding carries its own
_INSERTED = 4000  # characters of all the new text of a fix
_RELATED = 32  # places
_KINDS = {Outcome.PASSED: "pass", Outcome.NOT_APPLICABLE: "notApplicable"}


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:
    """Yield the log in pieces: what the run is, then a line for each result."""
    driver = Driver(report, rules)
    head = {
        "tool": driver.tool(),
        "taxonomies": driver.taxonomies(),
        "invocations": [_invocation(report, driver)],
        "artifacts": [_artifact(record) for record in report.inputs],
        "columnKind": "utf16CodeUnits",
        "properties": {"purpose": report.run.purpose, "asOf": report.run.as_of, "caution": CAUTION},
    }
    yield f'{{"$schema": {json.dumps(SCHEMA)},\n "version": "2.1.0",\n "runs": [{{\n'
    yield "".join(f"  {json.dumps(key)}: {json.dumps(value)},\n" for key, value in head.items() if value)
    yield '  "results": ['
    separator = "\n    "
    for result in _results(report, driver, outcomes=view.outcomes):
        yield separator + json.dumps(result, separators=(",", ":"))
        separator = ",\n    "
    yield "]\n }]\n}\n"


def _results(report: Report, driver: Driver, *, outcomes: bool) -> Iterator[dict[str, Any]]:
    known = any(finding.known for finding in report.findings)
    for finding in report.findings:
        state = {"baselineState": "unchanged" if finding.known else "new"} if known else {}
        yield _result(finding, driver) | state
    state = {"baselineState": "new"} if known else {}
    for record in report.outcomes if outcomes or report.run.purpose == "audit" else ():
        if record.outcome is Outcome.CANNOT_TELL and not (record.reason or "").startswith(INCOMPLETE):
            yield _undecided(record, driver) | state
        elif outcomes and record.outcome in _KINDS:
            yield _without_finding(record, driver) | state


def _result(finding: Finding, driver: Driver) -> dict[str, Any]:
    related = finding.related[:_RELATED]
    links = "; ".join(f"[{plain(_named(spot))}]({number})" for number, spot in enumerate(related, 1))
    found: dict[str, Any] = driver.reference(finding.code) | {
        "kind": "fail",
        "level": LEVELS[finding.severity],
        "message": {"text": plain(finding.message) + (f" ({links})" if links else "")},
        "locations": [_location(finding.spot)],
    }
    if related:
        found["relatedLocations"] = [
            {"id": number, **_location(spot, context=False)} for number, spot in enumerate(related, 1)
        ]
    found["partialFingerprints"] = _fingerprints(finding.fingerprint)
    fixes = [fix for fix in map(_fix, finding.fixes) if fix]
    if fixes:
        found["fixes"] = fixes
    found["suppressions"] = [_suppression(finding.suppression)] if finding.suppression else []
    found["properties"] = {"slug": finding.slug, "confidence": finding.confidence.value, "remedy": finding.remedy}
    if finding.notes:
        found["properties"]["notes"] = list(finding.notes)
    return found


def _undecided(record: OutcomeRecord, driver: Driver) -> dict[str, Any]:
    """Return a result that asks a person: the rule could not tell."""
    said = f"cannot tell: {plain(cut(record.reason or 'no reason is given'))}"
    return _of_outcome(record, driver, "review", said)


def _without_finding(record: OutcomeRecord, driver: Driver) -> dict[str, Any]:
    """Return a result of a rule that has nothing to find fault with."""
    words = record.outcome.value.replace("-", " ") + (f": {cut(record.reason)}" if record.reason else "")
    return _of_outcome(record, driver, _KINDS[record.outcome], plain(words))


def _of_outcome(record: OutcomeRecord, driver: Driver, kind: str, said: str) -> dict[str, Any]:
    words = "\x1f".join((record.code, record.path, record.document or "", record.reason or ""))
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    spot = Spot(record.path, record.document, (), None, "", "")
    return driver.reference(record.code) | {
        "kind": kind,
        "level": "none",
        "message": {"text": said},
        "locations": [_location(spot)],
        "partialFingerprints": _fingerprints(f"fp1:{digest}"),
    }


def _fingerprints(fingerprint: str) -> dict[str, str]:
    return {"filinglint/v1": fingerprint, "primaryLocationLineHash": fingerprint}


def plain(text: str) -> str:
    """Return *text* for a message of SARIF, in which it is nothing but words: no link and no placeholder."""
    for sign in "\\[]":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("{", "{{").replace("}", "}}")


def _named(spot: Spot) -> str:
    """Return how a message calls another place."""
    return cut(spot.label or spot.text or spot.document or spot.path, 200)


def _location(spot: Spot, *, context: bool = True) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri_of(spot.path)}}
    place = spot.place
    if place is not None and place.in_text:
        physical["region"] = _region(place) | _snippet(spot)
        around = _context(spot, place) if context else None
        if around:
            physical["contextRegion"] = around
    location: dict[str, Any] = {"physicalLocation": physical}
    trail = [part for part in (spot.document, *spot.trail, spot.block) if part]
    if place is not None and not place.in_text:
        trail.append(place.where)
        location["properties"] = {key: value for key, value in place.extracted.items() if value is not None}
    if trail:
        location["logicalLocations"] = [{"name": trail[-1], "fullyQualifiedName": " › ".join(trail)}]
    if spot.label:
        location["message"] = {"text": plain(spot.label)}
    return location


def _region(place: Place) -> dict[str, Any]:
    units = place.units
    return {
        "startLine": place.line,
        "startColumn": units.utf16_column,
        "endLine": place.end_line,
        "endColumn": units.utf16_end_column,
        "charOffset": units.utf16_start,
        "charLength": units.utf16_end - units.utf16_start,
        "byteOffset": place.byte_start,
        "byteLength": place.byte_end - place.byte_start,
    }


def _snippet(spot: Spot) -> dict[str, Any]:
    """Return the source words of *spot*, or their head and tail where they are many."""
    shown = spot.excerpt
    marked = shown.source[shown.start : shown.end]
    if shown.omitted:
        half = len(marked) // 2
        marked = f"{marked[:half]}⋯{marked[half:]}"
    return {"snippet": {"text": cut(marked)}} if marked else {}


def _context(spot: Spot, place: Place) -> dict[str, Any] | None:
    """Return the part of the line around *spot*; None where the place is not on one line, or has no room in it."""
    shown, units = spot.excerpt, place.units
    size = shown.end - shown.start
    if shown.omitted or place.line != place.end_line or size > _CONTEXT or not shown.source.strip():
        return None
    left = max(0, shown.start - (_CONTEXT - size) // 2)
    right = min(len(shown.source), left + _CONTEXT)
    before = utf16(shown.source[left : shown.start])
    text = shown.source[left:right]
    return {
        "startLine": place.line,
        "startColumn": units.utf16_column - before,
        "endLine": place.line,
        "endColumn": units.utf16_column - before + utf16(text),
        "charOffset": units.utf16_start - before,
        "charLength": utf16(text),
        "snippet": {"text": text},
    }


def utf16(text: str) -> int:
    """Return how many UTF-16 code units *text* has."""
    return len(text) + sum(char > "\uffff" for char in text)


def _fix(fix: PlacedFix) -> dict[str, Any] | None:
    """Return *fix*; None where it is only a suggestion, is not given in full, or would take a byte order mark away."""
    edits = fix.edits
    if fix.kind == "suggestion" or not edits or not fix.whole or any(edit.mark for edit in edits):
        return None
    if sum(len(edit.text) for edit in edits) > _INSERTED:
        return None
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in edits:
        replacement = {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
        changes.setdefault(edit.place.path, []).append(replacement)
    return {
        "description": {"text": plain(fix.description)},
        "artifactChanges": [
            {"artifactLocation": {"uri": uri_of(path)}, "replacements": replacements}
            for path, replacements in changes.items()
        ],
        "properties": {"kind": fix.kind},
    }


def _suppression(suppression: Suppression) -> dict[str, Any]:
    said = {"kind": suppression.kind, "id": suppression.id}
    said |= {"approver": suppression.approved_by, "expires": suppression.expires}
    return {
        "kind": "inSource" if suppression.kind == "inline" else "external",
        "status": "accepted",
        "justification": suppression.reason,
        "properties": {key: value for key, value in said.items() if value},
    }


def _artifact(record: InputRecord) -> dict[str, Any]:
    made: dict[str, Any] = {"location": {"uri": uri_of(record.path)}, "roles": ["analysisTarget"]}
    if record.sha256:
        made |= {"length": record.bytes, "hashes": {"sha-256": record.sha256}}
    said = {"kind": record.kind, "form": record.form, "accession": record.accession, "asOf": record.as_of}
    return made | {"properties": {key: value for key, value in said.items() if value}}


def _invocation(report: Report, driver: Driver) -> dict[str, Any]:
    notifications = [
        {"level": "note", "message": {"text": plain(notice.message)}, **_of_file(notice.path)}
        for notice in report.notices
    ]
    for record in report.outcomes:
        reason = record.reason or ""
        if record.outcome is Outcome.CANNOT_TELL and reason.startswith(INCOMPLETE):
            rule = driver.descriptor(record.code)
            notifications.append(
                {
                    "level": "error",
                    "message": {"text": plain(cut(reason))},
                    **({"associatedRule": rule} if rule else {}),
                    **_of_file(record.path, record.document),
                }
            )
    return {
        "executionSuccessful": report.complete,
        "exitCode": report.status,
        "toolExecutionNotifications": notifications,
    }


def _of_file(path: str, document: str | None = None) -> Mapping[str, Any]:
    return {"locations": [_location(Spot(path, document, (), None, "", ""))]} if path else {}
