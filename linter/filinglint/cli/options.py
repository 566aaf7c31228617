"""The options that commands share, and what becomes of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from filinglint.errors import ConfigError

if TYPE_CHECKING:  # the engine is loaded when a command runs, not to print its help
    from filinglint.cache.verdicts import Terms
    from filinglint.config.configs import Configs
    from filinglint.judging import Options
    from filinglint.plan import Plan

F = TypeVar("F", bound=Callable[..., Any])

SCOPES = ("file", "draft", "all")
PURPOSES = ("submit", "review", "audit")


def _together(*options: Callable[[F], F]) -> Callable[[F], F]:
    def decorate(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


selecting = _together(
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        help="Run only these: codes, slugs, families, tag:…, cite:…, form:…, ALL.",
    ),
    click.option("--extend-select", multiple=True, metavar="RULES", help="Run these too."),
    click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these."),
    click.option("--preview/--no-preview", default=None, help="Let rules run that are still on trial."),
    click.option(
        "--purpose",
        type=click.Choice(PURPOSES),
        help="The question: would it be suspended, what should be mended (review, the default), everything.",
    ),
    click.option("--edition", metavar="NAME", help="Keep to the rules and severities of this edition, such as 2026.1."),
)
profiled = click.option(
    "--profile", multiple=True, metavar="NAMES", help="Judge BCP texts by these regimes, not by their words."
)
configured = _together(
    click.option(
        "--config",
        multiple=True,
        metavar="FILE|KEY=VALUE",
        help="This configuration, not the nearest to each input; or one setting, as TOML has it.",
    ),
    click.option("--isolated", is_flag=True, help="Look for no configuration."),
    click.option("--plugin", multiple=True, metavar="NAME", help="Load the rule pack of this distribution too."),
    click.option("--no-exclude", is_flag=True, help="Look at what the configuration leaves out, too."),
)
suppressing = _together(
    click.option("--no-suppressions", is_flag=True, help="Let directives, waivers and baseline have no effect."),
    click.option("--strict", is_flag=True, help="Unused and expired suppressions and a stale baseline are errors."),
)
reading = _together(
    click.option(
        "--kind",
        metavar="KIND",
        help="Read inputs as this, whatever they look like: submission, draft, document, bcp-summary, or a pack's.",
    ),
    click.option(
        "--stdin-filename", metavar="NAME", default="<stdin>", help="What to call standard input, given as '-'."
    ),
    click.option("--allow-empty", is_flag=True, help="Nothing to look at is no error."),
)
scoped = click.option(
    "--scope",
    type=click.Choice(SCOPES),
    default="all",
    show_default=True,
    help="file: every file alone, those of drafts too; draft: nothing but drafts, each as a whole.",
)
dated = click.option(
    "--as-of", metavar="DAY", help="By the law of which day: filing (the default), today, or YYYY-MM-DD."
)
listing = click.option(
    "--files-from",
    metavar="FILE|-",
    help="The paths in this file, or on standard input, too: one a line, or ended by NUL where there is any.",
)
elsewhere = click.option(
    "--executor", metavar="dask://HOST:PORT", help="Judge on the workers of this Dask cluster; -j does not matter then."
)
cached = _together(
    click.option(
        "--cache-dir",
        metavar="DIR",
        envvar="FILINGLINT_CACHE_DIR",
        help="Keep verdicts there, not where this platform keeps caches.",
    ),
    click.option(
        "--cache-trust",
        type=click.Choice(("content", "mtime")),
        help="A file is the same by its content (the default), or by its path, size and time stamp, which is faster.",
    ),
)
timed = click.option(
    "--timing",
    is_flag=False,
    flag_value=10,
    type=click.IntRange(min=0),
    metavar="[=N]",
    help="Say where the time went, and which N rules and facts (10) took most. Stands behind the paths.",
)
coloured = click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    envvar="FILINGLINT_COLOR",
    help="Colours.",
)
loud = _together(
    click.option("-q", "--quiet", is_flag=True, help="Only the findings: no summary, notices or progress."),
    click.option("-v", "--verbose", is_flag=True, help="Everything: what could not be told and why, what broke where."),
)

verbose = click.option("-v", "--verbose", is_flag=True, help="Should filinglint break, say where.")


def names(values: Iterable[str]) -> tuple[str, ...]:
    """Return the members of *values*, each of which may be a list with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def day(words: str) -> str:
    """Return *words* when they are ``filing``, ``today`` or a date. Raises ConfigError when they are not."""
    from filinglint.config.configs import is_day

    if is_day(words):
        return words
    raise ConfigError(f"--as-of '{words}' is no day; give filing, today, or a date such as 2024-01-31")


