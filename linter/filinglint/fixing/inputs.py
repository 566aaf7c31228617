"""Inputs mended: read, left alone where they are records, mended in memory, and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from filinglint.catalogue import Catalogue
from filinglint.discovery import Found
from filinglint.documents.draft import read_draft
from filinglint.documents.submission import Submission
from filinglint.errors import InputError
from filinglint.facts.header import header
from filinglint.finding import Finding, Outcome, OutcomeRecord
from filinglint.fixing.passes import Mended, Wanted, mended
from filinglint.fixing.writing import write_anew
from filinglint.frozen import dataclass
from filinglint.hearing import tool_finding
from filinglint.judging import Judged, Options, judge, open_input
from filinglint.kinds import read
from filinglint.located import Absent, NotApplicable
from filinglint.report import INCOMPLETE
from filinglint.source import Source


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """An input that is not mended, and why; *broken* is whether it could not be looked at."""

    path: str
    reason: str
    broken: bool = False


def mend_file(
    found: Found, options: Options, catalogue: Catalogue, wanted: Wanted, *, records: bool = False
) -> Mended | LeftAlone:
    """Return what becomes of the input *found*; nothing is written.

    With *records* filings that EDGAR has disseminated are mended too.
    """
    try:
        return _mended(found, options, catalogue, wanted, records=records)
    except InputError as error:
        named = found.named or found.draft or not error.passing
        return LeftAlone(found.path, f"{error.reason}; {error.remedy}" if named else "", broken=named)
    except Exception as error:
        # As when it is judged: one file that breaks us must not take all others with it.
        return LeftAlone(found.path, f"reading broke ({type(error).__name__}); report this, with the file", broken=True)


def _mended(
    found: Found, options: Options, catalogue: Catalogue, wanted: Wanted, *, records: bool
) -> Mended | LeftAlone:
    options = replace(options, every_edit=True)
    reading, source = open_input(found, options, catalogue)
    submission = reading.submission
    if submission.kind == "unknown":
        return LeftAlone(found.path, "")
    if source.extraction is not None:
        return LeftAlone(found.path, "the text of a PDF or Word file is mended where it was written")
    # The other rules would have nothing to mend; but only all of them can tell that a directive is of no use.
    directed = "<!-- filinglint:" in submission.source.text
    rules = tuple(rule for rule in catalogue.rules if directed or rule.fixable in wanted.kinds)
    able = replace(catalogue, rules=rules)

    def anew(files: Mapping[str, Source]) -> Submission:
        if submission.kind == "draft":
            return read_draft(found.path, {path: file.data for path, file in files.items()})
        return read(files[source.path], submission.kind, lambda _: None).submission

    def judged(now: Submission) -> Judged:
        return judge(now, source, options, able)

    why = "" if records else disseminated(submission)
    if why:
        fixable = [f for f in judged(submission).findings if f.fixable in wanted.kinds and f.suppression is None]
        return LeftAlone(found.path, f"it is a record: {why}; --allow-disseminated mends it" if fixable else "")
    return mended(submission, anew, judged, catalogue, wanted)


def disseminated(submission: Submission) -> str:
    """Return why *submission* is a filing that EDGAR has disseminated; "" when nothing says so."""
    if submission.pem is not None:
        return "the SEC's wrapper is around it, with its signature"
    try:
        accepted = header.of(submission).accepted
    except NotApplicable:
        return ""
    return "" if isinstance(accepted, Absent) else "its header says when EDGAR accepted it"


def write(done: Mended) -> None:
    """Write the files of *done* that changed. Raises InputError for the first that cannot be written."""
    for revision in done.files:
        write_anew(revision.source.path, revision.data, revision.source.data)


def unwritten(path: str, error: InputError) -> tuple[tuple[Finding, ...], tuple[OutcomeRecord, ...]]:
    """Return what the tool finds, and what came of it, where the input at *path* could not be written."""
    finding = tool_finding("SYS005", "fix-not-written", path, error.reason, None, error.remedy)
    return (finding,), (OutcomeRecord("SYS005", path, None, Outcome.CANNOT_TELL, f"{INCOMPLETE}{error.reason}"),)
