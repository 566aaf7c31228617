"""What many filings cost: cores, the cache, archives; each as a ratio within one run, start-up included.

Usage: python benchmarks/scale.py FOLDER [--rounds 3] [--only cores,cache,archive] [--filings 1000] [--json FILE]

FOLDER holds submissions. The archive is made of them, as often as it takes, each time with another accession number.
Peaks are those of the largest process; what else the machine does meanwhile shows in times, so that rounds take turns
and the best of each counts.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path
from typing import Any

CHECK = [sys.executable, "-m", "filinglint", "check", "-q", "--exit-zero", "--isolated"]
ACCESSION = re.compile(rb"\b\d{10}-\d\d-\d{6}\b")


class Ran:
    """A command that was run: seconds on the clock, and the peak of its largest process in MB."""

    def __init__(self, *commands: list[str], env: dict[str, str] | None = None) -> None:
        began = time.monotonic()
        started = [subprocess.Popen(command, env={**os.environ, **(env or {})}) for command in commands]
        peak = 0
        for process in started:
            _, status, used = os.wait4(process.pid, 0)
            peak = max(peak, used.ru_maxrss)
            code = os.waitstatus_to_exitcode(status)
            if code not in (0, 3):
                raise SystemExit(f"{' '.join(map(str, process.args))} ended with {code}")  # type: ignore[arg-type]
        self.seconds = time.monotonic() - began
        self.peak = peak / 1024


def best(runs: list[Ran]) -> float:
    """Return the seconds of the fastest."""
    return min(run.seconds for run in runs)


def cores(files: list[Path], work: Path, rounds: int) -> dict[str, Any]:
    """Two workers of one run, against two runs that share the files evenly and know nothing of each other."""
    halves: list[list[Path]] = [[], []]
    sizes = [0, 0]
    for file in sorted(files, key=lambda file: -file.stat().st_size):
        lighter = sizes.index(min(sizes))
        halves[lighter].append(file)
        sizes[lighter] += file.stat().st_size
    for number, half in enumerate([*halves, files]):
        (work / f"list{number}").write_bytes(b"\0".join(os.fsencode(file) for file in half) + b"\0")

    def command(number: int, *more: str) -> list[str]:
        return [
            *CHECK,
            "--no-cache",
            "--files-from",
            str(work / f"list{number}"),
            "-o",
            f"json:{work}/{number}.json",
            *more,
        ]

    together, apart, one = [], [], []
    for _ in range(rounds):
        together.append(Ran(command(2, "-j", "2")))
        apart.append(Ran(command(0), command(1)))
        one.append(Ran(command(2)))
    return {
        "one process, s": best(one),
        "two workers, s": best(together),
        "two processes, s": best(apart),
        "of two processes": best(apart) / best(together),
    }


def cache(folder: Path, work: Path, rounds: int) -> dict[str, Any]:
    """A run again, against the first one; start-up, that of an empty folder, is taken off."""
    empty = work / "empty"
    empty.mkdir()
    env = {"FILINGLINT_CACHE_DIR": str(work / "kept")}
    start = best([Ran([*CHECK, str(empty), "--allow-empty"], env=env) for _ in range(rounds)])
    out = ["-o", f"json:{work}/cache.json"]
    cold, warm, trusting = [], [], []
    for number in range(rounds):
        kept = {"FILINGLINT_CACHE_DIR": str(work / f"kept{number}")}
        cold.append(Ran([*CHECK, str(folder), *out], env=kept))
        warm.append(Ran([*CHECK, str(folder), *out], env=kept))
        Ran([*CHECK, str(folder), *out, "--cache-trust", "mtime"], env=kept)
        trusting.append(Ran([*CHECK, str(folder), *out, "--cache-trust", "mtime"], env=kept))
    first = best(cold) - start
    return {
        "cold, s": first,
        "warm by content": (best(warm) - start) / first,
        "warm by time stamps": (best(trusting) - start) / first,
    }


def archive(files: list[Path], work: Path, filings: int) -> dict[str, Any]:
    """A daily feed as a stream: peak against its largest file."""
    path, largest, size = work / "feed.nc.tar.gz", 0, 0
    with tarfile.open(path, "w:gz", compresslevel=1) as feed:
        for number in range(filings):
            data = files[number % len(files)].read_bytes()
            accession = f"{9990000000 + number:010}-24-{number:06}".encode()
            data = ACCESSION.sub(accession, data, count=2)
            info = tarfile.TarInfo(f"{accession.decode()}.nc")
            info.size = len(data)
            feed.addfile(info, io.BytesIO(data))
            largest, size = max(largest, len(data)), size + len(data)
    allowed = 80 + 4 * largest / (1 << 20)
    found: dict[str, Any] = {
        "filings": filings,
        "MB": size / (1 << 20),
        "largest, MB": largest / (1 << 20),
        "allowed, MB": allowed,
    }
    for name, output, more in (
        ("jsonl", f"jsonl:{work}/feed.jsonl", ()),
        ("jsonl, two workers", f"jsonl:{work}/feed.jsonl", ("-j", "2")),
        ("parquet", f"parquet:{work}/feed", ()),
    ):
        run = Ran([*CHECK, "--no-cache", str(path), "-o", output, *more])
        found |= {f"{name}: peak, MB": run.peak, f"{name}: MB/s": size / (1 << 20) / run.seconds}
    return found


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="cores,cache,archive")
    parser.add_argument("--filings", type=int, default=1000)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    files = sorted(path for path in asked.folder.rglob("*") if path.suffix in (".txt", ".nc"))
    found: dict[str, Any] = {"files": len(files), "MB": sum(file.stat().st_size for file in files) / (1 << 20)}
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        if "cores" in asked.only:
            found["cores"] = cores(files, work, asked.rounds)
        if "cache" in asked.only:
            found["cache"] = cache(asked.folder, work, asked.rounds)
        if "archive" in asked.only:
            found["archive"] = archive(files, work, asked.filings)
    for part, figures in found.items():
        print(f"{part}: {figures:,.1f}" if not isinstance(figures, dict) else part)
        for what, figure in figures.items() if isinstance(figures, dict) else ():
            print(f"  {what}: {figure:,.3f}" if isinstance(figure, float) else f"  {what}: {figure}")
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1), "utf-8")


if __name__ == "__main__":
    main()
