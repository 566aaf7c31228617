"""The command line on summaries in Word, PDF, Markdown and HTML: places, statuses, notices and schemas."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result
from fpdf import FPDF
from jsonschema import Draft202012Validator
from PIL import Image

from filinglint.cli import main
from filinglint_schemas import load_schema

DEFECTS = (Path(__file__).resolve().parents[2] / "examples" / "bcp-summary-defects.txt").read_text("utf-8")


def run(*arguments: str) -> Result:
    """What comes of a command."""
    return CliRunner().invoke(main, arguments)


def summary_pdf(text: str = DEFECTS) -> bytes:
    """A PDF of *text*, its last paragraph on a page of its own."""
    pages = FPDF()
    pages.set_font("Helvetica", size=11)
    pages.add_page()
    *most, last = text.strip().split("\n\n")
    pages.multi_cell(0, 5, "\n\n".join(most))
    pages.add_page()
    pages.multi_cell(0, 5, last)
    return bytes(pages.output())


def scan_pdf() -> bytes:
    """A PDF of a picture."""
    pages, png = FPDF(), io.BytesIO()
    Image.new("L", (60, 80), 200).save(png, "PNG")
    pages.add_page()
    pages.image(png, 0, 0, 200)
    return bytes(pages.output())


def locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    pages = FPDF()
    pages.set_encryption("owner", "secret")
    pages.add_page()
    pages.set_font("Helvetica", size=11)
    pages.multi_cell(0, 5, DEFECTS)
    return bytes(pages.output())


def summary_docx(text: str = DEFECTS) -> bytes:
    """A Word file of *text*."""
    document = docx.Document()
    for paragraph in text.strip().split("\n\n"):
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a web site, with a summary in each format and other files."""
    monkeypatch.chdir(tmp_path)
    files = {
        "bcp.pdf": summary_pdf(),
        "bcp.docx": summary_docx(),
        "bcp.md": DEFECTS.encode(),
        "bcp.html": f"<html><body><p>{DEFECTS}</p></body></html>".replace("\n\n", "</p><p>").encode(),
        "menu.pdf": summary_pdf("Our canteen\n\nSoup and bread on all days of the week, fish on Fridays.\n\nWelcome."),
        "menu.docx": summary_docx("Soup and bread on all days of the week."),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def report(*arguments: str) -> dict[str, Any]:
    """The JSON report of a check, which keeps to its schema."""
    found: dict[str, Any] = json.loads(run("check", "--format", "json", *arguments).stdout)
    Draft202012Validator(load_schema("report")).validate(found)
    return found


def test_found_on_the_way(folder: Path) -> None:
    """A folder's summaries are found in every format; what is none is only counted."""
    found = report(".")
    assert folder.is_dir()
    assert {(one["path"], one["kind"]) for one in found["inputs"]} == {
        (f"./bcp.{suffix}", "bcp-summary") for suffix in ("pdf", "docx", "md", "html")
    }
    assert [one["message"] for one in found["notices"]] == [
        "2 files found on the way are neither filings nor BCP summaries"
    ]


@pytest.mark.usefixtures("folder")
def test_places() -> None:
    """A place in a PDF is a page, in a Word file a paragraph, and nothing of the text that was taken out."""
    by_path = {}
    for name in ("bcp.pdf", "bcp.docx", "bcp.md"):
        (finding,) = report("--select", "BCP024", name)["findings"]
        by_path[name] = finding
        assert finding["text"] == "(207) 555-012"
        assert finding["fixes"] == []
    keys = ("line", "column", "end_line", "end_column", "byte_start", "byte_end")
    for name in ("bcp.pdf", "bcp.docx"):
        assert {key: by_path[name][key] for key in keys} == dict.fromkeys(keys)
    assert (by_path["bcp.pdf"]["page"], by_path["bcp.pdf"]["end_page"]) == (2, 2)
    assert by_path["bcp.docx"]["paragraph"] == 6
    start, end = by_path["bcp.md"]["byte_start"], by_path["bcp.md"]["byte_end"]
    assert DEFECTS.encode()[start:end] == b"(207) 555-012"
    assert "page" not in by_path["bcp.md"]


@pytest.mark.usefixtures("folder")
def test_shown() -> None:
    """Reports for people name the page or the paragraph, and number what they show by it."""
    shown = run("check", "bcp.pdf", "--select", "BCP024").stdout
    assert "--> bcp.pdf:page 2  (For More Information › paragraph 1)\n" in shown
    shown = run("check", "bcp.docx", "--select", "BCP024").stdout
    assert "--> bcp.docx:paragraph 6  (For More Information › paragraph 1)\n" in shown
    assert "bcp.pdf:page 2: error BCP024" in run("check", "bcp.pdf", "--format", "concise").stdout
    whole = run("check", "bcp.pdf", "--select", "BCP023", "--format", "text").stdout
    assert "to page 2" in whole


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("name", "key"), [("bcp.pdf", "page"), ("bcp.docx", "paragraph")])
def test_facts(name: str, key: str) -> None:
    """Facts have the same places, and keep to their schema."""
    found = json.loads(run("facts", name, "--format", "json").stdout)
    Draft202012Validator(load_schema("facts")).validate(found)
    stated = found["inputs"][0]["facts"]["disclosures"]["relocation"]
    assert stated["line"] is None
    assert stated[key] >= 1
    assert f"{key} {stated[key]}" in run("facts", name).stdout


