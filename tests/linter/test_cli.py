"""The command line, run as its users run it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from filinglint import __version__
from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.cli import main
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor, submission
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint_schemas import load_schema
from made_up import filing, header

GOOD = filing("<p>On November 4, 2024, nothing happened.</p>")
BAD = GOOD.replace("COUNT:\t\t1", "COUNT:\t\t7")
ONE_RULE = ("--select", "DOC003")
FOUND = "DOC003"


@pytest.fixture
def filings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good filing and one with a defect, which is the working directory."""
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str, data: bytes | None = None) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, args, input=data)


def spawn(*args: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run([sys.executable, "-m", "filinglint", *args], capture_output=True, check=False, **more)


def report_of(result: Result) -> dict[str, Any]:
    """Return the JSON report, which is as its schema says."""
    report: dict[str, Any] = json.loads(result.stdout)
    Draft202012Validator(load_schema("report")).validate(report)
    return report


def test_version() -> None:
    """The version is printed."""
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"filinglint {__version__}\n")


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", ["", "check", "facts", "rules", "explain"])
def test_help(command: str, option: str) -> None:
    """Every command has its help, and help is no error."""
    result = run(*command.split(), option)
    assert result.exit_code == 0
    assert "Usage: filinglint" in result.stdout


def test_path_without_command(filings: Path) -> None:  # noqa: ARG001
    """A path without a command is status 2, and says what to type."""
    result = run("bad.txt")
    assert result.exit_code == 2
    assert "filinglint check bad.txt" in result.stderr
    assert result.stdout == ""


def test_near_command() -> None:
    """A command that there is not is answered with the nearest."""
    result = run("chekc")
    assert result.exit_code == 2
    assert "did you mean 'filinglint check'?" in result.stderr


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["good.txt"], 0),
        (["bad.txt"], 1),
        (["good.txt", "bad.txt"], 1),
        (["."], 1),
        ([], 1),  # the current folder
        (["bad.txt", "--exit-zero"], 0),
        (["bad.txt", "--fail-on", "never"], 0),
        (["good.txt", "--fail-on", "info"], 0),
        (["bad.txt", "--no-cache", "-j", "1"], 1),
        (["bad.txt", "--ignore", "DOC003"], 0),
        (["bad.txt", "--as-of", "2024-11-07"], 1),
        (["bad.txt", "-q"], 1),
    ],
)
def test_status(filings: Path, args: list[str], status: int) -> None:  # noqa: ARG001
    """The exit status says whether something was found that counts."""
    result = run("check", *ONE_RULE, *args)
    assert result.exit_code == status, result.output


def test_warnings_may_be_limited(filings: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """More warnings than allowed are status 1 although no error was found."""
    use_rule(monkeypatch, warns)
    assert run("check", "good.txt").exit_code == 0
    assert run("check", "good.txt", "--max-warnings", "1").exit_code == 0
    result = run("check", "good.txt", "--max-warnings", "0", "--format", "json")
    assert result.exit_code == 1
    assert report_of(result)["run"]["status"] == 1


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["check", "no-such-file.txt"], "'no-such-file.txt' does not exist"),
        (["check", "good.txt", "--select", "DOC0O3"], "did you mean DOC0"),
        (["check", "good.txt", "--ignore", "document-count-difers"], "did you mean document-count-differs"),
        (["check", "good.txt", "--format", "jsn"], "did you mean 'json'?"),
        (["check", "good.txt", "-o", "json", "-o", "text"], "only one format can go to standard output"),
        (["check", "good.txt", "-o", "json:no/such/folder/out.json"], "cannot be written"),
        (["check", "good.txt", "--as-of", "2024-02-30"], "is no day"),
        (["check", "good.txt", "--as-of", "20240230"], "is no day"),
        (["check", "good.txt", "-j", "many"], "is no number of processes"),
        (["check", "good.txt", "--profile", "finra-4371"], "no profile is called"),
        (["check", "good.txt", "--purpose", "fun"], "Invalid value"),
        (["check", "good.txt", "--kind", "letter"], "no kind is called 'letter'"),
        (["check", "empty-folder"], "no filing and no BCP summary"),
        (["facts", "empty-folder"], "no filing and no BCP summary"),
        (["facts", "good.txt", "--fact", "headr"], "did you mean header?"),
        (["explain", "DOC0003"], "did you mean DOC003"),
        (["explain", "document-count-difers"], "document-count-differs"),
        (["explain"], "Missing argument"),
        (["rules", "--as-of", "tomorrow"], "is no day"),
    ],
)
def test_fault_of_the_caller(filings: Path, args: list[str], words: str) -> None:
    """What the caller gets wrong is status 2, with a sentence that helps, and nothing on standard output."""
    (filings / "empty-folder").mkdir()
    result = run(*args)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_nothing_is_allowed_on_wish(filings: Path) -> None:
    """Nothing to look at is no error with --allow-empty, and the report says so."""
    (filings / "empty-folder").mkdir()
    result = run("check", "empty-folder", "--allow-empty", "--format", "json")
    assert result.exit_code == 0
    assert report_of(result)["inputs"] == []
    assert run("facts", "empty-folder", "--allow-empty", "--format", "json").exit_code == 0