def jobs(words: str) -> int:
    """Return how many processes *words* ask for. Raises ConfigError for what is neither a number nor ``auto``."""
    if words == "auto":
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if words.isascii() and words.isdecimal() and 1 <= int(words) <= 1024:
        return int(words)
    raise ConfigError(f"--jobs '{words}' is no number of processes; give 1, 2, … or auto")


def profiles(values: Iterable[str]) -> tuple[str, ...]:
    """Return the profiles in *values*. Raises ConfigError for one that there is not."""
    from filinglint.config.configs import PROFILES

    found = names(values)
    for profile in found:
        if profile not in PROFILES:
            raise ConfigError(f"no profile is called '{profile}'; it is one of {', '.join(PROFILES)}")
    return found


def asked(**given: Any) -> Options:
    """Return what the options of a command ask for, without any configuration: the rest is at its default."""
    from dataclasses import replace

    from filinglint.selectors import split
    from filinglint.triage.selection import Selection

    run = _run(**given)
    selection = Selection(
        select=split(given.get("select", ())),
        extend_select=split(given.get("extend_select", ())),
        ignore=split(given.get("ignore", ())),
        purpose=given.get("purpose") or "review",
        preview=bool(given.get("preview")),
        edition=given.get("edition") or "",
    )
    return replace(
        run,
        selection=selection,
        profiles=profiles(given.get("profile", ())),
        as_of=day(given.get("as_of") or "filing"),
        fail_on=given.get("fail_on") or "error",
    )


def _run(**given: Any) -> Options:
    """Return what holds for every input of a run, however it is configured."""
    from filinglint.engine import today
    from filinglint.judging import Options

    return Options(
        kind=given.get("kind"),
        jobs=jobs(given.get("jobs", "1")),
        allow_empty=given.get("allow_empty", False),
        stdin_filename=given.get("stdin_filename", "<stdin>"),
        today=today(),
        verbose=given.get("verbose", False),
        scope=given.get("scope", "all"),
        facts=given.get("facts", False),
    )


def planned(*, baseline: bool = True, **given: Any) -> Plan:
    """Return what each input is judged by: its configuration, and over it what the options of a command ask for.

    Without *baseline* none is read. Raises ConfigError and PackError.
    """
    from filinglint.editions import edition
    from filinglint.plan import Asked, Plan
    from filinglint.selectors import split

    if given.get("edition"):
        edition(given["edition"])
    wanted = Asked(
        select=split(given.get("select", ())),
        extend_select=split(given.get("extend_select", ())),
        ignore=split(given.get("ignore", ())),
        preview=given.get("preview"),
        purpose=given.get("purpose"),
        profiles=profiles(given.get("profile", ())),
        as_of=day(given["as_of"]) if given.get("as_of") else None,
        fail_on=given.get("fail_on"),
        edition=given.get("edition"),
        plugins=tuple(given.get("plugin", ())),
        suppressions=not given.get("no_suppressions", False),
        strict=given.get("strict", False),
        exclude=not given.get("no_exclude", False),
        baseline=baseline,
    )
    plan = Plan(configs(**given), wanted, _run(**given))
    plan.base.selection.verify(plan.groups[0].catalogue)
    return plan


def listed(path: str | None) -> list[str]:
    """Return the paths in the file at *path*, ``-`` for standard input. Raises ConfigError when it cannot be read."""
    if path is None:
        return []
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                data = file.read()
    except OSError as error:
        raise ConfigError(f"--files-from '{path}' cannot be read: {error.strerror or type(error).__name__}") from error
    names = data.split(b"\0") if b"\0" in data else data.splitlines()
    return [os.fsdecode(name) for name in names if name]


def cache_terms(plan: Plan, **given: Any) -> Terms | None:
    """Return where the verdicts of a run by *plan* are kept; None where they are not."""
    stated = plan.groups[0].config.cache
    if given["no_cache"] or not stated.enabled:
        return None
    from filinglint.cache.verdicts import Terms

    return Terms(given["cache_dir"] or "", stated.max_bytes, given["cache_trust"] or stated.trust)


def configs(**given: Any) -> Configs:
    """Return where configurations come from: options, else FILINGLINT_CONFIG, else the nearest to each input."""
    from filinglint.config.configs import Configs

    stated = tuple(given.get("config", ()))
    named = os.environ.get("FILINGLINT_CONFIG", "")
    isolated = given.get("isolated", False)
    if named and not isolated and not any(os.path.isfile(value) or "=" not in value for value in stated):
        stated = (named, *stated)
    return Configs(stated, isolated=isolated)
