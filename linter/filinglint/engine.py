"""A run: files in, a report out; the way of the data as one screen of code."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from filinglint import __version__, editions
from filinglint.catalogue import Catalogue
from filinglint.discovery import Found, discover, expanded
from filinglint.errors import ConfigError
from filinglint.finding import Finding
from filinglint.frozen import dataclass
from filinglint.judging import Job, Judged, Options, catalogue_for, judge_file
from filinglint.outcomes import Outcomes
from filinglint.plan import Group, Plan
from filinglint.plugins import pack_versions, tell
from filinglint.report import InputRecord, Notice, Report, RunRecord, counted
from filinglint.spool import Joined, Spool
from filinglint.triage.ledger import Ledger, Went
from filinglint.triage.waivers import Waiver

if TYPE_CHECKING:  # threads and processes are for those who ask for them
    from concurrent.futures import Executor

    import pluggy

    from filinglint.cache.verdicts import Terms

_FEW = 3
_MMAP_THRESHOLD = -3  # of malloc.h
# What is more goes to the disk: in memory these take some megabytes each.
_MOST_INPUTS, _MOST_FINDINGS, _MOST_OUTCOMES = 2_000, 2_000, 200_000


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: files, bytes and findings so far; ``of_files`` and ``of_bytes`` 0 where nobody knows."""

    files: int
    of_files: int
    bytes: int
    of_bytes: int
    findings: int
    path: str


Progress = Callable[[Step], None]


class Sink(Protocol):
    """Who takes results as they come, input by input in their order, instead of waiting for the report."""

    def take(self, judged: Judged) -> None:
        """Take what came of one input."""


