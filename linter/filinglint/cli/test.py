"""``filinglint test``: the cases of rules and packs."""

from __future__ import annotations

import os
from typing import Any

import click

from filinglint.cli import options
from filinglint.errors import ConfigError

_OURS = "filinglint"  # our distribution, and the group of entry points


@click.command(name="test", short_help="run the cases of rules and packs")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.option("--coverage", is_flag=True, help="Rules that no case makes fire, or pass, are complaints too.")
@click.option("--no-variants", is_flag=True, help="Judge the cases as they stand, and not set otherwise as well.")
@options.configured
@options.verbose
def command(packs: tuple[str, ...], coverage: bool, no_variants: bool, **given: Any) -> int:
    """Run the cases of PACKs: files or folders of YAML rules, distributions, or import packages.

    Without one they are those that the configuration names under rule-packs and plugins; ours, where it names none.
    Each case must hold, and so must the same text on one line, in 200 KB of other words, with other line ends, with
    tags in capitals, with characters written as references, and under rules in another order. The exit status is 0,
    or 1 for a complaint; 2 for a pack that does not load.
    """
    from filinglint.catalogue import load_catalogue
    from filinglint.config.requirements import installed
    from filinglint.testing import tally

    config = options.configs(**given).of_folder(".")
    plugins = [installed(name) for name in (*config.plugins, *given["plugin"])]
    files = list(config.rule_packs)
    wanted: list[str] = []
    for name in packs:
        if _is_file(name):
            path = os.path.abspath(name)
            files += [path] if path not in files else []
            wanted.append(_named(path))
        else:
            modules = _modules(name)
            plugins += [name] if modules and name not in (*plugins, _OURS) else []
            wanted += modules or [name]
    if not packs:
        wanted = [*(one for name in plugins for one in _modules(name)), *map(_named, files)] or _modules(_OURS)
    catalogue = load_catalogue(tuple(dict.fromkeys(plugins)), tuple(files), tried=False)
    status = 0
    for pack in dict.fromkeys(wanted):
        try:
            told = tally(pack, catalogue, variants=not no_variants, coverage=coverage)
        except ModuleNotFoundError as error:
            raise ConfigError(f"there is no pack '{pack}'; give a file, a distribution or an import package") from error
        for complaint in told.complaints:
            click.echo(complaint)
        words = f"{told.cases} cases of {told.rules} rules, {told.variants} variants"
        click.echo(f"{pack}: {words}: {f'{len(told.complaints)} complaints' if told.complaints else 'all hold'}")
        status = 1 if told.complaints else status
    return status


def _is_file(name: str) -> bool:
    """Tell whether *name* is a file of rules, or a folder with some: a package of Python is none."""
    if os.path.isdir(name):
        return any(entry.endswith((".yaml", ".yml")) for entry in os.listdir(name))
    return name.endswith((".yaml", ".yml"))


def _named(path: str) -> str:
    """Return the name that the files of rules at *path* give their pack."""
    from filinglint.rulebook.files import files_at
    from filinglint.rulebook.packs import RuleFiles

    return RuleFiles.read(files_at(path)).owner(path)


def _modules(name: str) -> list[str]:
    """Return the packages that the distribution *name* brings as packs; none where there is no such."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return [point.module for point in distribution(name).entry_points if point.group == _OURS]
    except (PackageNotFoundError, ValueError):
        return []
