"""``filinglint check``: judge inputs by the rules, and report."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options
from filinglint.cli.reporting import columns, outputs, reporting, write
from filinglint.errors import ConfigError

if TYPE_CHECKING:  # columns and clusters are for those who ask for them
    from concurrent.futures import Executor

    from filinglint.plan import Plan
    from filinglint.reporters.parquet import Columns


@click.command(name="check", short_help="judge filings and BCP summaries by the rules")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@options.selecting
@options.profiled
@options.dated
@options.reading
@options.scoped
@options.configured
@options.suppressing
@click.option("--since", metavar="REV|FILE", help="Report only what is new since this revision of git, or this report.")
@reporting
@options.timed
@options.cached
@options.listing
@options.elsewhere
@options.coloured
@options.loud
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Judge filings and BCP summaries by the rules.

    PATHS are files, folders, archives, URIs, or '-' for standard input; the current folder when there are none. The
    exit status is 0 when nothing at or above --fail-on was found, 1 when something was, 2 when the
    command is at fault, 3 when something could not be looked at.
    """
    from dataclasses import replace

    from filinglint.cli.terminal import Progress, note
    from filinglint.engine import check

    if given["timing"] is not None:
        from filinglint.meter import running

        # What other processes do is not seen, and what was kept takes no time.
        given |= {"jobs": "1", "no_cache": True, "meter": click.get_current_context().with_resource(running())}
    if "-" in paths:
        given["jobs"] = "1"  # other processes do not have our standard input
        if given["files_from"] == "-":
            raise ConfigError("'-' and --files-from - both read standard input; give one of them")
    listed = options.listed(given["files_from"])
    paths = paths or (() if given["files_from"] else (".",))
    formats, folder = columns(given["output"], given["since"])
    plan = options.planned(facts=bool(folder), **given)
    packs = plan.groups[0].catalogue.packs
    wanted = outputs(formats, packs) if formats or not folder else []
    quiet = given["quiet"]
    with ExitStack() as stack:
        sinks = [stack.enter_context(_columns(folder, plan))] if folder else []
        progress = stack.enter_context(Progress(wanted=not (quiet or given["no_progress"])))
        cache = options.cache_terms(plan, **given)
        rules = plan.groups[0].catalogue
        run, executor = plan.base, None
        if given["executor"]:
            executor, workers = stack.enter_context(_cluster(given["executor"]))
            run, cache = replace(run, jobs=workers), None
        report = check(paths, run, rules, progress, plan, executor, sinks, cache, listed)
        for sink in sinks:
            sink.finish(report)
    if given["since"]:
        from filinglint.since import before

        report = before(given["since"], (*paths, *listed), plan).new(report)
    report = replace(report, run=replace(report.run, max_warnings=given["max_warnings"]))
    if not quiet:
        for notice in report.notices:
            note(f"{notice.path}: {notice.message}" if notice.path else notice.message)
    write(report, plan.rules, wanted, packs, **given)
    return 0 if report.status == 1 and given["exit_zero"] else report.status


def _columns(folder: str, plan: Plan) -> Columns:
    from filinglint.reporters.parquet import Columns

    return Columns(folder, lambda: plan.rules)


def _cluster(address: str) -> AbstractContextManager[tuple[Executor, int]]:
    from filinglint.cluster import cluster

    return cluster(address)
