"""Files judged in several processes; what comes out is in the order of what went in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from filinglint.judging import Job, Judged, judge_job

_FILES_AT_ONCE = 4


def judged_in_processes(jobs: Sequence[Job], processes: int) -> Iterator[Judged]:
    """Yield what comes of each of *jobs*, in their order, whichever process was first."""
    # Processes are spawned, not forked: the caller may hold threads (a progress bar) that a fork would break.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as executor:
        yield from executor.map(judge_job, jobs, chunksize=_FILES_AT_ONCE)
