"""``filinglint fix``: mend what can be mended, and report what remains."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options
from filinglint.cli.reporting import outputs, reporting, write
from filinglint.errors import ConfigError, InputError
from filinglint.report import counted

if TYPE_CHECKING:  # the engine is loaded when the command runs, not to print its help
    from filinglint.finding import Finding, OutcomeRecord
    from filinglint.fixing.inputs import LeftAlone
    from filinglint.fixing.passes import Mended, Wanted
    from filinglint.plan import Plan

_MOST_NAMED = 8


@click.command(name="fix", short_help="mend what can be mended")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--safe", is_flag=True, help="Only what no reader can tell from before: the default.")
@click.option("--unsafe", is_flag=True, help="Change words too, where a rule knows the right ones.")
@click.option("--rule", "only", multiple=True, metavar="RULES", help="Only what these find: codes or slugs.")
@click.option("--allow-disseminated", is_flag=True, help="Mend filings that EDGAR has disseminated, too.")
@options.selecting
@options.profiled
@options.dated
@options.reading
@options.scoped
@options.configured
@options.suppressing
@reporting
@options.coloured
@options.loud
def command(paths: tuple[str, ...], diff: bool, safe: bool, unsafe: bool, only: tuple[str, ...], **given: Any) -> int:
    """Mend what can be mended in PATHS, files or folders; the current folder when there are none.

    A safe fix changes nothing that a reader or a program reads, which is proved before it is made. With
    --unsafe words may change too: look at --diff first. Files are replaced whole or not at all. The exit status
    is that of 'filinglint check' on what remains; with --diff it is 1 when something would change.
    """
    from filinglint.cli.terminal import note
    from filinglint.fixing.inputs import LeftAlone
    from filinglint.fixing.passes import Wanted

    if safe and unsafe:
        raise ConfigError("--safe and --unsafe were both given; --unsafe makes safe fixes too")
    if "-" in paths:
        raise ConfigError("fix writes files, and standard input is none; name a file")
    names = options.names(only)
    plan = options.planned(**given | {"extend_select": (*given["extend_select"], *names)})
    formats = outputs(given["output"], plan.groups[0].catalogue.packs)
    codes = frozenset(_code(name, plan) for name in names)
    wanted = Wanted(("safe", "unsafe") if unsafe else ("safe",), codes or None)
    tally = _Tally()
    for one in _mended(paths or (".",), plan, wanted, records=given["allow_disseminated"]):
        if isinstance(one, LeftAlone):
            tally.broken |= one.broken
            # What is broken is a finding in the report; with --diff there is none.
            if one.reason and (diff or not one.broken) and not given["quiet"]:
                note(f"{one.path}: left as it is: {one.reason}")
        elif diff:
            _show(one, plan, **given)
            tally.add(one, one.findings, one.outcomes)
        else:
            _write(one, tally)
    if not given["quiet"]:
        note(tally.summary("would mend" if diff else "mended"))
    if diff:
        incomplete = tally.broken or bool(tally.outcomes)
        return 3 if incomplete else int(tally.files > 0 and not given["exit_zero"])
    return _report(paths or (".",), tally, plan, formats, **given)


class _Tally:
    """What became of the inputs so far."""

    def __init__(self) -> None:
        self.files = 0
        self.made: Counter[str] = Counter()
        self.findings: list[Finding] = []
        self.outcomes: list[OutcomeRecord] = []
        self.broken = False

    def add(self, done: Mended, findings: Iterable[Finding], outcomes: Iterable[OutcomeRecord]) -> None:
        """Take up what was *done* to one input, and what the tool has to say of it."""
        self.files += len(done.files)
        for (code, _), count in done.made.items():
            self.made[code] += count
        self.findings += findings
        self.outcomes += outcomes

    def summary(self, verb: str) -> str:
        """Return ``mended 12 findings in 3 files: FMT019 ×9, FMT020 ×3``."""
        if not self.files:
            return f"nothing {'to mend' if verb == 'mended' else 'would be mended'}"
        total = self.made.total()
        named = [f"{code} ×{count}" for code, count in sorted(self.made.items(), key=lambda one: (-one[1], one[0]))]
        more = f" and {len(named) - _MOST_NAMED} more rules" if len(named) > _MOST_NAMED else ""
        what = f"{counted(total, 'finding')} in {counted(self.files, 'file')}"
        return f"{verb} {what}: {', '.join(named[:_MOST_NAMED])}{more}"


def _code(name: str, plan: Plan) -> str:
    rule = next((found for group in plan.groups if (found := group.catalogue.find(name))), None)
    if rule is None:
        near = plan.groups[0].catalogue.suggest(name)
        hint = f"did you mean {near[0]}?" if near else "see 'filinglint rules'"
        raise ConfigError(f"no rule is called '{name}'; {hint}")
    if rule.fixable not in ("safe", "unsafe"):
        raise ConfigError(f"{rule.code} {rule.slug} fixes nothing")
    return rule.code


def _mended(paths: Sequence[str], plan: Plan, wanted: Wanted, *, records: bool) -> Iterator[Mended | LeftAlone]:
    """Yield what becomes of each input that *paths* name; nothing is written yet."""
    from filinglint.discovery import discover
    from filinglint.fixing.inputs import mend_file

    for found in discover(paths, plan.base.scope):
        if not plan.left_out(found):  # what is left out, the report says
            yield mend_file(found, plan.job(found).options, plan.group_of(found).catalogue, wanted, records=records)


def _write(done: Mended, tally: _Tally) -> None:
    """Write what changed, at once: who interrupts a long run keeps what is done."""
    from filinglint.fixing.inputs import unwritten
    from filinglint.fixing.inputs import write as write_files

    try:
        write_files(done)
    except InputError as error:
        findings, outcomes = unwritten(done.before.path, error)
        tally.findings += (*done.findings, *findings)
        tally.outcomes += (*done.outcomes, *outcomes)
    else:
        tally.add(done, done.findings, done.outcomes)


def _show(done: Mended, plan: Plan, **given: Any) -> None:
    from filinglint.cli.terminal import note, view_of, write_out
    from filinglint.fixing.hunks import shown
    from filinglint.reporters.cells import defused

    view = view_of(sys.stdout, given["color"], ascii=given["ascii"], verbosity=given["verbose"] - given["quiet"])
    write_out(defused(f"{line}\n") for line in shown(done, {rule.code: rule for rule in plan.rules}, view))
    for finding in done.findings:
        note(f"{finding.spot.path}: {finding.code} {finding.slug}: {finding.message}")


def _report(paths: Sequence[str], tally: _Tally, plan: Plan, formats: Sequence[tuple[str, str]], **given: Any) -> int:
    """Report what remains, with what could not be mended as it should, and return the exit status."""
    from dataclasses import replace

    from filinglint.cli.terminal import note
    from filinglint.engine import check

    report = check(paths, plan.base, plan.groups[0].catalogue, None, plan)
    report = replace(
        report,
        run=replace(report.run, max_warnings=given["max_warnings"]),
        findings=tuple(sorted((*report.findings, *tally.findings), key=lambda finding: finding.order)),
        outcomes=(*report.outcomes, *tally.outcomes),
    )
    if not given["quiet"]:
        for notice in report.notices:
            note(f"{notice.path}: {notice.message}" if notice.path else notice.message)
    write(report, plan.rules, formats, plan.groups[0].catalogue.packs, **given)
    return 0 if report.status == 1 and given["exit_zero"] else report.status
