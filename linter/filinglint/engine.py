"""A run: files in, a report out; the way of the data as one screen of code."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial

from filinglint import __version__, editions
from filinglint.catalogue import Catalogue
from filinglint.discovery import Found, discover
from filinglint.errors import ConfigError
from filinglint.finding import Finding
from filinglint.judging import Job, Judged, Options, judge_file
from filinglint.plan import Group, Plan
from filinglint.plugins import pack_versions
from filinglint.report import Notice, Report, RunRecord
from filinglint.triage.ledger import Ledger, Went
from filinglint.triage.waivers import Waiver

_FEW = 3
Progress = Callable[[int, int, str], None]


def today() -> date:
    """Return the day of the run; the environment's SOURCE_DATE_EPOCH stands for it where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    # Eleven digits reach the year 5138; more are no time that anyone meant.
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() and len(epoch) < 12 else datetime.now(UTC)
    return moment.date()


def check(
    paths: Sequence[str],
    options: Options,
    catalogue: Catalogue,
    progress: Progress | None = None,
    plan: Plan | None = None,
) -> Report:
    """Judge the files that *paths* name, each by *plan*, or all by *options* where there is none.

    *progress* is told how many of how many files are done, and the last one's path. Raises
    ConfigError when a path or selector names nothing, or when there is nothing to judge.
    """
    options.selection.verify(catalogue)
    files, left_out = _looked_at(paths, options, plan)
    jobs = [plan.job(found) if plan is not None else Job(found, options) for found in files]
    judged = list(_judge_all(jobs, options, catalogue, progress, plan))
    unread = _gathered([notice for one in judged if one.record is None for notice in one.notices])
    unknown = sum(
        one.record is None and not one.notices and not found.named for found, one in zip(files, judged, strict=True)
    )
    inputs = tuple(one.record for one in judged if one.record is not None)
    if not inputs and not options.allow_empty and not any(notice.path for notice in left_out):
        what = ", ".join(f"'{path}'" for path in paths) or "nothing"
        why = "".join(f" ({notice.path or 'there'}: {notice.message})" for notice in unread[:1])
        raise ConfigError(
            f"no filing and no BCP summary in {what}{why}; name a file or folder that holds one, or pass --allow-empty"
        )
    notices = [*left_out, *(notice for one in judged if one.record is not None for notice in one.notices), *unread]
    if unknown:
        notices.append(Notice("", f"{unknown} files found on the way are neither filings nor BCP summaries"))
    findings = [finding for one in judged for finding in one.findings]
    if plan is not None:
        findings += _on_exceptions(plan, files, judged)
    pinned = sorted({job.options.selection.edition for job in jobs} - {""})
    return Report(
        run=RunRecord(
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
        ),
        inputs=inputs,
        findings=tuple(sorted(findings, key=lambda f: f.order)),
        outcomes=tuple(record for one in judged for record in one.outcomes),
        notices=tuple(notices),
    )


def _gathered(notices: Sequence[Notice]) -> list[Notice]:
    """Return *notices*, one of the run for those of more than a few files that say the same."""
    counts = Counter(notice.message for notice in notices)
    kept = [notice for notice in notices if counts[notice.message] <= _FEW]
    return kept + [Notice("", f"{count} files {words}") for words, count in counts.items() if count > _FEW]


def _looked_at(paths: Sequence[str], options: Options, plan: Plan | None) -> tuple[list[Found], list[Notice]]:
    """Return the inputs that *paths* name and the configuration does not leave out, and what is to be said of others.

    Who names a file or a folder is told of it by its path; files found on the way are counted.
    """
    if plan is None:
        return discover(paths, options.scope), []
    kept: list[Found] = []
    folders = ((path, plan.left_out(Found(path, named=True, draft=True))) for path in paths if os.path.isdir(path))
    notices = [Notice(path, f"not checked: {why}") for path, why in folders if why]
    passed: dict[str, int] = {}
    for found in discover(paths, options.scope):
        why = plan.left_out(found)
        if not why:
            kept.append(found)
        elif found.named and not found.draft:
            notices.append(Notice(found.path, f"not checked: {why}"))
        else:
            passed[why] = passed.get(why, 0) + 1
    return kept, [*notices, *(Notice("", f"{count} files are not checked: {why}") for why, count in passed.items())]


def _on_exceptions(plan: Plan, files: Sequence[Found], judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield what there is to say of waiver records and baselines once every file is judged."""
    if not plan.base.exceptions.enabled:
        return
    groups: dict[int, list[Went]] = {}
    for found, one in zip(files, judged, strict=True):
        groups.setdefault(id(plan.group_of(found)), []).append(Went(one.paths, one.outcomes, one.uses))
    read = {os.path.abspath(found.path) for found in files}
    told: set[str] = set()
    for group in plan.groups:
        options = plan.options(group, group.config.root)
        ledger = Ledger(options.selection, options.exceptions, group.catalogue, options.today)
        went = groups.get(id(group), [])
        if group.registry.waivers:
            yield from ledger.waivers(group.registry, went, partial(_all_read, group=group, plan=plan, read=read))
        if group.baseline is not None and group.baseline.file not in told:
            told.add(group.baseline.file)
            everything = [one for some in groups.values() for one in some]
            yield from ledger.baseline(group.baseline, everything)


def went(paths: Sequence[str], plan: Plan) -> list[Went]:
    """Judge the files that *paths* name by *plan*, and return what came of each, for who keeps records."""
    files, _ = _looked_at(paths, plan.base, plan)
    judged = judged_jobs([plan.job(found) for found in files], plan)
    return [Went(one.paths, one.outcomes, one.uses) for one in judged]


def judged_jobs(jobs: Sequence[Job], plan: Plan) -> Iterator[Judged]:
    """Yield what comes of each of *jobs*, whose options are of *plan*, in their order."""
    return _judge_all(jobs, plan.base, plan.groups[0].catalogue, None, plan)


def _all_read(waiver: Waiver, group: Group, plan: Plan, read: set[str]) -> bool:
    """Tell whether every file that *waiver* is for, as far as there are such files, is among those *read*."""
    return all(
        os.path.abspath(found.path) in read or not waiver.covers(found.path) or bool(plan.left_out(found))
        for found in plan.all_files(group)
    )


def _judge_all(
    jobs: Sequence[Job],
    options: Options,
    catalogue: Catalogue,
    progress: Progress | None,
    plan: Plan | None,
) -> Iterator[Judged]:
    """Yield what comes of each job, in their order, from one process or several."""
    if options.jobs > 1 and len(jobs) > 1:
        from filinglint.pool import judged_in_processes

        results: Iterable[Judged] = judged_in_processes(jobs, options.jobs)
    else:
        results = (
            judge_file(job.found, job.options, plan.catalogue_of(job.options) if plan else catalogue, job.known)
            for job in jobs
        )
    for done, (job, one) in enumerate(zip(jobs, results, strict=True), 1):
        if progress is not None:
            progress(done, len(jobs), job.found.path)
        yield one
