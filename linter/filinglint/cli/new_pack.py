"""``filinglint new-pack``: the beginnings of a rule pack."""

from __future__ import annotations

import os

import click

from filinglint.cli import options
from filinglint.errors import ConfigError


@click.command(name="new-pack", short_help="write the beginnings of a rule pack")
@click.argument("name", metavar="NAME")
@options.verbose
def command(name: str, **_: object) -> int:
    """Write ./NAME/, the beginnings of a rule pack that can be installed.

    It holds a rule in Python, rules in YAML, their cases, and a test of all of them; 'make test' passes in it. The
    distribution is called filinglint-NAME, its package filinglint_NAME. A folder that is there already is left alone.
    """
    from filinglint.catalogue import load_catalogue
    from filinglint.scaffold import scaffolded

    written = list(scaffolded(name, {rule.code[:-3] for rule in load_catalogue().rules}))
    if os.path.exists(name):
        raise ConfigError(f"'{name}' is there already; give another name, or take it away")
    try:
        for path, text in written:
            place = os.path.join(name, *path.split("/"))
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        raise ConfigError(f"'{name}' cannot be written: {error.strerror or type(error).__name__}") from error
    click.echo(f"wrote {name}: {len(written)} files")
    click.echo(f"next: cd {name} && pip install --editable '.[test]' && make test")
    return 0
