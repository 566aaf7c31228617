"""One input mended: pass after pass, until no rule has anything left to fix.

Safe fixes come first, and each pass of them is proved; unsafe ones follow where they are asked for. What
does not come to rest is put back as it was.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field

from filinglint.catalogue import Catalogue
from filinglint.documents.submission import Submission
from filinglint.errors import InputError
from filinglint.finding import Finding, FixKind, Outcome, OutcomeRecord, PlacedFix
from filinglint.fixing.proof import Witness, difference, witness
from filinglint.fixing.revision import Change, Revision
from filinglint.frozen import dataclass
from filinglint.hearing import tool_finding
from filinglint.judging import Judged
from filinglint.report import INCOMPLETE
from filinglint.source import Source

MOST_PASSES = 10
Files = Mapping[str, Revision]
Read = Callable[[Mapping[str, Source]], Submission]
"""Reads an input anew, the files that it consists of being as given."""
Judge = Callable[[Submission], Judged]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which fixes are made: of which kinds, in this order, and by which rules; None is all."""

    kinds: tuple[FixKind, ...] = ("safe",)
    codes: Collection[str] | None = None


@dataclass(frozen=True)
class Mended:
    """What became of one input: its files as they are to be, and how many fixes each rule made.

    ``before`` and ``after`` are the input as it was and as it is to be. ``findings`` are of the tool itself,
    ``outcomes`` what could not be brought to an end.
    """

    before: Submission
    after: Submission
    files: tuple[Revision, ...]
    made: Counter[tuple[str, FixKind]] = field(default_factory=Counter)
    findings: tuple[Finding, ...] = ()
    outcomes: tuple[OutcomeRecord, ...] = ()


def mended(submission: Submission, read: Read, judge: Judge, catalogue: Catalogue, wanted: Wanted) -> Mended:
    """Return *submission* as the fixes of its findings make it; nothing is written."""
    return _Mending(submission, read, judge, catalogue, wanted).done()


@dataclass(frozen=True, slots=True)
class _Candidate:
    finding: Finding
    fix: PlacedFix


