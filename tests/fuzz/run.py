"""Feeds one target with inputs made by coverage, and keeps what breaks it.

Usage: python tests/fuzz/run.py TARGET [--seconds 60] [--runs N] [--folder build/fuzz]

Needs atheris. What is found goes to FOLDER/found/TARGET-…, once for each place in the code that broke; an input that
takes more than ten seconds is found too. FOLDER/TARGET.count holds how many inputs there were in all runs so far.
The exit status is 1 when something was found.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SLOW = 10.0  # seconds
SEEDS = {
    "submission": ["examples", "rules/filinglint_edgar/cases"],
    "bcp": ["examples", "rules/filinglint_bcp/cases"],
    "markup": ["examples", "rules/filinglint_edgar/cases/format", "rules/filinglint_edgar/cases/exhibits"],
    "pack": ["rules/filinglint_bcp/rules"],
}


class Watched:
    """A target that is timed, counted, and goes on after what breaks it."""

    def __init__(self, target: Callable[[bytes], None], folder: Path) -> None:
        self._target = target
        self._found = folder / "found"
        self._count = folder / f"{target.__name__}.count"
        self._inputs = int(self._count.read_text()) if self._count.exists() else 0
        self._known: set[str] = set()

    def __call__(self, data: bytes) -> None:
        """Try *data*."""
        began = time.monotonic()
        try:
            self._target(data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            said = str(error)[:60] if isinstance(error, AssertionError) else ""
            self._keep(f"{type(error).__name__}:{last.filename}:{last.lineno}:{said}", data, traceback.format_exc())
        if time.monotonic() - began > SLOW:
            self._keep("slow", data, f"took {time.monotonic() - began:.1f} s\n")
        self._inputs += 1
        if self._inputs % 200 == 0:
            self._count.write_text(str(self._inputs))

    def _keep(self, what: str, data: bytes, how: str) -> None:
        if what in self._known:
            return
        self._known.add(what)
        name = f"{self._target.__name__}-{hashlib.sha256(what.encode()).hexdigest()[:12]}"
        if not (self._found / name).exists():
            (self._found / name).write_bytes(data)
            (self._found / f"{name}.how").write_text(how)
            print(f"FOUND {name}: {how.strip().splitlines()[-1][:200]}", flush=True)


def main() -> None:
    """Fuzz the target that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "fuzz")
    asked = parser.parse_args()

    atheris: Any = import_module("atheris")
    sys.path.insert(0, str(HERE))
    with atheris.instrument_imports(include=["filinglint"]):
        targets = import_module("targets").TARGETS
    if asked.target not in targets:
        parser.error(f"no target is called '{asked.target}'; there are {', '.join(targets)}")
    grown = asked.folder / asked.target
    for folder in (grown, asked.folder / "found"):
        folder.mkdir(parents=True, exist_ok=True)
    given = [HERE / "seeds" / asked.target, *(ROOT / name for name in SEEDS.get(asked.target, ()))]
    os.chdir(asked.folder)
    atheris.Setup(
        [
            sys.argv[0],
            str(grown),
            *(str(folder) for folder in given if folder.is_dir()),
            f"-max_total_time={asked.seconds}",
            f"-runs={asked.runs}",
            "-max_len=16384",
            "-timeout=120",
            "-rss_limit_mb=4096",
            "-print_final_stats=1",
            f"-dict={HERE / 'words.dict'}",
        ],
        Watched(targets[asked.target], asked.folder),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