def today() -> date:
    """Return the day of the run; the environment's SOURCE_DATE_EPOCH stands for it where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    # Eleven digits reach the year 5138; more are no time that anyone meant.
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() and len(epoch) < 12 else datetime.now(UTC)
    return moment.date()


def check(
    paths: Sequence[str],
    options: Options | None = None,
    catalogue: Catalogue | None = None,
    progress: Progress | None = None,
    plan: Plan | None = None,
    executor: Executor | None = None,
    sinks: Sequence[Sink] = (),
    cache: Terms | None = None,
    listed: Iterable[str] = (),
) -> Report:
    """Judge the files that *paths* name, each by *plan*, or all by *options* where there is none.

    Without *options* they are the defaults, and *catalogue* the rules that they are about: no configuration is read.
    *progress* is told how far the run is after each input, each of *sinks* what came of it. *executor* judges
    in place of processes of our own, and is left open; *cache* is where verdicts on inputs that nobody named
    one by one are kept; *listed* are further paths, some of which may have gone. Raises ConfigError when a path
    or selector names nothing, or when there is nothing to judge.
    """
    options = options or Options(today=today())
    catalogue = catalogue or catalogue_for(options)
    options.selection.verify(catalogue)
    managers = _plugin_managers(catalogue, plan)
    for each in managers:
        tell(each, "filinglint_run_started", paths=tuple(paths))
    files, left_out = _looked_at(paths, options, plan, listed)
    packed = any(found.archive for found in files)
    if packed:
        _give_back()
    gathered = _Gathered(plan, stream=packed)
    jobs = _jobs(files, options, plan)
    if executor is None and len(files) < 2 and not packed:
        options = replace(options, jobs=1)
    done = size = 0
    total = sum(found.size for found in files)
    with closing(_judged(jobs, options, plan, catalogue, executor, cache)) as results:
        for job, judged in results:
            gathered.take(job, judged)
            for sink in sinks:
                sink.take(judged)
            if progress is not None:
                done, size = done + 1, size + job.found.size
                progress(Step(done, 0 if packed else len(files), size, total, len(gathered.findings), job.found.path))
    if not gathered.inputs and not options.allow_empty and not any(notice.path for notice in left_out):
        raise _nothing_to_judge(paths, gathered.unread())
    notices = [*left_out, *gathered.said()]
    if plan is not None:
        said = tuple(_on_exceptions(plan, files, gathered.went))
        gathered.findings.extend(said)
        for sink in sinks:
            sink.take(Judged(None, said))
    report = Report(
        run=_run_record(options, catalogue, plan, gathered.editions),
        inputs=gathered.inputs.row(),
        findings=gathered.findings.row(),
        outcomes=Joined(gathered.outcomes.row()),
        notices=tuple(notices),
    )
    for each in managers:
        tell(each, "filinglint_run_finished", report=report)
    return report


def _plugin_managers(catalogue: Catalogue, plan: Plan | None) -> Collection[pluggy.PluginManager]:
    """Return what holds the packs of *catalogue* and of the groups of *plan*, each once."""
    managers = [catalogue.packs, *(group.catalogue.packs for group in (plan.groups if plan is not None else ()))]
    return {id(one): one for one in managers}.values()


def _nothing_to_judge(paths: Sequence[str], unread: Sequence[Notice]) -> ConfigError:
    what = ", ".join(f"'{path}'" for path in paths) or "nothing"
    why = "".join(f" ({notice.path or 'there'}: {notice.message})" for notice in unread[:1])
    return ConfigError(
        f"no filing and no BCP summary in {what}{why}; name a file or folder that holds one, or pass --allow-empty"
    )


def _run_record(options: Options, catalogue: Catalogue, plan: Plan | None, used: Collection[str]) -> RunRecord:
    """Return by what was judged; *used* are the editions of rules that inputs were pinned to."""
    pinned = sorted(used or ({options.selection.edition} - {""}))
    return RunRecord(
        version=__version__,
        packs=pack_versions(catalogue.packs),
        as_of=options.as_of,
        today=options.today.isoformat(),
        purpose=options.selection.purpose,
        profiles=options.profiles,
        fail_on=options.fail_on,
        rules=sum(map(options.selection.takes, catalogue.rules)),
        editions=tuple(pinned) or (editions.newest(),),
        pinned=bool(pinned),
        config_sha256=plan.digest if plan is not None else "",
    )


class _Gathered:
    """What is kept of each input for the report, and for what is said after the last."""

    def __init__(self, plan: Plan | None, *, stream: bool = False) -> None:
        self._plan = plan
        findings, outcomes = (_MOST_FINDINGS // 4, _MOST_OUTCOMES // 40) if stream else (_MOST_FINDINGS, _MOST_OUTCOMES)
        self.inputs: Spool[InputRecord] = Spool(_MOST_INPUTS)
        self.findings: Spool[Finding] = Spool(findings, key=lambda finding: finding.order)
        self.outcomes: Spool[Outcomes] = Spool(outcomes, weight=len)
        self.notices: list[Notice] = []
        self.went: dict[int, list[Went]] = {}
        self.editions: set[str] = set()
        self._unknown = 0
        self._unread: list[Notice] = []

    def take(self, job: Job, judged: Judged) -> None:
        """Keep what came of *job*."""
        if judged.record is not None:
            self.inputs.extend((judged.record,))
            self.notices += judged.notices
        else:
            self._unread += judged.notices
            self._unknown += not judged.notices and not job.found.named
        self.findings.extend(judged.findings)
        self.outcomes.extend((judged.outcomes,))
        self.editions |= {job.options.selection.edition} - {""}
        # Records and baselines are asked about all inputs after the last; without them none is kept.
        if self._plan is not None and any(group.registry.waivers or group.baseline for group in self._plan.groups):
            group = self._plan.group_of(job.found)
            self.went.setdefault(id(group), []).append(Went(judged.paths, judged.outcomes, judged.uses))

    def unread(self) -> list[Notice]:
        """Return what there is to say of files that could not be read, once for more than a few that say the same."""
        counts = Counter(notice.message for notice in self._unread)
        kept = [notice for notice in self._unread if counts[notice.message] <= _FEW]
        return kept + [Notice("", f"{count} files {words}") for words, count in counts.items() if count > _FEW]

    def said(self) -> Iterator[Notice]:
        """Yield all that there is to say beside findings: of files, of the configuration, of what is nobody's."""
        yield from self.notices
        yield from self.unread()
        for words in self._plan.renamed if self._plan is not None else ():
            yield Notice("", words)
        if self._unknown == 1:
            yield Notice("", "1 file found on the way is neither a filing nor a BCP summary")
        elif self._unknown:
            yield Notice("", f"{self._unknown:,} files found on the way are neither filings nor BCP summaries")


def _jobs(files: Iterable[Found], options: Options, plan: Plan | None) -> Iterator[Job]:
    """Yield what is to be judged of *files*, those in archives as they are read."""
    for found in files:
        most = (plan.job(found).options if plan is not None else options).limits.document_bytes
        for one in expanded(found, most):
            # Who leaves out files in archives names them as the report does.
            if plan is None or not found.archive or not plan.left_out(one):
                yield plan.job(one) if plan is not None else Job(one, options)


