"""Whatever happens to the machine or the process, a report that exists is whole and the exit status is right."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from typing import Any

import pytest

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits and processes of Linux")


def many(bench: Any, count: int) -> None:
    """Write *count* filings."""
    for number in range(count):
        bench.filing(f"in/{number:03}.txt", f"<p>{number}</p>" + "<p>The company opened a shop.</p>" * 400)


@POSIX
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt_at_any_moment(bench: Any, jobs: str) -> None:
    """Whenever the run is interrupted it ends with 130, no traceback, and a report that is whole, old, or not there."""
    many(bench, 20)
    chance = random.Random(7)
    seen = set()
    for number in range(8):
        report = bench.root / "report.json"
        report.write_text('"old"')
        process = subprocess.Popen(
            bench.command("check", "in", "-j", jobs, "--no-cache", "-o", "json:report.json"),
            cwd=bench.root,
            env=bench.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        time.sleep(0.05 + chance.random() * (0.3 + number / 4))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        seen.add(process.returncode)
        # Before our first line of Python has run the interpreter itself ends by the signal.
        assert process.returncode in (1, 130, -signal.SIGINT), (process.returncode, err)
        if process.returncode == 130:
            assert b"Traceback" not in out + err, err
        json.loads(report.read_text())
        assert os.listdir(bench.root / "in") != []
        assert not [name for name in os.listdir(bench.root) if name.startswith(".report")]
    assert seen & {130, 1}


@POSIX
def test_reader_that_goes_away(bench: Any) -> None:
    """When the reader of the output closes the pipe the run ends with 141, and without a word."""
    many(bench, 40)
    for format in ("text", "jsonl"):
        process = subprocess.Popen(
            bench.command("check", "in", "--format", format, "--purpose", "audit"),
            cwd=bench.root,
            env=bench.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
        assert process.wait(60) in (141, 1)
        assert b"Traceback" not in err
        assert b"BrokenPipe" not in err


@LINUX
def test_worker_that_is_killed(bench: Any) -> None:
    """A worker that the system kills in the middle is replaced: the report is whole, and says what was lost."""
    many(bench, 60)
    process = subprocess.Popen(
        bench.command("check", "in", "-j", "2", "--no-cache", "--format", "json"),
        cwd=bench.root,
        env=bench.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    killed = 0
    until = time.monotonic() + 60
    while not killed and process.poll() is None and time.monotonic() < until:
        children = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(process.pid)], capture_output=True, text=True
        )
        for line in children.stdout.splitlines():
            number, _, words = line.strip().partition(" ")
            if "spawn_main" in words:
                time.sleep(0.3)
                try:
                    os.kill(int(number), signal.SIGKILL)
                except ProcessLookupError:
                    continue
                killed += 1
                break
    out, err = process.communicate(timeout=120)
    assert b"Traceback" not in err, err
    report = json.loads(out)
    assert process.returncode == report["run"]["status"]
    assert process.returncode in (1, 3)
    assert len(report["inputs"]) == 60
    if process.returncode == 1:
        assert len({one["path"] for one in report["findings"]}) == 60


@LINUX
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_out_of_memory(bench: Any, jobs: str) -> None:
    """Where there is no memory for a file it is named and the status is 3; small ones beside it are judged."""
    many(bench, 3)
    bench.filing("in/large.txt", "<p>x</p>" + "<p>The company opened a shop.</p>" * 4_000_000)

    def little() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (330_000_000, 330_000_000))

    ended = bench.process("check", "in", "-j", jobs, "--no-cache", "--format", "json", preexec_fn=little)
    assert ended.status == 3, (ended.out[:500], ended.err)
    said = {one["path"] for one in ended.report["findings"] if one["rule"].startswith("SYS")}
    assert said == {"in/large.txt"}
    assert {one["path"] for one in ended.report["findings"] if one["rule"] == "DOC003"} >= {"in/000.txt", "in/002.txt"}


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"HOME": None, "XDG_CACHE_HOME": None, "FILINGLINT_CACHE_DIR": None},
        {"HOME": "/nonexistent/nowhere"},
        {"HOME": "/dev/null"},
        {"TERM": None, "COLUMNS": None},
        {"TERM": "dumb", "COLUMNS": "1"},
        {"COLUMNS": "no number", "SOURCE_DATE_EPOCH": "no number", "NO_COLOR": "1"},
        {"TMPDIR": "/nonexistent"},
        {"PATH": ""},
    ],
    ids=["locale-c", "no-home", "home-gone", "home-device", "no-terminal", "narrow", "garbage", "no-tmp", "no-path"],
)
def test_environment(bench: Any, env: dict[str, str | None]) -> None:
    """In locale C, without a home, a terminal, a temporary folder or a path, reports are whole."""
    bench.filing("a.txt", "<p>café ☒ 漢 \U0001f4a9</p>".replace("café", "caf\u00e9 \u201cq\u201d"))
    for format in ("text", "json"):
        ended = bench.process("check", "a.txt", "--format", format, "--purpose", "audit", env=env)
        assert ended.status == 1, (ended.out, ended.err)
        assert "DOC003" in ended.out
    assert bench.process("check", "a.txt", "-o", "sarif:r.sarif", env=env).status == 1
    json.loads((bench.root / "r.sarif").read_text("utf-8"))


@POSIX
def test_closed_streams(bench: Any) -> None:
    """With standard input, output and error closed by the caller the report in a file is whole."""
    bench.filing("a.txt", "<p>x</p>")
    words = " ".join(f"'{word}'" for word in bench.command("check", "a.txt", "-o", "json:r.json"))
    done = subprocess.run(
        ["sh", "-c", f"exec {words} <&- >&- 2>&-"], cwd=bench.root, env=bench.environment(), check=False
    )
    assert done.returncode == 1
    json.loads((bench.root / "r.json").read_text())


def test_cache_that_is_damaged(bench: Any) -> None:
    """Whatever byte of a cache is changed, cut or doubled, the report is what it is without one."""
    for number in range(3):
        bench.filing(f"in/{number}.txt", f"<p>{number}</p>")
    cache = bench.root / "cache"
    args = ("check", "in", "--format", "json", "--cache-dir", str(cache))
    fresh = bench.run("check", "in", "--format", "json", "--no-cache")
    assert bench.run(*args).out == fresh.out
    files = sorted(path for path in cache.rglob("*") if path.is_file())
    assert files, "nothing is kept: the test says nothing"
    chance = random.Random(3)
    for _ in range(120):
        path = chance.choice(files)
        if not path.exists():
            assert bench.run(*args).out == fresh.out
            continue
        whole = path.read_bytes()
        at = chance.randrange(len(whole) or 1)
        spoilt = chance.choice(
            (
                whole[:at],
                whole[:at] + bytes((whole[at] ^ (1 << chance.randrange(8)),)) + whole[at + 1 :] if whole else b"x",
                whole + whole,
                b"",
                whole[at:],
                os.urandom(64),
            )
        )
        path.write_bytes(spoilt)
        ended = bench.run(*args)
        assert ended.out == fresh.out, (path, at)
        assert ended.status == fresh.status
    shutil.rmtree(cache)
    cache.write_text("a file where the folder was")
    assert bench.run(*args).out == fresh.out


def test_two_runs_on_one_cache(bench: Any) -> None:
    """Runs that use one cache at once say what each would have said alone."""
    many(bench, 12)
    args = ("check", "in", "--format", "json", "--cache-dir", str(bench.root / "cache"))
    fresh = bench.run("check", "in", "--format", "json", "--no-cache")
    running = [
        subprocess.Popen(bench.command(*args), cwd=bench.root, env=bench.environment(), stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    for process in running:
        out, _ = process.communicate(timeout=120)
        assert out.decode() == fresh.out
        assert process.returncode == fresh.status
    assert bench.run(*args).out == fresh.out
