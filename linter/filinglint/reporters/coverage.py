"""What was checked, by what the rules cite: passed, failed, waived, open, not applicable, not run, and by no rule.

A provision is covered in part where a rule cites it, and never in full.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from filinglint.finding import Outcome, OutcomeRecord, Severity
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.report import counted
from filinglint.reporters.cells import escaped, wrapped
from filinglint.reporters.summary import CAUTION
from filinglint.reporters.view import View
from filinglint.rule import Rule
from filinglint.selectors import cites, provisions
from filinglint.tables.provisions import PROVISIONS, Provision

SCHEMA = "filinglint-coverage-1"
_ORDER = (
    Outcome.FAILED,
    Outcome.WAIVED,
    Outcome.CANNOT_TELL,
    Outcome.PASSED,
    Outcome.NOT_APPLICABLE,
    Outcome.NOT_RUN,
)
_BY_CHOICE = pattern(r"ignored by '(.+)' \((.+)\)")
_OPEN = frozenset((Outcome.FAILED, Outcome.WAIVED, Outcome.CANNOT_TELL))
_MOST_CODES = 6
_MOST_RULES = 6
_MOST_PATHS = 3
_LEVELS = {Severity.ERROR: "required", Severity.WARNING: "recommended", Severity.INFO: "good practice"}


@dataclass(frozen=True, slots=True)
class Looked:
    """An input as coverage needs it; ``form`` is without ``/A``, ``day`` that by whose law it was judged; or None."""

    path: str
    kind: str
    form: str | None
    profiles: tuple[str, ...]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a checklist: a disclosure, who asks for it, and where it is found.

    ``level`` is ``required``, ``recommended``, ``good practice``, or "" where no rule asks for it;
    ``present`` is ``yes``, ``weak``, ``no``, or "" where only the rules' outcomes are known; ``where`` is
    ``path:line:column`` and ``words`` what stands there.
    """

    name: str
    title: str
    level: str
    required_by: tuple[str, ...]
    rules: tuple[str, ...]
    present: str
    where: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The checklist of one text."""

    path: str
    profiles: tuple[str, ...]
    items: tuple[Item, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """What came of one rule: how often each outcome, on which paths it failed, and the reasons given."""

    code: str
    slug: str
    outcomes: Mapping[Outcome, int]
    failed: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A citation and the rules under it; ``coverage`` is ``partial`` or ``none``, ``asks`` its title where none."""

    citation: str
    coverage: str
    rules: tuple[RuleLine, ...] = ()
    asks: str = ""

    @property
    def judged(self) -> bool:
        """Whether one of its rules judged something."""
        return any(line.outcomes.keys() - {Outcome.NOT_APPLICABLE, Outcome.NOT_RUN} for line in self.rules)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a run covered, by citation; ``not_run`` and ``cannot_tell`` pair codes with reasons."""

    edition: str
    complete: bool
    inputs: tuple[Looked, ...]
    lines: tuple[Line, ...]
    not_run: tuple[tuple[tuple[str, ...], str], ...]
    cannot_tell: tuple[tuple[str, str, str], ...]
    checklists: tuple[Checklist, ...] = field(default=())


def level_of(rules: Iterable[Rule], profiles: Sequence[str], day: date | None) -> tuple[str, tuple[str, ...]]:
    """Return how much *rules* ask for what they ask under *profiles*, and on whose authority as of *day*."""
    asked: list[tuple[Severity, Rule]] = []
    for rule in rules:
        on = [rule.profiles[name] for name in profiles if name in rule.profiles] if rule.profiles else [rule.severity]
        if on:
            asked.append((min(on, key=lambda severity: severity.rank), rule))
    if not asked:
        return "", ()
    weightiest = min((severity for severity, _ in asked), key=lambda severity: severity.rank)
    cited = (authority for severity, rule in asked if severity is weightiest for authority in rule.authority)
    names = [str(authority) for authority in cited if day is None or authority.holds_on(day)]
    return _LEVELS[weightiest], tuple(dict.fromkeys(names))


def coverage_of(
    outcomes: Iterable[OutcomeRecord],
    inputs: Sequence[Looked],
    rules: Sequence[Rule],
    *,
    edition: str,
    complete: bool,
    checklists: Sequence[Checklist] = (),
) -> Coverage:
    """Return what *outcomes* of *rules* cover. Codes that are of no rule are the tool's own, and left out."""
    by_code: dict[str, _Came] = {}
    for record in outcomes:
        by_code.setdefault(record.code, _Came()).take(record)
    known = {rule.code: rule for rule in rules}
    days = {one.day for one in inputs if one.day is not None}
    cited: dict[str, list[RuleLine]] = {}
    not_run: dict[str, list[str]] = {}
    open_questions: dict[tuple[str, str], dict[str, None]] = {}
    for code, came in sorted(by_code.items()):
        if code not in known:
            continue
        line = came.line(known[code])
        held = [a for a in known[code].authority if not days or any(map(a.holds_on, days))] or known[code].authority
        for citation in dict.fromkeys(name for a in held for name in provisions(a.instrument)):
            cited.setdefault(citation, []).append(line)
        for reason in came.not_run:
            not_run.setdefault(reason, []).append(code)
        open_questions |= {(code, reason): paths for reason, paths in came.undecided.items()}
    lines = [Line(citation, "partial", tuple(found)) for citation, found in cited.items()]
    lines += [Line(p.citation, "none", asks=p.asks) for p in PROVISIONS if _is_gap(p, inputs, rules)]
    return Coverage(
        edition=edition,
        complete=complete,
        inputs=tuple(inputs),
        lines=tuple(sorted(lines, key=lambda line: _natural(line.citation))),
        not_run=tuple((tuple(codes), reason) for reason, codes in sorted(not_run.items())),
        cannot_tell=tuple((code, reason, ", ".join(paths)) for (code, reason), paths in sorted(open_questions.items())),
        checklists=tuple(checklists),
    )


