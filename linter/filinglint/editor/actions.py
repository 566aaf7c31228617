"""What an editor can do about findings: make a fix, make all safe ones, waive.

A safe fix is proved before it is made, as 'filinglint fix' does; filings that EDGAR has disseminated are
left alone. Whatever is offered is a change of the text on the screen: nothing is written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from filinglint.documents.draft import read_draft
from filinglint.documents.submission import Submission
from filinglint.editor.asking import Answer
from filinglint.editor.documents import plain
from filinglint.editor.positions import Units, position_at
from filinglint.errors import InputError
from filinglint.finding import Finding, PlacedFix
from filinglint.fixing.inputs import disseminated
from filinglint.fixing.passes import Wanted, mended
from filinglint.fixing.proof import difference, witness
from filinglint.fixing.revision import Change, Revision
from filinglint.judging import Judged, judge
from filinglint.kinds import read
from filinglint.reporters.exchange import uri_of
from filinglint.source import Source, bytes_at

_NAMED = {"safe": "Fix {}: {}", "unsafe": "Fix {} (unsafe, words change): {}", "suggestion": "Suggestion for {}: {}"}


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a fix is not made."""

    reason: str


def fixes_of(finding: Finding, submission: Submission | None) -> list[tuple[int, PlacedFix]]:
    """Return the fixes of *finding* that an editor can make, each with its number."""
    if submission is None or disseminated(submission):
        return []
    return [
        (number, fix)
        for number, fix in enumerate(finding.fixes)
        # A byte order mark is no character of the text on the screen.
        if fix.whole and fix.edits and not any(edit.mark for edit in fix.edits)
    ]


def title_of(finding: Finding, fix: PlacedFix) -> str:
    """Return what a fix is called, in which its kind is named."""
    return _NAMED[fix.kind].format(finding.code, fix.description)


def mend_one(answer: Answer, finding: Finding, fix: PlacedFix) -> Mapping[str, Revision] | Refused:
    """Return the files that *fix* changes, as they are to be. A safe one that breaks its promise is refused."""
    changes: dict[str, list[Change]] = {}
    for edit in fix.edits:
        path = os.path.normpath(edit.place.path)
        changes.setdefault(path, []).append(Change(edit.start, edit.end, edit.text, finding.code))
    try:
        files = {path: Revision.of(answer.sources[path]).edited(several) for path, several in changes.items()}
    except UnicodeEncodeError as error:
        return Refused(f"{error.encoding} has no '{error.object[error.start : error.end]}'")
    if fix.kind == "safe" and answer.submission is not None and answer.terms is not None:
        catalogue = answer.terms.group.catalogue
        try:
            now = {path: Source.from_bytes(revision.data, path) for path, revision in files.items()}
            after = _anew(answer, {**answer.sources, **now})
        except InputError as error:
            return Refused(error.reason)
        changed = difference(witness(answer.submission, catalogue), witness(after, catalogue))
        if changed:
            return Refused(f"it is not safe here: {changed}")
    return files


def mend_all(answer: Answer) -> Mapping[str, Revision]:
    """Return the files that all safe fixes change together, as they are to be."""
    terms, submission = answer.terms, answer.submission
    if terms is None or submission is None or disseminated(submission):
        return {}
    catalogue = terms.group.catalogue
    main = next(iter(answer.sources.values()))

    def judged(now: Submission) -> Judged:
        return judge(now, main, terms.options, catalogue, terms.known)

    def anew(files: Mapping[str, Source]) -> Submission:
        return _anew(answer, {os.path.normpath(path): source for path, source in files.items()})

    done = mended(submission, anew, judged, catalogue, Wanted(("safe",)))
    return {os.path.normpath(revision.source.path): revision for revision in done.files}


def _anew(answer: Answer, files: Mapping[str, Source]) -> Submission:
    """Read the input of *answer* again, its files being *files*. Raises InputError."""
    submission = answer.submission
    assert submission is not None, "there is something to mend"
    if submission.kind == "draft":
        return read_draft(answer.question.found.path, {path: source.data for path, source in files.items()})
    return read(files[answer.question.key], submission.kind, lambda _: None).submission


def changed_since(answer: Answer, paths: Iterable[str], versions: Mapping[str, int | None]) -> bool:
    """Tell whether one of the files at *paths* is not any more what *answer* is about."""
    for path in paths:
        if path in versions or path in answer.question.texts:
            if path not in versions or versions[path] != answer.up_to_date.get(path):
                return True
            continue
        try:
            if bytes_at(path) != answer.sources[path].data:
                return True
        except InputError:
            return True
    return False


def workspace_edit(
    files: Mapping[str, Revision], answer: Answer, units: Units, *, documents: bool
) -> WorkspaceEdit | None:
    """Return the change that makes of the texts of *answer* what *files* are; None where an editor sees none.

    With *documents* the editor takes changes of documents with their versions.
    """
    made = {path: _edits(revision, answer, units) for path, revision in files.items()}
    edits = {path: several for path, several in made.items() if several}
    if not edits:
        return None
    open_ones = answer.question.texts
    uris = {path: open_ones[path].uri if path in open_ones else uri_of(path) for path in edits}
    if not documents:
        return WorkspaceEdit(changes={uris[path]: several for path, several in edits.items()})
    return WorkspaceEdit(
        document_changes=[
            TextDocumentEdit(
                OptionalVersionedTextDocumentIdentifier(uris[path], answer.up_to_date.get(path)), list(several)
            )
            for path, several in edits.items()
        ]
    )


def _edits(revision: Revision, answer: Answer, units: Units) -> Sequence[TextEdit]:
    source = revision.source
    shown = answer.question.texts.get(os.path.normpath(source.path))
    # New lines end as those on the screen do, which need not be those of the file.
    end = "\r\n" if "\r\n" in (shown.text if shown is not None else source.text) else "\n"

    def at(offset: int) -> Position:
        return position_at(source.text, source.lines, offset, units)

    found = []
    for hunk in revision.hunks():
        text = plain(revision.text[hunk.new_start : hunk.new_end])
        if text == plain(source.text[hunk.old_start : hunk.old_end]):
            continue  # line ends are the editor's, which shows no difference
        found.append(TextEdit(Range(at(hunk.old_start), at(hunk.old_end)), text.replace("\n", end)))
    return found
