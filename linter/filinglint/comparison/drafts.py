"""Two drafts read, judged and compared."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from filinglint.catalogue import Catalogue
from filinglint.comparison import Comparison, InputComparison
from filinglint.comparison.pairing import document_names, finding_changes, in_order, paired
from filinglint.comparison.statements import fact_changes
from filinglint.discovery import Found, discover
from filinglint.documents.submission import Submission
from filinglint.errors import ConfigError, InputError
from filinglint.finding import Finding
from filinglint.frozen import dataclass
from filinglint.identity import form_of
from filinglint.judging import Options, judge, open_input
from filinglint.report import INCOMPLETE, InputRecord
from filinglint.reporters.facts import facts_of

Asked = Callable[[Found], tuple[Options, Catalogue]]
"""What an input is judged by."""


@dataclass(frozen=True, slots=True)
class _Input:
    """One input of a draft, judged: ``name`` is its path in the draft."""

    name: str
    submission: Submission
    record: InputRecord
    findings: tuple[Finding, ...]
    facts: dict[str, Any]


def compare(old: str, new: str, asked: Asked) -> Comparison:
    """Compare the drafts at *old* and *new*, files or folders, judging each input as *asked* says.

    Suppressed findings count as not there. Raises ConfigError for a path that does not exist or holds nothing.
    """
    broken: list[str] = []
    before, after = (_read(path, asked, broken) for path in (old, new))
    single = len(before) == len(after) == 1

    def path(one: _Input) -> Hashable:
        return "" if single else one.name

    def form(one: _Input) -> Hashable:
        return (one.record.kind, one.record.form) if one.record.form else None

    def file(one: _Input) -> Hashable:
        return os.path.basename(one.name) or None

    pairs, gone, come = paired(before, after, path, file, form)
    every: list[tuple[_Input | None, _Input | None]] = [
        *pairs,
        *((None, one) for one in come),
        *((one, None) for one in gone),
    ]
    compared = [_compared(*every[index]) for index in in_order(every, before, after)]
    return Comparison(old, new, tuple(compared), tuple(broken))


def _read(top: str, asked: Asked, broken: list[str]) -> list[_Input]:
    found: list[_Input] = []
    for one in discover([top]):
        options, catalogue = asked(one)
        try:
            reading, source = open_input(one, options, catalogue)
        except InputError as error:
            if one.named or one.draft or not error.passing:
                broken.append(str(error))
            continue
        submission = reading.submission
        if submission.kind == "unknown":
            continue
        judged = judge(submission, source, options, catalogue)
        broken += [
            f"{record.path}: {record.code}: {record.reason}"
            for record in judged.outcomes
            if (record.reason or "").startswith(INCOMPLETE)
        ]
        assert judged.record is not None, "what is judged has a record"
        facts = facts_of(submission, catalogue.extractors(), form_of(submission)).record["facts"]
        findings = tuple(finding for finding in judged.findings if finding.suppression is None)
        name = os.path.relpath(one.path, top).replace(os.sep, "/") if os.path.isdir(top) else ""
        found.append(_Input("" if name == "." else name, submission, judged.record, findings, facts))
    if not found and not broken:
        raise ConfigError(f"there is no filing and no BCP summary in '{top}' to compare")
    return found


def _compared(old: _Input | None, new: _Input | None) -> InputComparison:
    names = document_names(old.submission, new.submission) if old is not None and new is not None else {}
    changes, unchanged = finding_changes(_findings(old), _findings(new), names)
    # What came or went as a whole states everything or nothing: that is no news.
    facts = fact_changes(old.facts, new.facts, changes) if old is not None and new is not None else ()
    name = new.name if new is not None else old.name if old is not None else ""
    return InputComparison(
        name,
        old.record if old is not None else None,
        new.record if new is not None else None,
        tuple(changes),
        unchanged,
        facts,
    )


def _findings(one: _Input | None) -> Sequence[Finding]:
    return one.findings if one is not None else ()
