"""``filinglint strip``: take the directives out of documents, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options
from filinglint.report import counted

if TYPE_CHECKING:  # the engine is loaded when a command runs, not to print its help
    from filinglint.discovery import Found
    from filinglint.plan import Plan
    from filinglint.source import Place


@click.command(name="strip", short_help="take the directives out of documents")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--check", is_flag=True, help="Write nothing; the exit status is 1 when there is a directive.")
@options.reading
@options.configured
@options.verbose
def command(paths: tuple[str, ...], check: bool, **given: Any) -> int:
    """Take the directives out of PATHS, files or folders; the current folder when there are none.

    The comments go, well formed or not, and no other byte changes. A file is replaced whole or not at all.
    """
    from filinglint.cli.terminal import note
    from filinglint.discovery import discover
    from filinglint.errors import InputError

    plan = options.planned(baseline=False, no_suppressions=True, **given)
    count, files, broken = 0, 0, False
    for found in discover(paths or (".",)):
        if plan.left_out(found):
            continue
        try:
            for path, data, places in _found(found, plan):
                count, files = count + len(places), files + 1
                for place in places:
                    if check:
                        click.echo(f"{place.path}:{place.line}:{place.column}: a directive is left")
                if not check:
                    _strip(path, data, places)
        except InputError as error:
            if found.named or found.draft or not error.passing:
                note(str(error))
                broken = True
    what = f"{counted(count, 'directive')} in {counted(files, 'file')}"
    click.echo(f"{'found' if check else 'took out'} {what}")
    return 3 if broken else int(check and count > 0)


def _found(found: Found, plan: Plan) -> Iterator[tuple[str, bytes, Sequence[Place]]]:
    """Yield each file of *found* that has directives: its path, its bytes, and their places."""
    from filinglint.judging import open_input
    from filinglint.triage.directives import comments_of

    reading, _ = open_input(found, plan.job(found).options, plan.group_of(found).catalogue)
    submission = reading.submission
    places: dict[str, list[Place]] = {}
    for span in comments_of(submission.filed_documents):
        place = submission.source.place(span)
        places.setdefault(place.path, []).append(place)
    data = {source.path: source.data for source in submission.source.sources}
    for path, inner in places.items():
        yield path, data[path], inner


def _strip(path: str, data: bytes, places: Sequence[Place]) -> None:
    from filinglint.fixing.writing import write_anew

    left = b"".join(
        data[before.byte_end if before else 0 : after.byte_start if after else len(data)]
        for before, after in zip((None, *places), (*places, None), strict=True)
    )
    write_anew(path, left, data)
