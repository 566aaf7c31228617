"""What is new since a revision of a git repository, or since a report: findings compared by fingerprint.

Both revisions are judged in full, by the configuration of today: what counts is what changed in the
documents, not in the rules. The revision is laid out in a temporary folder of one's own; the repository,
its index and its working tree stay as they are, and nothing is fetched.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from filinglint.config.globs import relative
from filinglint.discovery import STDIN, Found, discover
from filinglint.engine import judged_jobs
from filinglint.errors import ConfigError
from filinglint.finding import Finding
from filinglint.frozen import dataclass
from filinglint.judging import Job
from filinglint.plan import Plan
from filinglint.report import Notice, Report

Key = tuple[str, str, str]  # code, path and fingerprint


@dataclass(frozen=True, slots=True)
class Before:
    """The findings that were there; their paths are relative to ``root``, an absolute folder."""

    name: str
    root: str
    findings: frozenset[Key]

    def new(self, report: Report) -> Report:
        """Return *report* without the findings that were there."""
        left = tuple(finding for finding in report.findings if _key(finding, self.root) not in self.findings)
        gone = len(report.findings) - len(left)
        if not gone:
            return report
        there = f"{gone} finding was" if gone == 1 else f"{gone} findings were"
        notice = Notice("", f"{there} there at {self.name} and not reported")
        return replace(report, findings=left, notices=(*report.notices, notice))


def before(since: str, paths: Sequence[str], plan: Plan) -> Before:
    """Return what was found in *paths* at *since*, a report in JSON or a revision of git.

    Raises ConfigError when it is neither, or when *paths* are not all of one repository.
    """
    if os.path.isfile(since):
        return _reported(since)
    return _at_revision(since, paths, plan)


def _key(finding: Finding, root: str) -> Key:
    return finding.code, relative(finding.spot.path, root), finding.fingerprint


def _reported(path: str) -> Before:
    try:
        with open(path, encoding="utf-8") as file:
            data: Any = json.load(file)
        if data["schema"] != "filinglint-report-1":
            raise ValueError(data["schema"])
        root = os.getcwd()
        findings = frozenset(
            (one["rule"], relative(one["path"], root), one["fingerprint"])
            for one in data["findings"]
            if one["suppression"] is None
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ConfigError(f"--since '{path}' is no report; filinglint check -o json:FILE writes one") from error
    return Before(f"'{path}'", root, findings)


def _at_revision(revision: str, paths: Sequence[str], plan: Plan) -> Before:
    if STDIN in paths:
        raise ConfigError("--since compares files of a repository, and standard input is none")
    top = _git(["rev-parse", "--show-toplevel"], os.getcwd())
    if not top:
        raise ConfigError(f"--since '{revision}': this is no git repository, and there is no such report")
    commit = _git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], top)
    if not commit:
        raise ConfigError(f"--since '{revision}' is neither a revision of this repository nor a report")
    top = os.path.realpath(top)
    inner = [relative(os.path.realpath(path), top) for path in paths]
    outside = next((path for path, place in zip(paths, inner, strict=True) if place.startswith("../")), None)
    if outside is not None:
        raise ConfigError(f"--since: '{outside}' lies outside of the repository {top}")
    with _laid_out(commit, inner, top) as folder:
        return Before(revision, top, frozenset(_found(folder, inner, top, plan)))


def _found(folder: str, inner: Sequence[str], top: str, plan: Plan) -> Iterator[Key]:
    """Yield what is found in the tree laid out in *folder*, each file judged by what it is judged by today."""
    there = [os.path.join(folder, path) for path in inner if os.path.exists(os.path.join(folder, path))]
    jobs: list[Job] = []
    for found in discover(there, plan.base.scope):
        today = Found(os.path.join(top, relative(found.path, folder)), found.named, found.draft)
        if not plan.left_out(today):
            job = plan.job(today)
            # Records name files by their paths of today: they cannot speak of the copy.
            waivers = tuple(
                replace(one, root=one.root.replace(top, folder, 1)) for one in job.options.exceptions.waivers
            )
            exceptions = replace(job.options.exceptions, waivers=waivers)
            jobs.append(Job(found, replace(job.options, exceptions=exceptions), job.known))
    for one in judged_jobs(jobs, plan):
        for finding in one.findings:
            if finding.suppression is None:
                yield _key(finding, folder)


@contextmanager
def _laid_out(commit: str, inner: Sequence[str], top: str) -> Iterator[str]:
    """Lay out what *commit* has of the paths *inner* in a temporary folder, and take it away afterwards."""
    with tempfile.TemporaryDirectory(prefix="filinglint-", ignore_cleanup_errors=True) as base:
        folder = os.path.realpath(os.path.join(base, "tree"))
        Path(folder).mkdir(mode=0o700)
        index = {"GIT_INDEX_FILE": os.path.join(base, "index")}
        _must(["read-tree", commit], top, index)
        listed = _must(["ls-files", "-z", "--", *(f":(literal){path}" for path in inner if path != ".")], top, index)
        _must(["checkout-index", "-z", "--stdin", f"--prefix={folder}/"], top, index, listed)
        yield folder


def _environment(more: dict[str, str]) -> dict[str, str]:
    # Nothing is fetched, asked for or written: neither the objects of a partial clone nor those of LFS.
    quiet = {
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_LFS_SKIP_SMUDGE": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
    }
    return {**os.environ, **quiet, **more}


def _git(args: Sequence[str], folder: str) -> str:
    """Return what git says, "" when it fails. Raises ConfigError where there is no git."""
    done = _ran(args, folder, {}, b"")
    return done.stdout.decode("utf-8", "surrogateescape").strip() if done.returncode == 0 else ""


def _must(args: Sequence[str], folder: str, more: dict[str, str], given: bytes = b"") -> bytes:
    done = _ran(args, folder, more, given)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ConfigError(f"git {args[0]} failed: {said[-1] if said else done.returncode}")
    return done.stdout


def _ran(args: Sequence[str], folder: str, more: dict[str, str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *args], cwd=folder, env=_environment(more), input=given, capture_output=True, check=False
        )
    except OSError as error:
        raise ConfigError("--since with a revision needs git, and it cannot be run") from error
