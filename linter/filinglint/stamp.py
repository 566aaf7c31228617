"""An observation becomes a finding: rule, severity, places in the file, words, fingerprint."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from filinglint.documents.submission import Submission
from filinglint.excerpt import excerpt
from filinglint.finding import Finding, Observation, Severity, Somewhere, Spot, span_of
from filinglint.rule import Rule
from filinglint.spans import Span
from filinglint.trail import trail

_LONGEST_WORDS = 500
_LONGEST_MESSAGE = 1000
_LONGEST_EVIDENCE = 20_000


@dataclass(frozen=True, slots=True)
class Observed:
    """An observation, the rule that made it, and the rule's severity under the profiles in force."""

    rule: Rule
    severity: Severity
    observation: Observation


def cut(words: str, longest: int = _LONGEST_WORDS) -> str:
    """Return *words*, cut in the middle when they are longer than *longest* code points."""
    if len(words) <= longest:
        return words
    half = (longest - 3) // 2
    return f"{words[:half]} … {words[-half:]}"


def stamped(submission: Submission, observed: Iterable[Observed]) -> list[Finding]:
    """Return the findings that *observed* are, in the order of reports."""
    places = sorted(observed, key=lambda o: (span_of(o.observation.at), o.rule.code, o.observation.message))
    ordinals: Counter[str] = Counter()
    findings = []
    for one in places:
        observation, rule = one.observation, one.rule
        spot = _spot(submission, observation.at, observation.label)
        related = tuple(_spot(submission, at, label) for at, label in observation.related)
        evidence = _evidence(submission, rule.code, spot, observation.at, [at for at, _ in observation.related])
        ordinals[evidence] += 1
        digest = hashlib.sha256(f"{evidence}\x1f{ordinals[evidence]}".encode()).hexdigest()[:32]
        findings.append(
            Finding(
                code=rule.code,
                slug=rule.slug,
                severity=one.severity,
                confidence=rule.confidence,
                message=cut(observation.message, _LONGEST_MESSAGE),
                remedy=observation.remedy or rule.remedy,
                spot=spot,
                related=related,
                citations=rule.citations,
                fixable=rule.fixable,
                fingerprint=f"fp1:{digest}",
            )
        )
    return sorted(findings, key=lambda finding: finding.order)


def _spot(submission: Submission, somewhere: Somewhere, label: str) -> Spot:
    span = span_of(somewhere)
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
        text=cut(submission.words(span)),
        label=label,
        excerpt=excerpt(submission, span),
    )


def _evidence(submission: Submission, code: str, spot: Spot, at: Somewhere, related: Sequence[Somewhere]) -> str:
    """Return what identifies a finding however its document is wrapped, indented or moved."""
    document = submission.document_at(span_of(at))
    named = f"{document.type_name} {document.file_name}" if document is not None else "header"
    words = [_bounded(submission, span_of(place)) for place in (at, *related)]
    return "\x1f".join((code, named, " › ".join(spot.trail), *words))


def _bounded(submission: Submission, span: Span) -> str:
    """Return the words at *span*; of a whole document only how it begins: its size is no identity."""
    words = submission.words(Span(span.start, min(span.end, span.start + _LONGEST_EVIDENCE)))
    return " ".join(words.split())
