"""Results as columns: what the JSON report says, in tables by year."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from filinglint.cli import main
from filinglint.columns import TABLES, Rows, write
from filinglint.reporters.parquet import MANIFEST

pytest.importorskip("pyarrow")

FILING = """\
<SUBMISSION>
<ACCESSION-NUMBER>0009990142-{year}-0000{number:02}
<TYPE>8-K
<PUBLIC-DOCUMENT-COUNT>{count}
<PERIOD>20{year}1104
<ITEMS>7.01
<FILING-DATE>20{year}1107
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>lark.htm
<TEXT>
<html><body><p>FORM 8-K</p><p>Item 7.01 Regulation FD Disclosure</p><p>Café {number}</p></body></html>
</TEXT>
</DOCUMENT>
</SUBMISSION>
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with filings of two years and a page that is nobody's, in 'filings'."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "filings").mkdir()
    for number in range(6):
        text = FILING.format(year=22 + number % 2, number=number, count=1 + number % 3)
        (tmp_path / "filings" / f"{number}.nc").write_text(text, "utf-8")
    return tmp_path


def run(*args: str) -> Result:
    """Run the check."""
    return CliRunner().invoke(main, ["check", *args])


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of *table*, by year."""
    import pyarrow.dataset as ds

    found: list[dict[str, Any]] = ds.dataset(folder / table, partitioning="hive").to_table().to_pylist()
    return found


def test_as_json_has_it(here: Path) -> None:
    """Inputs, findings and outcomes are those of the JSON report, each in the folder of its year."""
    assert run("filings", "-o", "parquet:out", "-o", "json:report.json", "-q").exit_code == 1
    report = json.loads((here / "report.json").read_text("utf-8"))
    inputs, findings, outcomes = (rows(here / "out", table) for table in ("inputs", "findings", "outcomes"))
    assert {row["path"]: row["sha256"] for row in inputs} == {one["path"]: one["sha256"] for one in report["inputs"]}
    assert {row["year"] for row in inputs} == {2022, 2023}
    assert all(row["as_of"].year == row["year"] for row in inputs)

    def shown(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
        names = ("path", "rule", "severity", "message", "document", "line", "column", "byte_start", "byte_end", "text")
        return sorted((one["fingerprint"], *(one[name] for name in names), len(one["related"])) for one in found)

    assert shown(findings) == shown(report["findings"])
    said = sorted((row["path"], row["rule"], row["document"] or "", row["outcome"]) for row in outcomes)
    assert said == sorted(
        (one["path"], one["rule"], one["document"] or "", one["outcome"]) for one in report["outcomes"]
    )


def test_facts(here: Path) -> None:
    """Facts are rows with their places, whether the verdict was kept or not."""
    run("filings", "-o", "parquet:first", "-q")
    run("filings", "-o", "parquet:second", "-q", "-j", "2")
    found = rows(here / "first", "facts")
    assert found == rows(here / "second", "facts")
    forms = [row for row in found if (row["fact"], row["key"]) == ("header", "form")]
    assert [(row["value"], row["line"], row["state"]) for row in forms] == [("8-K", 3, "stated")] * 6
    assert {"header", "documents", "cover", "items"} <= {row["fact"] for row in found}
    assert any(row["state"] == "absent" and row["value"] is None for row in found)


def test_schema(here: Path) -> None:
    """Every table has the columns that are documented, and the manifest describes them."""
    import pyarrow.parquet as pq

    run("filings", "-o", "parquet:out", "-q")
    manifest = json.loads((here / "out" / MANIFEST).read_text("utf-8"))
    assert manifest["schema"] == "filinglint-parquet-1"
    assert manifest["run"]["status"] == 1
    documented = (Path(__file__).parents[3] / "docs" / "scale.md").read_text("utf-8")
    for table, columns in TABLES.items():
        files = list((here / "out" / table).rglob("*.parquet"))
        assert sum(pq.ParquetFile(file).metadata.num_rows for file in files) == manifest["rows"][table]
        assert all(pq.read_schema(file).names == list(columns) for file in files)
        assert list(manifest["tables"][table]) == list(columns)
        assert all(f"`{column}`" in documented for column in columns)


def test_nothing_of_others_is_replaced(here: Path) -> None:
    """A report in Parquet is replaced by the next; anything else is not, and no half of one is ever there."""
    assert run("filings", "-o", "parquet:out", "-q").exit_code == 1
    (here / "filings" / "0.nc").unlink()
    assert run("filings", "-o", "parquet:out", "-q").exit_code == 1
    assert len(rows(here / "out", "inputs")) == 5
    assert run("filings", "-o", "parquet:filings", "-q").exit_code == 2
    assert run("filings", "-o", "parquet:", "-q").exit_code == 2
    assert run("filings", "-o", "parquet:out", "-o", "parquet:more", "-q").exit_code == 2
    assert run("nowhere", "-o", "parquet:new").exit_code == 2
    assert sorted(path.name for path in here.iterdir()) == ["filings", "out"]


def test_it_is_written_elsewhere(here: Path) -> None:
    """The process that judges never loads pyarrow, and leaves nothing behind beside what was asked for."""
    code = (
        "import sys\nfrom filinglint.cli import main\n"
        "try: main(['check', 'filings', '-o', 'parquet:out', '-q'])\n"
        "except SystemExit: pass\n"
        "print('pyarrow' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
    assert {path.suffix for path in (here / "out").rglob("*") if path.is_file()} == {".json", ".parquet"}
    assert sorted(path.name for path in here.iterdir()) == ["filings", "out"]


def test_what_goes_wrong_there_is_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that cannot write is an output that cannot be written, and the older report stays."""
    run("filings", "-o", "parquet:out", "-q")
    monkeypatch.setattr("filinglint.reporters.parquet.WRITER", "filinglint.no_such_module")
    monkeypatch.setattr("filinglint.cli._forget_output", lambda: None)
    result = run("filings", "-o", "parquet:out", "-q")
    assert result.exit_code == 3
    assert "the output cannot be written" in result.stderr
    assert "no_such_module" in result.stderr
    assert len(rows(here / "out", "inputs")) == 6
    assert sorted(path.name for path in here.iterdir()) == ["filings", "out"]


