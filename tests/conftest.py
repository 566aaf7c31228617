"""What the tests of all parts share: where things are, and how hard hypothesis looks."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# What is kept while tests are gathered is nobody's, and goes with this folder.
_GATHERING = tempfile.TemporaryDirectory(prefix="filinglint-tests-")
os.environ["FILINGLINT_CACHE_DIR"] = _GATHERING.name

# Who runs the tests in the background may have interrupts ignored, and every process below would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A gate must say the same twice: "quick" does not draw its examples anew.
# "thorough" does, and is for a night's run: HYPOTHESIS_PROFILE=thorough pytest tests/linter/test_places.py
settings.register_profile(
    "quick",
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_unconfigure() -> None:
    """Take away what was kept while tests were gathered; a worker of several ends without doing so by itself."""
    _GATHERING.cleanup()


@pytest.fixture(autouse=True, scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Verdicts are kept in a folder of the tests, not in that of who runs them."""
    os.environ["FILINGLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The shared corpus of real filings; the test is skipped where it is not beside the checkout."""
    folder = SHARED / "corpus"
    if not (folder / "filings" / "MANIFEST.jsonl").is_file():
        pytest.skip("the shared corpus is not beside the checkout")
    return folder
