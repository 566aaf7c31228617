"""``filinglint explain``: the page of a rule."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options
from filinglint.errors import ConfigError

if TYPE_CHECKING:  # the rules are loaded when the command runs, not to print its help
    from filinglint.catalogue import Catalogue
    from filinglint.reporters.rule_pages import CaseText, Here, ToolPage
    from filinglint.reporters.view import View
    from filinglint.rule import Rule


@click.command(name="explain", short_help="print the page of a rule")
@click.argument("rules", nargs=-1, required=True, metavar="RULE...")
@click.option("--format", "style", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True)
@options.configured
@options.coloured
@options.verbose
def command(rules: tuple[str, ...], style: str, **given: Any) -> int:
    """Print the page of each RULE, a code or a slug: what it checks, why, and how to mend what it finds.

    The rules and the values of their options are those of the configuration of the current folder.
    """
    from filinglint import editions
    from filinglint.catalogue import optioned
    from filinglint.cli.terminal import view_of, write_out
    from filinglint.reporters.rule_pages import Here

    plan = options.planned(baseline=False, no_suppressions=True, **given)
    group = plan.groups[0]
    catalogue = optioned(group.catalogue, plan.base.rule_options)
    stated = plan.rule_options(group, group.config.settings("."))
    found = [_find(name, catalogue) for name in options.names(rules)]
    edition = editions.edition(group.edition or editions.newest())

    def here(rule: Rule | ToolPage) -> Here:
        origins = {name: one.origin for name, one in stated.get(rule.code, {}).items()}
        return Here(edition.name if rule.code in edition.entries else "", origins)

    if style == "json":
        records = [_record(one, catalogue, here(one)) for one in found]
        write_out([json.dumps({"schema": "filinglint-rules-1", "rules": records}, indent=1), "\n"])
    else:
        from filinglint.reporters.cells import defused

        view = view_of(sys.stdout, given["color"])
        markdown = style == "markdown"
        for one in found:
            write_out(map(defused, _page(one, catalogue, view, here(one), markdown=markdown)))
    return 0


def _find(name: str, catalogue: Catalogue) -> Rule | ToolPage:
    """Return what is called *name*. Raises ConfigError, with what resembles it, when nothing is."""
    from filinglint.reporters.rule_pages import TOOL_PAGES

    found = catalogue.find(name) or next((p for p in TOOL_PAGES if name.upper() == p.code or name == p.slug), None)
    if found is not None:
        return found
    near = catalogue.suggest(name)
    hint = f"did you mean {' or '.join(near)}?" if near else "see 'filinglint rules'"
    raise ConfigError(f"no rule is called '{name}'; {hint}")


def _cases(rule: Rule, catalogue: Catalogue) -> list[CaseText]:
    """Return the cases of *rule*, one that fires first; none where its pack ships none."""
    from filinglint.cases import cases_of
    from filinglint.reporters.rule_pages import CaseText

    found = [
        CaseText(case.name, case.data.decode("utf-8", "replace"), case.expected, case.outcome.value)
        for case in cases_of(rule.module.partition(".")[0], catalogue)
        if case.rule.code == rule.code
    ]
    return sorted(found, key=lambda case: not case.expected)


def _record(one: Rule | ToolPage, catalogue: Catalogue, here: Here) -> dict[str, Any]:
    from dataclasses import asdict

    from filinglint.reporters.rule_pages import ToolPage, page_record

    return asdict(one) if isinstance(one, ToolPage) else page_record(one, _cases(one, catalogue), here)


def _page(one: Rule | ToolPage, catalogue: Catalogue, view: View, here: Here, *, markdown: bool) -> Iterator[str]:
    from filinglint.reporters.rule_pages import ToolPage, markdown_page, text_page, text_tool_page

    if isinstance(one, ToolPage):
        return text_tool_page(one, view)
    cases = _cases(one, catalogue)
    return markdown_page(one, cases, here) if markdown else text_page(one, cases, view, here)
