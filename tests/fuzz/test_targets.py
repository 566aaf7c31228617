"""What is fuzzed holds for the seeds, and for every input that once broke it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
INPUTS = sorted(path for folder in ("seeds", "cases") for path in (HERE / folder).glob("*/*"))


@pytest.fixture(scope="module")
def targets() -> Any:
    """The targets by name."""
    spec = importlib.util.spec_from_file_location("fuzz_targets", HERE / "targets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.TARGETS


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_input(targets: Any, path: Path) -> None:
    """An input is read, or refused as its kind of input is refused; every place lies in it."""
    targets[path.parent.name](path.read_bytes())


def test_every_target_has_seeds(targets: Any) -> None:
    """There is a seed for each target, and no folder of none."""
    assert {path.parent.name for path in INPUTS} == set(targets)
