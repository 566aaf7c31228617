"""``filinglint rules``: which rules there are, which of them run, which were in force on a day."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options

if TYPE_CHECKING:  # the rules are loaded when the command runs, not to print its help
    from filinglint.reporters.view import View
    from filinglint.rule import Rule
    from filinglint.triage.selection import Selection


@click.command(name="rules", short_help="list the rules")
@options.selecting
@options.configured
@click.option("--why", metavar="PATH", help="Say of each rule why it runs on PATH, or why it does not.")
@click.option(
    "--diff-edition",
    nargs=2,
    metavar="OLD NEW",
    help="Print what the edition NEW has otherwise than OLD, and nothing else.",
)
@click.option("--all", "everything", is_flag=True, help="Those too that would not run.")
@click.option("--as-of", metavar="DAY", help="Only those in force on this day: today, or YYYY-MM-DD.")
@click.option("--format", "style", type=click.Choice(("table", "json", "markdown")), default="table", show_default=True)
@options.coloured
@options.verbose
def command(
    why: str | None,
    diff_edition: tuple[str, str] | None,
    everything: bool,
    as_of: str | None,
    style: str,
    **given: Any,
) -> int:
    """List the rules that would run, by code.

    With --as-of DAY, those that were in force on it: one of what they cite was. The configuration is that of the
    current folder, or of PATH.
    """
    from filinglint.cli.terminal import view_of, write_out

    if diff_edition:
        write_out(_difference(*diff_edition, style))
        return 0
    plan = options.planned(**given)
    catalogue, asked = plan.groups[0].catalogue, plan.base
    if why is not None:
        catalogue, asked = plan.at(why)
    day = _day(as_of, asked.today)
    runs = asked.selection.takes
    rules = [rule for rule in catalogue.rules if day is None or rule.in_force(day)]
    if why is not None:
        write_out(_reasons(rules, asked.selection, style))
        return 0
    rules = [rule for rule in rules if everything or runs(rule)]
    if style == "json":
        write_out(_as_json(rules, runs))
    elif style == "markdown":
        from filinglint.reporters.rule_pages import markdown_table

        write_out(markdown_table(rules))
    else:
        write_out(_as_table(rules, runs, day, view_of(sys.stdout, given["color"])))
    return 0


def _day(words: str | None, today: date) -> date | None:
    if words is None:
        return None
    said = options.day(words)
    return today if said in ("today", "filing") else date.fromisoformat(said)


def _reasons(rules: Sequence[Rule], selection: Selection, style: str) -> Iterator[str]:
    """Yield for each rule whether it runs, how severe it is, and what decided."""
    verdicts = [(rule, selection.verdict(rule), selection.severity(rule, rule.severity)) for rule in rules]
    if style == "json":
        records = [
            {
                "code": rule.code,
                "slug": rule.slug,
                "runs": verdict.runs,
                "reason": verdict.reason,
                "severity": severity.value,
                "severity_reason": selection.severity_reason(rule) or None,
            }
            for rule, verdict, severity in verdicts
        ]
        yield json.dumps({"schema": "filinglint-why-1", "rules": records}, indent=1) + "\n"
        return
    widest = max((len(rule.slug) for rule in rules), default=0)
    for rule, verdict, severity in verdicts:
        level = selection.severity_reason(rule)
        said = f"{verdict.reason}{f'; {severity.value} by {level}' if level else ''}"
        if style == "markdown":
            yield f"| {rule.code} | {rule.slug} | {'runs' if verdict.runs else 'does not run'} | {said} |\n"
        else:
            yield f"{rule.code}  {rule.slug:<{widest}}  {'runs' if verdict.runs else '-':4}  {said}\n"


def _difference(old: str, new: str, style: str) -> Iterator[str]:
    """Yield what the edition *new* has otherwise than *old*. Raises ConfigError for one that there is not."""
    from filinglint.editions import difference, edition

    rows = list(difference(edition(old), edition(new)))
    if style == "json":
        records = [{"change": kind, **entry.record(), "how": how} for kind, entry, how in rows]
        yield json.dumps({"schema": "filinglint-edition-diff-1", "old": old, "new": new, "rules": records}, indent=1)
        yield "\n"
        return
    for kind, entry, how in rows:
        if style == "markdown":
            yield f"| {kind} | {entry.code} | {entry.slug} | {how} |\n"
        else:
            sign = {"added": "+", "removed": "-", "changed": "~"}[kind]
            yield f"{sign} {entry.code} {entry.slug}: {how}\n"
    if style == "table":
        yield f"{len(rows)} rules differ between edition {old} and edition {new}\n"


def _as_json(rules: Sequence[Rule], runs: Callable[[Rule], bool]) -> Iterator[str]:
    from filinglint.reporters.rule_pages import rule_record

    separator = '{"schema": "filinglint-rules-1",\n "rules": [\n  '
    end = f"{separator}]}}\n"
    for rule in rules:
        yield separator + json.dumps(rule_record(rule) | {"selected": runs(rule)})
        separator, end = ",\n  ", "\n ]}\n"
    yield end


def _as_table(rules: Sequence[Rule], runs: Callable[[Rule], bool], day: date | None, view: View) -> Iterator[str]:
    import io

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD if not view.ascii else box.ASCII, pad_edge=False)
    for name in ("code", "rule", "severity", "what it checks"):
        table.add_column(name, no_wrap=name in ("code", "rule"))
    for rule in rules:
        marks = [] if runs(rule) else ["not run"]
        marks += [rule.status] if rule.status != "stable" else []
        severity = rule.severity.value + (f" ({', '.join(marks)})" if marks else "")
        table.add_row(*(Text(words) for words in (rule.code, rule.slug, severity, rule.title)))
    page = io.StringIO()
    Console(
        file=page, width=view.room, color_system="standard" if view.colour else None, force_terminal=view.colour
    ).print(table)
    yield page.getvalue()
    running = sum(map(runs, rules))
    when = f" in force on {day.isoformat()}" if day else ""
    yield f"{len(rules)} rules{when}, {running} of them run; filinglint explain CODE prints the page of one\n"