class _Came:
    """What came of one rule; there may be millions of outcomes, and none of them is kept."""

    def __init__(self) -> None:
        self.counts: Counter[Outcome] = Counter()
        self.failed: dict[str, None] = {}
        self.reasons: dict[str, None] = {}
        self.not_run: dict[str, None] = {}
        self.undecided: dict[str, dict[str, None]] = {}

    def take(self, record: OutcomeRecord) -> None:
        """Count *record*."""
        self.counts[record.outcome] += 1
        reason = record.reason or ""
        if reason:
            self.reasons[reason] = None
        if record.outcome is Outcome.FAILED:
            self.failed[record.path] = None
        elif record.outcome is Outcome.NOT_RUN:
            self.not_run[reason] = None
        elif record.outcome is Outcome.CANNOT_TELL:
            self.undecided.setdefault(reason, {})[record.path] = None

    def line(self, rule: Rule) -> RuleLine:
        """Return it as a line under a citation."""
        ordered = {outcome: self.counts[outcome] for outcome in _ORDER if self.counts[outcome]}
        return RuleLine(rule.code, rule.slug, ordered, tuple(self.failed), tuple(self.reasons))


def _is_gap(provision: Provision, inputs: Sequence[Looked], rules: Sequence[Rule]) -> bool:
    """Tell whether *provision* concerns one of *inputs* and no rule cites it."""
    concerned = any(one.form in provision.forms or provision.profiles & {*one.profiles} for one in inputs)
    return concerned and not any(cites(a.instrument, provision.citation) for rule in rules for a in rule.authority)


def _natural(words: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdecimal() else 0, part) for part in re.split(r"(\d+)", words)]


def in_words(line: RuleLine, times: str = "×", *, paths: bool = True) -> str:
    """Return ``FMT301 passed ×4``, ``BCP004 failed (bcp/summary.htm)``; not applicable only where nothing else came."""
    shown = {o: n for o, n in line.outcomes.items() if o not in (Outcome.NOT_APPLICABLE, Outcome.NOT_RUN)}
    said = []
    for outcome, count in (shown or line.outcomes).items():
        words = outcome.value.replace("-", " ")
        if outcome is Outcome.FAILED and paths:
            more = f" and {len(line.failed) - _MOST_PATHS} more" if len(line.failed) > _MOST_PATHS else ""
            words += f" ({', '.join(line.failed[:_MOST_PATHS])}{more})"
        elif count > 1:
            words += f" {times}{count}"
        said.append(words)
    return f"{line.code} {', '.join(said)}"


