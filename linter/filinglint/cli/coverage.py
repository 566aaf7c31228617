"""``filinglint coverage``: what a report covered, by what the rules cite."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options
from filinglint.errors import ConfigError, InputError

if TYPE_CHECKING:  # the engine is loaded when the command runs, not to print its help
    from filinglint.documents.submission import Submission
    from filinglint.plan import Plan
    from filinglint.reporters.coverage import Checklist, Coverage, Looked

_REPORT = "filinglint-report-1"


@click.command(name="coverage", short_help="say what was checked, by what the rules cite")
@click.argument("paths", nargs=-1, metavar="REPORT|PATHS...")
@options.selecting
@options.profiled
@options.dated
@options.reading
@options.configured
@options.suppressing
@click.option("--format", "style", type=click.Choice(("text", "json", "markdown")), default="text", show_default=True)
@click.option("-j", "--jobs", default="1", show_default=True, metavar="N|auto", help="How many processes.")
@options.coloured
@options.verbose
def command(paths: tuple[str, ...], style: str, **given: Any) -> int:
    """Say for each provision that rules cite what came of them, and which provisions no rule covers.

    REPORT is what 'filinglint check -o json:FILE' wrote; PATHS are checked now. For a BCP text the checklist of
    its disclosures is added: who asks for each, and where it is found. The exit status is 0, or 3 when not
    everything could be looked at.
    """
    from filinglint.cli.terminal import view_of, write_out
    from filinglint.reporters.cells import defused
    from filinglint.reporters.coverage import WRITERS

    plan = options.planned(**given)
    report = _report(paths[0]) if len(paths) == 1 else None
    coverage = _of_report(report, plan) if report is not None else _of_paths(paths or (".",), plan)
    written = WRITERS[style](coverage, view_of(sys.stdout, given["color"], verbosity=int(given["verbose"])))
    write_out(written if style == "json" else map(defused, written))
    return 0 if coverage.complete else 3


def _report(path: str) -> dict[str, Any] | None:
    """Return the report that the file at *path* is; None when it is none."""
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        if not file.read(256).lstrip().startswith(b"{"):
            return None
        file.seek(0)
        try:
            found: Any = json.load(file)
        except (ValueError, RecursionError):
            return None
    return found if isinstance(found, dict) and found.get("schema") == _REPORT else None


def _of_report(report: dict[str, Any], plan: Plan) -> Coverage:
    from filinglint.config.layers import validator
    from filinglint.finding import Outcome, OutcomeRecord
    from filinglint.reporters.coverage import Looked, coverage_of

    wrong = next(iter(validator("report").iter_errors(report)), None)
    if wrong is not None:
        where = ".".join(str(step) for step in wrong.absolute_path) or "the report"
        raise ConfigError(f"this is no report: {where}: {wrong.message[:200]}")
    inputs = [
        Looked(one["path"], one["kind"], _base(one["form"]), tuple(one["profile"]), _day(one["as_of"]))
        for one in report["inputs"]
    ]
    hashes = {one["path"]: one["sha256"] for one in report["inputs"]}
    return coverage_of(
        (
            OutcomeRecord(one["rule"], one["path"], one["document"], Outcome(one["outcome"]), one["reason"])
            for one in report["outcomes"]
        ),
        inputs,
        plan.rules,
        edition=report["tool"].get("edition") or "unknown",
        complete=report["run"]["complete"],
        checklists=list(_checklists(inputs, plan, hashes)),
    )


def _of_paths(paths: Sequence[str], plan: Plan) -> Coverage:
    from filinglint.engine import check
    from filinglint.reporters.coverage import Looked, coverage_of

    report = check(paths, plan.base, plan.groups[0].catalogue, None, plan)
    inputs = [Looked(one.path, one.kind, _base(one.form), one.profiles, _day(one.as_of)) for one in report.inputs]
    return coverage_of(
        report.outcomes,
        inputs,
        plan.rules,
        edition=", ".join(report.run.editions),
        complete=report.complete,
        checklists=list(_checklists(inputs, plan, {one.path: one.sha256 for one in report.inputs})),
    )


def _base(form: str | None) -> str | None:
    return form.removesuffix("/A") if form else None


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def _checklists(inputs: Sequence[Looked], plan: Plan, hashes: dict[str, str | None]) -> Iterator[Checklist]:
    """Yield the checklist of each text that a pack has one for."""
    from filinglint.reporters.coverage import Checklist

    for one in inputs:
        if one.kind != "bcp-summary":
            continue
        text = _again(one.path, plan, hashes.get(one.path))
        if text is None:
            note = "the file is not there any more, or has changed since the report: nothing can be quoted"
            yield Checklist(one.path, one.profiles, (), note)
        else:
            yield _checklist(one, text, plan)


def _again(path: str, plan: Plan, sha256: str | None) -> Submission | None:
    """Read the input at *path* again; None when it is not there, or not what it was."""
    import hashlib

    from filinglint.discovery import Found
    from filinglint.judging import open_input

    found = Found(path, named=True)
    if not os.path.isfile(path):
        return None
    try:
        reading, source = open_input(found, plan.job(found).options, plan.group_of(found).catalogue)
    except InputError:
        return None
    return reading.submission if hashlib.sha256(source.data).hexdigest() == sha256 else None


def _checklist(one: Looked, text: Submission, plan: Plan) -> Checklist:
    from filinglint.discovery import Found
    from filinglint.reporters.coverage import Checklist, Item, level_of
    from filinglint.stamp import cut

    catalogue = plan.group_of(Found(one.path, named=True)).catalogue
    items = []
    for found in catalogue.packs.hook.filinglint_checklist(text=text):
        for item in found:
            rules = [rule for code in item.rules if (rule := catalogue.find(code)) is not None]
            level, required_by = level_of(rules, one.profiles, one.day)
            where, words = "", ""
            if item.at is not None:
                place = text.source.place(item.at)
                where, words = f"{place.path}:{place.where}", cut(text.words(item.at), 200)
            items.append(Item(item.name, item.title, level, required_by, item.rules, item.present, where, words))
    return Checklist(one.path, one.profiles, tuple(items))
