"""What is asked of an editor's text: which input it is of, by what that is judged, and what is found.

An input is judged as the command line judges it in the folder that is open in the editor, with the texts on
the screen in the place of the files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import field, replace

from filinglint.catalogue import Catalogue
from filinglint.discovery import Found, is_draft
from filinglint.documents.draft import manifest_of, read_draft
from filinglint.documents.manifest import NAMES
from filinglint.documents.submission import Submission
from filinglint.editor.documents import OpenText, held
from filinglint.editor.faults import CONFIGURING, Fault, fault_of
from filinglint.errors import FilinglintError, InputError, UnreadError
from filinglint.finding import Finding
from filinglint.frozen import dataclass
from filinglint.judging import Job, Options, judge, open_input
from filinglint.kinds import Reading
from filinglint.plan import Group, Plan
from filinglint.running import Overrun, Watch, out_of_time
from filinglint.source import Source, bytes_at
from filinglint.triage.exceptions import Known
from filinglint.triage.ledger import Ledger

Planner = Callable[[], Plan]
"""Reads the configurations anew, those of the working directory first."""


@dataclass(frozen=True, slots=True)
class Question:
    """An input to judge: its ``folder`` is where the command line would run; ``texts`` are open, by path."""

    found: Found
    folder: str
    texts: Mapping[str, OpenText]

    @property
    def key(self) -> str:
        """What tells inputs apart: the path of the file, or of the draft's folder."""
        return self.found.path


@dataclass(frozen=True, slots=True)
class Terms:
    """By what an input is judged."""

    options: Options
    group: Group
    known: Known


@dataclass(frozen=True)
class Answer:
    """What came of a question.

    ``findings`` are those that nothing suppresses; ``sources`` are the files of the input as they were judged,
    by path, and ``submission`` is what they are, None where nothing was judged. ``faults`` are sentences about
    files, ``remarks`` those that are no more than worth knowing.
    """

    question: Question
    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    submission: Submission | None = None
    terms: Terms | None = None
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Fault, ...] = ()

    @property
    def up_to_date(self) -> Mapping[str, int | None]:
        """The versions of the open texts that were judged, by path."""
        return {path: one.version for path, one in self.question.texts.items()}


def input_of(path: str) -> Found:
    """Return the input that the file at *path* is of: the draft whose folder it lies in, or itself."""
    folder = os.path.dirname(path)
    while True:
        if any(os.path.isfile(os.path.join(folder, name)) for name in NAMES) and is_draft(folder):
            return Found(folder, named=False, draft=True)
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return Found(path, named=False)
        folder = above


