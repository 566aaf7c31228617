"""The command line: its commands, what they have in common, and how any of them ends.

Exit statuses: 0 complete and clean, 1 findings, 2 the caller's fault, 3 incomplete, 130 interrupted,
141 the reader of the output went away. A command is imported when it is called.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Any

import click

from filinglint import __version__
from filinglint.errors import FilinglintError, InputError, broken_by

_COMMANDS = {
    "check": "judge filings and BCP summaries by the rules",
    "facts": "print what is read from each input, every value with its place",
    "rules": "list the rules",
    "explain": "print the page of a rule",
    "fix": "mend what can be mended",
    "diff": "compare two drafts",
    "waivers": "list, verify and write waiver records",
    "baseline": "write, prune or show the baseline",
    "coverage": "say what was checked, by what the rules cite",
    "strip": "take the directives out of documents",
    "test": "run the cases of rules and packs",
    "new-pack": "write the beginnings of a rule pack",
    "config": "show, verify or describe the configuration",
    "init": "write the first files: configuration, hooks, workflow, manifest",
    "doctor": "say what is installed, what loads and what is configured",
    "cache": "show or clean the verdicts that are kept",
    "completion": "print the completion script of a shell",
    "lsp": "serve an editor: findings while one writes",
}
# What is loaded stays for good: to search it for cycles after every 700 objects takes a tenth of the start.
_OBJECTS = 100_000
USAGE, INCOMPLETE, INTERRUPTED, PIPE_CLOSED = 2, 3, 130, 141


class Commands(click.Group):
    """The commands by name; a command's module is named as the command is."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of use."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command *cmd_name*, None when there is none."""
        if cmd_name not in _COMMANDS:
            return None
        gc.set_threshold(_OBJECTS, 20, 20)
        found: click.Command = import_module(f"filinglint.cli.{cmd_name.replace('-', '_')}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands with what each does, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that *args* begin with. A path without a command is told what to type."""
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            from filinglint.closest import closest

            near = closest(name, _COMMANDS)
            if near and not os.path.exists(name):
                ctx.fail(f"there is no command '{name}'; did you mean 'filinglint {near}'?")
            ctx.fail(f"there is no command '{name}'; to check a file or folder: filinglint check {name}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. A reader that went away is no error of anybody."""
        from filinglint import patterns
        from filinglint.folders import cache_folder

        patterns.keep(cache_folder())
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _forget_output()
            ctx.exit(PIPE_CLOSED)
        finally:
            patterns.save()

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line and exit with its status: no error ends in a traceback."""
        if not kwargs.get("standalone_mode", True):
            return super().main(*args, **kwargs)
        kwargs.setdefault("prog_name", "filinglint")
        for name in ("stdout", "stderr"):  # a caller may have closed them: a report in a file is written all the same
            if getattr(sys, name) is None:
                setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        status = _status(lambda: super(Commands, self).main(*args, **{**kwargs, "standalone_mode": False}))
        gc.freeze()  # or the interpreter searches everything for cycles once more, only to end
        sys.exit(status)


def _status(run: Any) -> int:
    try:
        status = run()
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except OSError as error:
        # Files that are read or written say so by name; what is left is standard output.
        _forget_output()
        _say(f"error: the output cannot be written: {error.strerror or type(error).__name__}")
        if _verbose():
            _say(broken_by(error, verbose=True))
        return INCOMPLETE
    except FilinglintError as error:
        _say(f"error: {error}")
        return INCOMPLETE if isinstance(error, InputError) else USAGE
    except Exception as error:
        # The last door: what comes here is a fault of ours, and a traceback helps nobody but us.
        if _verbose():
            _say(broken_by(error, verbose=True))
        else:
            _say(f"error: filinglint broke ({type(error).__name__}); run again with -v and report what it prints")
        return INCOMPLETE
    return status if isinstance(status, int) else 0


def _verbose() -> bool:
    return any(word == "--verbose" or (word[:1] == "-" and word[1:2] == "v") for word in sys.argv[1:])


def _say(words: str) -> None:
    # What is named in an error may hold control characters: a path, a value of the command line.
    shown = "".join(char if char.isprintable() or char == "\n" else repr(char)[1:-1] for char in words)
    click.echo(f"filinglint: {shown}", err=True)


def _forget_output() -> None:
    """Let nothing more be written, not even when the interpreter flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.command(
    name="filinglint",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: filinglint check PATH",
)
@click.version_option(__version__, message="filinglint %(version)s")
def main() -> None:
    """Check disclosure documents: SEC EDGAR filings and Business Continuity Plan summaries."""