def test_many_rows(tmp_path: Path) -> None:
    """However many rows there are, and however they come, all are there in their order, in groups that grow."""
    import pyarrow.parquet as pq

    def row(number: int) -> tuple[Any, ...]:
        return "a", None, "8-K", date(2024, 1, 2), f"R{number}", None, "passed", None

    rows = Rows(str(tmp_path))
    for start in range(0, 30_000, 7_500):
        rows.add("outcomes", 2024, (row(number) for number in range(start, start + 7_500)))
        rows.add("outcomes", 0, [row(start)])
    rows.add("outcomes", 2023, [])
    rows.flush()
    write(str(tmp_path))
    assert rows.totals == {"inputs": 0, "findings": 0, "outcomes": 30_004, "facts": 0}
    whole, few = (pq.read_table(tmp_path / "outcomes" / f"year={year}" / "part-0.parquet") for year in (2024, 0))
    assert whole.column("rule").to_pylist() == [f"R{number}" for number in range(30_000)]
    assert few.num_rows == 4
    assert sorted(path.name for path in (tmp_path / "outcomes").iterdir()) == ["year=0", "year=2024"]


def test_without_pyarrow(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no pyarrow is told what to install, before anything is judged."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("filings", "-o", f"parquet:{here / 'out'}")
    assert result.exit_code == 2
    assert "pip install 'filinglint[parquet]'" in result.stderr


def test_which_rules_fire_most(here: Path, root: Path) -> None:
    """The example answers which rules fire most by year."""
    run("filings", "-o", "parquet:out", "-q")
    script = [sys.executable, str(root / "examples" / "rules_by_year.py"), str(here / "out")]
    said = subprocess.run(script, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[0] == "2022: 3 filings"
    assert "2023: 3 filings" in said
    assert any(line.split()[:2] == ["2", "DOC003"] and line.endswith("(on 2)") for line in said)
