"""``filinglint doctor``: what is installed, what loads, and what is configured here."""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click

from filinglint import __version__
from filinglint.cli import options
from filinglint.closest import closest
from filinglint.errors import FilinglintError
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.report import counted

_PACKAGE = "filinglint"
_REQUIREMENT = pattern(r"""([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*([^;]*?)\s*(?:;.*extra\s*==\s*['"]([\w-]+)['"].*)?""")
_VARIABLES = (
    "FILINGLINT_CACHE_DIR",
    "FILINGLINT_COLOR",
    "FILINGLINT_CONFIG",
    "FILINGLINT_JOBS",
    "FILINGLINT_OUTPUT",
    "SOURCE_DATE_EPOCH",
)
_OF_DEVELOPERS = frozenset(("dev", "docs"))


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: its subject, what is so, whether that is a fault, and what to do about it."""

    subject: str
    name: str
    says: str
    fault: bool = False
    remedy: str = ""


@click.command(name="doctor", short_help="say what is installed, what loads and what is configured")
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path())
@click.option("--format", "style", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.configured
@options.verbose
def command(folder: str, style: str, **given: Any) -> int:
    """Say what is installed, what loads, and what holds in DIR, the current folder by default.

    That is: versions, the configuration, the rule packs, those that are installed and not listed, libraries, and
    what the environment sets. The exit status is 0, or 2 when something is wrong.
    """
    lines = [*_versions(), *_configured(folder, given), *_libraries(), *_kept()]
    if style == "json":
        click.echo(json.dumps({"schema": "filinglint-doctor-1", "lines": [asdict(line) for line in lines]}, indent=1))
    else:
        subject = ""
        for line in lines:
            if line.subject != subject:
                subject = line.subject
                click.echo(f"{subject}:")
            says = f"{line.name}: {line.says}" if line.name else line.says
            mark = "! " if line.fault else "  "
            first, *rest = says.splitlines() or [""]
            click.echo(f"{mark}{first}")
            for more in rest:
                click.echo(f"    {more}")
            if line.remedy:
                click.echo(f"    {line.remedy}")
    return 2 if any(line.fault for line in lines) else 0


def _versions() -> Iterator[Line]:
    from filinglint import editions

    yield Line("versions", "filinglint", __version__)
    yield Line("versions", "editions", f"{', '.join(editions.names())} (the newest holds where none is named)")
    yield Line("versions", "python", f"{platform.python_version()} at {sys.executable}")
    yield Line("versions", "system", platform.platform())


def _configured(folder: str, given: dict[str, Any]) -> Iterator[Line]:
    """Look at the configuration of *folder*, and at the packs that it lets load."""
    from importlib.metadata import entry_points

    from filinglint.config.requirements import distribution_of

    listed: set[str] = {_PACKAGE}
    try:
        config = options.configs(**given).of_folder(folder)
    except FilinglintError as error:
        yield Line("configuration", "", str(error), fault=True)
    else:
        name = config.name or "none from here up to the root of the repository; the defaults hold"
        yield Line("configuration", "", name)
        listed |= {_plain(distribution_of(plugin) or plugin) for plugin in (*config.plugins, *given["plugin"])}
        try:
            plan = options.planned(**given | {"config": given["config"]})
            group = plan.group(config)
        except FilinglintError as error:
            yield Line("configuration", "", str(error), fault=True)
        else:
            yield from _brings(group)
    for point in sorted(entry_points(group=_PACKAGE), key=lambda point: point.name):
        distribution = point.dist.name if point.dist is not None else "unknown"
        version = point.dist.version if point.dist is not None else "unknown"
        if _plain(distribution) not in listed:
            yield Line(
                "rule packs",
                point.name,
                f"{distribution} {version}, installed and not listed: it does not load",
                remedy=f'to load it: plugins = ["{distribution}"] in filinglint.toml',
            )


def _brings(group: Any) -> Iterator[Line]:
    """Say what a configuration brings: packs with their rules, records, baseline."""
    from collections import Counter

    from filinglint.plugins import pack_versions

    waivers = len(group.registry.waivers)
    if waivers:
        yield Line("configuration", "waivers", counted(waivers, "record"))
    if group.baseline is not None:
        yield Line("configuration", "baseline", counted(len(group.baseline.entries), "entry"))
    rules = Counter(rule.module.partition(".")[0] for rule in group.catalogue.rules)
    modules = {name: module.__name__ for name, module in group.catalogue.packs.list_name_plugin()}
    for name, version in pack_versions(group.catalogue.packs):
        yield Line("rule packs", name, f"{version}, {rules[modules.get(name, name)]} rules")


def _libraries() -> Iterator[Line]:
    """Look for the libraries that filinglint needs, and for those that it can use."""
    from importlib.metadata import PackageNotFoundError, requires, version

    from filinglint.config.requirements import installed
    from filinglint.errors import PackError

    try:
        wanted = requires(_PACKAGE) or []
    except PackageNotFoundError:
        yield Line("libraries", "", "filinglint runs from its sources and is not installed; what it needs is not known")
        return
    for requirement in wanted:
        m = _REQUIREMENT.fullmatch(requirement.strip())
        if m is None or m[1].lower() == _PACKAGE or m[3] in _OF_DEVELOPERS:
            continue
        subject = "libraries" if m[3] is None else "optional libraries"
        extra = f" (extra '{m[3]}')" if m[3] else ""
        try:
            installed(f"{m[1]}{m[2]}")
            yield Line(subject, m[1], f"{version(m[1])}{extra}")
        except PackError as error:
            fault = m[3] is None
            remedy = f"pip install --upgrade '{m[1]}{m[2]}'" if fault else f"pip install 'filinglint[{m[3]}]'"
            yield Line(subject, m[1], f"{error.reason.split(';')[0]}{extra}", fault=fault, remedy=remedy)


def _kept() -> Iterator[Line]:
    """Say what the environment sets, and what is kept between runs."""
    from filinglint.cache.verdicts import Terms

    for name in sorted(os.environ):
        if name in _VARIABLES:
            yield Line("environment", name, os.environ[name])
        elif name.startswith("FILINGLINT_"):
            near = closest(name, _VARIABLES)
            hint = f"did you mean {near}?" if near else f"there are {', '.join(_VARIABLES)}"
            yield Line("environment", name, f"nothing reads it; {hint}", fault=True, remedy="correct or unset it")
    store = Terms("").store
    held = store.held()
    says = f"{counted(held.entries, 'entry')} of disseminated filings, {held.bytes:,} bytes, in {store.folder}"
    yield Line("cache", "", says, remedy="filinglint cache clean empties it" if held.entries else "")


def _plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
