"""What is found in the labelled texts beside the checkout, and that texts of other sorts are left alone."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from filinglint.catalogue import load_catalogue
from filinglint.documents.submission import Submission, read_document
from filinglint.finding import Severity
from filinglint.judging import Options, judge
from filinglint.source import Source
from filinglint_bcp import filinglint_profiles, filinglint_recognise
from filinglint_bcp.facts.summary import disclosures

SHARED = Path(__file__).parents[4] / "shared"
CORPUS = SHARED / "corpus"
pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")]


def opened(path: Path) -> Submission:
    """Read a text as a BCP summary."""
    return read_document(Source.from_path(str(path)), "bcp-summary")


def test_disclosures_of_the_corpus() -> None:
    """F1 is at least 0.95 over all labels, and 0.85 for each disclosure with five or more."""
    cells: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in ("bcp", "bcp-composed"):
        for row in map(json.loads, (CORPUS / folder / "LABELS.jsonl").read_text("utf-8").splitlines()):
            if row.get("lang", "en") != "en":
                continue
            found = disclosures.of(opened(CORPUS / folder / f"{row['slug']}.txt"))
            for name, label in row["labels"].items():
                if label != "unclear":
                    cells[name][f"{label == 'yes'}-{found[name].present == 'yes'}"] += 1

    def score(counts: Counter[str]) -> float:
        right = 2 * counts["True-True"]
        return right / max(1, right + counts["True-False"] + counts["False-True"])

    assert score(sum(cells.values(), Counter())) >= 0.95
    often = {name: counts for name, counts in cells.items() if counts["True-True"] + counts["True-False"] >= 5}
    assert {name: score(counts) for name, counts in often.items() if score(counts) < 0.85} == {}


def test_other_texts_are_no_summaries() -> None:
    """None of the texts that only look like summaries is taken for one."""
    taken = []
    for path in sorted((CORPUS / "bcp-negatives").glob("*.txt")):
        recognition = filinglint_recognise(text=opened(path))
        if recognition is not None and recognition.kind is not None:
            taken.append(path.name)
    assert taken == []


def test_summaries_are_recognised() -> None:
    """Nearly all summaries are recognised; the full plans among the texts need not be."""
    missed = []
    for path in sorted((CORPUS / "bcp").glob("*.txt")):
        recognition = filinglint_recognise(text=opened(path))
        if (recognition is None or recognition.kind is None) and "plan itself" not in (
            recognition.reason if recognition else ""
        ):
            missed.append(path.name)
    assert len(missed) <= 1, missed


def test_the_seed_is_quiet() -> None:
    """The summary that came with the project meets neither error nor warning in profile general."""
    path = next((SHARED / "seeds").glob("003_*.txt"))
    source = Source.from_path(str(path))
    submission = read_document(source, "bcp-summary")
    judged = judge(submission, source, Options(profiles=("general",)), load_catalogue())
    assert [f.code for f in judged.findings if f.severity is not Severity.INFO] == []
    assert list(filinglint_profiles(text=submission)) == []
