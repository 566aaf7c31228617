"""Where output goes: standard output as it can show things, files whole or not at all, progress."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

import click

from filinglint.errors import ConfigError

if TYPE_CHECKING:  # JSON needs no view, and a view is made once
    from filinglint.engine import Step
    from filinglint.reporters.view import View

_GLYPHS = "…⋯›·–"
_PATIENCE = 0.5  # seconds before a progress bar is worth its lines


def coloured(stream: TextIO, wish: str) -> bool:
    """Tell whether to write colours to *stream*: as *wish* says, else as the environment and the stream do."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def linked(stream: TextIO, wish: str) -> bool:
    """Tell whether to write hyperlinks to *stream*: as *wish* says, else where a terminal shows colours too."""
    return wish == "always" or (wish == "auto" and stream.isatty() and coloured(stream, "auto"))


def view_of(stream: TextIO, wish: str, **more: Any) -> View:
    """Return how to show a report on *stream*; *more* are further fields of View."""
    from filinglint.reporters.view import WIDTH, View

    width = WIDTH
    if stream.isatty():
        with suppress(OSError, ValueError):
            width = os.get_terminal_size(stream.fileno()).columns
    ascii_only = more.pop("ascii", False)
    if not ascii_only:
        try:
            _GLYPHS.encode(getattr(stream, "encoding", None) or "ascii")
        except (UnicodeEncodeError, LookupError):
            ascii_only = True
    return View(width=width, colour=coloured(stream, wish), ascii=ascii_only, **more)


def write_out(pieces: Iterable[str]) -> None:
    """Write *pieces* to standard output."""
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()


def write_file(path: str, pieces: Iterable[str]) -> None:
    """Write *pieces* to the file at *path*, which afterwards is the new one or the old, never half of either.

    A link stays a link; to a device or a pipe they are written as they come. Raises ConfigError when it cannot be
    written.
    """
    real = os.path.realpath(path)
    folder, name = os.path.split(real)
    temporary = ""
    try:
        if os.path.exists(real) and not os.path.isfile(real):  # a rename would put a file in the place of the device
            with open(real, "w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(pieces)
            return
        import tempfile  # slow to load, for reports in files only

        handle, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        # A temporary file is private; the report is as readable as any other file of the caller's.
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, real)
        temporary = ""
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(f"'{path}' cannot be written: {reason}; name a file in a folder that exists") from error
    finally:
        # Whatever stops the writing, a broken reporter or a key, leaves nothing behind.
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)


def note(words: str) -> None:
    """Write *words* to standard error, control characters escaped."""
    shown = "".join(char if char.isprintable() else repr(char)[1:-1] for char in words)
    click.echo(f"filinglint: {shown}", err=True)


class Progress:
    """A bar on the terminal for runs that take longer than a glance; it leaves nothing behind."""

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted and sys.stderr.isatty()
        self._began = time.monotonic()
        self._bar: Any = None
        self._task: Any = None

    def __call__(self, step: Step) -> None:
        """Show how far the run is: files, bytes and findings so far, and the time that is left."""
        if not self._wanted or time.monotonic() - self._began < _PATIENCE:
            return
        if self._bar is None:
            self._start()
        name = os.path.basename(step.path)
        self._bar.update(
            self._task,
            total=step.of_bytes or None,
            completed=step.bytes,
            name="".join(char if char.isprintable() and char not in "[]" else "?" for char in name[-24:]),
            files=f"{step.files:,}/{step.of_files:,}" if step.of_files else f"{step.files:,}",
            findings=f"{step.findings:,}",
        )

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar
        from rich.table import Column

        self._bar = Bar(
            TextColumn("{task.fields[name]}"),
            BarColumn(bar_width=10),
            TextColumn("{task.fields[files]} files"),
            DownloadColumn(table_column=Column(no_wrap=True)),
            TextColumn("{task.fields[findings]} findings"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._bar.start()
        self._task = self._bar.add_task("checking", total=None, name="", files="0", findings="0")

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
