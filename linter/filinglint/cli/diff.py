"""``filinglint diff``: what changed from one draft to the next."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options

if TYPE_CHECKING:  # the engine is loaded when the command runs, not to print its help
    from filinglint.catalogue import Catalogue
    from filinglint.discovery import Found
    from filinglint.judging import Options


@click.command(name="diff", short_help="compare two drafts")
@click.argument("old", metavar="OLD", type=click.Path())
@click.argument("new", metavar="NEW", type=click.Path())
@click.option("--format", "style", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.selecting
@options.profiled
@options.dated
@options.reading
@options.configured
@options.suppressing
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "info", "never")),
    help="The least severity of a new finding that makes the exit status 1: error, unless the configuration says"
    " otherwise.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 instead of 1.")
@options.coloured
@click.option("--ascii", is_flag=True, help="Write nothing but ASCII.")
@options.loud
def command(old: str, new: str, style: str, **given: Any) -> int:
    """Compare two drafts, folders or files: findings that are new, changed and fixed, and facts that changed.

    The exit status is 1 when there is a new finding at or above --fail-on, else 0; 3 when something could not be
    looked at.
    """
    from filinglint.cli.terminal import note, view_of, write_out
    from filinglint.comparison import shown
    from filinglint.comparison.drafts import compare
    from filinglint.reporters.cells import defused

    plan = options.planned(baseline=False, **given)

    def asked(found: Found) -> tuple[Options, Catalogue]:
        return plan.job(found).options, plan.group_of(found).catalogue

    comparison = compare(old, new, asked)
    if style == "json":
        revisions = {rule.code: rule.revision for rule in plan.rules}
        write_out(shown.as_json(comparison, revisions, plan.base.fail_on))
    else:
        view = view_of(sys.stdout, given["color"], ascii=given["ascii"], verbosity=given["verbose"] - given["quiet"])
        write_out(defused(f"{line}\n") for line in shown.text(comparison, view))
    for words in comparison.broken:
        note(f"INCOMPLETE: {words}")
    status = comparison.status(plan.base.fail_on)
    return 0 if status == 1 and given["exit_zero"] else status
