"""What the hostile cases share: the command line as a process of its own, and an invented filing to spoil."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from filinglint.cli import main
from filinglint_schemas import load_schema
from made_up import filing


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit status and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """Its report, which is whole and as its schema says."""
        report: dict[str, Any] = json.loads(self.out)
        Draft202012Validator(load_schema("report")).validate(report)
        return report

    @property
    def tool_says(self) -> list[tuple[str, str]]:
        """What the tool says of itself: codes and messages."""
        return [(one["rule"], one["message"]) for one in self.report["findings"] if one["rule"].startswith("SYS")]


@dataclass(frozen=True)
class Bench:
    """A folder in which the command line is run as a process."""

    root: Path

    def write(self, name: str, data: str | bytes) -> Path:
        """Write *data* to the file *name*, and return its path."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def filing(self, name: str, body: str, more: str = "") -> Path:
        """Write a filing whose one document has *body*, and *more* documents."""
        return self.write(name, filing(body, count=7, more=more))

    def command(self, *args: str) -> list[str]:
        """Return how the command line is called with *args*."""
        return [sys.executable, "-m", "filinglint", *args]

    def environment(self, changed: Mapping[str, str | None] | None = None) -> dict[str, str]:
        """Return the environment of every process, on the last day of September 2026; None takes a variable out."""
        given = {"SOURCE_DATE_EPOCH": "1790726400", "PYTHONDONTWRITEBYTECODE": "1", **(changed or {})}
        merged = {**os.environ, **given}
        return {name: value for name, value in merged.items() if value is not None}

    def run(self, *args: str) -> Ended:
        """Run the command line in this process, in the folder; nothing ends in a traceback."""
        with chdir(self.root), patch.dict(os.environ, self.environment(), clear=True):
            done = CliRunner().invoke(main, args)
        assert "Traceback" not in done.output, done.output
        return Ended(done.exit_code, done.stdout, done.stderr)

    def check(self, *args: str) -> Ended:
        """Run ``check`` with a report in JSON, in this process."""
        return self.run("check", "--format", "json", *args)

    def process(
        self, *args: str, env: Mapping[str, str | None] | None = None, timeout: float = 120, **more: Any
    ) -> Ended:
        """Run the command line as a process of its own; nothing ends in a traceback."""
        done = subprocess.run(
            [*more.pop("prefix", ()), *self.command(*args)],
            cwd=more.pop("cwd", self.root),
            env=self.environment(env),
            stdin=more.pop("stdin", subprocess.DEVNULL),
            capture_output=True,
            timeout=timeout,
            check=False,
            **more,
        )
        ended = Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))
        assert "Traceback" not in ended.out + ended.err, ended.err
        return ended


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A folder that ends its own repository."""
    (tmp_path / ".git").mkdir()
    return Bench(tmp_path)
