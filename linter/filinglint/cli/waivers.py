"""``filinglint waivers``: the records of findings that someone accepts."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options
from filinglint.closest import closest
from filinglint.errors import ConfigError
from filinglint.report import counted

if TYPE_CHECKING:  # the engine is loaded when a command runs, not to print its help
    from filinglint.finding import Finding
    from filinglint.plan import Group, Plan
    from filinglint.triage.directives import Directive
    from filinglint.triage.waivers import Waiver


@click.group(name="waivers", short_help="list, verify and write waiver records")
def command() -> None:
    """List, verify and write the records of findings that someone accepts."""


@command.command(name="list", short_help="list the records")
@options.configured
@click.option("--format", "style", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.verbose
def listed(style: str, **given: Any) -> int:
    """List the records of the configuration of the current folder, with their state today."""
    from filinglint.cli.terminal import write_out

    plan = options.planned(baseline=False, **given)
    waivers = plan.groups[0].registry.waivers
    if style == "json":
        records = [_record(waiver, plan.base.today) for waiver in waivers]
        write_out([json.dumps({"schema": "filinglint-waiver-list-1", "waivers": records}, indent=1), "\n"])
    else:
        write_out(f"{line}\n" for waiver in waivers for line in _lines(waiver, plan.base.today))
        active = len(plan.groups[0].registry.active(plan.base.today))
        click.echo(f"{counted(len(waivers), 'record')}, {active} in force")
    return 0


def _state(waiver: Waiver, today: date) -> str:
    from filinglint.remarks import SOON

    if not waiver.holds_on(today):
        return "expired"
    if waiver.expires is not None and waiver.expires <= today + timedelta(days=SOON):
        return "expires soon"
    return "in force"


def _record(waiver: Waiver, today: date) -> dict[str, Any]:
    return {
        "id": waiver.id,
        "state": _state(waiver, today),
        "rules": list(waiver.rules),
        "paths": list(waiver.paths),
        "heading": waiver.heading or None,
        "text": waiver.words or None,
        "fingerprints": sorted(waiver.fingerprints),
        "reason": waiver.reason or None,
        "approved_by": waiver.approved_by or None,
        "approved_on": waiver.approved_on.isoformat() if waiver.approved_on else None,
        "expires": waiver.expires.isoformat() if waiver.expires else None,
        "ticket": waiver.ticket or None,
        "file": waiver.file,
    }


def _lines(waiver: Waiver, today: date) -> Iterator[str]:
    until = f"until {waiver.expires}" if waiver.expires else "without end"
    by = f", approved by {waiver.approved_by}" if waiver.approved_by else ""
    yield f"{waiver.id}  {_state(waiver, today)}, {until}{by}"
    yield f"    {', '.join(waiver.rules)} in {', '.join(waiver.paths)}"
    if waiver.reason:
        yield f"    {waiver.reason}"


@command.command(name="check", short_help="verify the records and the baseline")
@options.configured
@click.option(
    "--fail-on",
    "limit",
    type=click.Choice(("error", "warning", "info", "never")),
    default="warning",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@options.verbose
def checked(limit: str, **given: Any) -> int:
    """Verify the records and the baseline by themselves: no document is read.

    The exit status is 2 for a record that is not as it must be, 1 for one that is expired or without effect.
    Whether one suppresses anything, filinglint check says.
    """
    from filinglint.finding import Severity
    from filinglint.triage.ledger import Ledger

    plan = options.planned(**given)
    group = plan.groups[0]
    base = plan.base
    ledger = Ledger(base.selection, base.exceptions, group.catalogue, base.today)
    found: list[Finding] = list(ledger.waivers(group.registry, (), lambda _: False))
    found += ledger.without_effect(group.registry)
    if group.baseline is not None:
        found += ledger.baseline(group.baseline, ())
    for finding in sorted(found, key=lambda one: one.order):
        place = finding.spot.place
        where = f"{finding.spot.path}:{place.line}:{place.column}" if place else finding.spot.path
        click.echo(f"{where}: {finding.severity.value} {finding.code} {finding.slug} {finding.message}")
    entries = len(group.baseline.entries) if group.baseline is not None else 0
    records = counted(len(group.registry.waivers), "record")
    kept = counted(entries, "entry")
    click.echo(f"{records} and {kept} of a baseline, {counted(len(found), 'finding')}")
    return int(limit != "never" and any(one.severity.rank <= Severity(limit).rank for one in found))


@command.command(name="add", short_help="add a record")
@click.option("--rule", "rules", multiple=True, required=True, metavar="RULES", help="What it accepts: codes or slugs.")
@click.option("--path", "paths", multiple=True, required=True, metavar="PATTERN", help="Where, from the configuration.")
@click.option("--reason", required=True, help="Why.")
@click.option("--approved-by", metavar="WHO", help="Who accepts it.")
@click.option("--approved-on", metavar="DATE", help="When; today unless given.")
@click.option("--expires", metavar="DATE", help="The last day on which it holds.")
@click.option("--ticket", metavar="ID", help="Where it was discussed.")
@click.option("--heading", metavar="WORDS", help="Only under this heading.")
@click.option("--text", metavar="WORDS", help="Only where these words stand.")
@click.option("--fingerprint", "marks", multiple=True, metavar="FP1", help="Only this finding.")
@click.option("--id", "name", metavar="ID", help="Its name; the next number of the year unless given.")
@options.configured
@options.verbose
def add(rules: tuple[str, ...], paths: tuple[str, ...], reason: str, marks: tuple[str, ...], **given: Any) -> int:
    """Add a record to filinglint-waivers.toml, or to the first file that the configuration names.

    It is verified before anything is written.
    """
    from filinglint.triage.waivers import next_id

    plan = options.planned(baseline=False, **given)
    today = plan.base.today
    day = _day(given["approved_on"], "--approved-on") or today
    fields = (
        ("id", given["name"] or next_id(plan.groups[0].registry, today.year)),
        ("rules", options.names(rules)),
        ("paths", paths),
        ("at", {"heading": given["heading"], "text": given["text"], "fingerprint": _one_or_many(marks)}),
        ("reason", reason),
        ("approved-by", given["approved_by"]),
        ("approved-on", day),
        ("expires", _day(given["expires"], "--expires")),
        ("ticket", given["ticket"]),
    )
    _append(plan, [fields])
    return 0


def _one_or_many(marks: Sequence[str]) -> Any:
    return marks[0] if len(marks) == 1 else list(marks)


def _day(words: str | None, option: str) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ConfigError(f"{option} '{words}' is no date such as 2027-03-03") from error


def _append(plan: Plan, records: Sequence[Sequence[tuple[str, Any]]]) -> None:
    """Write *records* to the end of the registry. Raises ConfigError when they are not as they must be."""
    from filinglint.triage.waivers import with_record

    path, text = _registry_file(plan.groups[0])
    for fields in records:
        text = with_record(text, [(key, _kept(value)) for key, value in fields])
    _write_registry(plan, path, text)
    for fields in records:
        click.echo(f"added {dict(fields)['id']} to {_shown(path)}")


def _kept(value: Any) -> Any:
    """Return *value* without what says nothing."""
    return {key: one for key, one in value.items() if one} if isinstance(value, dict) else value


def _registry_file(group: Group) -> tuple[str, str]:
    """Return the file that new records go to, and what stands in it."""
    from filinglint.config.settings import WAIVERS

    terms = group.config.settings(group.config.root).waivers
    path = terms.files[0][0] if terms.files else os.path.join(group.config.root, WAIVERS)
    return path, _text_at(path)


def _text_at(path: str) -> str:
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return file.read()


def _write_registry(plan: Plan, path: str, text: str) -> None:
    """Write *text* to the registry at *path* once it is verified together with the others."""
    from dataclasses import replace

    from filinglint.cli.terminal import write_file
    from filinglint.config.settings import DEFAULT
    from filinglint.triage.waivers import read_registry

    group = plan.groups[0]
    terms = group.config.settings(group.config.root).waivers
    if path not in (file for file, _ in terms.files):
        terms = replace(terms, files=(*terms.files, (path, DEFAULT)))
    read_registry(terms, group.config.root, group.catalogue, plan.base.today, written={path: text})
    write_file(path, [text])


def _shown(path: str) -> str:
    from filinglint.config.layers import shown

    return shown(path)


@command.command(name="expire", short_help="end records today")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@options.configured
@options.verbose
def expire(ids: tuple[str, ...], **given: Any) -> int:
    """End the records called ID: yesterday becomes their last day. They stay where they are."""
    from filinglint.cli.terminal import write_file
    from filinglint.triage.waivers import registry_layer, with_end

    plan = options.planned(baseline=False, **given)
    group = plan.groups[0]
    known = {waiver.id: waiver for waiver in group.registry.waivers}
    for name in ids:
        if name not in known:
            near = closest(name, known)
            raise ConfigError(
                f"no record is called '{name}'; {f'did you mean {near}?' if near else 'see waivers list'}"
            )
    last = plan.base.today - timedelta(days=1)
    for path, _ in group.config.settings(group.config.root).waivers.files:
        for name in ids:
            layer = registry_layer(path)
            records = layer.settings.get("waiver", ())
            index = next((number for number, record in enumerate(records) if record["id"] == name), None)
            if index is not None:
                write_file(path, [with_end(layer, index, last)])
                click.echo(f"{name} ended on {last}")
    return 0


@command.command(name="import", short_help="make records of the directives in documents")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--approved-by", metavar="WHO", help="Who accepts those that name nobody.")
@click.option("--expires", metavar="DATE", help="The last day of those that name none.")
@click.option("--dry-run", is_flag=True, help="Print the records, and write nothing.")
@options.reading
@options.configured
@options.verbose
def imported(paths: tuple[str, ...], approved_by: str | None, expires: str | None, dry_run: bool, **given: Any) -> int:
    """Make a record of each directive in PATHS that suppresses something; the documents stay as they are.

    A record names the findings by their fingerprints, so that it is as narrow as the directive; that of an
    ignore-file is for the file. Run filinglint strip afterwards.
    """
    from filinglint.cli.terminal import note
    from filinglint.engine import check
    from filinglint.triage.waivers import next_id, record_text

    plan = options.planned(baseline=False, **given)
    report = check(paths or (".",), plan.base, plan.groups[0].catalogue, None, plan)
    covered: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.suppression is not None and finding.suppression.kind == "inline":
            covered.setdefault(finding.suppression.id, []).append(finding)
    today = plan.base.today
    last = _day(expires, "--expires")
    first = next_id(plan.groups[0].registry, today.year)
    prefix, number = first.rpartition("-")[0], int(first.rpartition("-")[2])
    records: list[Sequence[tuple[str, Any]]] = []
    for where, directive in _directives(paths or (".",), plan).items():
        if directive.verb == "enable":
            continue
        if where not in covered:
            note(f"{where}: this directive suppresses nothing; no record is made of it")
            continue
        named = {"name": f"{prefix}-{number + len(records):03}", "by": approved_by, "last": last, "today": today}
        records.append(_as_record(directive, covered[where], plan, named))
    if dry_run:
        click.echo("\n".join(line for fields in records for line in (*record_text(_plain(fields)), "")), nl=False)
    elif records:
        _append(plan, records)
    click.echo(f"{counted(len(records), 'record')} {'would be made' if dry_run else 'made'}", err=dry_run)
    return 0


def _plain(fields: Sequence[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [(key, _kept(value)) for key, value in fields]


def _directives(paths: Sequence[str], plan: Plan) -> Mapping[str, Directive]:
    """Return the directives of the inputs that *paths* name, by their places."""
    from filinglint.discovery import discover
    from filinglint.errors import InputError
    from filinglint.judging import open_input
    from filinglint.triage.directives import directives
    from filinglint.triage.exceptions import located

    found: dict[str, Directive] = {}
    for one in discover(paths):
        if plan.left_out(one):
            continue
        try:
            reading, _ = open_input(one, plan.job(one).options, plan.group_of(one).catalogue)
        except InputError:
            continue  # the check that was run before has said so
        for directive in directives(reading.submission):
            found[located(reading.submission, directive.span)] = directive
    return found


def _as_record(
    directive: Directive, findings: Sequence[Finding], plan: Plan, named: Mapping[str, Any]
) -> Sequence[tuple[str, Any]]:
    from filinglint.config.globs import literal, relative

    root = plan.groups[0].config.root
    marks = sorted({finding.fingerprint for finding in findings})
    return (
        ("id", named["name"]),
        ("rules", directive.rules),
        ("paths", sorted({literal(relative(finding.spot.path, root)) for finding in findings})),
        ("at", {} if directive.whole else {"fingerprint": _one_or_many(marks)}),
        ("reason", directive.reason),
        ("approved-by", directive.by or named["by"]),
        ("approved-on", named["today"]),
        ("expires", directive.until or named["last"]),
    )
