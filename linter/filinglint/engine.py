"""A run: files in, a report out; the way of the data as one screen of code."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from filinglint import __version__
from filinglint.catalogue import Catalogue
from filinglint.discovery import Found, discover
from filinglint.errors import ConfigError
from filinglint.judging import Judged, Options, judge_file
from filinglint.plugins import pack_versions
from filinglint.report import Notice, Report, RunRecord

Progress = Callable[[int, int, str], None]


def today() -> date:
    """Return the day of the run; the environment's SOURCE_DATE_EPOCH stands for it where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    # Eleven digits reach the year 5138; more are no time that anyone meant.
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() and len(epoch) < 12 else datetime.now(UTC)
    return moment.date()


def check(
    paths: Sequence[str],
    options: Options,
    catalogue: Catalogue,
    progress: Progress | None = None,
) -> Report:
    """Judge the files that *paths* name.

    *progress* is told how many of how many files are done, and the last one's path. Raises
    ConfigError when a path or selector names nothing, or when there is nothing to judge.
    """
    options.selection.verify(catalogue)
    files = discover(paths)
    judged = list(_judge_all(files, options, catalogue, progress))
    unknown = sum(1 for found, one in zip(files, judged, strict=True) if one.record is None and not found.named)
    inputs = tuple(one.record for one in judged if one.record is not None)
    if not inputs and not options.allow_empty:
        what = ", ".join(f"'{path}'" for path in paths) or "nothing"
        raise ConfigError(
            f"no filing and no BCP summary in {what}; name a file or folder that holds one, or pass --allow-empty"
        )
    notices = [notice for one in judged for notice in one.notices]
    if unknown:
        notices.append(Notice("", f"{unknown} files found on the way are neither filings nor BCP summaries"))
    return Report(
        run=RunRecord(
            version=__version__,
            packs=pack_versions(catalogue.packs),
            as_of=options.as_of,
            today=options.today.isoformat(),
            purpose=options.selection.purpose,
            profiles=options.profiles,
            fail_on=options.fail_on,
            rules=sum(map(options.selection.takes, catalogue.rules)),
        ),
        inputs=inputs,
        findings=tuple(sorted((f for one in judged for f in one.findings), key=lambda f: f.order)),
        outcomes=tuple(record for one in judged for record in one.outcomes),
        notices=tuple(notices),
    )


def _judge_all(
    files: Sequence[Found],
    options: Options,
    catalogue: Catalogue,
    progress: Progress | None,
) -> Iterator[Judged]:
    """Yield what comes of each file, in the order of *files*, from one process or several."""
    if options.jobs > 1 and len(files) > 1:
        from filinglint.pool import judged_in_processes

        results: Iterable[Judged] = judged_in_processes(files, options)
    else:
        results = (judge_file(found, options, catalogue) for found in files)
    for done, (found, one) in enumerate(zip(files, results, strict=True), 1):
        if progress is not None:
            progress(done, len(files), found.path)
        yield one
