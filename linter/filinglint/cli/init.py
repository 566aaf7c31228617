"""``filinglint init``: the first files: a configuration, hooks, a workflow, or the manifest of a draft."""

from __future__ import annotations

import os

import click

from filinglint.cli import options
from filinglint.errors import ConfigError
from filinglint.report import counted


@click.command(name="init", short_help="write the first files: configuration, hooks, workflow, manifest")
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path())
@click.option("--hooks", is_flag=True, help="Add the hooks to .pre-commit-config.yaml, too.")
@click.option("--workflow", is_flag=True, help="Write a workflow of GitHub, too.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.option("--draft", "form", metavar="FORM", help="Write DIR/submission.toml instead, for FORM: 8-K, 10-Q/A.")
@options.verbose
def command(folder: str, hooks: bool, workflow: bool, yes: bool, form: str | None, **_: object) -> int:
    """Look over DIR, the current folder by default, and write a configuration for it.

    With --draft FORM the manifest of a draft is written, from what the documents in DIR say of themselves; what
    cannot be told stands there as a comment that says what to write. What is there already is never overwritten.
    """
    if not os.path.isdir(folder):
        raise ConfigError(f"'{folder}' is not a folder; name the folder to begin in")
    if form is not None:
        if hooks or workflow:
            raise ConfigError("--draft writes a manifest; leave --hooks and --workflow to a run without it")
        return _draft(form, folder)
    return _begin(folder, hooks=hooks, workflow=workflow, yes=yes)


def _draft(form: str, folder: str) -> int:
    from filinglint.drafting import init_draft

    lines = init_draft(form, folder).splitlines()
    listed, left = lines.count("[[documents]]"), sum(line.startswith("# ") and " = " in line for line in lines)
    path = os.path.join(folder, "submission.toml")
    click.echo(f"wrote {path}: {counted(listed, 'document')} listed, {counted(left, 'line')} left for you to fill in")
    click.echo(f"next: filinglint check {folder}")
    return 0


def _begin(folder: str, *, hooks: bool, workflow: bool, yes: bool) -> int:
    from filinglint import beginning, editions
    from filinglint.catalogue import load_catalogue
    from filinglint.judging import Options

    found = beginning.survey(folder, Options(), load_catalogue())
    click.echo(f"{folder}:")
    for line in beginning.described(found):
        click.echo(f"  {line}")
    files = [beginning.configuration(folder, found, editions.newest())]
    files += [beginning.hooks(folder, found)] if hooks else []
    files += [beginning.workflow(folder)] if workflow else []
    wanted = [file for file in files if not file.refused]
    for file in files:
        if file.refused:
            click.echo(f"left {os.path.join(folder, file.path)} as it is: {file.refused}")
    names = ", ".join(file.path for file in wanted)
    if wanted and not yes and not click.confirm(f"write {names}?", default=True):
        return 0
    for file in wanted:
        _write(os.path.join(folder, file.path), file.text.encode(), file.was)
    click.echo(f"next: filinglint check {folder}")
    return 0


def _write(path: str, data: bytes, was: bytes | None) -> None:
    """Write a file that is not there, or add to the one whose content *was* so."""
    from filinglint.fixing.writing import write_anew

    try:
        if was is not None:
            write_anew(path, data, was)
        else:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "xb") as opened:
                opened.write(data)
    except OSError as error:
        raise ConfigError(f"'{path}' cannot be written: {error.strerror or type(error).__name__}") from error
    click.echo(f"{'added to' if was is not None else 'wrote'} {path}")
