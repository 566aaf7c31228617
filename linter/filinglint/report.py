"""What a run says: its inputs, findings, outcomes and notices, ready for any reporter."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Literal

from filinglint.finding import Finding, Outcome, OutcomeRecord, Severity
from filinglint.frozen import dataclass

FailOn = Literal["error", "warning", "info", "never"]
Purpose = Literal["submit", "review", "audit"]
INCOMPLETE = "incomplete: "
_ENDED = itemgetter(0, 3, 4)  # code, outcome, reason


@dataclass(frozen=True, slots=True)
class InputRecord:
    """One input: what it is, and by which day and profiles it was judged.

    ``as_of`` is an ISO date, "" where nothing was judged; ``as_of_source`` says where it comes from
    (``filed``, ``planned``, ``stated``, ``today``, ``given``). ``bytes`` and ``sha256`` are of the file as read.
    ``purpose`` and ``fail_on`` are those of its configuration, None where they are the run's.
    """

    path: str
    kind: str
    form: str | None
    accession: str | None
    as_of: str
    as_of_source: str
    profiles: tuple[str, ...]
    documents: int
    bytes: int
    sha256: str
    purpose: Purpose | None = None
    fail_on: FailOn | None = None


_PLURALS = {"document of a filing": "documents of filings", "BCP summary": "BCP summaries", "entry": "entries"}


def counted(count: int, noun: str) -> str:
    """Return ``1 file``, ``2,000 files`` or ``2 BCP summaries``."""
    return f"{count:,} {noun if count == 1 else _PLURALS.get(noun, f'{noun}s')}"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the reader of a report must know and that is no finding; *path* is "" for the run."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class RunRecord:
    """How the run was asked for.

    ``packs`` names the packs that were loaded, with their versions. ``max_warnings`` is how many
    warnings may pass; None is any number. ``editions`` are those kept to; of one that nobody pinned it is
    the newest, and ``pinned`` is False. ``config_sha256`` is of all settings in force, "" where there are none.
    """

    version: str
    packs: tuple[tuple[str, str], ...]
    as_of: str
    today: str
    purpose: Purpose
    profiles: tuple[str, ...]
    fail_on: FailOn
    rules: int
    max_warnings: int | None = None
    editions: tuple[str, ...] = ()
    pinned: bool = False
    config_sha256: str = ""


@dataclass(frozen=True)
class Report:
    """All that a run found, in the order of every report.

    Long rows stand on the disk: go through them from the beginning, and not more often than needed.
    """

    run: RunRecord
    inputs: Sequence[InputRecord]
    findings: Sequence[Finding]
    outcomes: Sequence[OutcomeRecord]
    notices: tuple[Notice, ...]

    @property
    def complete(self) -> bool:
        """Whether everything that was to be looked at was looked at."""
        return not any(incomplete for _, _, incomplete in self._seen)

    @cached_property
    def _seen(self) -> set[tuple[str, Outcome, bool]]:
        """The outcomes of each rule, and whether it was kept from its end; there may be millions, read once."""
        unsure = Outcome.CANNOT_TELL
        return {
            (code, outcome, outcome is unsure and (reason or "").startswith(INCOMPLETE))
            for code, outcome, reason in set(map(_ENDED, self.outcomes))
        }

    @cached_property
    def status(self) -> int:
        """The exit status: 3 incomplete, 1 findings at or above ``fail_on`` or too many warnings, else 0."""
        if not self.complete:
            return 3
        if self.run.max_warnings is not None and self.severities()[Severity.WARNING] > self.run.max_warnings:
            return 1
        return int(any(self.counts(finding) for finding in self.findings))

    def counts(self, finding: Finding) -> bool:
        """Tell whether *finding* makes the exit status 1: not suppressed, and as severe as its input asks."""
        if finding.suppression is not None:
            return False
        limit = self.run.fail_on
        if self._limits != {limit}:
            record = self.input_of(finding)
            limit = (record.fail_on if record is not None else None) or limit
        return limit != "never" and finding.severity.rank <= Severity(limit).rank

    def input_of(self, finding: Finding) -> InputRecord | None:
        """Return the input that *finding* is about: its file, or the draft that its file is of; None for neither."""
        path = finding.spot.path
        while path:
            if path in self._inputs:
                return self._inputs[path]
            path = os.path.dirname(path) if path != os.path.dirname(path) else ""
        return self._inputs.get(".")

    @cached_property
    def _limits(self) -> set[FailOn]:
        return {record.fail_on or self.run.fail_on for record in self.inputs} | {self.run.fail_on}

    @cached_property
    def _inputs(self) -> dict[str, InputRecord]:
        return {record.path: record for record in self.inputs}

    def severities(self) -> Counter[Severity]:
        """How many findings there are of each severity, suppressed ones left out."""
        return Counter(finding.severity for finding in self.findings if finding.suppression is None)

    def came_to(self, outcomes: Collection[Outcome]) -> set[str]:
        """Return the codes of the rules that came to one of *outcomes* somewhere."""
        return {code for code, outcome, _ in self._seen if outcome in outcomes}

    def rule_outcomes(self) -> Counter[Outcome]:
        """How many rules came to each outcome, each rule counted once by its weightiest."""
        return Counter(self._best.values())

    @cached_property
    def _best(self) -> dict[str, Outcome]:
        seen = {(code, outcome) for code, outcome, _ in self._seen}
        best: dict[str, Outcome] = {}
        for code, outcome in sorted(seen, key=lambda pair: _WEIGHT.index(pair[1])):
            best.setdefault(code, outcome)
        return best


_WEIGHT = (
    Outcome.FAILED,
    Outcome.CANNOT_TELL,
    Outcome.WAIVED,
    Outcome.PASSED,
    Outcome.NOT_APPLICABLE,
    Outcome.NOT_RUN,
)
