"""``filinglint facts``: what is read from each input, every value with its place."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from filinglint.cli import options
from filinglint.closest import closest
from filinglint.errors import ConfigError, InputError, broken_by

if TYPE_CHECKING:  # the engine is loaded when the command runs, not to print its help
    from filinglint.catalogue import Catalogue
    from filinglint.config.configs import Configs
    from filinglint.config.settings import Config
    from filinglint.discovery import Found
    from filinglint.facts.extractor import Extractor
    from filinglint.judging import Options
    from filinglint.reporters.facts import FactsRecord


@click.command(name="facts", short_help="print what is read from each input, every value with its place")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--format", "style", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--fact", multiple=True, metavar="NAMES", help="Only these facts: header, cover, items, …")
@options.reading
@options.configured
@options.coloured
@options.loud
def command(paths: tuple[str, ...], style: str, fact: tuple[str, ...], **given: Any) -> int:
    """Print what is read from each input, every value with its place.

    PATHS are files, folders, or '-' for standard input; the current folder when there are none. Of the configuration
    counts what is to be looked at, what inputs are, and which packs bring facts. The exit status is 0, or 3 when
    something could not be read.
    """
    from filinglint.cli.terminal import note, view_of, write_out

    readers = _Readers(options.configs(**given), options.asked(**given), **given)
    names = options.names(fact)
    readers.wanted(readers.here, names)  # a misspelt name is said before anything is read
    broken: list[str] = []

    def records() -> Iterator[dict[str, Any]]:
        for read in _read(paths or (".",), readers, names):
            for words in read.broken:
                note(words)
            broken.extend(read.broken)
            yield read.record

    if style == "json":
        write_out(_as_json(records()))
    else:
        from filinglint.reporters.cells import defused
        from filinglint.reporters.facts_text import render_facts

        view = view_of(sys.stdout, given["color"], verbosity=given["verbose"] - given["quiet"])
        write_out(defused(piece) for record in records() for piece in render_facts(record, view))
    return 3 if broken else 0


class _Readers:
    """How each input is read: by its configuration, and over it by what the options of the command ask for."""

    def __init__(self, configs: Configs, asked: Options, **given: Any) -> None:
        self._configs, self._plugins, self._exclude = configs, tuple(given["plugin"]), not given["no_exclude"]
        self.asked, self.here = asked, configs.of_folder(".")

    def config(self, found: Found) -> Config:
        """Return the configuration for *found*. Raises ConfigError when it is wrong."""
        path = self.asked.stdin_filename if found.path == "-" else found.path
        return self._configs.of_input(path, folder=found.draft and os.path.isdir(path))

    def left_out(self, found: Found) -> bool:
        """Tell whether the configuration leaves out *found*, which nobody named."""
        config = self.config(found)
        left = config.excluded(found.path) or (not found.draft and config.left_out(found.path))
        return self._exclude and not found.named and bool(left)

    def options(self, found: Found) -> Options:
        """Return what *found* is read by."""
        settings = self.config(found).settings(found.path)
        return replace(self.asked, kind=self.asked.kind or settings.kind, limits=settings.limits)

    def catalogue(self, config: Config) -> Catalogue:
        """Return the packs that *config* lets load, without a rule: none is needed to read."""
        from filinglint.catalogue import Catalogue
        from filinglint.config.configs import verify_kind, verify_kinds
        from filinglint.config.requirements import installed
        from filinglint.plugins import load_packs

        plugins = dict.fromkeys((*map(installed, config.plugins), *map(installed, self._plugins)))
        packs = load_packs(tuple(plugins))
        verify_kind(self.asked.kind, packs)
        verify_kinds(config, packs)
        return Catalogue((), packs)

    def wanted(self, config: Config, names: Sequence[str]) -> list[Extractor[Any]]:
        """Return the extractors that *names* name, all where there are none. Raises ConfigError."""
        return _wanted(self.catalogue(config).extractors(), names)


def _wanted(extractors: Sequence[Extractor[Any]], chosen: Sequence[str]) -> list[Extractor[Any]]:
    known = {extractor.name: extractor for extractor in extractors}
    for name in chosen:
        if name not in known:
            near = closest(name, known)
            hint = f"did you mean {near}?" if near else f"it is one of {', '.join(known)}"
            raise ConfigError(f"no fact is called '{name}'; {hint}")
    return [extractor for extractor in extractors if not chosen or extractor.name in chosen]


def _read(paths: Sequence[str], readers: _Readers, names: Sequence[str]) -> Iterator[FactsRecord]:
    """Yield the facts of each input that *paths* name. Raises ConfigError when there turns out to be none."""
    from filinglint.discovery import discover, expanded

    nothing = True
    files = (found for found in discover(paths, archives=True) if not readers.left_out(found))
    for found in (one for file in files for one in expanded(file, readers.options(file).limits.document_bytes)):
        config = readers.config(found)
        read = _read_one(found, readers.options(found), readers.catalogue(config), readers.wanted(config, names))
        if read is not None:
            nothing = False
            yield read
    if nothing and not readers.asked.allow_empty:
        what = ", ".join(f"'{path}'" for path in paths)
        raise ConfigError(f"no filing and no BCP summary in {what}; name a file or folder that holds one")


def _read_one(
    found: Found, asked: Options, catalogue: Catalogue, wanted: Sequence[Extractor[Any]]
) -> FactsRecord | None:
    """Return the facts of one file; None for one that nobody named and that is none of ours."""
    from filinglint.facts.members import tell_members
    from filinglint.judging import form_of, open_input
    from filinglint.reporters.facts import FactsRecord, facts_of, input_record

    try:
        reading, _ = open_input(found, asked, catalogue)
    except InputError as error:
        if not found.named and error.passing:
            return None
        return FactsRecord(input_record(found.path, "unknown", None, {}, error.reason), (str(error),))
    except Exception as error:
        # As around a rule: an input that breaks the reading takes none of the others along.
        reason = f"reading it broke: {broken_by(error)}"
        return FactsRecord(input_record(found.path, "unknown", None, {}, reason), (f"{found.path}: {reason}",))
    submission = reading.submission
    if submission.kind == "unknown":
        record = input_record(submission.path, "unknown", None, {}, reading.reason)
        return FactsRecord(record) if found.named else None
    tell_members(submission, asked.limits.fact_members)
    return facts_of(submission, wanted, form_of(submission), verbose=asked.verbose)


def _as_json(records: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Yield the document in pieces, a line for each input; nothing when there turns out to be none."""
    from filinglint.reporters.facts import SCHEMA

    separator = f'{{"schema": {json.dumps(SCHEMA)},\n "inputs": [\n  '
    end = f"{separator}]}}\n"
    for record in records:
        yield separator + json.dumps(record)
        separator, end = ",\n  ", "\n ]}\n"
    yield end
