"""Judging on a Dask cluster: the report is that of one process, whoever is killed meanwhile."""

from __future__ import annotations

import os
import signal
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from filinglint.catalogue import load_catalogue
from filinglint.cli import main
from filinglint.engine import Step, check
from filinglint.judging import Options
from filinglint.reporters import reporter
from filinglint.reporters.view import View
from made_up import DRAFT, feed


@pytest.fixture(scope="module")
def dask() -> Iterator[Any]:
    """A scheduler and two workers on this machine, each a process with one thread."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1", silence_logs=50
    ) as cluster:
        yield cluster


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with forty filings, an archive, a draft, an empty file and one that is nobody's."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        text = feed("<p>Words.</p>" * (number * 200), number=number, count=1 + number % 2)
        (folder / f"{number:02}.nc").write_text(text, "utf-8")
    with tarfile.open(folder / "more.tar.gz", "w:gz") as archive:
        for number in range(5):
            archive.add(folder / f"{number:02}.nc", f"{number:02}.nc")
    (folder / "draft").mkdir()
    (folder / "draft" / "submission.toml").write_text(DRAFT, "utf-8")
    (folder / "draft" / "a.htm").write_text("<html><body><p>FORM 8-K</p></body></html>", "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "other.txt").write_text("Nothing of ours.", "utf-8")
    return tmp_path


def address(dask: Any) -> str:
    """Return how the command line names the cluster."""
    return str(dask.scheduler_address).replace("tcp://", "dask://")


@pytest.mark.usefixtures("here")
def test_the_report_of_one_process(dask: Any) -> None:
    """The cluster's report is byte for byte that of one process; drafts stay here."""
    alone = CliRunner().invoke(main, ["check", "in/empty.txt", "in", "-o", "json", "--no-cache"])
    there = CliRunner().invoke(main, ["check", "in/empty.txt", "in", "-o", "json", "--executor", address(dask)])
    assert (there.exit_code, there.stdout) == (alone.exit_code, alone.stdout)
    assert '"SYS010"' in alone.stdout


@pytest.mark.usefixtures("here")
def test_a_worker_is_killed(dask: Any) -> None:
    """With a worker killed in the middle nothing is lost, and nothing counts twice."""
    from filinglint.cluster import cluster

    catalogue = load_catalogue()

    def render(report: Any) -> str:
        return "".join(reporter("json")(report, catalogue.rules, View()))

    alone = render(check(("in",), Options(), catalogue))
    killed: list[int] = []
    workers = [worker.pid for worker in dask.workers.values()]

    def kill(step: Step) -> None:
        if step.files >= 5 and not killed:
            killed.append(workers[0])
            os.kill(workers[0], signal.SIGKILL)

    with cluster(address(dask)) as (executor, count):
        assert count == 2
        there = render(check(("in",), Options(jobs=count), catalogue, kill, executor=executor))
    assert killed
    assert there == alone


@pytest.mark.parametrize("spec", ["dask://127.0.0.1:1", "spark://127.0.0.1:1", "dask://"])
def test_no_cluster(here: Path, monkeypatch: pytest.MonkeyPatch, spec: str) -> None:  # noqa: ARG001
    """Where no scheduler answers the command is at fault."""
    pytest.importorskip("distributed")
    monkeypatch.setattr("filinglint.cluster._PATIENCE", 1)
    assert CliRunner().invoke(main, ["check", "in", "--executor", spec]).exit_code == 2


def test_without_dask(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """Who has no Dask is told what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = CliRunner().invoke(main, ["check", "in", "--executor", "dask://127.0.0.1:8786"])
    assert result.exit_code == 2
    assert "pip install 'filinglint[dask]'" in result.stderr
