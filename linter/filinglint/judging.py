"""One input judged: read as what it is, heard by every rule, its findings sorted out."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import field, replace
from datetime import date

from filinglint.catalogue import Catalogue, OptionValues, load_catalogue, optioned
from filinglint.config.configs import PROFILES as PROFILES
from filinglint.discovery import STDIN, Found, Scope
from filinglint.documents.formats import open_source, read_source
from filinglint.documents.nesting import depth, different_tags
from filinglint.documents.submission import Submission
from filinglint.editions import pinned
from filinglint.errors import InputError, UnreadError, broken_by
from filinglint.facts.day import tell_day
from filinglint.facts.members import tell_members
from filinglint.facts.rows import FactRow, rows
from filinglint.finding import Finding, Outcome
from filinglint.frozen import dataclass
from filinglint.hearing import REMEDIES, Hearing, tool_finding
from filinglint.identity import day_of, is_public
from filinglint.identity import form_of as form_of  # for who opens an input and judges nothing
from filinglint.kinds import Reading, read
from filinglint.limits import Limits
from filinglint.meter import metered
from filinglint.outcomes import Outcomes
from filinglint.report import INCOMPLETE, FailOn, InputRecord, Notice
from filinglint.running import LIMIT_REACHED, Overrun, Watch, out_of_time
from filinglint.source import Source, sha256_of
from filinglint.stamp import MOST_EDITS
from filinglint.triage.docket import docket
from filinglint.triage.exceptions import Exceptions, Known, Triage, Uses, alone
from filinglint.triage.selection import Selection

_NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asks of a run.

    ``as_of`` is ``filing``, ``today`` or an ISO date; ``profiles`` empty means found from each text;
    ``kind`` None means found from the content; ``today`` is the day of the run, read once. With
    ``every_edit`` findings hold all edits of their fixes, however many. ``scope`` says
    which inputs paths name; with ``facts`` what came of an input holds its facts too; ``rule_options`` are the
    values of options that are not at their defaults.
    """

    selection: Selection = field(default_factory=Selection)
    profiles: tuple[str, ...] = ()
    kind: str | None = None
    as_of: str = "filing"
    fail_on: FailOn = "error"
    jobs: int = 1
    allow_empty: bool = False
    stdin_filename: str = "<stdin>"
    plugins: tuple[str, ...] = ()
    rule_packs: tuple[str, ...] = ()
    today: date = date(1970, 1, 1)
    verbose: bool = False
    exceptions: Exceptions = field(default_factory=Exceptions)
    limits: Limits = field(default_factory=Limits)
    every_edit: bool = False
    rule_options: OptionValues = ()
    scope: Scope = "all"
    facts: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one file.

    ``paths`` are the files that it is: a draft is several, and a file of a draft that is judged alone is none.
    ``public`` is whether it says of itself that EDGAR has disseminated it, ``of_today`` whether another day
    may say otherwise.
    """

    record: InputRecord | None
    findings: tuple[Finding, ...] = ()
    outcomes: Outcomes = field(default_factory=Outcomes)
    notices: tuple[Notice, ...] = ()
    uses: Uses = field(default_factory=Uses)
    paths: tuple[str, ...] = ()
    public: bool = False
    of_today: bool = False
    facts: tuple[FactRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One file to judge, by what, and what the baseline knows of it."""

    found: Found
    options: Options
    known: Known = field(default_factory=Known)


def catalogue_for(options: Options) -> Catalogue:
    """Return the rules that *options* are about. Raises PackError when a pack does not load."""
    packs = (options.rule_packs,) if options.rule_packs else ()
    return pinned(load_catalogue(options.plugins, *packs), options.selection.edition)


