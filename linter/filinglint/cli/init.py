"""``filinglint init``: a first manifest for a draft."""

from __future__ import annotations

import os

import click

from filinglint.cli import options


@click.command(name="init", short_help="write the manifest of a draft")
@click.option("--draft", "form", metavar="FORM", required=True, help="The form to be filed, such as 8-K or 10-Q/A.")
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path())
@options.verbose
def command(form: str, folder: str, **_: object) -> int:
    """Write DIR/submission.toml for a draft of FORM, from what the documents in DIR say of themselves.

    What cannot be told stands there as a comment that says what to write. A manifest that is there already
    is never overwritten.
    """
    from filinglint.drafting import init_draft

    lines = init_draft(form, folder).splitlines()
    listed, left = lines.count("[[documents]]"), sum(line.startswith("# ") and " = " in line for line in lines)
    path = os.path.join(folder, "submission.toml")
    click.echo(f"wrote {path}: {listed} documents listed, {left} lines left for you to fill in")
    click.echo(f"next: filinglint check {folder}")
    return 0
