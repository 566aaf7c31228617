"""What rules say, and what becomes of it on the way to the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from enum import Enum
from functools import partial
from typing import Any, Literal, NamedTuple

from filinglint.frozen import dataclass
from filinglint.located import Absent, Located, Unsure
from filinglint.source import Place
from filinglint.spans import Span

Somewhere = Located[Any] | Absent | Unsure | Span
FixKind = Literal["safe", "unsafe", "suggestion"]


class Severity(Enum):
    """How much a finding matters, most first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info."""
        return list(Severity).index(self)


class Confidence(Enum):
    """How sure the rule is that what it reports is a defect."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Outcome(Enum):
    """What came of one rule on one submission or document."""

    PASSED = "passed"
    FAILED = "failed"
    WAIVED = "waived"
    CANNOT_TELL = "cannot-tell"
    NOT_APPLICABLE = "not-applicable"
    NOT_RUN = "not-run"

    # There is one of each, and they are in sets by the hundred thousand: that of Enum is slow.
    __hash__ = object.__hash__


def span_of(somewhere: Somewhere) -> Span:
    """Return the range that *somewhere* names."""
    return somewhere if isinstance(somewhere, Span) else somewhere.span


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters at *span* replaced by *text*; a line feed in it becomes the line end of the file.

    ``mark`` takes the byte order mark of the file away too, which stands before all characters.
    """

    span: Span
    text: str
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that takes away what was observed: all of its edits, or none.

    A ``safe`` fix leaves rendered text, reported facts and links as they are, which is proved before it is
    applied; an ``unsafe`` one may change them; a ``suggestion`` is shown and never applied. *edits* do not
    overlap; they are read once, when the finding is stamped: a document may need thousands.
    """

    kind: FixKind
    description: str
    edits: Iterable[Edit]


@dataclass(frozen=True, slots=True)
class Observation:
    """What a rule saw: a place, what is there, and the other places that disagree with it.

    ``related`` pairs each other place with words such as ``"the header says 001-31989"``; ``label``
    does the same for the first. ``remedy`` replaces the rule's own where the case has a better one.
    ``fixes`` are ways to mend it, the best first.
    """

    at: Somewhere
    message: str
    related: Sequence[tuple[Somewhere, str]] = ()
    label: str = ""
    remedy: str = ""
    fixes: Sequence[Fix] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a frame shows of a place, bounded however long the line is. Code points.

    ``source`` is a window of the line on which the span begins; the span is ``source[start:end]``;
    ``cut_left`` and ``cut_right`` say that the line goes on. ``rendered`` is the same for the
    rendered text of the block (cells joined by `` | ``), empty when it equals the source line.
    ``before`` and ``after`` are the neighbouring lines, empty when there are none. Of a span too long
    for the window, head and tail of equal length are kept, and ``omitted`` characters are left out
    between them.
    """

    source: str = ""
    start: int = 0
    end: int = 0
    cut_left: bool = False
    cut_right: bool = False
    before: str = ""
    after: str = ""
    rendered: str = ""
    rendered_start: int = 0
    rendered_end: int = 0
    omitted: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as reports show it: file, document, trail of headings, rendered words, excerpt.

    ``place`` is None where the input as a whole is meant and has no text (an unreadable file).
    ``document`` is ``"header"``, ``"2 EX-99.1 dex991.htm"``, or None for a file that is one document. ``block``
    is which block under the last heading it is in, such as ``"paragraph 2"``; "" where that is not known.
    """

    path: str
    document: str | None
    trail: tuple[str, ...]
    place: Place | None
    text: str
    label: str
    excerpt: Excerpt = field(default_factory=Excerpt, compare=False)
    block: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class PlacedEdit:
    """An edit in one file: ``[start, end)`` are code points of its text, byte order mark left out."""

    place: Place
    start: int
    end: int
    text: str
    mark: bool = False


@dataclass(frozen=True, slots=True)
class PlacedFix:
    """A fix with its edits in the order of their places; ``whole`` is False where they were too many to report."""

    kind: FixKind
    description: str
    edits: tuple[PlacedEdit, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count for the gate; it stays in every machine report.

    ``kind`` is ``inline`` (a directive), ``waiver`` or ``baseline``; ``id`` names the directive's place, the
    record or the file. ``expires`` is an ISO date, "" for no end.
    """

    kind: str
    id: str
    reason: str
    approved_by: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """An observation stamped with its rule, severity and place.

    ``fixable`` is the kind of its first fix, ``no`` when it has none.
    ``notes`` say of suppressions why they do not hold. ``known`` is whether the baseline has it.
    """

    code: str
    slug: str
    severity: Severity
    confidence: Confidence
    message: str
    remedy: str
    spot: Spot
    related: tuple[Spot, ...]
    citations: tuple[str, ...]
    fixable: str
    fingerprint: str
    suppression: Suppression | None = None
    fixes: tuple[PlacedFix, ...] = ()
    notes: tuple[str, ...] = ()
    known: bool = False

    @property
    def order(self) -> tuple[object, ...]:
        """Path, start, end, code, fingerprint: the order of every report."""
        place = self.spot.place
        start, end = (place.byte_start, place.byte_end) if place else (-1, -1)
        return (self.spot.path, start, end, self.code, self.fingerprint)


class OutcomeRecord(NamedTuple):
    """What came of one rule on one input, or on one document of it; *reason* where it did not run through.

    There are some hundred for each input: a tuple is made several times faster than a dataclass.
    """

    code: str
    path: str
    document: str | None
    outcome: Outcome
    reason: str | None = None


recorded: Callable[[Iterable[Any]], OutcomeRecord] = partial(tuple.__new__, OutcomeRecord)
"""Makes an outcome of its five values, sooner than ``OutcomeRecord._make`` does."""
