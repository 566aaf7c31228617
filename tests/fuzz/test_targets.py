"""What is fuzzed holds for the seeds, and for every input that once broke it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


SPOILERS = (
    b"\0",
    b"\r",
    b"<",
    b"<!--",
    b"&#x0;",
    b"</td>",
    b'"""',
    b"[[",
    b"]]",
    b"{",
    b"- ",
    b"\xff",
    "\u202e".encode(),
    b"=",
)


@pytest.mark.parametrize("name", ["submission", "bcp", "markup", "config", "pack", "directive"])
@given(data=st.data())
def test_spoilt_input(targets: Any, name: str, data: st.DataObject) -> None:
    """Whatever is cut out of a seed, doubled in it or put into it, it is read, or refused as its kind is refused."""
    text = data.draw(st.sampled_from([path for path in INPUTS if path.parent.name == name])).read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from([0, 1, 8, 40, 400])))
        spoiler = data.draw(st.one_of(st.sampled_from([*SPOILERS, text[start:end] * 2, b""]), st.binary(max_size=9)))
        text = text[:start] + spoiler + text[end:]
    targets[name](text)


def test_every_target_has_seeds(targets: Any) -> None:
    """There is a seed for each target, and no folder of none."""
    assert {path.parent.name for path in INPUTS} == set(targets)
