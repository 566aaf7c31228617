"""What the command takes from start to exit: growth, start, memory. Ratios only; run by speed.py."""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

CHECK = (
    *(sys.executable, "-m", "filinglint", "check", "--no-progress", "--no-cache", "--isolated", "--exit-zero"),
    *("--format", "json"),
)
_RUN = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""
LARGE = 20_000_000  # bytes
_DOCUMENTS = re.compile(rb"^<DOCUMENT>.*?^</DOCUMENT>\r?\n?", re.DOTALL | re.MULTILINE)


@cache
def _kept() -> str:
    """Return a folder of this run for what is kept compiled, as it is for whoever has run a command before."""
    folder = tempfile.mkdtemp(prefix="filinglint-speed-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def run(command: Sequence[str]) -> tuple[float, int]:
    """Run *command* to its end; return its processor seconds and its peak of memory, in bytes."""
    kept = {"PYTHONPYCACHEPREFIX": f"{_kept()}/modules", "FILINGLINT_CACHE_DIR": f"{_kept()}/cache"}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | kept
    # A process inherits the peak of the one that begins it: this one holds a corpus, so that a small one begins it.
    told = subprocess.run(
        [sys.executable, "-S", "-c", _RUN, *command], env=environment, stdout=subprocess.PIPE, check=True
    )
    status, seconds, peak = json.loads(told.stdout)
    if status not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    return seconds, peak * 1024


def compared(commands: Mapping[str, Sequence[str]], to: str, count: int) -> dict[str, float]:
    """Return the processor time of each command as a ratio to that of *to*: the median of *count* rounds in turn."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(count + 1):
        for name, command in commands.items():
            seconds, _ = run(command)
            if turn:
                taken[name].append(seconds)
    return {
        name: statistics.median(one / base for one, base in zip(each, taken[to], strict=True))
        for name, each in taken.items()
    }


def start(small: str, count: int) -> dict[str, float]:
    """Return what starting costs: the version, and the check of one small filing."""
    python = (sys.executable, "-c")
    parts = "import click, pluggy, lxml.etree, jsonschema"
    nothing, click, libraries = (f"python -c '{words}'" for words in ("pass", "import click", parts))
    commands = {
        nothing: (*python, "pass"),
        click: (*python, "import click"),
        libraries: (*python, parts),
        "filinglint --version": (sys.executable, "-m", "filinglint", "--version"),
        "filinglint check of one small filing": (*CHECK, small),
    }
    found = {to: compared(commands, to, 4 * count) for to in (click, libraries)}
    version, check = "filinglint --version", "filinglint check of one small filing"
    return {
        f"{version}, to {click}": found[click][version],
        f"{check}, to {libraries}": found[libraries][check],
        f"{libraries}, to {nothing}": found[libraries][libraries] / found[libraries][nothing],
        f"{check}, to {nothing}": found[libraries][check] / found[libraries][nothing],
    }


@contextmanager
def enlarged(paths: Sequence[str], sizes: Sequence[int]) -> Iterator[list[str]]:
    """Give filings of about *sizes* bytes: the header of the largest one, and documents of all, over and over."""
    by_size = sorted(paths, key=lambda path: Path(path).stat().st_size, reverse=True)
    largest = Path(by_size[0]).read_bytes()
    head = largest[: largest.index(b"<DOCUMENT>")]
    bodies = [one for path in by_size[:20] for one in _DOCUMENTS.findall(Path(path).read_bytes())]
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for size in sizes:
            parts, total = [head], len(head)
            while total < size:
                for body in bodies:
                    parts.append(body)
                    total += len(body)
                    if total >= size:
                        break
            made.append(Path(folder, f"{size}.txt"))
            made[-1].write_bytes(b"".join(parts))
        yield [str(path) for path in made]


def growth(paths: Sequence[str], count: int) -> dict[str, float]:
    """Return how processor time grows with the bytes of one filing, and with their number; the start is left out."""
    times = (1, 2, 5, 10)
    whole = sum(Path(path).stat().st_size for path in paths)
    unit = min(2_000_000, whole // 10)
    with enlarged(paths, [unit * factor for factor in times]) as files:
        copied = Path(files[0]).parent
        nothing = copied / "nothing"
        nothing.mkdir()
        commands: dict[str, Sequence[str]] = {"start": (*CHECK, "--allow-empty", str(nothing))}
        commands |= {f"{factor} × the bytes": (*CHECK, file) for factor, file in zip(times, files, strict=True)}
        some = sorted(paths)
        numbers = [number for number in (1, 10, 100) if number <= len(some)]
        # The same filing over and over would be judged once: copies of it have names of their own.
        source = Path(sorted(some, key=lambda path: Path(path).stat().st_size)[len(some) // 2]).read_bytes()
        for number in numbers:
            folder = copied / f"copies-{number}"
            folder.mkdir()
            for index in range(number):
                (folder / f"{index}.txt").write_bytes(source)
            commands[f"{number} filings"] = (*CHECK, str(folder))
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(max(3, count // 2)):
            for name, command in commands.items():
                taken[name].append(run(command)[0])
    least = {name: min(each) for name, each in taken.items()}
    net = {name: seconds - least["start"] for name, seconds in least.items()}
    return {
        name: value / net["1 filings" if name.endswith("filings") else "1 × the bytes"]
        for name, value in net.items()
        if name != "start"
    }


def memory(paths: Sequence[str]) -> dict[str, float]:
    """Return the peaks of memory for one filing of 20 MB and for a hundred filings."""
    with enlarged(paths, [LARGE]) as (large,):
        size = Path(large).stat().st_size
        _, peak = run((*CHECK, large))
    _, many = run((*CHECK, *sorted(paths)[:100]))
    biggest = max(Path(path).stat().st_size for path in sorted(paths)[:100])
    return {
        "one filing of 20 MB: MB of peak": peak / 1e6,
        "the same, as a part of 80 MB + 4 × its bytes": peak / (80e6 + 4 * size),
        "a hundred filings: part of 80 MB + 4 × the largest": many / (80e6 + 4 * biggest),
    }
