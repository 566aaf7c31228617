"""How the commands that judge inputs report: the options they share, and where reports go."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from filinglint.errors import ConfigError

if TYPE_CHECKING:  # reporters are loaded when a report is written, not to print help
    from pluggy import PluginManager

    from filinglint.report import Report
    from filinglint.rule import Rule

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "-o",
        "--output",
        "--format",
        multiple=True,
        envvar="FILINGLINT_OUTPUT",
        metavar="FORMAT[:FILE]",
        help="text (default), concise, grouped, markdown, json, jsonl, sarif, github, gitlab, junit, checkstyle, azure,"
        " rdjson or html; to FILE, or to standard output; or parquet:DIR. May be given several times.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(("error", "warning", "info", "never")),
        help="The least severity that makes the exit status 1: error, unless the configuration says otherwise.",
    ),
    click.option("--max-warnings", type=click.IntRange(min=0), metavar="N", help="More warnings make it 1 too."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 instead of 1."),
    click.option(
        "-j",
        "--jobs",
        default="1",
        show_default=True,
        metavar="N|auto",
        envvar="FILINGLINT_JOBS",
        help="How many processes.",
    ),
    click.option("--no-cache", is_flag=True, help="Judge every file anew, and keep no verdict."),
    click.option("--statistics", is_flag=True, help="Count the findings of each rule."),
    click.option(
        "--frames",
        type=click.Choice(("0", "1", "all")),
        default="1",
        show_default=True,
        help="Frames: none, the place and one related, all.",
    ),
    click.option("--max-findings-shown", type=click.IntRange(min=0), metavar="N", help="Show no more; all count."),
    click.option("--show-suppressed", is_flag=True, help="Show suppressed findings too."),
    click.option("--sarif-outcomes", is_flag=True, help="SARIF: rules that passed or did not apply are results, too."),
    click.option("--ascii", is_flag=True, help="Write nothing but ASCII."),
    click.option(
        "--hyperlinks",
        type=click.Choice(("auto", "always", "never")),
        default="auto",
        show_default=True,
        help="Links to files and citations, for terminals that know them.",
    ),
    click.option("--no-progress", is_flag=True, help="No progress bar."),
)


def reporting(command: F) -> F:
    """Give *command* the options about its report."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def columns(given: Sequence[str], since: str | None = None) -> tuple[list[str], str]:
    """Return the formats of *given* that are made of a report, and the folder for columns, "" for none.

    Raises ConfigError for two folders, and where *since* leaves out what is written already.
    """
    folders = [words.partition(":")[2] for words in given if words.partition(":")[0] == "parquet"]
    if "" in folders:
        raise ConfigError("-o parquet needs a folder: -o parquet:DIR")
    if len(folders) > 1:
        raise ConfigError("-o parquet is given twice; name one folder")
    if folders and since:
        raise ConfigError("-o parquet holds every finding, and --since leaves some out; give one of them")
    return [words for words in given if words.partition(":")[0] != "parquet"], "".join(folders)


def outputs(given: Sequence[str], packs: PluginManager | None = None) -> list[tuple[str, str]]:
    """Return the formats asked for, ours or of *packs*, each with its file, "" for standard output.

    Raises ConfigError for a format that there is not, and for two on standard output.
    """
    from filinglint.reporters import reporter

    wanted = [(name, file) for name, _, file in (words.partition(":") for words in given or ("text",))]
    for name, _ in wanted:
        reporter(name, packs)
    if sum(not file for _, file in wanted) > 1:
        raise ConfigError("only one format can go to standard output; give the others a file: -o json:report.json")
    return wanted


def write(
    report: Report,
    rules: Sequence[Rule],
    wanted: Sequence[tuple[str, str]],
    packs: PluginManager | None = None,
    **given: Any,
) -> None:
    """Write *report* in every format, ours or of *packs*, files first: a reader that goes away takes none along.

    Statistics follow where they are asked for; beside a format for machines they go to standard error.
    """
    from filinglint.cli.terminal import linked, view_of, write_file, write_out
    from filinglint.meter import metered
    from filinglint.reporters import HUMAN, reporter
    from filinglint.reporters.view import View

    shown = {
        "frames": given["frames"],
        "verbosity": given["verbose"] - given["quiet"],
        "suppressed": given["show_suppressed"],
        "most": given["max_findings_shown"],
        "ascii": given["ascii"],
        "outcomes": given["sarif_outcomes"],
    }
    for name, file in sorted(wanted, key=lambda one: not one[1]):
        with metered("render", name):
            if file:
                write_file(file, reporter(name, packs)(report, rules, View(**shown)))
                continue
            links = linked(sys.stdout, given["hyperlinks"])
            view = view_of(sys.stdout, given["color"], hyperlinks=links, **shown)
            write_out(reporter(name, packs)(report, rules, view))
    aside = next((name for name, file in wanted if not file), "") not in HUMAN
    for line in _statistics(report) if given["statistics"] else ():
        click.echo(line, err=aside)
    if given.get("timing") is not None:
        from filinglint.cli.timing import timed

        for line in timed(given["meter"], given["timing"], {rule.code: rule.slug for rule in rules}):
            click.echo(line, err=aside)


def _statistics(report: Report) -> Iterator[str]:
    """Yield a line for each rule that found something, those that found most first."""
    found = Counter((f.code, f.slug, f.severity.value, f.fixable) for f in report.findings if f.suppression is None)
    for (code, slug, severity, fixable), count in sorted(found.items(), key=lambda one: (-one[1], one[0])):
        mark = "" if fixable == "no" else f" [fix: {fixable}]"
        yield f"{count:7,}  {severity:7}  {code} {slug}{mark}"
