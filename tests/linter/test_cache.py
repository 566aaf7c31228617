"""Verdicts that are kept: of what is public, by all that they rest on, and never in anybody's way."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from filinglint.cache import keys, records
from filinglint.cache.store import Store
from filinglint.cache.verdicts import Terms, Verdicts
from filinglint.catalogue import load_catalogue
from filinglint.cli import main
from filinglint.discovery import Found
from filinglint.judging import Job, Judged, Options, judge_file
from filinglint.triage.exceptions import Known
from made_up import DRAFT, filing

FILING = filing("<p>Café, and a script:</p>\n<script>alert()</script>", count=7)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder 'filings' with three filings, which differ; the cache is in 'kept'."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FILINGLINT_CACHE_DIR", str(tmp_path / "kept"))
    (tmp_path / "filings").mkdir()
    for name in "abc":
        (tmp_path / "filings" / f"{name}.txt").write_text(FILING.replace("lark.htm", f"{name}.htm"), "utf-8")
    return tmp_path


def entries(tree: Path) -> list[Path]:
    """Return the entries of the cache."""
    return [path for path in (tree / "kept").rglob("*") if path.is_file() and len(path.name) == 62]


def checked(*args: str) -> str:
    """Return the JSON report on the folder."""
    result = CliRunner().invoke(main, ["check", "filings", "-o", "json", *args])
    assert result.exit_code == 1, result.output
    return result.stdout


def judged(text: str) -> Judged:
    """Return what comes of a filing that holds *text*."""
    found = Found("a.txt", named=False, data=text.encode())
    return judge_file(found, Options(today=date(2026, 1, 2)), load_catalogue())


def test_the_same_report(tree: Path) -> None:
    """A verdict that was kept makes the same report, whoever asks for it."""
    first = checked()
    assert len(entries(tree)) == 3
    kept = {path: path.read_bytes() for path in entries(tree)}
    assert [checked(), checked("-j", "2"), checked("--no-cache"), checked("--cache-trust", "mtime")] == [first] * 4
    assert {path: path.read_bytes() for path in kept} == kept


def test_it_is_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was judged before is not judged again, and with trust in time stamps not even opened."""
    for name in "abc":
        os.utime(tree / "filings" / f"{name}.txt", (1_600_000_000, 1_600_000_000))
    first = checked("--cache-trust", "mtime")
    monkeypatch.setattr("filinglint.cache.kept.judge_file", lambda *_: pytest.fail("judged again"))
    assert checked() == first
    monkeypatch.setattr("filinglint.cache.kept.bytes_at", lambda *_: pytest.fail("opened"))
    assert checked("--cache-trust", "mtime") == first


def test_private(tree: Path) -> None:
    """Folders and entries of the cache are their owner's alone, and tools that save files know what they are."""
    checked()
    for path in (tree / "kept").rglob("*"):
        if path.name != "CACHEDIR.TAG":
            assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
    assert not stat.S_IMODE((tree / "kept").stat().st_mode) & 0o077
    assert (tree / "kept" / "CACHEDIR.TAG").read_text("ascii").startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_drafts_are_not_kept(tree: Path) -> None:
    """Of a draft, and of what does not say that EDGAR disseminated it, nothing is kept."""
    for path in (tree / "filings").iterdir():
        path.write_text(FILING.replace("ACCESSION NUMBER:\t\t0009990142-24-000031\n", ""), "utf-8")
    draft = tree / "filings" / "draft"
    draft.mkdir()
    (draft / "submission.toml").write_text(DRAFT, "utf-8")
    (draft / "a.htm").write_text("<html><body><p>FORM 8-K</p><p>secret</p></body></html>", "utf-8")
    (tree / "filings" / "alone.htm").write_text("<html><body><p>FORM 8-K</p><p>secret</p></body></html>", "utf-8")
    checked()
    assert entries(tree) == []


def test_named_files_are_judged_anew(tree: Path) -> None:
    """A file that is named is judged anew, and no verdict on it is kept."""
    CliRunner().invoke(main, ["check", "filings/a.txt"])
    assert entries(tree) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"\n" + b"x" * len(data),
        lambda data: data[:1] + zlib.compress(b"[1,2]"),
    ],
    ids=["empty", "cut", "flipped", "noise", "else"],
)
def test_damage(tree: Path, damage: object) -> None:
    """What is damaged is not there: the report is the same, and the entry is written anew."""
    first = checked()
    whole = {path: path.read_bytes() for path in entries(tree)}
    for path, data in whole.items():
        path.write_bytes(damage(data))  # type: ignore[operator]
    assert checked() == first
    assert {path: path.read_bytes() for path in entries(tree)} == whole


@pytest.mark.parametrize(
    "options",
    [
        ("--select", "DOC003"),
        ("--as-of", "2020-01-01"),
        ("--purpose", "audit"),
        ("--edition", "2026.1"),
        ("--config", 'severity.DOC003 = "warning"'),
        ("--fail-on", "warning"),
    ],
)
@pytest.mark.usefixtures("tree")
def test_other_questions(options: tuple[str, ...]) -> None:
    """Another question has an answer of its own."""
    checked()
    asked = CliRunner().invoke(main, ["check", "filings", "-o", "json", *options]).stdout
    assert asked == CliRunner().invoke(main, ["check", "filings", "-o", "json", *options, "--no-cache"]).stdout


