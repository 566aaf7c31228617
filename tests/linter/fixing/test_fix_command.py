"""``filinglint fix`` writes what it should, whole or not at all, and ends as check does on what remains."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from filinglint.catalogue import load_catalogue
from filinglint.cli import main
from filinglint.errors import InputError
from filinglint.fixing.writing import write_anew

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
DRAFT = """\
form = "8-K"
event-date = 2026-03-02
items = ["8.01"]

[[registrants]]
name = "Birchwood Lantern Corp"
cik = "0001999999"

[[documents]]
file = "form.htm"
type = "8-K"

[[documents]]
file = "ex99-1.htm"
type = "EX-99.1"
"""
FORM = (
    "<html><body><p>FORM 8-K</p><p>Item 8.01 Other Events</p>"
    '<p>In June1997 Birchwood &#147;opened&#148; it; see <a href="EX99-1.HTM">Exhibit 99.1</a>, since June1997.</p>'
    "</body></html>\r\n"
)
EXHIBIT = "<html><body><p>Exhibit 99.1</p><p>The shop&#146;s opening to the press, from2019 on.</p></body></html>\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with references to Windows characters, a link in other case, and words run together."""
    folder = tmp_path / "draft"
    folder.mkdir()
    (folder / "submission.toml").write_text(DRAFT)
    (folder / "form.htm").write_bytes(FORM.encode())
    (folder / "ex99-1.htm").write_bytes(EXHIBIT.encode())
    return folder


def fix(*arguments: str | Path) -> Result:
    """Run ``filinglint fix``."""
    return CliRunner().invoke(main, ["fix", *map(str, arguments)])


def contents(folder: Path) -> dict[str, bytes]:
    """The files below *folder*."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_safe_fixes_are_made(draft: Path) -> None:
    """References and links are mended in every file of a draft; words stay."""
    result = fix(draft, "--exit-zero")
    assert "mended 3 findings in 2 files" in result.stderr
    assert b"&#8220;opened&#8221;" in (draft / "form.htm").read_bytes()
    assert b'href="ex99-1.htm"' in (draft / "form.htm").read_bytes()
    assert b"June1997" in (draft / "form.htm").read_bytes()
    assert (draft / "form.htm").read_bytes().endswith(b"</html>\r\n")
    assert b"shop&#8217;s" in (draft / "ex99-1.htm").read_bytes()
    assert (draft / "submission.toml").read_text() == DRAFT


def test_unsafe_fixes_are_made_when_asked_for(draft: Path) -> None:
    """With --unsafe words change too, and a second run has nothing to do."""
    fix(draft, "--unsafe")
    assert b"June 1997" in (draft / "form.htm").read_bytes()
    assert b"from 2019" in (draft / "ex99-1.htm").read_bytes()
    before = contents(draft)
    assert "nothing to mend" in fix(draft, "--unsafe").stderr
    assert contents(draft) == before


def test_a_rule_may_be_named(draft: Path) -> None:
    """With --rule only what that rule finds is mended, even if it would not run otherwise."""
    fix(draft, "--rule", "FMT019")
    assert b"&#8220;opened" in (draft / "form.htm").read_bytes()
    assert b"EX99-1.HTM" in (draft / "form.htm").read_bytes()


@pytest.mark.parametrize("name", ["FMT999", "COV001"])
def test_a_rule_that_fixes_nothing_is_refused(draft: Path, name: str) -> None:
    """A rule that is not there, or has no fix, is the caller's fault."""
    result = fix(draft, "--rule", name)
    assert result.exit_code == 2


def test_diff_writes_nothing(draft: Path) -> None:
    """--diff shows the source before and after, the rendered text where it changes, and exits with 1."""
    before = contents(draft)
    result = fix(draft, "--diff", "--unsafe")
    assert result.exit_code == 1
    assert contents(draft) == before
    assert "-" in result.stdout
    lines = result.stdout.splitlines()
    assert any(line.startswith("-") and "&#147;opened" in line for line in lines)
    assert any(line.startswith("+") and "&#8220;opened" in line for line in lines)
    assert any(line.startswith("-txt") and "June1997" in line for line in lines)
    assert any(line.startswith("+txt") and "June 1997" in line for line in lines)


