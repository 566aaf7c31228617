"""Real filings are read as their archive describes them, and every place in a report is right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from filinglint.catalogue import load_catalogue
from filinglint.discovery import Found
from filinglint.documents.submission import Submission, read_submission
from filinglint.engine import check
from filinglint.facts.header import header
from filinglint.finding import Spot
from filinglint.judging import Options, open_input
from filinglint.located import Absent, CannotTell, Located, NotApplicable, Unsure
from filinglint.source import Source
from filinglint.spans import Span
from filinglint.stamp import cut
from filinglint.triage.selection import Selection

pytestmark = pytest.mark.corpus
SAMPLE = 30
OPTIONS = Options(selection=Selection(purpose="audit", preview=True))


def described(corpus: Path) -> list[dict[str, Any]]:
    """What the manifest says of each submission."""
    rows = [json.loads(line) for line in (corpus / "filings" / "MANIFEST.jsonl").read_text("utf-8").splitlines()]
    return [row for row in rows if row["kind"].startswith("submission")]


def sample(corpus: Path) -> list[str]:
    """Paths of a few submissions of different forms and years, none of them very long."""
    rows = [row for row in described(corpus) if row["size"] < 700_000]
    rows.sort(key=lambda row: (row["form"], row["accession"]))
    return [str(corpus / row["path"]) for row in rows[:: max(1, len(rows) // SAMPLE)]]


def test_submissions_are_read_as_the_manifest_says(corpus: Path) -> None:
    """Form, accession number, filing date and types of documents agree for every submission."""
    wrong = []
    for row in described(corpus):
        submission = read_submission(Source.from_path(str(corpus / row["path"])))
        facts = header.of(submission)
        said = {
            "form": facts.form.value,
            "accession": facts.accession.value,
            "filed": facts.filed.value.strftime("%Y%m%d"),
            "documents": len(submission.documents),
            "document_types": [document.type_name for document in submission.documents],
        }
        wrong += [(row["path"], key, row[key], value) for key, value in said.items() if row[key] != value]
    assert wrong == []


def leaves(fact: object) -> Iterator[Located[Any] | Absent | Unsure | Span]:
    """Yield every leaf and every span of a fact, however deep."""
    if isinstance(fact, Located | Absent | Unsure | Span):
        yield fact
    elif isinstance(fact, tuple | list):
        for part in fact:
            yield from leaves(part)
    elif isinstance(fact, dict):
        yield from leaves(tuple(fact.values()))
    elif is_dataclass(fact) and not isinstance(fact, Submission):
        for each in fields(fact):
            yield from leaves(getattr(fact, each.name))


@lru_cache(maxsize=4)
def opened(path: str) -> Submission:
    """The input at *path*, read as the engine reads it."""
    return open_input(Found(path, named=True), OPTIONS, load_catalogue())[0].submission


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


def test_facts_say_what_stands_at_their_places(corpus: Path) -> None:
    """The words of every fact are the rendered words at its place."""
    wrong = []
    seen = 0
    for path in sample(corpus):
        submission = opened(path)
        for name, fact in facts_of(submission):
            for leaf in leaves(fact):
                span = leaf if isinstance(leaf, Span) else leaf.span
                assert 0 <= span.start <= span.end <= len(submission.source.text), (path, name, leaf)
                seen += 1
                if isinstance(leaf, Located) and isinstance(leaf.value, str):
                    words = submission.words(span)
                    wrong += [(path, name, leaf.value, words)] if words != leaf.value else []
    assert seen > 100
    assert wrong == []


def check_spot(spot: Spot) -> None:
    """Hold the lines, the bytes and the words of *spot* to one another."""
    place = spot.place
    assert place is not None
    submission = opened(spot.path)
    source = submission.source.sources[0]
    start = source.lines.line_span(place.line).start + place.column - 1
    end = source.lines.line_span(place.end_line).start + place.end_column - 1
    assert source.data[place.byte_start : place.byte_end] == source.text[start:end].encode(source.encoding)
    assert spot.text == cut(submission.words(Span(start, end)))


def test_findings_show_what_stands_at_their_places(corpus: Path) -> None:
    """A check of real filings is complete, and each finding's words, lines and bytes agree."""
    report = check(sample(corpus), OPTIONS, load_catalogue())
    assert [finding for finding in report.findings if finding.code.startswith("SYS")] == []
    assert report.complete
    for finding in report.findings:
        for spot in (finding.spot, *finding.related):
            check_spot(spot)


def test_a_report_is_the_same_with_several_processes(corpus: Path) -> None:
    """Findings and outcomes do not depend on how many processes judge."""
    paths = sample(corpus)[:4]
    assert check(paths, OPTIONS, load_catalogue()) == check(paths, replace(OPTIONS, jobs=2), load_catalogue())
