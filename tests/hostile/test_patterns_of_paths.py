"""Patterns of paths in a configuration, which whoever may open a pull request writes, always mean something, soon."""

from __future__ import annotations

import fnmatch
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.config.globs import matches


@given(st.text("ab*?", min_size=1, max_size=8), st.text("ab", min_size=1, max_size=9))
def test_one_name(pattern: str, name: str) -> None:
    """Within one name ``*`` and ``?`` mean what they mean everywhere."""
    if "**" not in pattern:
        assert matches(pattern, name) == fnmatch.fnmatchcase(name, pattern)


@given(st.text("ab[]!^-*?/.\\&~|", min_size=1, max_size=12), st.text("ab[]!^-/.&", min_size=1, max_size=9))
def test_any_pattern(pattern: str, path: str) -> None:
    """No pattern breaks."""
    assert matches(pattern, path) in (True, False)


@pytest.mark.parametrize(
    ("pattern", "path", "is_of"),
    [
        ("a[]b", "a[]b", True),
        ("[!]", "[!]", True),
        ("[z-a]x", "[z-a]x", True),
        ("[]]x", "]x", True),
        ("[!]]x", "]x", False),
        ("[^a]", "^", True),
        ("[!a-c]*.txt", "bzz.txt", False),
        ("[a&&b]", "&", True),
        ("[[]", "[", True),
    ],
)
def test_classes(pattern: str, path: str, is_of: bool) -> None:
    """A class that is none stands for itself; no sign in one has another meaning than a shell gives it."""
    assert matches(pattern, path) is is_of


def test_many_wildcards() -> None:
    """Thirty wildcards in a pattern take no longer than one."""
    began = time.process_time()
    assert not matches("*a" * 30 + "b", "a" * 250)
    assert not matches("**/" * 30 + "b", "a/" * 120 + "c")
    assert time.process_time() - began < 1
