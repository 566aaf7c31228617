"""Facts for machines: ``filinglint-facts-1``, the JSON Schema ``facts`` of filinglint_schemas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from filinglint.documents.submission import Submission
from filinglint.errors import broken_by
from filinglint.facts.extractor import Extractor
from filinglint.facts.records import Record, recorded
from filinglint.frozen import dataclass
from filinglint.located import CannotTell, NotApplicable

SCHEMA = "filinglint-facts-1"


@dataclass(frozen=True, slots=True)
class FactsRecord:
    """The facts of one input as JSON has them; ``broken`` are what extractors broke with."""

    record: Record
    broken: tuple[str, ...] = ()


def facts_of(
    submission: Submission, extractors: Iterable[Extractor[Any]], form: str | None, *, verbose: bool = False
) -> FactsRecord:
    """Return what *extractors* read from *submission*. One that breaks takes none of the others along."""
    found: Record = {}
    broken: list[str] = []
    for extractor in extractors:
        if extractor.kinds and submission.kind not in extractor.kinds:
            continue
        try:
            found[extractor.name] = recorded(submission, extractor)
        except NotApplicable as outcome:
            found[extractor.name] = {"state": "not-applicable", "reason": str(outcome)}
        except CannotTell as outcome:
            found[extractor.name] = {"state": "cannot-tell", "reason": str(outcome)}
        except Exception as error:
            # As around a rule: what breaks is named, the others still run, and the run is not clean.
            found[extractor.name] = {"state": "broken", "reason": type(error).__name__}
            where = broken_by(error, verbose=verbose)
            broken.append(f"{submission.path}: the facts '{extractor.name}' cannot be read: {where}")
    return FactsRecord(input_record(submission.path, submission.kind, form, found), tuple(broken))


def input_record(path: str, kind: str, form: str | None, found: Record, reason: str | None = None) -> Record:
    """Return what is said of one input; *reason* is why it has no facts."""
    record: Record = {"path": path, "kind": kind, "form": form, "facts": found}
    return record if reason is None else record | {"reason": reason}
