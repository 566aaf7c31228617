"""A comparison as people and programs read it: text, and ``filinglint-diff-1``, the JSON Schema ``diff``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

from filinglint.comparison import SIGNS, Comparison, FactChange, FindingChange, InputComparison
from filinglint.finding import Finding
from filinglint.report import FailOn
from filinglint.reporters.cells import escaped, width, wrapped
from filinglint.reporters.frames import where
from filinglint.reporters.json import finding_record
from filinglint.reporters.view import View

SCHEMA = "filinglint-diff-1"
_MARKS = {"new": "+", "changed": "~", "fixed": "-"}
_STYLES = {"new": "error", "changed": "warning", "fixed": "good"}
_LONGEST = 60  # characters of a value
_BEFORE = 20  # of them before what differs
_MOST_NAMED = 6
_WIDEST_NAME, _WIDEST_PLACE = 44, 40


def text(comparison: Comparison, view: View) -> Iterator[str]:
    """Yield the comparison, line by line."""
    for one in comparison.inputs:
        if one.changes_something:
            yield from _input(one, comparison, view)
    counts = [f"{comparison.count(sign)} {sign}" for sign in SIGNS]
    yield f"{', '.join(counts)}, {comparison.unchanged} unchanged"


def _input(one: InputComparison, comparison: Comparison, view: View) -> Iterator[str]:
    arrow = "->" if view.ascii else "→"
    drafts = f"{comparison.old} {arrow} {comparison.new}"
    name = one.name or os.path.basename(comparison.new.rstrip("/")) or comparison.new
    gone = " (not there before)" if one.old is None else " (not there any more)" if one.new is None else ""
    yield view.styled(escaped(f"{name}  {drafts}{gone}", ascii_only=view.ascii), "strong")
    rows = [(_name(change), _place(change.finding, view), _how(change, arrow), change) for change in one.findings]
    first = min(_WIDEST_NAME, max((width(row[0]) for row in rows), default=0))
    second = min(_WIDEST_PLACE, max((width(row[1]) for row in rows), default=0))
    for rule, place, how, change in rows:
        mark = view.styled(f"  {_MARKS[change.sign]}", _STYLES[change.sign])
        line = f" {rule.ljust(first)}  {place.ljust(second)}  "
        room = view.room - 3 - width(line)
        if room >= min(len(how), 24):
            head, *rest = wrapped(escaped(how, ascii_only=view.ascii), room)
            yield f"{mark}{line}{head}"
            yield from (" " * (3 + len(line)) + more for more in rest)
        else:
            yield f"{mark}{line}".rstrip()
            yield from ("      " + more for more in wrapped(escaped(how, ascii_only=view.ascii), view.room - 6))
    yield from _facts(one, arrow, view)


def _name(change: FindingChange) -> str:
    return f"{change.finding.code} {change.finding.slug}"


def _place(finding: Finding, view: View) -> str:
    trail = f" {view.glyphs.trail} ".join(finding.spot.trail)
    place = finding.spot.place
    shown = trail or finding.spot.document or (place.where if place is not None else where(finding.spot, view))
    return escaped(shown, ascii_only=view.ascii)


def _how(change: FindingChange, arrow: str) -> str:
    if change.sign != "changed" or change.old is None or change.new is None:
        return f"({change.sign})"
    old, new = change.old, change.new
    pairs = [(old.spot.text, new.spot.text), (old.message, new.message)]
    pairs += [(was.text, now.text) for was, now in zip(old.related, new.related, strict=False)]
    was, now = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
    return f"(changed: {f' {arrow} '.join(_differing(was, now))})" if was or now else "(changed)"


def _facts(one: InputComparison, arrow: str, view: View) -> Iterator[str]:
    untold = [fact for fact in one.facts if not fact.told]
    said = []
    if untold:
        names = [fact.name for fact in untold[:_MOST_NAMED]]
        more = f" and {len(untold) - len(names)} more" if len(untold) > len(names) else ""
        said.append(f"facts changed without a finding: {len(untold)} ({', '.join(names)}{more})")
    said.append(f"{one.unchanged} findings unchanged" if one.unchanged != 1 else "1 finding unchanged")
    for line in wrapped(escaped("; ".join(said), ascii_only=view.ascii), view.room - 2):
        yield f"  {line}"
    shown = untold if view.verbosity > 0 else untold[:_MOST_NAMED]
    for fact in shown:
        was, now = _differing(fact.old or "", fact.new or "")
        words = f"{fact.name}: {_stated(fact.old, was)} {arrow} {_stated(fact.new, now)}"
        head, *rest = wrapped(escaped(words, ascii_only=view.ascii), view.room - 6)
        yield f"    {view.styled(head, 'faint')}"
        yield from (f"      {view.styled(line, 'faint')}" for line in rest)


def _stated(value: str | None, shown: str) -> str:
    return "nothing" if value is None else f"'{shown}'"


def _differing(old: str, new: str) -> tuple[str, str]:
    """Return *old* and *new*, long ones cut to where they begin to differ."""
    old, new = " ".join(old.split()), " ".join(new.split())
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    begin = max(0, same - _BEFORE) if max(len(old), len(new)) > _LONGEST else 0
    return _cut(old, begin), _cut(new, begin)


def _cut(words: str, begin: int) -> str:
    shown = words[begin : begin + _LONGEST]
    return f"{'…' if begin else ''}{shown}{'…' if begin + _LONGEST < len(words) else ''}"


def as_json(comparison: Comparison, revisions: Mapping[str, int], fail_on: FailOn) -> Iterator[str]:
    """Yield the comparison as JSON; *revisions* are those of the rules, by code."""
    counts: dict[str, int] = {sign: comparison.count(sign) for sign in SIGNS}
    record = {
        "schema": SCHEMA,
        "old": comparison.old,
        "new": comparison.new,
        "inputs": [_input_record(one, revisions) for one in comparison.inputs],
        "broken": list(comparison.broken),
        "summary": {
            **counts,
            "unchanged": comparison.unchanged,
            "facts": sum(len(one.facts) for one in comparison.inputs),
            "status": comparison.status(fail_on),
        },
    }
    yield json.dumps(record, indent=1) + "\n"


def _input_record(one: InputComparison, revisions: Mapping[str, int]) -> dict[str, Any]:
    return {
        "name": one.name,
        "old": one.old.path if one.old is not None else None,
        "new": one.new.path if one.new is not None else None,
        "findings": [
            {
                "change": change.sign,
                "rule": change.finding.code,
                "name": change.finding.slug,
                "severity": change.finding.severity.value,
                "old": finding_record(change.old, revisions) if change.old is not None else None,
                "new": finding_record(change.new, revisions) if change.new is not None else None,
            }
            for change in one.findings
        ],
        "unchanged": one.unchanged,
        "facts": [_fact_record(fact) for fact in one.facts],
    }


def _fact_record(fact: FactChange) -> dict[str, Any]:
    return {"name": fact.name, "old": fact.old, "new": fact.new, "finding": fact.told}