NONSENSE = {
    "empty": (b"", 3),
    "blank": (b" \n\t\r\n", 3),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20, 3),
    "zeros": (b"abc\0def", 3),
    "pdf": (b"%PDF-1.7\n1 0 obj", 3),
    "prose": (b"Dear Sir, the weather is fine.\n", 0),
    "brackets": (b"<" * 100_000, 0),
    "latin": (b"Caf\xe9 \x80 " * 100, 0),
    "escapes": (b"\x1b[2J\x1b]0;owned\x07 " * 20, 0),
    "header-only": (header().encode(), None),
    "truncated": (GOOD[: len(GOOD) // 2].encode(), None),
    "cut-in-a-tag": ((header() + "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<html><p").encode(), None),
    "documents-without-end": ((header() + "<DOCUMENT>\n" * 300).encode(), None),
}


@pytest.mark.parametrize("name", NONSENSE)
@pytest.mark.parametrize("command", ["check", "facts"])
def test_nonsense(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str) -> None:
    """Whatever the bytes, there is a JSON report, a status that says what it is, and no traceback."""
    data, status = NONSENSE[name]
    monkeypatch.chdir(tmp_path)
    Path("input.txt").write_bytes(data)
    result = run(command, "--format", "json", "input.txt")
    assert result.exit_code in ((0, 1) if status is None else (status,)), result.output
    assert "Traceback" not in result.output
    assert "\x1b" not in result.output
    document = json.loads(result.stdout)
    Draft202012Validator(load_schema("report" if command == "check" else "facts")).validate(document)
    assert [one["path"] for one in document["inputs"]] == ["input.txt"]
    if status == 3 and command == "check":
        assert [finding["rule"] for finding in document["findings"]] == ["SYS010"]
        assert document["run"]["complete"] is False
    text = run(command, "input.txt")
    assert text.exit_code == result.exit_code
    assert all(char.isprintable() or char == "\n" for char in text.stdout)


def test_fifty_megabytes_of_brackets(tmp_path: Path) -> None:
    """A file of fifty megabytes of nothing but '<' neither hangs nor breaks anything."""
    path = tmp_path / "brackets.txt"
    path.write_bytes(b"<" * 50_000_000)
    began = time.monotonic()
    result = spawn("check", "--format", "json", str(path), timeout=120)
    assert result.returncode == 0, result.stderr
    assert time.monotonic() - began < 60
    assert json.loads(result.stdout)["inputs"][0]["kind"] == "unknown"


def test_standard_input() -> None:
    """A dash reads standard input, which --stdin-filename names."""
    result = run("check", *ONE_RULE, "-", "--stdin-filename", "draft.txt", "--format", "json", data=BAD.encode())
    assert result.exit_code == 1
    report = report_of(result)
    assert report["inputs"][0]["path"] == report["findings"][0]["path"] == "draft.txt"
    both = spawn("check", *ONE_RULE, "-", "-", "-j", "2", "--format", "json", input=BAD.encode())
    assert both.returncode == 1
    result = run("check", "-", "--format", "json", data=b"")
    assert result.exit_code == 3
    report_of(result)


def test_json_report(filings: Path) -> None:  # noqa: ARG001
    """The report for machines has both places of a finding, to the byte, and what came of every rule."""
    report = report_of(run("check", "--format", "json", "bad.txt"))
    finding = next(finding for finding in report["findings"] if finding["rule"] == FOUND)
    assert finding["name"] == "document-count-differs"
    assert (finding["path"], finding["document"]) == ("bad.txt", "header")
    data = Path("bad.txt").read_bytes()
    assert data[finding["byte_start"] : finding["byte_end"]] == b"7" == finding["text"].encode()
    assert data.split(b"\n")[finding["line"] - 1][finding["column"] - 1 :] == b"7"
    codes = {rule.code for rule in load_catalogue().rules}
    assert {outcome["rule"] for outcome in report["outcomes"]} == codes
    assert report["summary"]["covered_in_part"]
    assert "no finding is not compliance" in report["summary"]["caution"]
    assert report["run"]["status"] == 1


@pytest.mark.parametrize("style", ["json", "text", "concise"])
def test_deterministic(filings: Path, style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes give the same report, byte by byte, whatever the number of processes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    for number in range(6):
        (filings / f"more{number}.txt").write_text(BAD if number % 2 else GOOD)
    one = spawn("check", "--format", style, ".", "-j", "1")
    two = spawn("check", "--format", style, ".", "-j", "2")
    assert one.stdout == two.stdout != b""
    assert (one.returncode, two.returncode) == (1, 1)


def test_several_outputs(filings: Path) -> None:
    """One run writes several reports, each whole; what stood in the file before is gone."""
    (filings / "out.json").write_text("old")
    result = run("check", *ONE_RULE, "bad.txt", "-o", "concise", "-o", "json:out.json")
    assert result.exit_code == 1
    assert result.stdout.startswith("bad.txt:5:25: error DOC003 document-count-differs ")
    report = json.loads((filings / "out.json").read_text())
    assert report["findings"][0]["rule"] == FOUND
    assert not [name for name in os.listdir(filings) if name.startswith(".")]


def test_status_is_the_same_in_every_format(filings: Path) -> None:  # noqa: ARG001
    """The exit status does not depend on the format."""
    statuses = {run("check", "bad.txt", "--format", style).exit_code for style in ("text", "concise", "json")}
    assert statuses == {1}


def test_statistics(filings: Path) -> None:  # noqa: ARG001
    """Statistics go to standard error when standard output is for machines."""
    human = run("check", *ONE_RULE, "bad.txt", "--statistics")
    assert "1  error    DOC003 document-count-differs" in human.stdout
    machine = run("check", *ONE_RULE, "bad.txt", "--statistics", "--format", "json")
    assert "1  error    DOC003 document-count-differs" in machine.stderr
    report_of(machine)


def test_quiet(filings: Path) -> None:  # noqa: ARG001
    """A quiet run that finds nothing says nothing."""
    result = run("check", *ONE_RULE, "good.txt", "-q")
    assert result.output == ""


def test_every_report_says_what_it_is_worth(filings: Path) -> None:  # noqa: ARG001
    """The report for people says that no finding is not compliance, and what is covered in part."""
    words = " ".join(run("check", *ONE_RULE, "good.txt").stdout.split())
    assert "no finding is not compliance" in words
    assert "cover in part EDGAR" in words


@pytest.mark.parametrize(
    ("args", "environment", "coloured"),
    [
        ([], {}, False),  # a pipe
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours(
    filings: Path,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
    args: list[str],
    environment: dict[str, str],
    *,
    coloured: bool,
) -> None:
    """Colours are for terminals, unless the caller or the environment says otherwise."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", *ONE_RULE, "bad.txt", *args).stdout) is coloured


def test_ascii_where_the_output_has_no_more(tmp_path: Path) -> None:
    """An output that knows only ASCII gets only ASCII, and no error."""
    path = tmp_path / "filing.txt"
    path.write_text(BAD.replace("COUNT:\t\t7", "COUNT:\t\t7 “seven”"), "utf-8")
    result = spawn("check", str(path), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert result.stderr == b""
    assert result.stdout.isascii()
    assert b" - " in result.stdout


# What only people, several processes, networks, archives, drafts, configurations, other kinds of texts, errors and
# verdicts that are kept need: each takes from half a millisecond to fifty.
HEAVY = """
    argparse asyncio base64 bz2 concurrent.futures csv ctypes difflib email email.message hashlib http _hashlib hmac
    importlib.metadata importlib.resources jsonschema logging lxml lzma multiprocessing pathlib phonenumbers pickle
    pyarrow rapidfuzz random rich secrets shutil socket ssl subprocess tarfile tempfile tomllib unittest urllib.parse
    urllib.request xml.parsers.expat yaml zipfile
    filinglint.api filinglint.archives filinglint.cache.kept filinglint.cache.keys filinglint.cache.store
    filinglint.documents.draft filinglint.documents.formats.pdf filinglint.documents.formats.docx filinglint.pool
    filinglint.dispatch filinglint.reporters.text filinglint.rulebook.packs filinglint.triage.directives
""".split()


def test_light_imports(filings: Path) -> None:
    """A check of one filing for machines loads nothing that it has no need of."""
    code = (
        "import sys\nfrom filinglint.cli import main\n"
        "try: main(['check', '--isolated', '--format', 'json', 'good.txt'])\n"
        "except SystemExit: pass\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=filings)
    assert done.stderr.split() == []


def test_version_loads_nothing() -> None:
    """The version is printed without the engine."""
    code = (
        "import sys\nfrom filinglint.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print(*[m for m in sys.modules if m.startswith('filinglint')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert sorted(done.stderr.split()) == ["filinglint", "filinglint.cli", "filinglint.errors"]


def test_reader_goes_away(tmp_path: Path) -> None:
    """A closed pipe is status 141, and nobody complains."""
    for number in range(400):
        (tmp_path / f"bad{number}.txt").write_text(BAD)
    process = subprocess.Popen(
        [sys.executable, "-m", "filinglint", "check", "--format", "json", "."],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    assert process.stderr.read() == b""


def test_interrupted() -> None:
    """An interrupt is status 130 and one word."""
    process = subprocess.Popen(
        [sys.executable, "-m", "filinglint", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err.strip()) == (130, b"", b"filinglint: interrupted")


@rule(
    "TST001",
    "test-breaks",
    authority=Authority("A test"),
    reads=(submission,),
    remedy="do nothing",
)
def breaks(whole: Submission) -> Iterator[Observation]:
    """A rule does not break."""
    raise ValueError(f"over {whole.path}")
    yield


@rule(
    "TST002",
    "test-warns",
    authority=Authority("A test"),
    reads=(submission,),
    remedy="do nothing",
)
def warns(whole: Submission) -> Iterator[Observation]:
    """There is nothing to warn of."""
    yield Observation(whole.span, "there is a filing")


def use_rule(monkeypatch: pytest.MonkeyPatch, *rules: Any) -> None:
    """Let the catalogue hold *rules* alone."""
    catalogue = replace(load_catalogue(), rules=rules)
    monkeypatch.setattr("filinglint.catalogue.load_catalogue", lambda _=(): catalogue)


def test_rule_that_breaks(filings: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """A rule that breaks is named, the others still run, the status is 3, and -v says where it broke."""
    use_rule(monkeypatch, breaks, warns)
    result = run("check", "good.txt", "--format", "json")
    assert result.exit_code == 3
    assert "Traceback" not in result.output
    report = report_of(result)
    assert [finding["rule"] for finding in report["findings"]] == ["SYS001", "TST002"]
    assert report["run"]["complete"] is False
    text = run("check", "good.txt", "-v")
    assert text.exit_code == 3
    assert '\n      File "' in text.stdout
    assert "test_cli.py" in text.stdout
    assert run("check", "good.txt", "--exit-zero").exit_code == 3


def test_facts_that_break(filings: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """An extractor that breaks is named, the others still run, and the status is 3."""

    def find(*_: object) -> None:
        raise ValueError("over a header")

    broken: Extractor[None] = Extractor("broken", frozenset(("submission",)), False, find)
    monkeypatch.setattr(Catalogue, "extractors", lambda _: (broken, submission))
    monkeypatch.setattr("filinglint.facts.records._is_reading", lambda _: True)
    result = run("facts", "good.txt", "--format", "json")
    assert result.exit_code == 3
    assert "Traceback" not in result.output
    assert "the facts 'broken' cannot be read: ValueError at linter/test_cli.py:" in result.stderr
    assert "over a header" not in result.output
    facts = json.loads(result.stdout)["inputs"][0]["facts"]
    assert facts["broken"] == {"state": "broken", "reason": "ValueError"}
    assert "submission" in facts


def test_our_own_fault(filings: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """A fault of ours ends without a traceback too."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("anything")

    monkeypatch.setattr("filinglint.engine.check", fail)
    result = run("check", "good.txt")
    assert result.exit_code == 3
    assert "filinglint broke (RuntimeError)" in result.stderr
    assert "Traceback" not in result.output
    assert "anything" not in result.output


def test_facts_json(filings: Path) -> None:  # noqa: ARG001
    """Facts are as their schema says, and every value stands where it is said to."""
    result = run("facts", "good.txt", "--format", "json", "--fact", "header,documents,items")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    Draft202012Validator(load_schema("facts")).validate(document)
    facts = document["inputs"][0]["facts"]
    header = facts["header"]
    assert header["form"]["value"] == "8-K"
    assert header["filed"]["value"] == "2024-11-07"
    assert header["document_count"]["value"] == 1
    assert header["filers"][0]["cik"]["value"] == "0009990142"
    assert header["filers"][0]["ein"]["state"] == "absent"
    data = Path("good.txt").read_bytes()
    name = header["filers"][0]["name"]
    assert data[name["byte_start"] : name["byte_end"]].decode() == name["value"]
    assert [(d["sequence"], d["type"], d["filename"], d["body"]) for d in facts["documents"]] == [
        (1, "8-K", "lark.htm", "html")
    ]
    assert [(item["number"], item["caption"]) for item in facts["items"]] == [("7.01", "Regulation FD Disclosure")]


def test_facts_text(filings: Path) -> None:  # noqa: ARG001
    """Facts for people are a table of names, places and values."""
    result = run("facts", "good.txt", "--fact", "header")
    rows = [line.split(maxsplit=2) for line in result.stdout.splitlines() if line.startswith("  ")]
    assert ["accession", "3:20", "0009990142-24-000031"] in rows


def test_rules_in_force() -> None:
    """Rules are listed as of a day, each with its authority."""
    result = run("rules", "--all", "--format", "json")
    assert result.exit_code == 0
    everything = json.loads(result.stdout)["rules"]
    assert [rule["code"] for rule in everything] == [rule.code for rule in load_catalogue().rules]
    early = json.loads(run("rules", "--all", "--format", "json", "--as-of", "1990-01-01").stdout)["rules"]
    assert len(early) < len(everything)
    assert run("rules").stdout.count("DOC003") == 1
    assert "| DOC003 | document-count-differs |" in run("rules", "--format", "markdown").stdout


def test_rules_after_selection() -> None:
    """Only the rules that would run are listed."""
    result = run("rules", "--select", "DOC", "--ignore", "DOC003", "--format", "json")
    codes = [rule["code"] for rule in json.loads(result.stdout)["rules"]]
    assert codes
    assert all(code.startswith("DOC") and code != "DOC003" for code in codes)


@pytest.mark.parametrize("name", ["DOC003", "doc003", "document-count-differs"])
def test_explain(name: str) -> None:
    """A rule's page says what it checks, why, by which authority, how to mend it, and its limits."""
    result = run("explain", name)
    assert result.exit_code == 0
    for words in ("DOC003", "What it checks", "Why", "Authority", "How to fix", "Known limits"):
        assert words in result.stdout


def test_explain_for_machines_and_docs() -> None:
    """A rule's page is to be had as JSON and as Markdown, and so are the tool's own codes."""
    record = json.loads(run("explain", "DOC003", "SYS010", "--format", "json").stdout)["rules"]
    assert [rule["code"] for rule in record] == ["DOC003", "SYS010"]
    assert run("explain", "DOC003", "--format", "markdown").stdout.startswith("# DOC003 document-count-differs\n")
    assert "exit status 3" in " ".join(run("explain", "SYS010").stdout.split())


def test_every_rule_explains_itself() -> None:
    """The page of every rule can be printed in every format."""
    codes = [rule.code for rule in load_catalogue().rules]
    for style in ("text", "markdown", "json"):
        result = run("explain", *codes, "--format", style)
        assert result.exit_code == 0, result.output
        assert all(code in result.stdout for code in codes)
