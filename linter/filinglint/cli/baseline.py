"""``filinglint baseline``: the findings that were there when the linter was adopted."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options
from filinglint.errors import ConfigError
from filinglint.report import counted

if TYPE_CHECKING:  # the engine is loaded when a command runs, not to print its help
    from filinglint.plan import Plan
    from filinglint.report import Report
    from filinglint.triage.baseline import Baseline, Entry

_JOBS = click.option("-j", "--jobs", default="1", show_default=True, metavar="N|auto", help="How many processes.")


@click.group(name="baseline", short_help="write, prune or show the baseline")
def command() -> None:
    """Write, prune or show the baseline: findings that do not count, for they were there before."""


@command.command(name="create", short_help="put the findings of today into the baseline")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--add", "added", multiple=True, metavar="RULES", help="Add only what these find; the rest stays.")
@options.selecting
@options.profiled
@options.dated
@options.reading
@options.configured
@_JOBS
@options.verbose
def create(paths: tuple[str, ...], added: tuple[str, ...], **given: Any) -> int:
    """Put the findings of today in PATHS, the current folder by default, into the baseline.

    Findings that are suppressed otherwise, and those of rules that may not be waived, stay out. Entries that
    are there already keep their day. Nothing is written when something could not be looked at.
    """
    from filinglint.cli.terminal import note, write_file
    from filinglint.selectors import names_any, specificity
    from filinglint.triage.baseline import written
    from filinglint.triage.ledger import may_enter

    plan = options.planned(baseline=False, **given)
    catalogue = plan.groups[0].catalogue
    names = options.names(added)
    for name in names:
        if not names_any(name, catalogue.rules):
            from filinglint.selectors import unknown

            raise ConfigError(unknown(name, catalogue))
    path, before = _existing(plan)
    report = _checked(paths, plan)
    if not report.complete:
        note("not everything could be looked at: no baseline is written; filinglint check says why")
        return 3
    known = {(entry.path, entry.rule, entry.fingerprint): entry for entry in before.entries} if before else {}
    found = _entries(report, os.path.dirname(path), plan)
    chosen = {
        entry
        for entry in found
        if may_enter(entry.rule, catalogue)
        and (not names or any(specificity(name, rule) for name in names if (rule := catalogue.find(entry.rule))))
    }
    kept = {known.get((entry.path, entry.rule, entry.fingerprint), entry) for entry in chosen}
    kept |= set(known.values()) if names else set()
    write_file(path, [written(kept)])
    new = sum((entry.path, entry.rule, entry.fingerprint) not in known for entry in kept)
    gone = len(known) - (len(kept) - new)
    refused = len(found) - len([entry for entry in found if may_enter(entry.rule, catalogue)])
    click.echo(f"{_shown(path)}: {counted(len(kept), 'entry')}, {new} of them new, {gone} gone")
    if refused:
        note(f"{refused} findings are of rules that may not be waived, and count")
    return 0


@command.command(name="prune", short_help="take out what is not there any more")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@options.reading
@options.configured
@_JOBS
@options.verbose
def prune(paths: tuple[str, ...], **given: Any) -> int:
    """Take out of the baseline the entries whose findings are not there any more. Nothing is added.

    An entry stays where its file was not looked at, or its rule did not run to its end.
    """
    from filinglint.cli.terminal import write_file
    from filinglint.engine import went
    from filinglint.triage.baseline import written
    from filinglint.triage.ledger import stale_entries

    plan = options.planned(**given)
    baseline = _required(plan)
    stale = set(stale_entries(baseline, went(paths or (".",), plan), plan.groups[0].catalogue))
    kept = [entry for entry in baseline.entries if entry not in stale]
    if stale:
        write_file(baseline.file, [written(kept)])
    click.echo(f"{baseline.name}: {counted(len(kept), 'entry')}, {len(stale)} taken out")
    return 0


@command.command(name="show", short_help="print what is in the baseline")
@options.configured
@click.option("--format", "style", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.verbose
def show(style: str, **given: Any) -> int:
    """Print how many entries the baseline has for each rule and file, and since when."""
    plan = options.planned(**given)
    baseline = _required(plan)
    if style == "json":
        entries = [json.loads(entry.line) for entry in baseline.entries]
        click.echo(json.dumps({"schema": "filinglint-baseline-1", "entries": entries}, indent=1))
        return 0
    counts = Counter((entry.rule, entry.path) for entry in baseline.entries)
    oldest: dict[tuple[str, str], str] = {}
    for entry in baseline.entries:
        key = (entry.rule, entry.path)
        oldest[key] = min(oldest.get(key, entry.added), entry.added)
    for (rule, path), count in sorted(counts.items()):
        known = plan.groups[0].catalogue.find(rule)
        click.echo(f"{count:6,}  {rule} {known.slug if known else '(gone)'}  {path}  since {oldest[(rule, path)]}")
    click.echo(f"{baseline.name}: {counted(len(baseline.entries), 'entry')}")
    return 0


def _shown(path: str) -> str:
    from filinglint.config.layers import shown

    return shown(path)


def _existing(plan: Plan) -> tuple[str, Baseline | None]:
    """Return where the baseline is, or is to be, and the one that is there."""
    from filinglint.config.settings import BASELINE
    from filinglint.plan import baseline_file
    from filinglint.triage.baseline import read_baseline

    config = plan.groups[0].config
    path = config.baseline[0] or baseline_file(config) or os.path.join(os.getcwd(), BASELINE)
    return path, read_baseline(path) if os.path.isfile(path) else None


def _required(plan: Plan) -> Baseline:
    baseline = plan.groups[0].baseline
    if baseline is None:
        raise ConfigError("there is no baseline; filinglint baseline create writes one")
    return baseline


def _checked(paths: Sequence[str], plan: Plan) -> Report:
    from filinglint.engine import check

    return check(paths or (".",), plan.base, plan.groups[0].catalogue, None, plan)


def _entries(report: Report, folder: str, plan: Plan) -> list[Entry]:
    """Return the entries for the findings of *report* that count and are of rules, not of the tool."""
    from filinglint.config.globs import relative
    from filinglint.triage.baseline import Entry

    codes = {rule.code for rule in plan.rules}
    day = plan.base.today.isoformat()
    return [
        Entry(relative(finding.spot.path, folder), finding.code, finding.fingerprint, day)
        for finding in report.findings
        if finding.suppression is None and finding.code in codes
    ]