def test_diff_shows_no_long_line(tmp_path: Path) -> None:
    """However long the line is, a hunk is no wider than the terminal; places apart are hunks of their own."""
    text = "<html><body><p>Exhibit 99.1</p><p>" + "words and words " * 5000 + "&#147;here" + " and more" * 5000
    (tmp_path / "a.htm").write_text(text + " &#148;there</p></body></html>")
    result = fix(tmp_path, "--diff")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert max(map(len, lines)) <= 100
    assert sum(line.startswith("@@") for line in lines) == 2


def test_diff_of_what_is_in_order(tmp_path: Path) -> None:
    """Where nothing would change, --diff exits with 0 and shows nothing."""
    (tmp_path / "a.htm").write_text("<html><body><p>Exhibit 99.1</p><p>All is well.</p></body></html>")
    result = fix(tmp_path, "--diff")
    assert (result.exit_code, result.stdout) == (0, "")


def test_the_status_is_that_of_check(draft: Path) -> None:
    """What remains decides: the same findings, and the same status."""
    fixed = fix(draft, "-o", "json")
    checked = CliRunner().invoke(main, ["check", str(draft), "-o", "json"])
    assert fixed.exit_code == checked.exit_code
    assert json.loads(fixed.stdout)["findings"] == json.loads(checked.stdout)["findings"]


@pytest.mark.parametrize(
    "mark",
    ["<ACCEPTANCE-DATETIME>20240604161234\n", ""],
)
def test_records_are_left_alone(tmp_path: Path, mark: str) -> None:
    """A filing that EDGAR has accepted is a record: it is mended only when that is asked for."""
    text = (EXAMPLES / "8-k-clean.txt").read_text()
    start = text.index("<ACCEPTANCE-DATETIME>")
    text = text[:start] + mark + text[text.index("\n", start) + 1 :]
    text = text.replace("</body>", "<p>the &#147;Company&#148;</p></body>", 1)
    assert "&#147;" in text
    path = tmp_path / "a.txt"
    path.write_text(text)
    result = fix(path)
    assert (path.read_text() == text) == bool(mark)
    assert ("it is a record" in result.stderr) == bool(mark)
    fix(path, "--allow-disseminated")
    assert "&#8220;Company" in path.read_text()


def test_the_wrapper_makes_a_record(tmp_path: Path) -> None:
    """What the SEC has signed is left as it is."""
    wrapped = (
        "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n<SEC-DOCUMENT>\n<SEC-HEADER>\n"
        "CONFORMED SUBMISSION TYPE:\t8-K\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<FILENAME>a.htm\n<TEXT>\n"
        "<html><p>the &#147;Company&#148;</p></html>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
        "-----END PRIVACY-ENHANCED MESSAGE-----\n"
    )
    path = tmp_path / "a.txt"
    path.write_text(wrapped)
    assert "the SEC's wrapper" in fix(path).stderr
    assert path.read_text() == wrapped
    fix(path, "--allow-disseminated")
    assert "&#8220;Company" in path.read_text()


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.txt")))
@pytest.mark.parametrize("unsafe", [False, True])
def test_the_examples(tmp_path: Path, name: str, unsafe: bool) -> None:
    """Mended, an example has nothing left that could be mended so, and a second run changes nothing."""
    path = tmp_path / name
    path.write_bytes((EXAMPLES / name).read_bytes())
    kinds = ("--unsafe",) if unsafe else ()
    result = fix(path, "--allow-disseminated", "--purpose", "audit", "-o", "json", *kinds)
    once = path.read_bytes()
    left = {finding["fixable"] for finding in json.loads(result.stdout)["findings"]}
    assert not left & ({"safe", "unsafe"} if unsafe else {"safe"})
    fix(path, "--allow-disseminated", "--purpose", "audit", *kinds)
    assert path.read_bytes() == once


def stated(value: object) -> object:
    """Facts without their places: what they say, and not where."""
    if isinstance(value, dict):
        places = (
            "line",
            "column",
            "end_line",
            "end_column",
            "byte_start",
            "byte_end",
            "path",
            "place",
            "bytes",
            "sha256",
        )
        return {key: stated(one) for key, one in value.items() if key not in places}
    return [stated(one) for one in value] if isinstance(value, list) else value