def judge_file(found: Found, options: Options, catalogue: Catalogue, known: Known = _NOTHING) -> Judged:
    """Read one file and judge it. What cannot be read, or breaks us, becomes a finding of the tool itself."""
    if found.fault:
        return _unread("SYS014", "input-refused", found.path, found.fault, "see to it, or leave it out")
    try:
        # What a pack prints is no part of a report.
        with _uncollected(), redirect_stdout(sys.stderr), Watch(options.limits) as watch:
            return _judge_readable(found, options, catalogue, known, watch)
    except Overrun:
        how = out_of_time(options.limits).how
        return _unread(*LIMIT_REACHED, found.path, how, REMEDIES[LIMIT_REACHED[0]])
    except InputError as error:
        unread = isinstance(error, UnreadError)
        if error.passing and not (found.named or found.draft or (unread and options.kind is not None)):
            # Whoever wants to know what an unread file says names it, or says what it is.
            notice = Notice(found.path, f"not read: {error.reason}; {error.remedy}")
            return Judged(None, notices=(notice,) if unread else ())
        return _unread("SYS010", "input-unreadable", found.path, error.reason, error.remedy)
    except MemoryError as error:
        _let_go(error)
    except Exception as error:
        # One file that breaks the reading must not take the verdict on all others with it.
        how = broken_by(error, verbose=options.verbose)
        return _unread("SYS011", "reading-broke", found.path, f"reading broke: {how}", "report this, with the file")
    gc.collect()
    reason, remedy = "there is not enough memory to judge it", "give it more, read fewer files at once, or leave it out"
    return _unread("SYS010", "input-unreadable", found.path, reason, remedy)


def _let_go(error: BaseException) -> None:
    """Empty the frames through which *error* came: they hold what there was no room for, while others are read."""
    at = error.__traceback__
    while at is not None:
        with suppress(RuntimeError):  # it is still running, and has little of its own
            at.tb_frame.clear()
        at = at.tb_next


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do without the collector of cycles: it searches facts that live as long as their input, and hold none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _judge_readable(found: Found, options: Options, catalogue: Catalogue, known: Known, watch: Watch) -> Judged:
    with metered("read"):
        reading, source = open_input(found, options, catalogue)
    if reading.submission.kind == "unknown":
        if not found.named:
            return Judged(None)
        notice = Notice(found.path, f"neither a filing nor a BCP summary: {reading.reason}; nothing was checked")
        return Judged(_record(reading.submission, source, "", "", ()), notices=(notice,))
    _bounded(reading.submission, options.limits)
    judged = judge(reading.submission, source, options, catalogue, known, watch)
    deep = max(map(depth, reading.submission.documents), default=0)
    options.limits.hold(found.path, "nesting", deep, f"its markup is nested {deep:,} deep")
    return judged


def open_input(found: Found, options: Options, catalogue: Catalogue) -> tuple[Reading, Source]:
    """Read one file, or one draft, as what it is, and return it with its bytes. Raises InputError."""
    if found.fault:
        raise InputError(found.path, found.fault, "see to it, or leave it out")
    if found.draft:
        from filinglint.documents.draft import read_draft

        draft = read_draft(found.path)
        whole = b"".join(source.data for source in draft.source.sources)
        return Reading(draft, "it has a manifest"), Source.binary(whole, found.path)
    if found.data is not None:
        source = read_source(found.data, found.path)
    elif found.path == STDIN:
        source = read_source(sys.stdin.buffer.read(), options.stdin_filename)
    else:
        _measure(found, options.limits)
        source = open_source(found.path)
    recognise = catalogue.packs.hook.filinglint_recognise
    reading = read(source, options.kind, lambda text: recognise(text=text), options.limits)
    return (_known(reading) if reading.submission.kind == "document" else reading), source


def _known(reading: Reading) -> Reading:
    """Return *reading* of a document with how the draft lists it that it is a file of: findings are known by that."""
    from filinglint.documents.draft import listed_as

    submission = reading.submission
    name = listed_as(submission.path)
    if not name:
        return reading
    documents = tuple(replace(document, known_as=name) for document in submission.documents)
    return replace(reading, submission=replace(submission, documents=documents))


def _measure(found: Found, limits: Limits) -> None:
    """Raise InputError for a file of too many bytes; one that cannot be measured is left to the reader."""
    path = found.path
    size = os.path.getsize(path) if os.path.isfile(path) else found.size
    limits.hold(path, "document-bytes", size, f"the file has {size:,} bytes")