@pytest.mark.parametrize(("data", "reason"), [(scan_pdf(), "a scan"), (locked_pdf(), "encrypted")])
def test_unread(data: bytes, reason: str, tmp_path: Path) -> None:
    """A scan, and an encrypted PDF, that somebody names make the run incomplete, with the reason and the next step."""
    path = tmp_path / "bcp.pdf"
    path.write_bytes(data)
    result = run("check", str(path), "--format", "json")
    assert result.exit_code == 3
    found = json.loads(result.stdout)
    (outcome,) = found["outcomes"]
    assert (outcome["rule"], outcome["outcome"]) == ("SYS010", "cannot-tell")
    assert reason in outcome["reason"]
    assert found["findings"][0]["remedy"] == "publish the text as HTML, or as a PDF with text"


def test_unread_on_the_way(folder: Path) -> None:
    """One that nobody names is named in a notice; unless the caller says that all there are summaries."""
    (folder / "old.pdf").write_bytes(scan_pdf())
    found = report(".")
    assert found["run"]["complete"]
    assert [one["path"] for one in found["notices"] if one["message"].startswith("not read: ")] == ["./old.pdf"]
    assert not report(".", "--kind", "bcp-summary")["run"]["complete"]


def test_only_unread_ones(tmp_path: Path) -> None:
    """Where nothing else is found the reason is told with the error; of many files once."""
    for number in range(5):
        (tmp_path / f"{number}.pdf").write_bytes(scan_pdf())
    result = run("check", str(tmp_path))
    assert result.exit_code == 2
    assert "5 files not read: this PDF holds no text" in result.output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("kind", ["submission", "document"])
def test_no_filing(kind: str) -> None:
    """A PDF is no filing, whatever the caller says."""
    result = run("check", "--kind", kind, "bcp.pdf")
    assert result.exit_code == 3
    assert f"a PDF or Word file is no {kind}" in result.stdout


@pytest.mark.usefixtures("folder")
def test_standard_input() -> None:
    """A PDF is read from standard input too."""
    result = CliRunner().invoke(main, ["check", "-", "--select", "BCP024", "--format", "concise"], input=summary_pdf())
    assert "<stdin>:page 2: error BCP024" in result.stdout


def test_not_mended(folder: Path) -> None:
    """No byte of a PDF or Word file is changed by a fix."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for name in ("bcp.pdf", "bcp.docx"):
        run("fix", name, "--unsafe")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


PLAN = """\
Table of Contents

I. Emergency Contact Persons ........ 2
II. Firm Policy ........ 3
III. Approval and Execution Authority ........ 5
IV. Data Back-Up and Recovery (Hard Copy and Electronic) ........ 7
V. Updates and Annual Review ........ 9

I. Emergency Contact Persons

Our firm's two emergency contact persons are named in this business continuity plan of Alder Securities LLC.
"""


@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_wrong_document(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole plan is a finding where the caller or the configuration says it is a summary, else a notice."""
    monkeypatch.chdir(tmp_path)
    name = f"plan.{suffix}"
    Path(name).write_bytes(PLAN.encode() if suffix == "txt" else summary_docx(PLAN))
    found = report(name)
    assert found["findings"] == []
    assert found["inputs"][0]["kind"] == "unknown"
    assert "it is the plan itself, not a summary for customers" in found["notices"][0]["message"]
    assert "BCP039" in {one["rule"] for one in report(name, "--kind", "bcp-summary")["findings"]}
    Path("filinglint.toml").write_text(f'[[overrides]]\npaths = ["{name}"]\nkind = "bcp-summary"\n', "utf-8")
    assert "BCP039" in {one["rule"] for one in report(name)["findings"]}
