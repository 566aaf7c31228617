"""``filinglint cache``: what verdicts are kept, and their end."""

from __future__ import annotations

import json
from typing import Any

import click

_WHERE = click.option(
    "--cache-dir",
    metavar="DIR",
    envvar="FILINGLINT_CACHE_DIR",
    help="This cache, not the one of this platform.",
)


@click.group(name="cache", short_help="show or clean the verdicts that are kept")
def command() -> None:
    """Show or clean the verdicts that filinglint check keeps of disseminated filings."""


@command.command(name="show", short_help="say where the cache is and what it holds")
@_WHERE
@click.option("--format", "style", type=click.Choice(("text", "json")), default="text", show_default=True)
def show(cache_dir: str | None, style: str) -> int:
    """Say where the cache is, how much it holds, and how old it is."""
    from filinglint.cache.verdicts import Terms

    store = Terms(cache_dir or "").store
    held = store.held()
    if style == "json":
        found: dict[str, Any] = {"folder": store.folder, "entries": held.entries, "bytes": held.bytes}
        click.echo(json.dumps(found | {"oldest_seconds": round(held.oldest)}))
        return 0
    click.echo(f"folder   {store.folder}")
    click.echo(f"entries  {held.entries:,}")
    click.echo(f"bytes    {held.bytes:,}")
    if held.entries:
        click.echo(f"oldest   used {held.oldest / 86_400:.1f} days ago")
    return 0


@command.command(name="clean", short_help="take every verdict out of the cache")
@_WHERE
def clean(cache_dir: str | None) -> int:
    """Take every verdict out of the cache. Runs that use it meanwhile judge anew."""
    from filinglint.cache.verdicts import Terms

    store = Terms(cache_dir or "").store
    held = store.clean()
    click.echo(f"{held.entries:,} entries, {held.bytes:,} bytes taken out of {store.folder}")
    return 0
