"""Inputs handed out to executors, processes that die, and long rows on the disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from multiprocessing import active_children
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.catalogue import load_catalogue
from filinglint.discovery import Found
from filinglint.dispatch import dispatched
from filinglint.engine import Step, check
from filinglint.errors import PackError
from filinglint.finding import Outcome, OutcomeRecord
from filinglint.judging import Job, Options
from filinglint.outcomes import Outcomes
from filinglint.pool import WorkerDiedError, Workers
from filinglint.reporters import reporter
from filinglint.reporters.view import View
from filinglint.spool import Joined, Spool
from made_up import filing


@pytest.fixture
def filings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of forty filings, every third with an error, the tenth larger than all others."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "filings"
    folder.mkdir()
    for number in range(40):
        filling = "<p>Words that nobody reads.</p>" * (20_000 if number == 10 else number)
        text = filing(filling, number=number, count=1 + (number % 3 == 0))
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    return folder


def report_of(folder: str, executor: Executor | None, progress: Callable[[Step], None] | None = None) -> str:
    """Return the report in JSON on *folder*, judged by *executor*."""
    catalogue = load_catalogue()
    report = check((folder,), Options(jobs=2), catalogue, progress, executor=executor)
    return "".join(reporter("json")(report, catalogue.rules, View()))


@pytest.mark.parametrize(
    ("deadly", "number", "said"),
    [(signal.raise_signal, signal.SIGKILL, "was ended by SIGKILL"), (os._exit, 7, "ended with status 7")],
)
def test_a_process_dies_alone(deadly: Callable[[int], None], number: int, said: str) -> None:
    """A process that dies fails what it was at, and everything else is done."""
    with Workers(2) as workers:
        before, dead = workers.submit(abs, -1), workers.submit(deadly, number)
        after = [workers.submit(abs, -2) for _ in range(3)]
        assert [future.result(60) for future in (before, *after)] == [1, 2, 2, 2]
        with pytest.raises(WorkerDiedError, match=said):
            dead.result(60)


def test_what_cannot_come_back() -> None:
    """What cannot be pickled on the way back is an error, and the process goes on."""
    with Workers(1) as workers:
        broken, after = workers.submit(eval, "lambda: 0"), workers.submit(abs, -1)
        with pytest.raises(RuntimeError, match="ickle"):
            broken.result(60)
        assert after.result(60) == 1


def test_sent_home_at_once() -> None:
    """Workers that are sent home in the middle are gone at once, and take no more."""
    workers = Workers(1)
    futures = [workers.submit(time.sleep, 60) for _ in range(3)]
    began = time.monotonic()
    while not futures[0].running() and time.monotonic() - began < 30:
        time.sleep(0.05)
    workers.shutdown(cancel_futures=True)
    assert time.monotonic() - began < 40
    assert futures[1].cancelled()
    with pytest.raises(RuntimeError):
        workers.submit(abs, 1)


class Poisoned(Executor):
    """An executor on which whoever reads a file with 'poison' in its name dies, and others the first time."""

    def __init__(self) -> None:
        self.deaths = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call *fn* now."""
        future: Future[Any] = Future()
        if any("03" in job.found.path for job in args[0]) or self.deaths == 0:
            self.deaths += 1
            future.set_exception(WorkerDiedError(-9))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_whoever_dies_is_named(filings: Path) -> None:
    """A file on which workers die is named in a finding, the run is incomplete, and all others are judged."""
    report = check(("filings",), Options(jobs=2), load_catalogue(), executor=Poisoned())
    assert report.status == 3
    died = [finding for finding in report.findings if finding.code == "SYS012"]
    assert [(finding.spot.path, finding.message) for finding in died] == [
        ("filings/03.txt", "the process that read it was ended by SIGKILL")
    ]
    assert len(report.inputs) == len(list(filings.iterdir()))
    assert sum(record.kind == "submission" for record in report.inputs) == len(report.inputs) - 1


def test_any_executor_says_the_same(filings: Path) -> None:
    """One process, two of ours and threads of the standard library write the same report."""
    alone = report_of(filings.name, None)
    with Workers(2) as workers, ThreadPoolExecutor(2) as threads:
        assert report_of(filings.name, workers) == alone
        assert report_of(filings.name, threads) == alone


