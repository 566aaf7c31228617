"""Who judges elsewhere: the workers of a Dask cluster, behind the executor that Dask has for ``concurrent.futures``.

Dask gives what a lost worker was at to another one; nothing is lost, and nothing counts twice. It comes with the
extra ``filinglint[dask]``.
"""

from __future__ import annotations

import os
import platform
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from filinglint import __version__
from filinglint.discovery import STDIN
from filinglint.errors import ConfigError, InputError
from filinglint.judging import Job
from filinglint.remote import is_remote
from filinglint.source import bytes_at

SCHEME = "dask://"
_PATIENCE = 15  # seconds for a scheduler to answer
_OURS_ALONE = ("file://", "local://")


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Open the cluster at *address*, ``dask://HOST:PORT``, and yield its executor and how many tasks it does at once.

    Raises ConfigError when there is none, it has no workers, or they have another version of us.
    """
    if not address.startswith(SCHEME) or not address.removeprefix(SCHEME):
        raise ConfigError(f"--executor '{address}' is none; give dask://HOST:PORT")
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        message = f"--executor {SCHEME} needs Dask distributed, which is not installed; pip install 'filinglint[dask]'"
        raise ConfigError(message) from error
    try:
        client = Client(f"tcp://{address.removeprefix(SCHEME)}", timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"no scheduler of Dask answers at {address.removeprefix(SCHEME)}; check the address"
        ) from error
    try:
        workers = _verified(client)
        with warnings.catch_warnings():
            # Filings travel with their tasks, so that a task can be done again wherever its worker went.
            warnings.filterwarnings("ignore", message="Sending large graph")
            executor = client.get_executor(pure=False)
            try:
                yield executor, workers
            finally:
                executor.shutdown(wait=False)
    finally:
        client.close(timeout=_PATIENCE)


def _verified(client: Any) -> int:
    """Return how many tasks the workers do at once. Raises ConfigError where their verdicts might differ from ours."""
    threads: dict[str, int] = client.nthreads()
    if not threads:
        raise ConfigError("the scheduler of Dask has no workers; start one: dask worker HOST:PORT --nthreads 1")
    ours = versions()
    for worker, theirs in client.run(_versions_there, on_error="return").items():
        if theirs != ours:
            said = theirs if isinstance(theirs, str) else "no filinglint"
            raise ConfigError(f"the worker at {worker} has {said}, and this is {ours}; install the same")
    return sum(threads.values())


def versions() -> str:
    """Return what must be the same here and there for verdicts to be."""
    return f"filinglint {__version__} on Python {'.'.join(platform.python_version_tuple()[:2])}"


def _versions_there() -> str:
    return versions()


def carried(jobs: Iterable[Job]) -> Iterator[Job]:
    """Yield *jobs* with the bytes of their files: workers elsewhere do not have our disk.

    What lies at a URI they fetch themselves.
    """
    for job in jobs:
        found = job.found
        elsewhere = is_remote(found.path) and not found.path.startswith(_OURS_ALONE)
        too_large = found.size > job.options.limits.document_bytes
        if found.data is not None or elsewhere or too_large or is_here(job):
            yield job
        else:
            try:
                yield replace(job, found=replace(found, data=bytes_at(found.path)))
            except InputError as error:  # it has gone since it was found
                yield replace(job, found=replace(found, fault=error.reason))


def is_here(job: Job) -> bool:
    """Tell whether *job* is done here.

    A draft is several files, and inside information; what cannot be read, nobody need be sent.
    """
    found = job.found
    if found.draft or found.path == STDIN or found.fault:
        return True
    return found.data is None and not is_remote(found.path) and not os.access(found.path, os.R_OK)
