"""Results of many filings as columns: a folder of Parquet files for DuckDB, Spark, pandas and pyarrow.

``DIR/inputs``, ``DIR/findings``, ``DIR/outcomes`` and ``DIR/facts`` hold a folder ``year=2024`` for each year by whose
law inputs were judged (0 where there is none), as Hive and all that read it have them. ``DIR/_filinglint.json`` says
what made them and describes every column; it is written last. Results go to the disk as they come: memory does not
grow.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from types import TracebackType
from typing import Any

from filinglint.columns import PLACE, SCHEMA, TABLES, Rows
from filinglint.errors import ConfigError
from filinglint.finding import Finding, Spot
from filinglint.judging import Judged
from filinglint.report import InputRecord, Report
from filinglint.reporters.json import run, tool
from filinglint.rule import Rule
from filinglint.stamp import cut

MANIFEST = "_filinglint.json"
WRITER = "filinglint.columns"
"""The module that a process runs to have the rows written."""


class Columns:
    """Writes what comes of inputs into the folder *folder*, which is the new one or the old, never half of either.

    Raises ConfigError when pyarrow is missing, or when *folder* holds anything that is not of this making.
    """

    def __init__(self, folder: str, rules: Callable[[], Sequence[Rule]]) -> None:
        self._folder, self._rules = os.path.normpath(folder), rules
        self._revisions: dict[str, int] = {}
        _free(self._folder)
        if find_spec("pyarrow") is None:
            message = "-o parquet is written by pyarrow, which is not installed; pip install 'filinglint[parquet]'"
            raise ConfigError(message)
        try:
            self._made = tempfile.mkdtemp(
                prefix=f".{os.path.basename(self._folder)}.", dir=os.path.dirname(self._folder) or "."
            )
        except OSError as error:
            raise ConfigError(f"'{folder}' cannot be written: {error.strerror or type(error).__name__}") from error
        self._rows = Rows(self._made)

    def __enter__(self) -> Columns:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        shutil.rmtree(self._made, ignore_errors=True)

    def take(self, judged: Judged) -> None:
        """Write what came of one input."""
        record = judged.record
        about = _about(record)
        year = about[3].year if about[3] else 0
        if record is not None:
            self._rows.add("inputs", year, [(*about, *_input(record))])
        self._rows.add(
            "findings",
            year,
            ((*_about_finding(finding, about), *self._finding(finding)) for finding in judged.findings),
        )
        self._rows.add("outcomes", year, ((*about, *_outcome(one)) for one in judged.outcomes))
        self._rows.add("facts", year, ((*about, *row) for row in judged.facts))

    def finish(self, report: Report) -> None:
        """Write what is left, and put the folder in its place."""
        self._rows.flush()
        _write(self._made)
        described = {
            table: {column: {"type": _named(kind), "meaning": meaning} for column, (kind, meaning) in columns.items()}
            for table, columns in TABLES.items()
        }
        manifest = {
            "schema": SCHEMA,
            "tool": tool(report),
            "run": run(report),
            "rows": self._rows.totals,
            "tables": described,
        }
        with open(os.path.join(self._made, MANIFEST), "w", encoding="utf-8") as file:
            json.dump(manifest, file, indent=1)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(self._made, 0o777 & ~mask)
        old = f"{self._made}.old"
        if os.path.isdir(self._folder):
            os.replace(self._folder, old)
        os.replace(self._made, self._folder)
        shutil.rmtree(old, ignore_errors=True)

    def _finding(self, finding: Finding) -> tuple[Any, ...]:
        if finding.code not in self._revisions:
            self._revisions = {rule.code: rule.revision for rule in self._rules()} | {finding.code: 1} | self._revisions
        place = finding.spot.place
        within = place is not None and place.in_text
        return (
            finding.code,
            finding.slug,
            self._revisions[finding.code],
            finding.severity.value,
            finding.confidence.value,
            finding.message,
            finding.remedy,
            finding.spot.document,
            *(getattr(place, name) if within else None for name in PLACE),
            place.page if place else None,
            place.paragraph if place else None,
            cut(finding.spot.text),
            [_related(spot) for spot in finding.related],
            list(finding.citations),
            finding.fixable,
            finding.fingerprint,
            finding.suppression.kind if finding.suppression else None,
        )


def _write(folder: str) -> None:
    """Have the rows that wait in *folder* written by a process that finds modules where this one does."""
    command = [sys.executable, "-P", "-m", WRITER, folder]
    known = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(command, env={**os.environ, **known}, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise OSError(errno.EIO, said[-1] if said else f"pyarrow ended with {done.returncode}")


def _free(folder: str) -> None:
    """Raise ConfigError when there is something at *folder* that must not be replaced."""
    if not folder or folder == ".":
        raise ConfigError("-o parquet needs a folder of its own: -o parquet:DIR")
    if not os.path.lexists(folder):
        return
    if not os.path.isdir(folder) or os.path.islink(folder):
        raise ConfigError(f"'{folder}' is no folder; name a new one for -o parquet")
    if os.listdir(folder) and not os.path.isfile(os.path.join(folder, MANIFEST)):
        raise ConfigError(f"'{folder}' holds something else than a report in Parquet; name a new folder")


def _about(record: InputRecord | None) -> tuple[str | None, str | None, str | None, date | None]:
    if record is None:
        return None, None, None, None
    return record.path, record.accession, record.form, date.fromisoformat(record.as_of) if record.as_of else None


def _about_finding(finding: Finding, about: tuple[Any, ...]) -> tuple[Any, ...]:
    # A finding of a draft is about one of its files.
    return finding.spot.path, *about[1:]


def _input(record: InputRecord) -> tuple[Any, ...]:
    return (
        record.kind,
        record.as_of_source or None,
        list(record.profiles),
        record.documents,
        record.bytes,
        record.sha256 or None,
    )


def _outcome(record: Any) -> tuple[Any, ...]:
    return record.code, record.document, record.outcome.value, record.reason


def _related(spot: Spot) -> dict[str, Any]:
    place = spot.place if spot.place is not None and spot.place.in_text else None
    return {
        "path": spot.path,
        "document": spot.document,
        "byte_start": place and place.byte_start,
        "byte_end": place and place.byte_end,
        "text": cut(spot.text),
        "label": spot.label,
    }


def _named(kind: Any) -> str:
    if isinstance(kind, list):
        return f"list<{_named(kind[0])}>"
    if isinstance(kind, dict):
        return f"struct<{', '.join(f'{name}: {_named(inner)}' for name, inner in kind.items())}>"
    return str(kind)