def test_progress(filings: Path) -> None:
    """Progress counts files, bytes and findings up to all there are."""
    steps: list[Step] = []
    report_of(filings.name, None, steps.append)
    files = sorted(filings.iterdir())
    assert [step.files for step in steps] == list(range(1, len(files) + 1))
    assert steps[-1].bytes == steps[-1].of_bytes == sum(file.stat().st_size for file in files)
    assert steps[-1].of_files == len(files)
    assert steps[-1].findings >= len(files) // 3


def test_a_pack_that_is_missing_there() -> None:
    """What no worker can begin with is an error of the run, not of each file."""
    jobs = [Job(Found("filings/01.txt", named=True), Options(plugins=("nobody-has-this",)))]
    with Workers(1) as workers, pytest.raises(PackError):
        list(dispatched(jobs, workers, 1))


@given(st.lists(st.lists(st.tuples(st.integers(0, 50), st.integers()))), st.integers(0, 9))
def test_rows(added: list[list[tuple[int, int]]], most: int) -> None:
    """A row that went to the disk says what it would have said in memory, in order of addition or of its key."""
    plain: Spool[tuple[int, int]] = Spool(most)
    ordered: Spool[tuple[int, int]] = Spool(most, key=itemgetter(0))
    for values in added:
        plain.extend(values)
        ordered.extend(values)
    whole = [value for values in added for value in values]
    assert list(plain.row()) == list(plain.row()) == whole
    assert list(ordered.row()) == sorted(whole, key=itemgetter(0))
    assert len(plain) == len(whole)
    assert [plain.row()[index] for index in range(-len(whole), len(whole))] == whole * 2
    assert list(plain.row()[1:3]) == whole[1:3]


@pytest.mark.parametrize("most", [3, 100])
def test_rows_of_outcomes(most: int) -> None:
    """Outcomes that went to the disk come back as they were, input after input; what is heavy goes there sooner."""
    records = [OutcomeRecord(f"COV{number:03}", "a.txt", None, Outcome.PASSED) for number in range(40)]
    rows = [(record.code, None, Outcome.PASSED, None) for record in records]
    row: Spool[Outcomes] = Spool(most, weight=len)
    for start in range(0, 40, 4):
        row.extend((Outcomes.of("a.txt", rows[start : start + 4]),))
    joined = Joined(row.row())
    assert list(joined) == [*joined[:]] == records
    assert len(joined) == 40
    assert joined[-1] == records[-1]
    assert isinstance(row.row(), Spool) == (most < 40)
    with pytest.raises(IndexError):
        joined[40]


def test_a_worker_is_killed(filings: Path) -> None:
    """A worker that someone kills is replaced; the report is that of one process."""
    alone = report_of(filings.name, None)
    killed: list[int] = []

    def kill(step: Step) -> None:
        if step.files > 2 and not killed:
            killed.extend(child.pid or 0 for child in active_children())
            os.kill(killed[0], signal.SIGKILL)

    with Workers(2) as workers:
        assert report_of(filings.name, workers, kill) == alone
    assert killed


def test_interrupted(filings: Path) -> None:
    """Ctrl-C ends a run with workers at once: status 130, one word, and no process is left."""
    for number in range(60):
        filling = "<p>Words that nobody reads.</p>" * 5_000
        (filings / f"more{number}.txt").write_text(filing(filling, number=number), "utf-8")
    command = [sys.executable, "-m", "filinglint", "check", "filings", "-j", "2", "--no-cache"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    began = time.monotonic()
    while time.monotonic() - began < 30 and len(_children(process.pid)) < 2:
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.strip()) == (130, b"", b"filinglint: interrupted")
    began = time.monotonic()
    while _anybody(process.pid) and time.monotonic() - began < 20:
        time.sleep(0.1)
    assert not _anybody(process.pid)


def _children(parent: int) -> list[str]:
    """Return the processes that *parent* began; none where the system does not tell."""
    return [child for file in Path(f"/proc/{parent}/task").glob("*/children") for child in file.read_text().split()]


def _anybody(group: int) -> bool:
    """Tell whether a process is left in *group*."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