def _looked_at(
    paths: Sequence[str], options: Options, plan: Plan | None, listed: Iterable[str] = ()
) -> tuple[list[Found], list[Notice]]:
    """Return the inputs that *paths* name and the configuration does not leave out, and what is to be said of others.

    Who names a file or a folder is told of it by its path; files found on the way are counted.
    """
    if plan is None:
        return discover(paths, options.scope, listed=listed, archives=True), []
    kept: list[Found] = []
    folders = ((path, plan.left_out(Found(path, named=True, draft=True))) for path in paths if os.path.isdir(path))
    notices = [Notice(path, f"not checked: {why}") for path, why in folders if why]
    passed: dict[str, int] = {}
    for found in discover(paths, options.scope, listed=listed, archives=True):
        why = plan.left_out(found)
        if not why:
            kept.append(found)
        elif found.named and not found.draft:
            notices.append(Notice(found.path, f"not checked: {why}"))
        else:
            passed[why] = passed.get(why, 0) + 1
    return kept, [
        *notices,
        *(Notice("", f"not checked: {counted(count, 'file')}, {why}") for why, count in passed.items()),
    ]


def _on_exceptions(plan: Plan, files: Sequence[Found], inputs: Mapping[int, Sequence[Went]]) -> Iterator[Finding]:
    """Yield what there is to say of waiver records and baselines once every file is judged.

    *inputs* are by the identity of the group that they were judged by.
    """
    if not plan.base.exceptions.enabled:
        return
    read = {os.path.abspath(found.path) for found in files}
    told: set[str] = set()
    for group in plan.groups:
        options = plan.options(group, group.config.root)
        ledger = Ledger(options.selection, options.exceptions, group.catalogue, options.today)
        went = inputs.get(id(group), ())
        if group.registry.waivers:
            yield from ledger.waivers(group.registry, went, partial(_all_read, group=group, plan=plan, read=read))
        if group.baseline is not None and group.baseline.file not in told:
            told.add(group.baseline.file)
            everything = [one for some in inputs.values() for one in some]
            yield from ledger.baseline(group.baseline, everything)


def went(paths: Sequence[str], plan: Plan) -> list[Went]:
    """Judge the files that *paths* name by *plan*, and return what came of each, for who keeps records."""
    files, _ = _looked_at(paths, plan.base, plan)
    judged = _judged(_jobs(files, plan.base, plan), plan.base, plan, None, None)
    return [Went(one.paths, one.outcomes, one.uses) for _, one in judged]


def judged_jobs(jobs: Sequence[Job], plan: Plan) -> Iterator[Judged]:
    """Yield what comes of each of *jobs*, whose options are of *plan*, in their order."""
    for _, judged in _judged(jobs, plan.base if len(jobs) > 1 else replace(plan.base, jobs=1), plan, None, None):
        yield judged


def _all_read(waiver: Waiver, group: Group, plan: Plan, read: set[str]) -> bool:
    """Tell whether every file that *waiver* is for, as far as there are such files, is among those *read*."""
    return all(
        os.path.abspath(found.path) in read or not waiver.covers(found.path) or bool(plan.left_out(found))
        for found in plan.all_files(group)
    )


def _judged(
    jobs: Iterable[Job],
    options: Options,
    plan: Plan | None,
    catalogue: Catalogue | None,
    executor: Executor | None,
    cache: Terms | None = None,
) -> Generator[tuple[Job, Judged], None, None]:
    """Yield each job with what comes of it, in their order: from here, from processes of ours, or from *executor*."""
    if executor is not None:
        from filinglint.cluster import carried, is_here
        from filinglint.dispatch import dispatched

        # Who is not of our making may stand anywhere, and has no cache of ours.
        yield from dispatched(carried(jobs), executor, options.jobs, here=is_here)
    elif options.jobs == 1:
        judge = _judge_here(cache)
        for job in jobs:
            rules = plan.catalogue_of(job.options) if plan is not None else catalogue or catalogue_for(job.options)
            yield job, judge(job, rules)
    else:
        from filinglint.dispatch import dispatched
        from filinglint.pool import Workers

        workers = Workers(options.jobs)
        try:
            yield from dispatched(jobs, workers, options.jobs, cache)
        except BaseException:
            workers.shutdown(cancel_futures=True)
            raise
        workers.shutdown()


def _give_back() -> None:
    """Have blocks of 128 KiB and more returned to the system at once: else a stream of filings keeps the largest ones.

    It is the ``mallopt`` of the GNU C library, whose own threshold grows with what was freed.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, 1 << 17)


def _judge_here(cache: Terms | None) -> Callable[[Job, Catalogue], Judged]:
    if cache is None:
        return lambda job, rules: judge_file(job.found, job.options, rules, job.known)
    from filinglint.cache.verdicts import Verdicts

    return Verdicts(cache).judged