def all_in_words(rules: Sequence[RuleLine], times: str = "×", *, paths: bool = True) -> str:
    """Return what came of *rules*: each by itself, or of many those that did not pass, and how many did."""
    if len(rules) <= _MOST_RULES:
        return ", ".join(in_words(rule, times, paths=paths) for rule in rules)
    first = [next(iter(rule.outcomes)) for rule in rules]
    named = [in_words(rule, times, paths=paths) for rule, outcome in zip(rules, first, strict=True) if outcome in _OPEN]
    counts = Counter(outcome for outcome in first if outcome not in _OPEN)
    rest = [f"{counts[outcome]} {outcome.value.replace('-', ' ')}" for outcome in _ORDER if counts[outcome]]
    return ", ".join((*named, *rest))


def _excluded(coverage: Coverage) -> list[str]:
    """Say which rules were not run, and why."""
    said = []
    for codes, reason in coverage.not_run:
        choice = _BY_CHOICE.fullmatch(reason)
        if choice:
            said.append(f"{choice[1]} (ignored by {choice[2]})")
            continue
        names = ", ".join(codes) if len(codes) <= _MOST_CODES else f"{len(codes)} rules"
        said.append(f"{names} ({reason})")
    return said


def _undecided(coverage: Coverage) -> list[str]:
    several = len(coverage.inputs) > 1
    return [f"{code} ({f'{paths}: ' if several else ''}{reason})" for code, reason, paths in coverage.cannot_tell]


def as_text(coverage: Coverage, view: View) -> Iterator[str]:
    """Yield the coverage for a terminal."""
    shown = [line for line in coverage.lines if line.judged or line.coverage == "none" or view.verbosity > 0]
    left = [line for line in coverage.lines if line not in shown]
    width = min(44, max((len(line.citation) for line in shown), default=0))
    for line in shown:
        yield from _row(line, width, coverage, view)
    remarks = []
    if left:
        provisions = counted(len(left), "provision")
        remarks.append(f"not applicable here, or not run: all rules under {provisions} (-v lists them)")
    excluded, undecided = _excluded(coverage), _undecided(coverage)
    ends = [f"not run: {', '.join(excluded)}"] if excluded else []
    ends += [f"cannot tell: {', '.join(undecided)}"] if undecided else []
    remarks += [f" {view.glyphs.dot} ".join(ends)] if ends else []
    for checklist in coverage.checklists:
        yield from _checklist(checklist, view)
    if not coverage.complete:
        remarks.append("INCOMPLETE: not everything could be looked at")
    for words in (*remarks, CAUTION):
        yield "".join(f"{part}\n" for part in wrapped(escaped(words, ascii_only=view.ascii), view.room))


def _row(line: Line, width: int, coverage: Coverage, view: View) -> Iterator[str]:
    head = f"{escaped(line.citation, ascii_only=view.ascii):<{width}}"
    if line.coverage == "none":
        words = f"no rule in edition {coverage.edition} ({line.asks})"
    else:
        count = counted(len(line.rules), "rule")
        times = "x" if view.ascii else "×"
        paths = len(coverage.inputs) > 1
        words = f"{all_in_words(line.rules, times, paths=paths)} ({count})"
    if len(head) > width:
        yield f"{head}\n"
        head = " " * width
    start = f"{head}  {line.coverage:<7}  "
    for part in wrapped(escaped(words, ascii_only=view.ascii), max(30, view.room - len(start))):
        yield f"{start}{part}\n"
        start = " " * len(start)


