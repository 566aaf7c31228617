"""What an answer looks like in an editor: a diagnostic for each finding, on each file of the input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
    Position,
    Range,
)

from filinglint.editor.asking import Answer
from filinglint.editor.faults import Fault
from filinglint.editor.positions import NOWHERE, Units, range_of, units_of
from filinglint.finding import Finding, Severity, Spot
from filinglint.remarks import UNUSED
from filinglint.reporters.cells import escaped
from filinglint.reporters.exchange import uri_of
from filinglint.rule import Rule
from filinglint.stamp import cut

SOURCE = "filinglint"
MOST = 500
"""How many diagnostics a file has; what is more is counted."""
_MOST_RELATED = 32
_LEVELS = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


class Shown:
    """The diagnostics of an answer, with *uris* as the editor calls its files, by path, and counted in *units*.

    *docs* is the address below which the pages of the rules are, "" for none.
    """

    def __init__(self, answer: Answer, units: Units, docs: str, uris: Mapping[str, str]) -> None:
        self._answer, self._units, self._docs, self._uris = answer, units, docs, uris
        rules = answer.terms.group.catalogue.rules if answer.terms is not None else ()
        self._rules = {rule.code: rule for rule in rules}

    def by_file(self) -> dict[str, list[Diagnostic]]:
        """Return the diagnostics of each file of the input, the most severe first where they are too many."""
        question = self._answer.question
        found: dict[str, list[Diagnostic]] = {path: [] for path in (*self._answer.sources, *question.texts)}
        for path, several in _by_path(self._answer).items():
            kept = sorted(several, key=lambda one: one.severity.rank)[:MOST] if len(several) > MOST else several
            found.setdefault(path, []).extend(map(self.diagnostic, kept))
            if len(several) > MOST:
                words = f"{len(several) - MOST:,} more findings are not shown; filinglint check shows them"
                found[path].append(_told(Fault(path, words), None, DiagnosticSeverity.Information, self._units))
        for severity, faults in (
            (DiagnosticSeverity.Error, self._answer.faults),
            (DiagnosticSeverity.Information, self._answer.remarks),
        ):
            for fault in faults:
                source = self._answer.sources.get(fault.path)
                text = source.text if source is not None else None
                found.setdefault(fault.path, []).append(_told(fault, text, severity, self._units))
        return found

    def range_of(self, spot: Spot) -> Range:
        """Return the range of *spot* in its file."""
        return range_of(spot.place, self._answer.sources.get(os.path.normpath(spot.path)), self._units)

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """Return *finding* as an editor shows it."""
        href = page_of(finding.code, self._rules, self._docs)
        related = [self._related(spot) for spot in finding.related[:_MOST_RELATED] if spot.place is not None]
        return Diagnostic(
            range=self.range_of(finding.spot),
            severity=_LEVELS[finding.severity],
            code=finding.code,
            code_description=CodeDescription(href) if href else None,
            source=SOURCE,
            message=message_of(finding),
            tags=[DiagnosticTag.Unnecessary] if finding.code == UNUSED.code else None,
            related_information=related or None,
            data={"fingerprint": finding.fingerprint},
        )

    def _related(self, spot: Spot) -> DiagnosticRelatedInformation:
        words = spot.label or spot.text or spot.document or "here"
        path = os.path.normpath(spot.path)
        uri = self._uris.get(path) or uri_of(os.path.abspath(path))
        return DiagnosticRelatedInformation(Location(uri, self.range_of(spot)), escaped(cut(words, 300)))


def message_of(finding: Finding) -> str:
    """Return the words of *finding*: what is there, what to do about it, and why an exception does not hold."""
    words = [finding.message, f"remedy: {finding.remedy}", *finding.notes]
    return "\n".join(escaped(cut(line, 2000)) for line in words)


def page_of(code: str, rules: Mapping[str, Rule], docs: str) -> str:
    """Return the address of the page of the rule *code*; without *docs* that of what it cites, "" for none."""
    if docs:
        return docs.replace("{code}", code) if "{code}" in docs else f"{docs.rstrip('/')}/{code}/"
    rule = rules.get(code)
    return next((authority.url for authority in rule.authority if authority.url), "") if rule is not None else ""


def _by_path(answer: Answer) -> dict[str, list[Finding]]:
    """Return the findings by file; what is about the input as a whole is on its first file."""
    first = next(iter(answer.sources), answer.question.key)
    found: dict[str, list[Finding]] = {}
    for finding in answer.findings:
        path = os.path.normpath(finding.spot.path)
        found.setdefault(first if os.path.isdir(path) else path, []).append(finding)
    return found


def _told(fault: Fault, text: str | None, severity: DiagnosticSeverity, units: Units) -> Diagnostic:
    return Diagnostic(_place(fault, text, units), fault.message, severity, source=SOURCE)


def _place(fault: Fault, text: str | None, units: Units) -> Range:
    """Return where *fault* is: its words, or its line."""
    line = fault.line - 1
    if text is None:
        try:
            with open(fault.path, encoding="utf-8-sig", newline="") as file:
                text = file.read(1_000_000)
        except (OSError, UnicodeDecodeError):
            return NOWHERE
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if line >= len(lines):
        return NOWHERE
    shown = lines[line]
    start = min(fault.column - 1, len(shown))
    end = min(start + fault.length, len(shown)) if fault.length else len(shown)
    return Range(
        Position(line, units_of(shown[:start], units)),
        Position(line, units_of(shown[:end], units)),
    )


def merged(several: Iterable[list[Diagnostic]]) -> list[Diagnostic]:
    """Return the diagnostics that several inputs have on one file, each once."""
    found: dict[tuple[object, ...], Diagnostic] = {}
    for diagnostics in several:
        for one in diagnostics:
            start, end = one.range.start, one.range.end
            key = (start.line, start.character, end.line, end.character, one.code, one.message)
            found.setdefault(key, one)
    return list(found.values())
