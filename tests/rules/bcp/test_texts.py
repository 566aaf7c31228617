"""What is found in labelled texts of our own: summaries of many sorts of firm, and texts that only look like them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from filinglint.documents.submission import Submission, read_document
from filinglint.source import Source
from filinglint_bcp import filinglint_recognise
from filinglint_bcp.facts.summary import disclosures

HERE = Path(__file__).parent
# The lowest F1 for the texts of a folder. The concepts were mended after their first look at each but the last.
FLOORS = {
    "work": 0.98,
    "sealed": 0.98,
    "third": 0.97,
    "fourth": 0.98,
    "fifth": 0.96,
    "sixth": 0.98,
    "eighth": 0.97,
    "seventh": 0.88,
}


def _opened(path: Path) -> Submission:
    return read_document(Source.from_path(str(path)), "bcp-summary")


def _labelled(folder: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """Yield the texts of *folder*, each with its labels."""
    paths = {path.stem: path for path in folder.iterdir() if path.suffix != ".jsonl"}
    for row in map(json.loads, (folder / "LABELS.jsonl").read_text("utf-8").splitlines()):
        if row.get("lang", "en") == "en":
            yield paths[row["slug"]], row.get("labels", {})


@pytest.mark.parametrize("name", FLOORS)
def test_disclosures_of_our_texts(name: str) -> None:
    """Of what the labels call plain, nearly all is found, and hardly anything else; what they call unclear is free."""
    cells: Counter[str] = Counter()
    wrong = []
    for path, labels in _labelled(HERE / "texts" / name):
        found = disclosures.of(_opened(path))
        for identifier, label in labels.items():
            if label != "unclear":
                cells[f"{label == 'yes'}-{found[identifier].present == 'yes'}"] += 1
                if (label == "yes") != (found[identifier].present == "yes"):
                    wrong.append((path.name, identifier, found[identifier]))
    right = 2 * cells["True-True"]
    assert right / (right + cells["True-False"] + cells["False-True"]) >= FLOORS[name], wrong


@pytest.mark.parametrize("folder", sorted((HERE / "negatives").iterdir()), ids=lambda folder: str(folder.name))
def test_our_other_texts_are_no_summaries(folder: Path) -> None:
    """A text that only looks like a summary is not taken for one."""
    taken = []
    for path, _ in _labelled(folder):
        recognition = filinglint_recognise(text=_opened(path))
        if recognition is not None and recognition.kind is not None:
            taken.append(path.name)
    assert taken == []
