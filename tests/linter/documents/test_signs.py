"""The words found in one pass are those that plain search finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from filinglint.documents import signs
from filinglint.documents.signs import Automaton, Signs, plain

WORDS = ("ab", "aba", "b a", "item", "s", "kk")
TEXTS = st.text(alphabet="abABitemskſKİı “\ud800\U0001f600", max_size=60)


def everywhere(text: str, word: str) -> list[int]:
    """Return every offset of *word* in *text*."""
    return [at for at in range(len(text)) if text.startswith(word, at)]


@given(TEXTS)
def test_one_byte_for_each_character(text: str) -> None:
    """An expression of small letters that ignores case finds what stands in the bytes."""
    found = plain(text)
    assert len(found) == len(text)
    for at, letter in enumerate(text):
        for ours in "abcdefghijklmnopqrstuvwxyz":
            assert bool(re.match(ours, letter, re.IGNORECASE)) == (found[at : at + 1] == ours.encode())


@given(TEXTS)
def test_all_of_the_words_are_found(text: str) -> None:
    """Words that overlap, and that stand in one another, are all found."""
    found = Automaton(WORDS).places(text)
    lower = plain(text).decode("latin-1")
    assert {word: list(places) for word, places in found.items()} == {
        word: everywhere(lower, word) for word in WORDS if word in lower
    }


def test_across_the_pieces_of_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that stands at the end of a piece is found once."""
    monkeypatch.setattr(signs, "_LONG", 10)
    text = "item " * 9
    assert list(Automaton(("item", "m i")).places(text)["item"]) == everywhere(text, "item")
    assert list(Automaton(("item", "m i")).places(text)["m i"]) == everywhere(text, "m i")


@given(TEXTS)
@example("abAbab")
def test_matches_as_finditer_finds_them(text: str) -> None:
    """To look only where the sign stands finds what to look everywhere does."""
    known = signs.sign("ab")
    expression = re.compile("ab[a ]{0,3}")
    assert [m.span() for m in Signs(text).matches(known, expression)] == [m.span() for m in expression.finditer(text)]
    assert list(Signs(text).places(known)) == everywhere(text, "ab")


def test_words_that_become_known_later_are_found() -> None:
    """A text that has been searched is searched again for what was not known."""
    found = Signs("Some words, and some others")
    assert list(found.places(signs.sign("words"))) == [5]
    later = signs.sign("some others")
    assert list(found.caseless(later)) == [16]