def _checklist(checklist: Checklist, view: View) -> Iterator[str]:
    profiles = ", ".join(checklist.profiles)
    yield f"\nchecklist of {escaped(checklist.path, ascii_only=view.ascii)} (profile {profiles})\n"
    for item in checklist.items:
        state = {"yes": "found", "weak": "hinted at", "no": "missing", "": "not read"}[item.present]
        asked = f"{item.level} by {'; '.join(item.required_by)}" if item.level else "asked for by no rule here"
        found = f"{item.where}: “{item.words}”" if item.where else ""
        yield from _indented(f"{state:<9}  {item.title}", 2, view)
        yield from _indented(asked, 13, view)
        if found:
            yield from _indented(found, 13, view)
    if checklist.note:
        yield from _indented(checklist.note, 2, view)
    yield "\n"


def _indented(words: str, indent: int, view: View) -> Iterator[str]:
    for part in wrapped(escaped(words, ascii_only=view.ascii), view.room - indent):
        yield f"{' ' * indent}{part}\n"


def as_markdown(coverage: Coverage, view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the coverage in Markdown."""
    yield "| citation | covered | rules |\n| --- | --- | --- |\n"
    for line in coverage.lines:
        if line.coverage == "none":
            words = f"no rule in edition {coverage.edition} ({line.asks})"
        else:
            words = all_in_words(line.rules, paths=len(coverage.inputs) > 1)
        yield f"| {_cell(line.citation)} | {line.coverage} | {_cell(words)} |\n"
    for name, said in (("not run", _excluded(coverage)), ("cannot tell", _undecided(coverage))):
        if said:
            yield f"\n{name}: {_cell(', '.join(said))}\n"
    for checklist in coverage.checklists:
        yield f"\n### {_cell(checklist.path)}\n\nprofile {_cell(', '.join(checklist.profiles))}\n\n"
        yield "| disclosure | asked for | found | where |\n| --- | --- | --- | --- |\n"
        for item in checklist.items:
            asked = f"{item.level} by {'; '.join(item.required_by)}" if item.level else "by no rule here"
            where = f"{item.where}: “{item.words}”" if item.where else ""
            yield f"| {_cell(item.title)} | {_cell(asked)} | {item.present or 'not read'} | {_cell(where)} |\n"
        if checklist.note:
            yield f"\n{_cell(checklist.note)}\n"
    yield f"\n{CAUTION}\n"


def _cell(words: str) -> str:
    """Return *words* on one line, the signs of Markdown and HTML made plain."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in escaped(" ".join(words.split())))


def as_json(coverage: Coverage, view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the coverage for machines."""
    yield json.dumps(record(coverage), indent=1) + "\n"


def record(coverage: Coverage) -> dict[str, Any]:
    """Return the coverage as JSON has it."""
    return {
        "schema": SCHEMA,
        "edition": coverage.edition,
        "complete": coverage.complete,
        "inputs": [{"path": one.path, "kind": one.kind, "form": one.form} for one in coverage.inputs],
        "citations": [
            {
                "citation": line.citation,
                "coverage": line.coverage,
                "asks": line.asks or None,
                "rules": [
                    {
                        "rule": rule.code,
                        "name": rule.slug,
                        "outcomes": {outcome.value: count for outcome, count in rule.outcomes.items()},
                        "failed": list(rule.failed),
                        "reasons": list(rule.reasons),
                    }
                    for rule in line.rules
                ],
            }
            for line in coverage.lines
        ],
        "not_run": [{"rules": list(codes), "reason": reason} for codes, reason in coverage.not_run],
        "cannot_tell": [
            {"rule": code, "reason": reason, "paths": paths} for code, reason, paths in coverage.cannot_tell
        ],
        "checklists": [
            {
                "path": checklist.path,
                "profile": list(checklist.profiles),
                "note": checklist.note or None,
                "disclosures": [
                    {
                        "name": item.name,
                        "title": item.title,
                        "level": item.level or None,
                        "required_by": list(item.required_by),
                        "rules": list(item.rules),
                        "present": item.present or None,
                        "where": item.where or None,
                        "text": item.words or None,
                    }
                    for item in checklist.items
                ],
            }
            for checklist in coverage.checklists
        ],
        "caution": CAUTION,
    }


WRITERS = {"text": as_text, "json": as_json, "markdown": as_markdown}
