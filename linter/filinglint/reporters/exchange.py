"""What the formats of other programs have in common: which findings they get, and words that they can take."""

from __future__ import annotations

import os
from collections.abc import Iterable
from urllib.parse import quote

from filinglint.finding import Finding, Spot
from filinglint.report import Report
from filinglint.reporters.cells import defused, escaped

_LABELS = 8  # told of one finding


def open_findings(report: Report) -> list[Finding]:
    """Return the findings that nothing suppresses: formats without a word for exceptions show no others."""
    return [finding for finding in report.findings if finding.suppression is None]


def most_severe_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return *findings*, errors before warnings before infos, otherwise in the order of reports."""
    return sorted(findings, key=lambda finding: finding.severity.rank)


def words(text: str) -> str:
    """Return *text* on one line, control characters as visible escapes, no command of a build agent in it."""
    return defused(escaped(text))


def path_of(path: str) -> str:
    """Return *path* with ``/`` between its parts, control characters as visible escapes."""
    return words(path.replace(os.sep, "/"))


def uri_of(path: str) -> str:
    """Return *path* as a URI: relative where the path is."""
    encoded = quote(path.replace(os.sep, "/"), safe="/", errors="surrogateescape")
    return f"file://{encoded}" if encoded.startswith("/") else encoded


def surroundings(spot: Spot) -> str:
    """Return the document and the headings around *spot*, and where it is in a PDF or Word file; "" for nothing."""
    where = spot.place.where if spot.place is not None and not spot.place.in_text else ""
    return words(" › ".join(part for part in (spot.document, *spot.trail, where) if part))


def explained(finding: Finding) -> str:
    """Return the message of *finding*, the words at its other places, and what to do, on one line."""
    labels = [spot.label for spot in (finding.spot, *finding.related) if spot.label]
    others = "; ".join((*labels[:_LABELS], *(("…",) if len(labels) > _LABELS else ())))
    said = f"{finding.message.rstrip('.')} ({others})" if others else finding.message.rstrip(".")
    return words(f"{said}. Remedy: {finding.remedy}")
