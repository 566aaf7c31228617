"""What is to be said of records and baseline entries after a run: unused, expired, without effect, stale.

Nobody is accused by half a run: a record is called unused only where its rules ran to their end on every
file that it is for, an entry stale only where its rule did on its file, or the file is gone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from filinglint.catalogue import Catalogue
from filinglint.config.globs import relative
from filinglint.digests import sha256
from filinglint.finding import Confidence, Excerpt, Finding, Severity, Spot
from filinglint.frozen import dataclass
from filinglint.outcomes import Outcomes
from filinglint.remarks import EXPIRED, EXPIRES_SOON, NOT_WAIVABLE, SOON, STALE, UNKNOWN_RULE, UNUSED
from filinglint.rule import Rule
from filinglint.selectors import EXACT, renamed, specificity
from filinglint.source import Source, SourceText
from filinglint.spans import Span
from filinglint.triage.baseline import Baseline, Entry
from filinglint.triage.exceptions import Exceptions, Uses, is_judged, severity_of
from filinglint.triage.selection import Selection
from filinglint.triage.waivers import Registry, Waiver


@dataclass(frozen=True, slots=True)
class Went:
    """What came of one input: the files that it is, the outcomes on it, and what had something to suppress."""

    paths: tuple[str, ...]
    outcomes: Outcomes
    uses: Uses


@dataclass(frozen=True, slots=True)
class Ledger:
    """The terms on which records and entries are judged after a run."""

    selection: Selection
    exceptions: Exceptions
    catalogue: Catalogue
    today: date

    def waivers(
        self, registry: Registry, inputs: Sequence[Went], all_read: Callable[[Waiver], bool]
    ) -> Iterator[Finding]:
        """Yield what there is to say of the records; *all_read* tells whether every file of one was read."""
        used = {pair for one in inputs for pair in one.uses.waivers}
        refused = {pair for one in inputs for pair in one.uses.refused}
        for waiver in registry.waivers:
            for remark, message in self._of_waiver(waiver, inputs, used, refused, all_read):
                yield from self._finding(remark, message, waiver.file, registry.text_of(waiver.file), waiver.span)

    def _of_waiver(
        self,
        waiver: Waiver,
        inputs: Sequence[Went],
        used: set[tuple[str, str]],
        refused: set[tuple[str, str]],
        all_read: Callable[[Waiver], bool],
    ) -> Iterator[tuple[Rule, str]]:
        if not waiver.holds_on(self.today):
            yield EXPIRED, f"{waiver.id} ended on {waiver.expires}"
            return
        if waiver.expires is not None and waiver.expires <= self.today + timedelta(days=SOON):
            yield EXPIRES_SOON, f"{waiver.id} ends after {waiver.expires}"
        for code in sorted(code for name, code in refused if name == waiver.id):
            yield NOT_WAIVABLE, f"{waiver.id} has no effect on {code}, {not_waivable(code, self.catalogue)}"
        for name in waiver.rules:
            if now := renamed(name, self.catalogue.rules):
                yield UNKNOWN_RULE, f"{waiver.id}: {now}"
        mine = [one for one in inputs if any(waiver.covers(path) for path in one.paths)]
        outcomes = [record for one in mine for record in one.outcomes]
        unused = [
            name
            for name in waiver.rules
            if (waiver.id, name) not in used and is_judged(name, outcomes, self.catalogue.rules)
        ]
        if unused and all_read(waiver):
            for name in unused:
                yield UNUSED, f"{waiver.id} names '{name}', which finds nothing that it covers"

    def without_effect(self, registry: Registry) -> Iterator[Finding]:
        """Yield a finding for each rule that a record names and that it cannot waive."""
        for waiver in registry.waivers:
            named = (rule for rule in self.catalogue.rules if any(specificity(n, rule) == EXACT for n in waiver.rules))
            for rule in named:
                if rule.waivable == "no" or (rule.waivable == "approval" and not waiver.approved_by):
                    message = f"{waiver.id} has no effect on {rule.code}, {not_waivable(rule.code, self.catalogue)}"
                    text = registry.text_of(waiver.file)
                    yield from self._finding(NOT_WAIVABLE, message, waiver.file, text, waiver.span)

    def baseline(self, baseline: Baseline, inputs: Sequence[Went]) -> Iterator[Finding]:
        """Yield what there is to say of the entries, one finding for each rule and file."""
        stale = stale_entries(baseline, inputs, self.catalogue)
        groups: dict[tuple[str, str], list[Entry]] = {}
        for entry in stale:
            groups.setdefault((entry.path, entry.rule), []).append(entry)
        for (path, code), entries in sorted(groups.items()):
            count = f"{len(entries)} entries" if len(entries) > 1 else "an entry"
            message = f"{count} for {code} in '{path}': the finding is not there any more"
            yield from self._finding(STALE, message, baseline.name, baseline.text, baseline.place(entries[0]))
        refused = {
            entry.rule: entry for entry in reversed(baseline.entries) if not may_enter(entry.rule, self.catalogue)
        }
        for code, entry in sorted(refused.items()):
            message = f"entries for {code} have no effect: it is {not_waivable(code, self.catalogue)}"
            yield from self._finding(NOT_WAIVABLE, message, baseline.name, baseline.text, baseline.place(entry))

    def _finding(self, remark: Rule, message: str, name: str, text: str, span: Span) -> Iterator[Finding]:
        severity = severity_of(remark, self.selection, self.exceptions)
        if self.selection.speaks(remark, severity):
            yield remarked(remark, severity, message, name, text, span)


def stale_entries(baseline: Baseline, inputs: Sequence[Went], catalogue: Catalogue) -> list[Entry]:
    """Return the entries whose findings are not there any more, as far as this run can tell."""
    went = {relative(path, baseline.folder): one for one in inputs for path in one.paths}
    known = {rule.code for rule in catalogue.rules}
    found = []
    for entry in baseline.entries:
        one = went.get(entry.path)
        if (
            entry.rule not in known
            or not os.path.exists(os.path.join(baseline.folder, entry.path))
            or (
                one is not None
                and (entry.rule, entry.fingerprint) not in one.uses.entries
                and is_judged(entry.rule, one.outcomes, catalogue.rules)
                and may_enter(entry.rule, catalogue)
            )
        ):
            found.append(entry)
    return found


def may_enter(code: str, catalogue: Catalogue) -> bool:
    """Tell whether findings of the rule *code* may stand in a baseline; of a rule that is gone, they may."""
    rule = catalogue.find(code)
    return rule is None or rule.waivable == "yes"


def not_waivable(code: str, catalogue: Catalogue) -> str:
    """Return in words why the rule *code* is not suppressed."""
    rule = next((rule for rule in catalogue.rules if specificity(code, rule)), None)
    needs = rule is not None and rule.waivable == "approval"
    return "which needs a record that says who approved it" if needs else "which cannot be waived"


def remarked(remark: Rule, severity: Severity, message: str, name: str, text: str, span: Span) -> Finding:
    """Return the finding that *remark* is at *span* of the file *name*, which holds *text*."""
    source = Source(name, text.encode(), text, "utf-8", 0)
    place = SourceText(source).place(span)
    line = source.lines.line_span(place.line)
    shown = text[line.start : line.end].rstrip("\r\n")[:500]
    start = span.start - line.start
    end = min(len(shown), max(start, span.end - line.start))
    words = text[span.start : span.end]
    digest = sha256("\x1f".join((remark.code, name, words, message)).encode())[:32]
    return Finding(
        code=remark.code,
        slug=remark.slug,
        severity=severity,
        confidence=Confidence.HIGH,
        message=message,
        remedy=remark.remedy,
        spot=Spot(name, None, (), place, words, "", Excerpt(shown, min(start, end), end)),
        related=(),
        citations=(),
        fixable="no",
        fingerprint=f"fp1:{digest}",
    )
