"""What somebody may have meant."""

from __future__ import annotations

from typing import Any

import pytest

from filinglint.closest import near


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("jsn", ("text", "json"), "did you mean 'json'?"),
        ("JSON", ("text", "json"), "did you mean 'json'?"),
        ("zzz", ("text", "json"), "it is one of text, json"),
        ("99", (10, 12, None), "it is one of 10, 12, None"),
    ],
)
def test_the_nearest_or_all(name: str, known: tuple[Any, ...], hint: str) -> None:
    """In whatever case, and of the values that schemas list, which need not be words."""
    assert near(name, known) == hint
