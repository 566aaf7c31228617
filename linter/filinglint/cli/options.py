"""The options that commands share, and what becomes of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from filinglint.errors import ConfigError

if TYPE_CHECKING:  # the engine is loaded when a command runs, not to print its help
    from filinglint.judging import Options

F = TypeVar("F", bound=Callable[..., Any])

KINDS = ("submission", "draft", "document", "bcp-summary")
PROFILES = ("general", "finra-4370", "nfa-2-38")
PURPOSES = ("submit", "review", "audit")


def _together(*options: Callable[[F], F]) -> Callable[[F], F]:
    def decorate(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


selecting = _together(
    click.option(
        "--select", multiple=True, metavar="RULES", help="Run only these: codes, slugs, families, tag:…, ALL."
    ),
    click.option("--extend-select", multiple=True, metavar="RULES", help="Run these too."),
    click.option("--ignore", multiple=True, metavar="RULES", help="Do not run these."),
    click.option("--preview/--no-preview", default=False, help="Let rules run that are still on trial."),
    click.option(
        "--purpose",
        type=click.Choice(PURPOSES),
        default="review",
        show_default=True,
        help="The question: would it be suspended, what should be mended, everything.",
    ),
)
reading = _together(
    click.option("--kind", type=click.Choice(KINDS), help="Read inputs as this, whatever they look like."),
    click.option(
        "--stdin-filename", metavar="NAME", default="<stdin>", help="What to call standard input, given as '-'."
    ),
    click.option("--allow-empty", is_flag=True, help="Nothing to look at is no error."),
)
dated = click.option(
    "--as-of",
    metavar="DAY",
    default="filing",
    show_default=True,
    help="By the law of which day: filing, today, or YYYY-MM-DD.",
)
coloured = click.option(
    "--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True, help="Colours."
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
    if words in ("filing", "today"):
        return words
    try:
        # Other spellings that Python reads (20240131, 2024-W05-3) would not look like dates in a report.
        if re.fullmatch(r"\d{4}-\d\d-\d\d", words, re.ASCII):
            return date.fromisoformat(words).isoformat()
    except ValueError:
        pass
    raise ConfigError(f"--as-of '{words}' is no day; give filing, today, or a date such as 2024-01-31")


def jobs(words: str) -> int:
    """Return how many processes *words* ask for. Raises ConfigError for what is neither a number nor ``auto``."""
    if words == "auto":
        import os

        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if words.isascii() and words.isdecimal() and 1 <= int(words) <= 1024:
        return int(words)
    raise ConfigError(f"--jobs '{words}' is no number of processes; give 1, 2, … or auto")


def asked(**given: Any) -> Options:
    """Return what the options of a command ask for; one that the command does not have is at its default."""
    from filinglint.engine import today
    from filinglint.judging import Options
    from filinglint.triage.selection import Selection

    profiles = names(given.get("profile", ()))
    for profile in profiles:
        if profile not in PROFILES:
            raise ConfigError(f"no profile is called '{profile}'; it is one of {', '.join(PROFILES)}")
    return Options(
        selection=Selection(
            select=names(given.get("select", ())),
            extend_select=names(given.get("extend_select", ())),
            ignore=names(given.get("ignore", ())),
            purpose=given.get("purpose", "review"),
            preview=given.get("preview", False),
        ),
        profiles=profiles,
        kind=given.get("kind"),
        as_of=day(given.get("as_of", "filing")),
        fail_on=given.get("fail_on", "error"),
        jobs=jobs(given.get("jobs", "1")),
        allow_empty=given.get("allow_empty", False),
        stdin_filename=given.get("stdin_filename", "<stdin>"),
        today=today(),
        verbose=given.get("verbose", False),
    )