def test_what_a_verdict_rests_on() -> None:
    """Bytes, path, rules, revisions, options, plugins and the baseline are in the key; what changes nothing is not."""
    catalogue, options = load_catalogue(), Options()
    run = keys.run_key(options, catalogue)
    rules = (replace(catalogue.rules[0], revision=99), *catalogue.rules[1:])
    others = [
        keys.run_key(options, replace(catalogue, rules=rules)),
        keys.run_key(options, replace(catalogue, rules=catalogue.rules[1:])),
        keys.run_key(replace(options, as_of="today"), catalogue),
        keys.run_key(replace(options, kind="document"), catalogue),
        keys.run_key(replace(options, limits=replace(options.limits, documents=3)), catalogue),
        keys.run_key(replace(options, plugins=("pytest",)), catalogue),
    ]
    assert len({run, *others}) == len(others) + 1
    assert keys.run_key(replace(options, jobs=4, verbose=True, today=date(2020, 1, 1)), catalogue) == run
    known = Known("b.json", {("DOC003", "fp1:0"): "2026-01-01"})
    same = keys.input_key(run, "a", "0", Known())
    inputs = [("b", "0", Known()), ("a", "1", Known()), ("a", "0", known)]
    assert len({same, *(keys.input_key(run, *one) for one in inputs)}) == 4


def test_a_day_that_counts(tree: Path) -> None:
    """What is judged by today is judged again tomorrow; what is judged by its day of filing is not."""
    verdicts = Verdicts(Terms(str(tree / "kept")))
    job = Job(Found("filings/a.txt", named=False), Options(today=date(2026, 1, 2)))
    for as_of, again in (("filing", False), ("today", True)):
        options = replace(job.options, as_of=as_of)
        first = verdicts.judged(replace(job, options=options), load_catalogue())
        later = verdicts.judged(replace(job, options=replace(options, today=date(2026, 1, 3))), load_catalogue())
        assert (first.record != later.record) is again


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=60))
def test_there_and_back(words: str) -> None:
    """A verdict comes out as it went in."""
    verdict = judged(FILING.replace("Café", words))
    assert records.read(records.written(verdict)) == replace(verdict, public=False, of_today=False)
    excerpts = [
        [finding.spot.excerpt for finding in one.findings] for one in (verdict, records.read(records.written(verdict)))
    ]
    assert excerpts[0] == excerpts[1]


@given(st.binary(max_size=200))
def test_noise_is_no_record(data: bytes) -> None:
    """Whatever bytes are read as a record, nothing but DamagedError is raised."""
    for noise in (data, zlib.compress(data)):
        with pytest.raises(records.DamagedError):
            records.read(noise)


def test_bounded(tmp_path: Path) -> None:
    """A cache that holds more than it may loses what was not used for longest."""
    store = Store(str(tmp_path), 40_000)
    names = [f"{number:064x}" for number in range(1, 50)]
    now = time.time()
    for age, name in enumerate(names[:30]):
        store.put(name, bytes(1000))
        os.utime(tmp_path / "verdicts-1" / name[:2] / name[2:], (now - 90_000 + age, now - 90_000 + age))
    assert store.get(names[0]) == bytes(1000)  # and is used now
    for name in names[30:]:
        store.put(name, bytes(1000))
    store.trim()
    assert store.held().bytes <= 40_000
    assert store.get(names[0]) is not None
    assert store.get(names[1]) is None
    assert store.get(names[-1]) is not None


def test_many_at_once(tmp_path: Path) -> None:
    """Whoever writes, reads and cleans at once, an entry is whole or not there."""
    store = Store(str(tmp_path), 100_000)
    values = {f"{number:064x}": bytes([number]) * 5000 for number in range(20)}

    def work(round_: int) -> None:
        for name, value in values.items():
            store.put(name, value)
            assert store.get(name) in (value, None)
        if round_ % 5 == 0:
            store.clean()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(20)))


@pytest.mark.usefixtures("tree")
def test_killed_while_writing() -> None:
    """Runs that are killed leave a cache that the next run uses."""
    first = checked("--no-cache")
    for wait in (0.2, 0.5, 0.8, 1.1):
        process = subprocess.Popen(
            [sys.executable, "-m", "filinglint", "check", "filings", "-q"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(wait)
        process.kill()
        process.wait()
        assert checked() == first


def test_nowhere_to_keep(tree: Path) -> None:
    """A cache that cannot be written is no reason to fail."""
    (tree / "kept").write_text("a file", "utf-8")
    assert checked() == checked("--no-cache")


def test_show_and_clean(tree: Path) -> None:
    """The cache says what it holds, and is empty after it is cleaned."""
    first = checked()
    shown = json.loads(CliRunner().invoke(main, ["cache", "show", "--format", "json"]).stdout)
    assert (shown["folder"], shown["entries"]) == (str(tree / "kept"), 3)
    assert shown["bytes"] == sum(path.stat().st_size for path in entries(tree))
    assert CliRunner().invoke(main, ["cache", "clean"]).stdout.startswith("3 entries, ")
    assert entries(tree) == []
    assert "entries  0" in CliRunner().invoke(main, ["cache", "show"]).stdout
    assert checked() == first


def test_configured(tree: Path) -> None:
    """The configuration says whether verdicts are kept."""
    (tree / "filinglint.toml").write_text("[cache]\nenabled = false\n", "utf-8")
    checked()
    assert entries(tree) == []
    shown = CliRunner().invoke(main, ["config", "show"]).stdout
    assert "max-bytes" in shown
    (tree / "filinglint.toml").write_text('[cache]\ntrust = "hope"\n', "utf-8")
    assert CliRunner().invoke(main, ["check", "filings"]).exit_code == 2
