"""Real filings are read as their archive describes them; every fact and finding stands where it says, and means it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from filinglint.catalogue import load_catalogue
from filinglint.dates import find_dates
from filinglint.discovery import Found
from filinglint.documents.submission import Submission
from filinglint.engine import check
from filinglint.facts.header import as_count, as_date, as_iso_date, as_time, header
from filinglint.facts.header_items import header_items
from filinglint.facts.items import items
from filinglint.finding import Finding, Spot
from filinglint.judging import Options, judge, open_input
from filinglint.located import Absent, CannotTell, Located, NotApplicable, Unsure
from filinglint.source import Source
from filinglint.spans import Span
from filinglint.stamp import cut
from filinglint.triage.selection import Selection

pytestmark = pytest.mark.corpus
SAMPLE = 30
OPTIONS = Options(selection=Selection(purpose="audit", preview=True))
DECIMAL_ITEMS = date(2004, 8, 23)
# What filers did, and EDGAR accepted: header and report name different items.
DEFECTS = {
    "0000019617-25-000056": "Item 9.01 with an exhibit, which the header does not name",
    "0000019617-26-000241": "Item 9.01 with an exhibit, which the header does not name",
    "0000066740-24-000023": "Item 9.01 with an exhibit, which the header does not name",
    "0001045810-24-000144": "Item 9.01 with an exhibit, which the header does not name",
    "0000050863-25-000070": "the header names Item 2.05, of which the report says nothing",
    "0001213900-09-002194": "the header names Item 9.01, which the report does not have",
}


@lru_cache(maxsize=1)
def rows(corpus: Path) -> dict[str, dict[str, Any]]:
    """What the manifest says of each submission, by path."""
    lines = (corpus / "filings" / "MANIFEST.jsonl").read_text("utf-8").splitlines()
    return {str(corpus / row["path"]): row for row in map(json.loads, lines) if row["kind"].startswith("submission")}


def sample(corpus: Path) -> list[str]:
    """Paths of a few submissions of different forms and years, none of them very long."""
    short = [(row["form"], row["accession"], path) for path, row in rows(corpus).items() if row["size"] < 700_000]
    return [path for _, _, path in sorted(short)[:: max(1, len(short) // SAMPLE)]]


def leaves(fact: object) -> Iterator[Located[Any] | Absent | Unsure | Span]:
    """Yield every leaf and every span of a fact, however deep."""
    if isinstance(fact, Located | Absent | Unsure | Span):
        yield fact
    elif isinstance(fact, tuple | list):
        for part in fact:
            yield from leaves(part)
    elif isinstance(fact, dict):
        yield from leaves(tuple(fact.values()))
    elif is_dataclass(fact) and not type(fact).__module__.startswith("filinglint.documents."):
        for each in fields(fact):
            yield from leaves(getattr(fact, each.name))


def facts_of(submission: Submission) -> Iterator[tuple[str, object]]:
    """Yield the facts of *submission* and of its documents, with the names of their extractors."""
    for extractor in load_catalogue().extractors():
        if submission.kind not in extractor.kinds:
            continue
        for document in submission.filed_documents if extractor.per_document else (None,):
            try:
                yield extractor.name, extractor.of(submission, document)
            except (NotApplicable, CannotTell):
                continue


def means(words: str, value: object) -> bool:
    """Tell whether *words* are *value*, or mean it."""
    if isinstance(value, str):
        return words == value
    if isinstance(value, datetime):
        return as_time(words) == value
    if isinstance(value, date):
        days = [as_date(words), as_iso_date(words), as_iso_date(words[:10]), *(each.date for each in find_dates(words))]
        return value in days
    if isinstance(value, int) and not isinstance(value, bool):
        return as_count(words.replace(",", "")) == value
    return True  # a box or a flag may be a sign, or a transformation of no words


def wrong_leaves(submission: Submission) -> Iterator[tuple[str, str, object, str]]:
    """Yield what does not stand, or does not mean, what a fact of *submission* says."""
    for name, fact in facts_of(submission):
        for leaf in leaves(fact):
            span = leaf if isinstance(leaf, Span) else leaf.span
            if not 0 <= span.start <= span.end <= len(submission.source.text):
                yield submission.path, name, leaf, "a place outside the text"
            elif isinstance(leaf, Located) and not means(words := submission.words(span), leaf.value):
                yield submission.path, name, leaf.value, words


def wrong_spots(
    submission: Submission, source: Source, findings: tuple[Finding, ...]
) -> Iterator[tuple[str, str, Spot]]:
    """Yield the places of *findings* whose bytes, lines and words do not agree."""
    for finding in findings:
        for spot in (finding.spot, *finding.related):
            place = spot.place
            if place is None:
                yield submission.path, finding.code, spot
                continue
            start = source.lines.line_span(place.line).start + place.column - 1
            end = source.lines.line_span(place.end_line).start + place.end_column - 1
            as_bytes = source.text[start:end].encode(source.encoding)
            same = source.data[place.byte_start : place.byte_end] == as_bytes
            if not same or spot.text != cut(submission.words(Span(start, end))):
                yield submission.path, finding.code, spot


def differing(row: dict[str, Any], submission: Submission) -> list[tuple[str, str, Any, Any]]:
    """Return what *submission* says differently from the manifest."""
    stated = header.of(submission)
    said = {
        "form": stated.form.value,
        "accession": stated.accession.value,
        "filed": stated.filed.value.strftime("%Y%m%d"),
        "documents": len(submission.documents),
        "document_types": [document.type_name for document in submission.documents],
    }
    return [(submission.path, key, row[key], value) for key, value in said.items() if row[key] != value]


def items_differ(submission: Submission) -> bool:
    """Tell whether the header of a current report since 2004 names other items than its main document has."""
    stated = header.of(submission)
    if stated.form.value not in ("8-K", "8-K/A") or stated.filed.value < DECIMAL_ITEMS or not stated.items:
        return False
    return {item.number for item in header_items.of(submission).named} != {
        key for heading in items.of(submission).headings for key in heading.keys
    }


def test_every_real_filing(corpus: Path) -> None:
    """Words, dates and numbers of all facts, places of all findings, manifest and items agree in every file."""
    catalogue = load_catalogue()
    manifest = rows(corpus)
    leaves_wrong: list[tuple[str, str, object, str]] = []
    spots_wrong: list[tuple[str, str, Spot]] = []
    described_wrong: list[tuple[str, str, Any, Any]] = []
    unequal: set[str] = set()
    seen = 0
    paths = sorted(str(path) for path in (corpus / "filings").rglob("*") if path.is_file() and path.suffix != ".jsonl")
    for path in paths:
        reading, source = open_input(Found(path, named=True), OPTIONS, catalogue)
        submission = reading.submission
        seen += sum(1 for _, fact in facts_of(submission) for _ in leaves(fact))
        leaves_wrong += wrong_leaves(submission)
        judged = judge(submission, source, OPTIONS, catalogue)
        spots_wrong += wrong_spots(submission, source, judged.findings)
        if path in manifest:
            described_wrong += differing(manifest[path], submission)
            if submission.documents and items_differ(submission):
                unequal.add(manifest[path]["accession"])
    assert seen > 100
    assert leaves_wrong == []
    assert spots_wrong == []
    assert described_wrong == []
    assert unequal == set(DEFECTS)


def test_a_check_is_complete(corpus: Path) -> None:
    """No rule breaks on real filings, and nothing in them stays unread."""
    report = check(sample(corpus), OPTIONS, load_catalogue())
    assert [finding for finding in report.findings if finding.code.startswith("SYS")] == []
    assert report.complete


def test_a_report_is_the_same_with_several_processes(corpus: Path) -> None:
    """Findings and outcomes do not depend on how many processes judge."""
    paths = sample(corpus)[:4]
    assert check(paths, OPTIONS, load_catalogue()) == check(paths, replace(OPTIONS, jobs=2), load_catalogue())
