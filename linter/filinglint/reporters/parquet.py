"""Results of many filings as columns: a folder of Parquet files for DuckDB, Spark, pandas and pyarrow.

``DIR/inputs``, ``DIR/findings``, ``DIR/outcomes`` and ``DIR/facts`` hold a folder ``year=2024`` for each year by whose
law inputs were judged (0 where there is none), as Hive and all that read it have them. ``DIR/_filinglint.json`` says
what made them and describes every column; it is written last. Results are written as they come: memory does not grow.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from types import TracebackType
from typing import Any

from filinglint.errors import ConfigError
from filinglint.finding import Finding, Spot
from filinglint.judging import Judged
from filinglint.report import InputRecord, Report
from filinglint.reporters.json import run, tool
from filinglint.rule import Rule
from filinglint.stamp import cut

SCHEMA = "filinglint-parquet-1"
MANIFEST = "_filinglint.json"
_ROWS = 12_000  # that wait to be written, of all tables and years together
_ABOUT = {
    "path": ("string", "the input as given or found; archive!name for a file in an archive"),
    "accession": ("string", "the accession number that its header states"),
    "form": ("string", "the submission type, such as 8-K/A"),
    "as_of": ("date32", "the day by whose law it was judged"),
}
_PLACE = {
    "line": ("int32", "from 1; null in PDF and Word files"),
    "column": ("int32", "from 1, in code points"),
    "end_line": ("int32", "the line of the end, which is exclusive"),
    "end_column": ("int32", "the column of the end"),
    "byte_start": ("int64", "from 0, from the start of the file"),
    "byte_end": ("int64", "exclusive"),
}
_TEXT = {"text": ("string", "the rendered words, cut in the middle at 500 characters")}
TABLES: dict[str, dict[str, tuple[Any, str]]] = {
    "inputs": _ABOUT
    | {
        "kind": ("string", "submission, draft, document, bcp-summary or unknown"),
        "as_of_source": ("string", "filed, planned, stated, today or given"),
        "profiles": (["string"], "the regimes by which it was judged"),
        "documents": ("int32", "how many documents it has"),
        "bytes": ("int64", "its size"),
        "sha256": ("string", "of its bytes"),
    },
    "findings": _ABOUT
    | {
        "rule": ("string", "the code of the rule"),
        "name": ("string", "its slug"),
        "revision": ("int32", "of the rule"),
        "severity": ("string", "error, warning or info"),
        "confidence": ("string", "high, medium or low"),
        "message": ("string", "what is there"),
        "remedy": ("string", "what to do"),
        "document": ("string", "the document in the input, or header"),
    }
    | _PLACE
    | {
        "page": ("int32", "of a PDF"),
        "paragraph": ("int32", "of a Word file"),
    }
    | _TEXT
    | {
        "related": (
            [
                {
                    "path": "string",
                    "document": "string",
                    "byte_start": "int64",
                    "byte_end": "int64",
                    "text": "string",
                    "label": "string",
                }
            ],
            "the other places that disagree",
        ),
        "citations": (["string"], "what the rule rests on"),
        "fixable": ("string", "no, suggestion, safe or unsafe"),
        "fingerprint": ("string", "which survives re-wrapping"),
        "suppression": ("string", "inline, waiver or baseline; null where nothing suppresses it"),
    },
    "outcomes": _ABOUT
    | {
        "rule": ("string", "the code of the rule"),
        "document": ("string", "the document it was run on; null for the input as a whole"),
        "outcome": ("string", "passed, failed, waived, cannot-tell, not-applicable or not-run"),
        "reason": ("string", "why it did not run through"),
    },
    "facts": _ABOUT
    | {
        "fact": ("string", "header, cover, items …, as filinglint facts names them"),
        "key": ("string", "which value of it: registrants[1].name"),
        "state": ("string", "stated, absent, unsure; of a fact as a whole cannot-tell, not-applicable, broken"),
        "value": ("string", "what is stated, as text"),
        "reason": ("string", "why it is not"),
        "line": _PLACE["line"],
        "column": _PLACE["column"],
        "byte_start": _PLACE["byte_start"],
        "byte_end": _PLACE["byte_end"],
    },
}
"""The columns of each table, in their order: type and meaning. A list is of members of its type, an object a struct."""


class Columns:
    """Writes what comes of inputs into the folder *folder*, which is the new one or the old, never half of either.

    Raises ConfigError when pyarrow is missing, or when *folder* holds anything that is not of this making.
    """

    def __init__(self, folder: str, rules: Callable[[], Sequence[Rule]]) -> None:
        self._folder, self._rules = os.path.normpath(folder), rules
        self._revisions: dict[str, int] = {}
        _free(self._folder)
        try:
            import pyarrow
            import pyarrow.parquet
        except ModuleNotFoundError as error:
            message = "-o parquet is written by pyarrow, which is not installed; pip install 'filinglint[parquet]'"
            raise ConfigError(message) from error
        # One thread and the memory of the system: what is written meanwhile is little.
        pyarrow.set_cpu_count(1)
        pyarrow.set_memory_pool(pyarrow.system_memory_pool())
        self._arrow: Any = pyarrow
        self._schemas = {name: _schema(pyarrow, columns) for name, columns in TABLES.items()}
        self._waiting: dict[tuple[str, int], list[tuple[Any, ...]]] = {}
        self._count = 0
        self._writers: dict[tuple[str, int], Any] = {}
        self._totals = dict.fromkeys(TABLES, 0)
        try:
            self._made = tempfile.mkdtemp(
                prefix=f".{os.path.basename(self._folder)}.", dir=os.path.dirname(self._folder) or "."
            )
        except OSError as error:
            raise ConfigError(f"'{folder}' cannot be written: {error.strerror or type(error).__name__}") from error

    def __enter__(self) -> Columns:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for writer in self._writers.values():
            writer.close()
        self._writers.clear()
        shutil.rmtree(self._made, ignore_errors=True)

    def take(self, judged: Judged) -> None:
        """Write what came of one input."""
        record = judged.record
        about = _about(record)
        year = about[3].year if about[3] else 0
        if record is not None:
            self._add("inputs", year, [(*about, *_input(record))])
        self._add(
            "findings",
            year,
            [(*_about_finding(finding, about), *self._finding(finding)) for finding in judged.findings],
        )
        self._add("outcomes", year, [(*about, *_outcome(one)) for one in judged.outcomes])
        self._add("facts", year, [(*about, *row) for row in judged.facts])
        if self._count >= _ROWS:
            self._flush(_ROWS // 2)

    def finish(self, report: Report) -> None:
        """Write what is left, and put the folder in its place."""
        self._flush()
        for writer in self._writers.values():
            writer.close()
        self._writers.clear()
        described = {
            table: {column: {"type": _named(kind), "meaning": meaning} for column, (kind, meaning) in columns.items()}
            for table, columns in TABLES.items()
        }
        manifest = {
            "schema": SCHEMA,
            "tool": tool(report),
            "run": run(report),
            "rows": self._totals,
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

    def _add(self, table: str, year: int, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            self._waiting.setdefault((table, year), []).extend(rows)
            self._totals[table] += len(rows)
            self._count += len(rows)

    def _flush(self, most: int = 0) -> None:
        """Write what is longest until no more than *most* rows wait: a group of rows costs memory to the end."""
        for table, year in sorted(self._waiting, key=lambda key: -len(self._waiting[key])):
            if self._count <= most:
                break
            rows, schema = self._waiting.pop((table, year)), self._schemas[table]
            self._count -= len(rows)
            values = zip(schema, zip(*rows, strict=True), strict=True)
            columns = [self._arrow.array(column, field.type) for field, column in values]
            self._writer(table, year, schema).write_table(self._arrow.table(columns, schema=schema))

    def _writer(self, table: str, year: int, schema: Any) -> Any:
        key = (table, year)
        if key not in self._writers:
            folder = os.path.join(self._made, table, f"year={year}")
            os.makedirs(folder)
            # Dictionaries are made anew for each group of rows: few words, said a thousand times.
            path = os.path.join(folder, "part-0.parquet")
            self._writers[key] = self._arrow.parquet.ParquetWriter(path, schema, compression="zstd")
        return self._writers[key]

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
            *(getattr(place, name) if within else None for name in _PLACE),
            place.page if place else None,
            place.paragraph if place else None,
            cut(finding.spot.text),
            [_related(spot) for spot in finding.related],
            list(finding.citations),
            finding.fixable,
            finding.fingerprint,
            finding.suppression.kind if finding.suppression else None,
        )


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


def _schema(arrow: Any, columns: dict[str, tuple[Any, str]]) -> Any:
    fields = [
        arrow.field(name, _type(arrow, kind), metadata={"meaning": meaning})
        for name, (kind, meaning) in columns.items()
    ]
    return arrow.schema(fields, metadata={"filinglint": SCHEMA})


def _type(arrow: Any, kind: Any) -> Any:
    if isinstance(kind, list):
        return arrow.list_(_type(arrow, kind[0]))
    if isinstance(kind, dict):
        return arrow.struct([(name, _type(arrow, inner)) for name, inner in kind.items()])
    return getattr(arrow, kind)()


def _named(kind: Any) -> str:
    if isinstance(kind, list):
        return f"list<{_named(kind[0])}>"
    if isinstance(kind, dict):
        return f"struct<{', '.join(f'{name}: {_named(inner)}' for name, inner in kind.items())}>"
    return str(kind)
