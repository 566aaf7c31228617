"""An observation becomes a finding: rule, severity, places in the file, words, fingerprint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, partial
from itertools import islice

from filinglint.digests import sha256
from filinglint.documents.document import Document
from filinglint.documents.markup import tag_name
from filinglint.documents.submission import Submission
from filinglint.excerpt import excerpt
from filinglint.finding import (
    Edit,
    Finding,
    Fix,
    Observation,
    PlacedEdit,
    PlacedFix,
    Severity,
    Somewhere,
    Spot,
    span_of,
)
from filinglint.frozen import dataclass
from filinglint.located import Absent
from filinglint.rule import Rule
from filinglint.spans import Span
from filinglint.trail import block, trail

_LONGEST_WORDS = 500
_LONGEST_MESSAGE = 1000
_LOOK = 20_000  # code points of the source
_LONGEST_EVIDENCE = 1_000
_BEGINNING = 120  # characters of a text too long to be evidence
MOST_EDITS = 32  # of a fix in a report; some documents need thousands


@dataclass(frozen=True, slots=True)
class Observed:
    """An observation, the rule that made it, and the rule's severity under the profiles in force.

    ``run`` tells the runs of rules on an input apart.
    """

    rule: Rule
    severity: Severity
    observation: Observation
    run: int = -1


def cut(words: str, longest: int = _LONGEST_WORDS) -> str:
    """Return *words*, cut in the middle when they are longer than *longest* code points."""
    if len(words) <= longest:
        return words
    half = (longest - 3) // 2
    return f"{words[:half]} … {words[-half:]}"


def stamped(submission: Submission, observed: Iterable[Observed], most_edits: int | None = MOST_EDITS) -> list[Finding]:
    """Return the findings that *observed* are, in the order of reports; see ``paired``."""
    found = paired(submission, observed, most_edits)
    return sorted((finding for _, finding in found), key=lambda finding: finding.order)


def paired(
    submission: Submission, observed: Iterable[Observed], most_edits: int | None = MOST_EDITS
) -> list[tuple[Observed, Finding]]:
    """Return each of *observed* with the finding that it is, by place.

    A fix of more than *most_edits* edits is described without them; None keeps all.
    """
    spans = ((span_of(one.observation.at), one) for one in observed)
    places = sorted(spans, key=lambda place: (place[0], place[1].rule.code, place[1].observation.message))
    shown = _Shown(submission)
    editable = _editable(submission)
    ordinals: Counter[str] = Counter()
    found = []
    for span, one in places:
        observation, rule = one.observation, one.rule
        spot = shown.spot(span, observation.label)
        related = tuple(shown.spot(span_of(at), label) for at, label in observation.related)
        evidence = shown.evidence(rule.code, spot, span, observation)
        ordinals[evidence] += 1
        digest = sha256(f"{evidence}\x1f{ordinals[evidence]}".encode())[:32]
        placed = (_placed(submission, fix, most_edits) for fix in observation.fixes if editable)
        fixes = tuple(fix for fix in placed if fix.edits or not fix.whole)
        finding = Finding(
            code=rule.code,
            slug=rule.slug,
            severity=one.severity,
            confidence=rule.confidence,
            message=cut(observation.message, _LONGEST_MESSAGE),
            remedy=observation.remedy or rule.remedy,
            spot=spot,
            related=related,
            citations=rule.citations,
            fixable=fixes[0].kind if fixes else "no",
            fingerprint=f"fp1:{digest}",
            fixes=fixes,
        )
        found.append((one, finding))
    return found


def _editable(submission: Submission) -> bool:
    """Tell whether its files hold the text as it is read: nobody edits a PDF by replacing bytes."""
    return all(source.extraction is None for source in submission.source.sources)


def _placed(submission: Submission, fix: Fix, most_edits: int | None) -> PlacedFix:
    """Return *fix* with its edits as they stand in files."""
    edits = list(fix.edits if most_edits is None else islice(fix.edits, most_edits + 1))
    if most_edits is not None and len(edits) > most_edits:
        return PlacedFix(fix.kind, fix.description, (), whole=False)
    placed = sorted((_placed_edit(submission, edit) for edit in edits), key=lambda edit: (edit.place.path, edit.start))
    return PlacedFix(fix.kind, fix.description, tuple(placed))


def _placed_edit(submission: Submission, edit: Edit) -> PlacedEdit:
    _, base = submission.source.source_at(edit.span.start)
    place = submission.source.place(edit.span)
    return PlacedEdit(place, edit.span.start - base, edit.span.end - base, edit.text, edit.mark)


class _Shown:
    """What is shown of places in *submission*: one that many findings are at is looked at once.

    ``spot`` returns a place, which is labelled, as reports show it.
    """

    def __init__(self, submission: Submission) -> None:
        self.spot = cache(partial(_spot, submission))
        self._named = cache(partial(_named_at, submission))
        self._words = cache(partial(_words, submission))

    def evidence(self, code: str, spot: Spot, span: Span, observation: Observation) -> str:
        """Return what identifies a finding however its document is wrapped, indented or moved."""
        # What is missing is missing under no heading: it was looked for under all of them.
        heads = "" if isinstance(observation.at, Absent) else " › ".join(spot.trail)
        words = [self._known_by(place) for place in (observation.at, *(at for at, _ in observation.related))]
        return "\x1f".join((code, self._named(span), heads, *words))

    def _known_by(self, place: Somewhere) -> str:
        """Return what *place* is known by; of what is missing that is its name, not where it was looked for."""
        return f"no {place.what}" if isinstance(place, Absent) else self._words(span_of(place))


def _spot(submission: Submission, span: Span, label: str) -> Spot:
    document = submission.document_at(span)
    place = submission.source.place(span)
    if document is not None and document.whole_file:
        name = None
    elif document is not None:
        name = document.label
    else:
        name = "header"
    return Spot(
        path=place.path,
        document=name,
        trail=trail(submission, document, span),
        place=place,
        text=cut(submission.words(span, _LONGEST_WORDS)),
        label=label,
        excerpt=excerpt(submission, span),
        block=block(submission, document, span),
    )


def _named_at(submission: Submission, span: Span) -> str:
    return _named(submission.document_at(span))


def _named(document: Document | None) -> str:
    if document is None:
        return "header"
    return document.known_as or f"{document.type_name} {document.file_name}"


def _words(submission: Submission, span: Span) -> str:
    """Return what *span* is known by when all around it is edited: its words.

    Of a document it is its type and name, and of a stretch of pages how it begins, for every edit changes their words;
    of a tag, which shows none, its name.
    """
    document = submission.document_at(span)
    if document is not None and document.content in span:
        return _named(document)
    words = " ".join(submission.words(Span(span.start, min(span.end, span.start + _LOOK))).split())
    if not words:
        return tag_name(submission.source.text[span.start : min(span.end, span.start + _LOOK)])
    return words if len(words) <= _LONGEST_EVIDENCE else words[:_BEGINNING]