class _Mending:
    def __init__(self, submission: Submission, read: Read, judge: Judge, catalogue: Catalogue, wanted: Wanted) -> None:
        self._original = self._now = submission
        self._read, self._judge, self._catalogue, self._wanted = read, judge, catalogue, wanted
        self._files: Files = {source.path: Revision.of(source) for source in submission.source.sources}
        self._made: Counter[tuple[str, FixKind]] = Counter()
        self._broken: dict[str, Finding] = {}  # rules whose fixes do not do what they promise, here
        self._witness: Witness | None = None

    def done(self) -> Mended:
        states = {_digest(self._files)}
        last: list[str] = []
        for _ in range(MOST_PASSES):
            made = self._pass()
            if not made:
                return self._result()
            last = sorted({candidate.finding.code for candidate in made})
            digest = _digest(self._files)
            if digest in states:
                return self._restless(last, "undo each other")
            states.add(digest)
        return self._restless(last, f"do not come to rest in {MOST_PASSES} passes") if self._pass() else self._result()

    def _result(self) -> Mended:
        changed = tuple(revision for revision in self._files.values() if revision.changes_something)
        return Mended(self._original, self._now, changed, self._made, tuple(self._broken.values()))

    def _restless(self, codes: Sequence[str], how: str) -> Mended:
        """Return the input as it was, and say which rules did not come to rest."""
        path = self._original.path
        message = f"the fixes of {' and '.join(codes)} {how}; the input is left as it was"
        finding = tool_finding("SYS004", "fixes-restless", path, message, None, "fix with one of the rules at a time")
        return Mended(
            self._original,
            self._original,
            (),
            Counter(),
            (*self._broken.values(), finding),
            (OutcomeRecord("SYS004", path, None, Outcome.CANNOT_TELL, f"{INCOMPLETE}{message}"),),
        )

    def _pass(self) -> list[_Candidate]:
        """Make the fixes of the first kind that has any; return them, none when all is done."""
        for kind in self._wanted.kinds:
            while chosen := self._chosen(kind):
                made = self._make(chosen, kind)
                if made:
                    return made
                # Nothing held: the rules that offered it are out, and what they kept from others is free.
        return []

    def _chosen(self, kind: FixKind) -> list[_Candidate]:
        """Return the fixes of *kind* to make together: by place, then code, none overlapping one before it."""
        candidates = []
        for finding in self._judge(self._now).findings:
            wanted = self._wanted.codes is None or finding.code in self._wanted.codes
            if finding.suppression is None and wanted and finding.code not in self._broken:
                candidates += [_Candidate(finding, fix) for fix in finding.fixes[:1] if fix.kind == kind]
        candidates = [one for one in candidates if self._does_something(one.fix)]
        candidates.sort(key=lambda one: (*_begin(one.fix), one.finding.code))
        taken = _Taken()
        return [one for one in candidates if taken.takes(one.fix)]

    def _does_something(self, fix: PlacedFix) -> bool:
        return any(
            edit.mark or self._files[edit.place.path].text[edit.start : edit.end] != edit.text for edit in fix.edits
        )

    def _make(self, chosen: Sequence[_Candidate], kind: FixKind) -> list[_Candidate]:
        """Make the fixes *chosen*, of which what does not hold is left out; return those made."""
        failed = self._try(chosen, kind)
        if not failed:
            return self._count(chosen)
        # Rule by rule: one that breaks its promise takes none of the others along.
        held: list[_Candidate] = []
        for code in dict.fromkeys(one.finding.code for one in chosen):
            more = [*held, *(one for one in chosen if one.finding.code == code)]
            failed = self._try(more, kind, commit=False)
            if failed:
                message = f"the {kind} fix of {code} is not made: {failed}"
                self._broken[code] = tool_finding(
                    "SYS003", "fix-not-as-promised", self._original.path, message, None, "mend it by hand; report this"
                )
            else:
                held = more
        if held:
            self._try(held, kind)
        return self._count(held)

    def _count(self, made: Sequence[_Candidate]) -> list[_Candidate]:
        self._made.update((one.finding.code, one.fix.kind) for one in made)
        return list(made)

    def _try(self, chosen: Sequence[_Candidate], kind: FixKind, *, commit: bool = True) -> str:
        """Make the fixes *chosen* and return why they do not hold; "" when they do."""
        try:
            files = {path: revision.edited(_changes(chosen, path)) for path, revision in self._files.items()}
        except UnicodeEncodeError as error:
            return f"{error.encoding} has no '{error.object[error.start : error.end]}'"
        sources: dict[str, Source] = {}
        for path, revision in files.items():
            if revision.source.encoding == "binary" or revision.data == revision.source.data:
                sources[path] = revision.source
                continue
            try:
                sources[path] = Source.from_bytes(revision.data, path)
            except InputError as error:
                return error.reason
            if sources[path].text != revision.text:
                return "the file would be read in another encoding"
        try:
            read = self._read(sources)
        except InputError as error:
            return error.reason
        if kind == "safe":
            before = self._witness or witness(self._now, self._catalogue)
            self._witness = before
            changed = difference(before, witness(read, self._catalogue))
            if changed:
                return changed
        if commit:
            self._files, self._now = files, read
            if kind != "safe":
                self._witness = None
        return ""


class _Taken:
    """The ranges that fixes have taken so far, by file."""

    def __init__(self) -> None:
        self._ranges: dict[str, list[tuple[int, int]]] = {}

    def takes(self, fix: PlacedFix) -> bool:
        """Take the ranges of *fix* if all of them are free; tell whether they were."""
        edits = [(edit.place.path, edit.start, edit.end) for edit in fix.edits]
        if any(self._meets(*edit) for edit in edits) or any(map(_overlap, edits, edits[1:])):
            return False
        for path, start, end in edits:
            insort(self._ranges.setdefault(path, []), (start, end))
        return True

    def _meets(self, path: str, start: int, end: int) -> bool:
        ranges = self._ranges.get(path, [])
        index = bisect_right(ranges, (start, end))
        near = ranges[max(0, index - 1) : index + 1]
        # Where something is put in at an edge, which comes first is a question for the next pass.
        return any((a < end and start < b) or ((a == b or start == end) and (a <= end and start <= b)) for a, b in near)


def _overlap(one: tuple[str, int, int], next_one: tuple[str, int, int]) -> bool:
    return one[0] == next_one[0] and (next_one[1] < one[2] or one == next_one)


def _begin(fix: PlacedFix) -> tuple[str, int]:
    return fix.edits[0].place.path, fix.edits[0].start


def _changes(chosen: Sequence[_Candidate], path: str) -> list[Change]:
    return list(_changes_of(chosen, path))


def _changes_of(chosen: Sequence[_Candidate], path: str) -> Iterator[Change]:
    for one in chosen:
        for edit in one.fix.edits:
            if edit.place.path == path:
                yield Change(edit.start, edit.end, edit.text, one.finding.code, edit.mark)


def _digest(files: Files) -> bytes:
    whole = hashlib.sha256()
    for path, revision in sorted(files.items()):
        if revision.source.encoding != "binary":
            whole.update(f"{path}\0{len(revision.data)}\0".encode())
            whole.update(revision.data)
    return whole.digest()
