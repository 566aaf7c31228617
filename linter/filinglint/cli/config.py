"""``filinglint config``: what is configured, whether it can be, and the schema of it all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import click

from filinglint.cli import options
from filinglint.errors import ConfigError, FilinglintError
from filinglint.report import counted

_SCHEMAS = (
    "filinglint",
    "waivers",
    "baseline",
    "submission",
    "rule-pack",
    "report",
    "facts",
    "diff",
    "coverage",
    "rules",
    "why",
    "edition-diff",
    "config",
    "doctor",
    "waiver-list",
)


@click.group(name="config", short_help="show, verify or describe the configuration")
def command() -> None:
    """Show, verify or describe the configuration."""


@command.command(name="show", short_help="print what holds for a path, and where it is stated")
@click.argument("path", default=".", metavar="[PATH]")
@options.configured
@click.option("--format", "style", type=click.Choice(("toml", "json")), default="toml", show_default=True)
@options.verbose
def show(path: str, style: str, **given: Any) -> int:
    """Print the settings that hold for PATH, the current folder by default, each with where it is stated."""
    from filinglint.cli.terminal import write_out

    config = options.configs(**given).of_input(path, folder=os.path.isdir(path))
    rows = config.stated_in(path)
    if style == "json":
        record = {"file": config.name or None, "settings": list(map(_record, rows))}
        write_out([json.dumps({"schema": "filinglint-config-1", **record}, indent=1), "\n"])
    else:
        write_out(_as_toml(config.name, rows))
    return 0


def _record(row: tuple[str, str, Any, str]) -> dict[str, Any]:
    table, key, value, origin = row
    return {"key": ".".join(filter(None, (table, key.removesuffix("[]")))), "value": value, "origin": origin}


def _as_toml(name: str, rows: Sequence[tuple[str, str, Any, str]]) -> Iterator[str]:
    """Yield the settings as TOML that could be a configuration, the origin of each as a comment."""
    from filinglint.toml_text import toml_value

    yield f"# {name or 'no configuration file: these are the defaults'}\n"
    for table, inner in groupby(rows, key=lambda row: row[0]):
        if table:
            yield f"\n[{table}]\n"
        # Members of one list stand together, wherever they are stated.
        lists: dict[str, list[tuple[Any, str]]] = {}
        for _, key, value, origin in inner:
            lists.setdefault(key, []).append((value, origin))
        for key, values in lists.items():
            if key.endswith("[]"):
                yield f"{key[:-2]} = [\n"
                yield from (_line(f"  {toml_value(value)},", origin) for value, origin in values)
                yield "]\n"
            else:
                value, origin = values[-1]
                yield _line(f"{key} = {toml_value(value)}", origin)


def _line(words: str, origin: str) -> str:
    return f"{words:<40} # {origin}\n"


@command.command(name="validate", short_help="verify the configuration, its waivers and its baseline")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@options.configured
@options.verbose
def validate(paths: tuple[str, ...], **given: Any) -> int:
    """Verify the configuration for each of PATHS, the current folder by default.

    A path is a configuration file, or what is to be linted. The records and the baseline that the configuration
    names are verified with it. The exit status is 0, or 2 for the first fault.
    """
    from filinglint.config.files import NAMES
    from filinglint.config.layers import shown

    for path in paths or (".",):
        if not os.path.exists(path):
            raise ConfigError(f"'{path}' does not exist; check the path")
        named = os.path.isfile(path) and (os.path.basename(path) in NAMES or path.endswith(".toml"))
        wanted = {**given, "config": (path, *given["config"])} if named else given
        plan = options.planned(**wanted)
        folder = path if os.path.isdir(path) else os.path.dirname(path) or "."
        group = plan.groups[0] if named else plan.group(options.configs(**wanted).of_folder(folder))
        if not group.config.name:
            click.echo(f"{shown(path)}: no configuration; the defaults hold")
            continue
        records = len(group.registry.waivers)
        entries = len(group.baseline.entries) if group.baseline is not None else 0
        kept = counted(entries, "entry")
        click.echo(f"{group.config.name}: sound, with {counted(records, 'waiver')} and {kept} of a baseline")
    return 0


@command.command(name="schema", short_help="print the JSON Schema of the configuration")
@click.argument("name", default="filinglint", metavar="[NAME]", type=click.Choice(_SCHEMAS))
@options.configured
@options.verbose
def schema(name: str, **given: Any) -> int:
    """Print the JSON Schema of filinglint.toml, or of NAME: what else is read, or what a command prints as JSON.

    That of filinglint.toml has the options of the rules that the configuration of the current folder loads.
    """
    from filinglint_schemas import load_schema

    if name == "filinglint":
        from filinglint.config.configs import schema_with

        try:
            plan = options.planned(baseline=False, no_suppressions=True, **given)
        except FilinglintError:  # who writes a configuration needs the schema while it is wrong
            plan = options.planned(baseline=False, no_suppressions=True, **given | {"config": (), "isolated": True})
        found = schema_with(plan.rules)
    else:
        found = load_schema(name)
    click.echo(json.dumps(found, indent=2, ensure_ascii=False))
    return 0
