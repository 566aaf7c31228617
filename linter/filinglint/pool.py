"""Files judged in several processes; what comes out is in the order of what went in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from filinglint.discovery import Found
from filinglint.judging import Judged, Options, judge_found

_FILES_AT_ONCE = 4


def judged_in_processes(files: Sequence[Found], options: Options) -> Iterator[Judged]:
    """Yield what comes of each of *files*, in their order, whichever process was first."""
    # Processes are spawned, not forked: the caller may hold threads (a progress bar) that a fork would break.
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as executor:
        yield from executor.map(partial(judge_found, options=options), files, chunksize=_FILES_AT_ONCE)