def _bounded(submission: Submission, limits: Limits) -> None:
    """Raise InputError for a draft of more documents, or a document of more different tags, than *limits* allow."""
    count = len(submission.documents) if submission.kind == "draft" else 0
    limits.hold(submission.path, "documents", count, f"the filing has {count:,} documents")
    for document in submission.filed_documents:
        words = f"'{document.label}' has more than {limits.tags:,} different tags"
        limits.hold(submission.path, "tags", different_tags(document, limits.tags), words)


def judge(
    submission: Submission,
    source: Source,
    options: Options,
    catalogue: Catalogue,
    known: Known = _NOTHING,
    watch: Watch | None = None,
) -> Judged:
    """Run every rule on *submission* and say what came of each; *watch* is the clock where one goes already."""
    if watch is None:
        with Watch(options.limits) as watch:
            return judge(submission, source, options, catalogue, known, watch)
    if options.rule_options:
        catalogue = optioned(catalogue, options.rule_options)
    tell_members(submission, options.limits.fact_members)
    day, day_source = day_of(submission, options.as_of, options.today)
    tell_day(submission, day)
    profiles = options.profiles or _profiles(submission, catalogue)
    form = form_of(submission)
    hearing = Hearing(submission, day, watch, verbose=options.verbose)
    hearing.hear(docket(catalogue, options.selection).stretches(submission.kind, form, profiles))
    most_edits = None if options.every_edit else MOST_EDITS
    triage = Triage(submission, options.selection, options.exceptions, options.today, catalogue)
    try:
        with metered("triage"):
            triaged = triage.triaged(hearing.observed, hearing.outcomes, known, most_edits)
    except Exception:
        hearing.withdraw_unshowable(most_edits)
        triaged = triage.triaged(hearing.observed, hearing.outcomes, known, most_edits)
    record = _record(submission, source, day.isoformat(), day_source, profiles)
    return Judged(
        record=replace(record, form=form, purpose=options.selection.purpose, fail_on=options.fail_on),
        findings=(*triaged.findings, *hearing.broken),
        outcomes=triaged.outcomes,
        notices=tuple(Notice(submission.path, message) for message in submission.notices),
        uses=triaged.uses,
        # A file of a draft that is judged alone is half a story: nobody is accused by it.
        paths=() if alone(submission) else tuple(source.path for source in submission.source.sources),
        public=is_public(submission),
        # A directive may end, and what has no day of its own is judged by today.
        of_today=day_source == "today" or triage.directed,
        facts=rows(submission, catalogue.extractors()) if options.facts else (),
    )


def _profiles(submission: Submission, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the profiles that the text's own words call for, ``general`` when none do."""
    if submission.kind != "bcp-summary":
        return ("general",)
    said = {name for found in catalogue.packs.hook.filinglint_profiles(text=submission) for name, _ in found}
    return tuple(profile for profile in PROFILES if profile in said) or ("general",)


def _record(submission: Submission, source: Source, day: str, day_source: str, profiles: Sequence[str]) -> InputRecord:
    accession = None
    if submission.header is not None:
        line = submission.header.first("ACCESSION NUMBER")
        accession = line.value if line is not None and line.value else None
    return InputRecord(
        path=submission.path,
        kind=submission.kind,
        form=form_of(submission),
        accession=accession,
        as_of=day,
        as_of_source=day_source,
        profiles=tuple(profiles),
        documents=len(submission.documents),
        bytes=len(source.data),
        sha256=sha256_of(source.data),
    )


def _unread(code: str, slug: str, path: str, reason: str, remedy: str) -> Judged:
    finding = tool_finding(code, slug, path, reason, None, remedy)
    row = (code, None, Outcome.CANNOT_TELL, f"{INCOMPLETE}{reason}")
    record = InputRecord(path, "unknown", None, None, "", "", (), 0, 0, "")
    return Judged(record, (finding,), Outcomes.of(path, (row,)))


def died(job: Job, reason: str) -> Judged:
    """Return what is to be said of a file on which whoever judged it died, more than once."""
    remedy = "look at its size and at what memory there is; report this, with the file if you may"
    return _unread("SYS012", "worker-died", job.found.path, reason, remedy)
