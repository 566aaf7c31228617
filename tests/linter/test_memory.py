"""What is left of an input once it is judged."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

import filinglint_bcp
import filinglint_edgar
from filinglint.discovery import Found
from filinglint.documents.submission import Submission
from filinglint.judging import Options, catalogue_for, judge_file

CASES = [Path(str(pack.__file__)).parent / "cases" for pack in (filinglint_edgar, filinglint_bcp)]


@pytest.fixture
def garbage() -> Iterator[list[object]]:
    """What the collector of cycles finds from now on."""
    gc.collect()
    gc.freeze()  # what is there already is not searched again and again
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield gc.garbage
    gc.set_debug(0)
    gc.garbage.clear()
    gc.unfreeze()


def test_no_input_holds_itself(garbage: list[object]) -> None:
    """It is given back as soon as it is judged: the collector of cycles comes late, and to few."""
    options = Options()
    catalogue = catalogue_for(options)
    first = {path.parent: str(path) for folder in CASES for path in sorted(folder.rglob("*.txt"), reverse=True)}
    assert len(first) > 300
    for path in first.values():
        judge_file(Found(path, named=True), options, catalogue)
    gc.collect()
    assert [one.path for one in garbage if isinstance(one, Submission)] == []
