"""Inputs handed out to whoever judges them, and what comes of them in the order of the inputs.

The seam is ``concurrent.futures.Executor``: processes of this machine, threads, or a cluster. Small files
go out together and large ones first, so that nobody waits at the end; how they were handed out does not
show in what comes back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field, replace
from functools import lru_cache
from queue import SimpleQueue

from filinglint.cache.verdicts import Terms, Verdicts
from filinglint.errors import FilinglintError
from filinglint.judging import Job, Judged, catalogue_for, died, judge_file

PART_BYTES = 1 << 20
"""How much goes out together, unless a single file is larger."""
PART_FILES = 32
BLOCK_FILES = 1024  # are put in the order of their sizes before they go out
BLOCK_BYTES = 4 << 20  # of those whose bytes go along
_MOST_TRIES = 2
_MOST_HELD = 4 * BLOCK_FILES  # parts that wait for the one before them


@dataclass(eq=False)
class _Part:
    """Inputs that go out together, and what came of them."""

    jobs: list[Job]
    size: int
    tries: int = 0
    smaller: list[_Part] = field(default_factory=list)
    judged: list[Judged] | None = None

    @property
    def done(self) -> bool:
        return self.judged is not None or (bool(self.smaller) and all(part.done for part in self.smaller))

    def results(self) -> Iterator[tuple[Job, Judged]]:
        """Yield each input with what came of it."""
        for part in self.smaller:
            yield from part.results()
        if self.judged is not None:
            yield from zip(self.jobs, self.judged, strict=True)


def judge_jobs(jobs: Sequence[Job], terms: Terms | None) -> list[Judged]:
    """Judge some files, wherever that is; the rules are loaded once a process."""
    if terms is None:
        return [judge_file(job.found, job.options, catalogue_for(job.options), job.known) for job in jobs]
    verdicts = _verdicts(terms)
    return [verdicts.judged(job, catalogue_for(job.options)) for job in jobs]


_verdicts = lru_cache(maxsize=4)(Verdicts)


def _nobody(job: Job) -> bool:  # noqa: ARG001
    return False


def dispatched(
    jobs: Iterable[Job],
    executor: Executor,
    workers: int,
    cache: Terms | None = None,
    here: Callable[[Job], bool] = _nobody,
) -> Iterator[tuple[Job, Judged]]:
    """Yield each of *jobs* with what comes of it, in their order, whoever of the *workers* was first.

    What *here* is true of is not handed out.

    A part whose worker dies goes out again file by file; a file on which a second one dies is named in a
    finding of the tool. Raises FilinglintError when a worker cannot begin, such as for a pack that is missing there.
    """
    hand = _Hand(executor, cache, here)
    waiting: deque[_Part] = deque()
    for block in _blocks(jobs, workers, here):
        for part in sorted(block, key=lambda part: -part.size):
            hand.out(part)
        waiting.extend(block)
        while hand.open > 2 * workers or len(waiting) > _MOST_HELD:
            hand.take_back()
            yield from _finished(waiting)
    while waiting:
        if not waiting[0].done:
            hand.take_back()
        yield from _finished(waiting)


def _finished(waiting: deque[_Part]) -> Iterator[tuple[Job, Judged]]:
    while waiting and waiting[0].done:
        yield from waiting.popleft().results()


class _Hand:
    """What is out with an executor."""

    def __init__(self, executor: Executor, cache: Terms | None, here: Callable[[Job], bool]) -> None:
        self._executor, self._cache, self._here = executor, cache, here
        self._back: SimpleQueue[tuple[_Part, Future[list[Judged]]]] = SimpleQueue()
        self.open = 0

    def out(self, part: _Part) -> None:
        """Hand *part* out."""
        if self._here(part.jobs[0]):
            part.judged = judge_jobs(part.jobs, self._cache)
            return
        part.tries += 1
        self.open += 1
        future = self._executor.submit(judge_jobs, part.jobs, self._cache)
        future.add_done_callback(lambda done: self._back.put((part, done)))

    def take_back(self) -> None:
        """Wait for one part, whichever comes first."""
        part, future = self._back.get()
        self.open -= 1
        try:
            part.judged = future.result()
            part.jobs = list(map(_emptied, part.jobs))
        except (FilinglintError, BrokenExecutor):
            raise  # it will not be otherwise for any other part
        except Exception as error:
            if len(part.jobs) > 1:
                part.smaller = [_Part([job], part.size) for job in part.jobs]
                for single in part.smaller:
                    self.out(single)
            elif part.tries < _MOST_TRIES:
                self.out(part)
            else:
                part.judged = [died(part.jobs[0], str(error) or type(error).__name__)]


def _emptied(job: Job) -> Job:
    """Return *job* without the bytes that went along: it may wait long for those before it."""
    return job if job.found.data is None else replace(job, found=replace(job.found, data=None))


def _blocks(jobs: Iterable[Job], workers: int, here: Callable[[Job], bool]) -> Iterator[list[_Part]]:
    """Yield *jobs* in parts by size, several parts at a time, in their order."""
    block: list[Job] = []
    carried = 0
    for job in jobs:
        block.append(job)
        carried += job.found.size if job.found.data is not None else 0
        if len(block) == BLOCK_FILES or carried >= BLOCK_BYTES:
            yield _parts(block, 4 * workers, here)
            block, carried = [], 0
    if block:
        yield _parts(block, 4 * workers, here)


def _parts(jobs: Sequence[Job], least: int, here: Callable[[Job], bool]) -> list[_Part]:
    """Return *jobs* in parts, at *least* so many where there are as many files."""
    most_bytes = min(PART_BYTES, sum(job.found.size for job in jobs) // least)
    most_files = min(PART_FILES, -(-len(jobs) // least))
    parts: list[_Part] = []
    for job in jobs:
        last = parts[-1] if parts else None
        full = last is None or last.size + job.found.size > most_bytes or len(last.jobs) >= most_files
        if last is None or full or here(job) or here(last.jobs[0]):
            parts.append(_Part([job], job.found.size))
        else:
            last.jobs.append(job)
            last.size += job.found.size
    return parts
