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


@click.command(name="rules", short_help="list the rules")
@options.selecting
@click.option("--all", "everything", is_flag=True, help="Those too that would not run.")
@click.option("--as-of", metavar="DAY", help="Only those in force on this day: today, or YYYY-MM-DD.")
@click.option("--format", "style", type=click.Choice(("table", "json", "markdown")), default="table", show_default=True)
@options.coloured
@options.verbose
def command(everything: bool, as_of: str | None, style: str, **given: Any) -> int:
    """List the rules that would run, by code.

    With --as-of DAY, those that were in force on it: one of what they cite was.
    """
    from filinglint.catalogue import load_catalogue
    from filinglint.cli.terminal import view_of, write_out

    asked = options.asked(**given)
    catalogue = load_catalogue(asked.plugins)
    asked.selection.verify(catalogue)
    day = _day(as_of, asked.today)
    runs = asked.selection.takes
    rules = [rule for rule in catalogue.rules if (everything or runs(rule)) and (day is None or rule.in_force(day))]
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