def facts(path: Path) -> object:
    """What is read from an example, places aside."""
    result = CliRunner().invoke(main, ["facts", str(path), "--format", "json"])
    return stated(json.loads(result.stdout))


# What safe fixes mend, put into an example at its first paragraph.
DAMAGE = " &#147;quoted&#148; R & D &#146;s"


@pytest.mark.parametrize(
    "name", ["draft", *sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html"))]
)
@pytest.mark.parametrize("damaged", [False, True])
def test_safe_fixes_change_no_fact(tmp_path: Path, name: str, damaged: bool) -> None:
    """Whatever is mended in an example, damaged or not, what is read from it stays, and nothing is left to mend."""
    path = tmp_path / name
    if (EXAMPLES / name).is_dir():
        shutil.copytree(EXAMPLES / name, path)
    else:
        path.write_bytes((EXAMPLES / name).read_bytes())
    files = [one for one in (path.rglob("*") if path.is_dir() else [path]) if one.suffix in (".htm", ".html", ".txt")]
    for file in files if damaged else ():
        text = file.read_text("utf-8")
        file.write_text(text.replace("</p>", f"{DAMAGE}</p>", 1), "utf-8")
    before, old = facts(path), contents(tmp_path)
    result = fix(path, "--allow-disseminated", "--purpose", "audit", "-o", "json")
    assert result.exit_code in (0, 1), result.output
    assert facts(path) == before
    assert "safe" not in {finding["fixable"] for finding in json.loads(result.stdout)["findings"]}
    once = contents(tmp_path)
    assert (once != old) is (damaged and not name.startswith("bcp"))  # of a summary nothing safe is asked
    fix(path, "--allow-disseminated", "--purpose", "audit")
    assert contents(tmp_path) == once


def test_fifteen_rules_and_more_fix() -> None:
    """At least fifteen rules offer fixes that are made, most of them safe ones."""
    kinds = [rule.fixable for rule in load_catalogue().rules]
    assert kinds.count("safe") + kinds.count("unsafe") >= 15
    assert kinds.count("safe") >= 10


def test_standard_input_is_no_file() -> None:
    """There is nothing to write to."""
    assert CliRunner().invoke(main, ["fix", "-"], input="x").exit_code == 2


def test_permissions_and_links_stay(draft: Path, tmp_path: Path) -> None:
    """A file keeps its mode, and a link to it stays a link."""
    real = tmp_path / "real.htm"
    (draft / "ex99-1.htm").rename(real)
    real.chmod(0o640)
    link = tmp_path / "a.htm"
    link.symlink_to(real)
    fix(link)
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert b"&#8217;" in real.read_bytes()


def test_a_read_only_file_is_left(draft: Path) -> None:
    """What may not be written is not written; the run says so and is not complete."""
    (draft / "ex99-1.htm").chmod(0o444)
    result = fix(draft / "ex99-1.htm")
    assert result.exit_code == 3
    assert "SYS005" in result.stdout
    assert (draft / "ex99-1.htm").read_text() == EXHIBIT


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    """Someone else's change is not lost, and no file of ours stays behind."""
    path = tmp_path / "a.htm"
    path.write_bytes(b"theirs")
    with pytest.raises(InputError, match="changed while"):
        write_anew(str(path), b"ours", b"what it was")
    assert path.read_bytes() == b"theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["a.htm"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_a_run_that_is_killed_leaves_whole_files(tmp_path: Path) -> None:
    """Of a thousand files each is as it was, or as it is to be: never half, never empty."""
    old = b"<html><body><p>Exhibit 99.1</p><p>the &#147;shop&#148;</p></body></html>\n"
    new = b"<html><body><p>Exhibit 99.1</p><p>the &#8220;shop&#8221;</p></body></html>\n"
    for number in range(1000):
        (tmp_path / f"{number:04}.htm").write_bytes(old)
    command = [sys.executable, "-m", "filinglint", "fix", "--rule", "FMT019", "-q", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    halfway = tmp_path / "0200.htm"
    deadline = time.monotonic() + 120
    while halfway.read_bytes() == old and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    process.kill()
    process.wait()
    found = {path.read_bytes() for path in tmp_path.glob("[0-9]*.htm")}
    assert found == {old, new}
