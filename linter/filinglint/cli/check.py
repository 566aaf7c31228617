"""``filinglint check``: judge inputs by the rules, and report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options
from filinglint.errors import ConfigError

if TYPE_CHECKING:  # the engine is loaded when the command runs, not to print its help
    from filinglint.report import Report
    from filinglint.rule import Rule


@click.command(name="check", short_help="judge filings and BCP summaries by the rules")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@options.selecting
@click.option("--profile", multiple=True, metavar="NAMES", help="Judge BCP texts by these regimes, not by their words.")
@options.dated
@options.reading
@options.configured
@options.suppressing
@click.option("--since", metavar="REV|FILE", help="Report only what is new since this revision of git, or this report.")
@click.option(
    "-o",
    "--output",
    "--format",
    multiple=True,
    envvar="FILINGLINT_OUTPUT",
    metavar="FORMAT[:FILE]",
    help="text (default), concise, grouped, markdown, json, jsonl, sarif, github, gitlab, junit, checkstyle, azure"
    " or rdjson; to FILE, or to standard output. May be given several times.",
)
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "info", "never")),
    help="The least severity that makes the exit status 1: error, unless the configuration says otherwise.",
)
@click.option("--max-warnings", type=click.IntRange(min=0), metavar="N", help="More warnings make it 1 too.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 instead of 1.")
@click.option(
    "-j",
    "--jobs",
    default="1",
    show_default=True,
    metavar="N|auto",
    envvar="FILINGLINT_JOBS",
    help="How many processes.",
)
@click.option("--no-cache", is_flag=True, help="Accepted for scripts: this version caches nothing.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option(
    "--frames",
    type=click.Choice(("0", "1", "all")),
    default="1",
    show_default=True,
    help="Frames: none, the place and one related, all.",
)
@click.option("--max-findings-shown", type=click.IntRange(min=0), metavar="N", help="Show no more; all count.")
@click.option("--show-suppressed", is_flag=True, help="Show suppressed findings too.")
@options.coloured
@click.option("--ascii", is_flag=True, help="Write nothing but ASCII.")
@click.option("--no-progress", is_flag=True, help="No progress bar.")
@options.loud
def command(paths: tuple[str, ...], output: tuple[str, ...], **given: Any) -> int:
    """Judge filings and BCP summaries by the rules.

    PATHS are files, folders, or '-' for standard input; the current folder when there are none. The
    exit status is 0 when nothing at or above --fail-on was found, 1 when something was, 2 when the
    command is at fault, 3 when something could not be looked at.
    """
    from dataclasses import replace

    from filinglint.cli.terminal import Progress, note
    from filinglint.engine import check
    from filinglint.reporters import HUMAN

    wanted = _outputs(output)
    if "-" in paths:
        given["jobs"] = "1"  # other processes do not have our standard input
    plan = options.planned(**given)
    quiet, verbose = given["quiet"], given["verbose"]
    with Progress(wanted=not (quiet or given["no_progress"])) as progress:
        report = check(paths or (".",), plan.base, plan.groups[0].catalogue, progress, plan)
    if given["since"]:
        from filinglint.since import before

        report = before(given["since"], paths or (".",), plan).new(report)
    report = replace(report, run=replace(report.run, max_warnings=given["max_warnings"]))
    if not quiet:
        for notice in report.notices:
            note(f"{notice.path}: {notice.message}" if notice.path else notice.message)
    _write(report, plan.rules, wanted, verbosity=verbose - quiet, **given)
    if given["statistics"]:
        on_stdout = next((name for name, file in wanted if not file), "")
        for line in _statistics(report):
            click.echo(line, err=on_stdout not in HUMAN)
    return 0 if report.status == 1 and given["exit_zero"] else report.status


def _outputs(given: Sequence[str]) -> list[tuple[str, str]]:
    """Return the formats asked for, each with its file, "" for standard output."""
    from filinglint.reporters import reporter

    wanted = [(name, file) for name, _, file in (words.partition(":") for words in given or ("text",))]
    for name, _ in wanted:
        reporter(name)
    if sum(not file for _, file in wanted) > 1:
        raise ConfigError("only one format can go to standard output; give the others a file: -o json:report.json")
    return wanted


def _write(report: Report, rules: Sequence[Rule], wanted: Sequence[tuple[str, str]], **given: Any) -> None:
    """Write *report* in every format, files first: a reader that goes away takes none of them along."""
    import sys

    from filinglint.cli.terminal import view_of, write_file, write_out
    from filinglint.reporters import reporter
    from filinglint.reporters.view import View

    shown = {
        "frames": given["frames"],
        "verbosity": given["verbosity"],
        "suppressed": given["show_suppressed"],
        "most": given["max_findings_shown"],
        "ascii": given["ascii"],
    }
    for name, file in sorted(wanted, key=lambda one: not one[1]):
        if file:
            write_file(file, reporter(name)(report, rules, View(**shown)))
        else:
            write_out(reporter(name)(report, rules, view_of(sys.stdout, given["color"], **shown)))


def _statistics(report: Report) -> Iterator[str]:
    """Yield a line for each rule that found something, those that found most first."""
    found = Counter((f.code, f.slug, f.severity.value, f.fixable) for f in report.findings if f.suppression is None)
    for (code, slug, severity, fixable), count in sorted(found.items(), key=lambda one: (-one[1], one[0])):
        mark = "" if fixable == "no" else f" [fix: {fixable}]"
        yield f"{count:7,}  {severity:7}  {code} {slug}{mark}"