class Judge:
    """Answers questions, one at a time: the working directory is the process's, and goes with the question."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self._last: dict[str, Terms] = {}  # by what inputs were judged when their configuration held last

    def answer(self, question: Question) -> Answer:
        """Judge the input of *question*."""
        with suppress(OSError):  # a folder that is gone has no configuration either
            os.chdir(question.folder)
        if os.path.basename(question.found.path) in CONFIGURING:
            return self._configuration(question)
        terms, faults = self._terms(question)
        if terms is None:
            return Answer(question, faults=faults)
        answer = _judged(question, terms)
        return replace(answer, faults=(*faults, *answer.faults))

    def _terms(self, question: Question) -> tuple[Terms | None, tuple[Fault, ...]]:
        """Return by what the input is judged, None where it is left out; a broken configuration leaves the last."""
        found, key = question.found, question.key
        try:
            plan = self._planner()
            if plan.left_out(found):
                self._last.pop(key, None)
                return None, ()
            job: Job = plan.job(found)
            self._last[key] = Terms(replace(job.options, every_edit=True), plan.group_of(found), job.known)
            return self._last[key], ()
        except FilinglintError as error:
            return self._last.get(key), (fault_of(error, question.folder, found.path),)

    def _configuration(self, question: Question) -> Answer:
        """Say what is wrong with a configuration or its records, as 'filinglint waivers check' does."""
        path = question.found.path
        try:
            plan = self._planner()
            group = plan.group_of(Found(os.path.join(os.path.dirname(path), "filing.txt"), named=False))
        except FilinglintError as error:
            return Answer(question, faults=(fault_of(error, question.folder, path),))
        options = plan.options(group, group.config.root)
        ledger = Ledger(options.selection, options.exceptions, group.catalogue, options.today)
        said = [*ledger.waivers(group.registry, (), lambda _: False), *ledger.without_effect(group.registry)]
        if group.baseline is not None:
            said += ledger.baseline(group.baseline, ())
        at = os.path.normpath
        named = [replace(one, spot=replace(one.spot, path=at(os.path.abspath(one.spot.path)))) for one in said]
        terms = Terms(options, group, Known())
        return Answer(question, tuple(one for one in named if one.spot.path == path), terms=terms)


def _judged(question: Question, terms: Terms) -> Answer:
    found, options, catalogue = question.found, terms.options, terms.group.catalogue
    try:
        with Watch(options.limits) as watch:
            reading, source = opened(found, options, catalogue, held(question.texts))
            submission = reading.submission
            if submission.kind == "unknown":
                return Answer(question, terms=terms)
            judged = judge(submission, source, options, catalogue, terms.known, watch)
    except InputError as error:
        return Answer(question, terms=terms, faults=tuple(_unread(error, question, options)))
    except Overrun:
        return Answer(question, terms=terms, faults=(Fault(_shown_at(found), out_of_time(options.limits).how),))
    except Exception as error:
        # As on the command line: one file that breaks us is told of, and takes nothing with it.
        fault = Fault(_shown_at(found), f"reading broke ({type(error).__name__}); report this, with the file")
        return Answer(question, terms=terms, faults=(fault,))
    sources = {os.path.normpath(one.path): one for one in submission.source.sources}
    remarks = [Fault(_shown_at(found), notice.message) for notice in judged.notices]
    if found.draft:
        unlisted = (path for path in question.texts if _lies_in(path, found.path) and path not in sources)
        remarks += [Fault(path, "this file is not listed in the manifest; it was not checked") for path in unlisted]
    open_ones = tuple(one for one in judged.findings if one.suppression is None)
    return Answer(question, open_ones, sources, submission, terms, (), tuple(remarks))


def opened(found: Found, options: Options, catalogue: Catalogue, texts: Mapping[str, bytes]) -> tuple[Reading, Source]:
    """Read the input *found* with *texts*, by path, in the place of files. Raises InputError."""
    if found.draft:
        draft = read_draft(found.path, texts)
        whole = b"".join(source.data for source in draft.source.sources)
        return Reading(draft, "it has a manifest"), Source.binary(whole, found.path)
    data = texts[found.path] if found.path in texts else bytes_at(found.path)
    options.limits.hold(found.path, "document-bytes", len(data), f"the file has {len(data):,} bytes")
    return open_input(replace(found, data=data), options, catalogue)


def _unread(error: InputError, question: Question, options: Options) -> list[Fault]:
    """Return what is to be said of an input that cannot be read; nothing of what may be anybody's file."""
    found = question.found
    if error.passing and not found.draft and not (isinstance(error, UnreadError) and options.kind is not None):
        return []
    path = os.path.normpath(error.path)
    reason, line = error.reason, 1
    name, _, rest = error.reason.partition(", line ")
    number, _, words = rest.partition(": ")
    if name == os.path.basename(path) and number.isdecimal():
        reason, line = words, int(number)
    where = path if os.path.isfile(path) else _shown_at(found)
    return [Fault(where, f"{reason}; {error.remedy}", line)]


def _shown_at(found: Found) -> str:
    """Return the file at which is said what is about the input as a whole."""
    if found.draft and os.path.isdir(found.path):
        with suppress(InputError):
            return manifest_of(found.path) or found.path
        return next(path for name in NAMES if os.path.isfile(path := os.path.join(found.path, name)))
    return found.path


def _lies_in(path: str, folder: str) -> bool:
    return path.startswith(os.path.join(folder, ""))
