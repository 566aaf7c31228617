"""The tables of a report in columns: what they are, and how rows become Parquet files, one file after the other.

pyarrow takes sixty megabytes, and half of one for each file that is open: the rows wait on the disk for a process of
its own, which begins when all inputs are judged. It is ``python -m filinglint.columns FOLDER``.
"""

from __future__ import annotations

import os
import pickle
import sys
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

SCHEMA = "filinglint-parquet-1"
_WAITING, _WRITTEN = "part-0.rows", "part-0.parquet"
_MOST = 2_000  # rows that wait in memory, of all tables and years together
# Rows that are written at once: they are in memory together, and each group of them costs a little to the end.
_LEAST_GROUP, _LARGEST_GROUP, _PART = 2_000, 12_000, 200
_QUICK = 1  # the level of compression of what is read once
_LENGTH = 4  # bytes that say how long what follows is
_ABOUT = {
    "path": ("string", "the input as given or found; archive!name for a file in an archive"),
    "accession": ("string", "the accession number that its header states"),
    "form": ("string", "the submission type, such as 8-K/A"),
    "as_of": ("date32", "the day by whose law it was judged"),
}
PLACE = {
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
    | PLACE
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
        "line": PLACE["line"],
        "column": PLACE["column"],
        "byte_start": PLACE["byte_start"],
        "byte_end": PLACE["byte_end"],
    },
}
"""The columns of each table, in their order: type and meaning. A list is of members of its type, an object a struct."""


class Rows:
    """The rows of tables by year, which wait in *folder*, a private one, to be written."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._fresh: dict[tuple[str, int], list[tuple[Any, ...]]] = {}
        self._count = 0
        self.totals = dict.fromkeys(TABLES, 0)

    def add(self, table: str, year: int, rows: Iterable[tuple[Any, ...]]) -> None:
        """Add *rows* of *table*: one filing may have many thousands."""
        left = iter(rows)
        while some := list(islice(left, _MOST - self._count)):
            self._fresh.setdefault((table, year), []).extend(some)
            self.totals[table] += len(some)
            self._count += len(some)
            if self._count == _MOST:
                self.flush()

    def flush(self) -> None:
        """Let all rows wait on the disk."""
        for (table, year), rows in self._fresh.items():
            path = os.path.join(_folder(self._folder, table, year), _WAITING)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            data = zlib.compress(pickle.dumps(rows, pickle.HIGHEST_PROTOCOL), _QUICK)
            with open(path, "ab") as file:
                file.write(len(data).to_bytes(_LENGTH, "big") + data)
        self._fresh.clear()
        self._count = 0


def _folder(folder: str, table: str, year: int) -> str:
    return os.path.join(folder, table, f"year={year}")


def write(folder: str) -> None:
    """Write the rows that wait in *folder* where they wait."""
    import pyarrow
    import pyarrow.parquet

    # One thread and the memory of the system: what is written at once is little.
    pyarrow.set_cpu_count(1)
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    arrow: Any = pyarrow
    for table, columns in TABLES.items():
        schema = _schema(arrow, columns)
        top = os.path.join(folder, table)
        for year in sorted(os.listdir(top)) if os.path.isdir(top) else ():
            waiting = os.path.join(top, year, _WAITING)
            # Dictionaries are made anew for each group of rows: few words, said a thousand times.
            written = os.path.join(top, year, _WRITTEN)
            with arrow.parquet.ParquetWriter(written, schema, compression="zstd") as file:
                for rows in _groups(waiting):
                    values = zip(schema, zip(*rows, strict=True), strict=True)
                    arrays = [arrow.array(column, field.type) for field, column in values]
                    file.write_table(arrow.table(arrays, schema=schema))
            os.remove(waiting)


def _groups(path: str) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the rows that wait in the file at *path*, many at once: the more, the more there were already."""
    rows: list[tuple[Any, ...]] = []
    written = 0
    with open(path, "rb") as file:
        while length := file.read(_LENGTH):
            rows += pickle.loads(zlib.decompress(file.read(int.from_bytes(length, "big"))))
            if len(rows) >= min(max(written // _PART, _LEAST_GROUP), _LARGEST_GROUP):
                written += len(rows)
                yield rows
                rows = []
    if rows:
        yield rows


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


def main() -> None:
    """Write the rows that wait in the folder that is the first argument; what goes wrong is said in a line."""
    try:
        write(sys.argv[1])
    except OSError as error:
        sys.exit(error.strerror or str(error))


if __name__ == "__main__":
    main()
