"""Values with their places."""

import pickle

import pytest

from filinglint.located import Located, Traced
from filinglint.spans import Span


def test_a_place_is_traced_when_somebody_asks() -> None:
    """A traced value is one with its place to everybody: equal to it, found where it is, sent as what it is."""
    asked: list[Span] = []

    def trace() -> Span:
        asked.append(Span(3, 5))
        return asked[-1]

    traced, known = Traced("5%", trace), Located("5%", Span(3, 5))
    assert (traced.value, asked) == ("5%", [])
    assert traced.span == known.span
    assert traced == known
    assert known == traced
    assert traced != Located("5%", Span(3, 6))
    assert traced != "5%"
    assert {known: 1}[traced] == 1
    assert type(pickle.loads(pickle.dumps(traced))) is Located
    assert pickle.loads(pickle.dumps(traced)) == known


def test_a_traced_value_is_frozen() -> None:
    """Nobody changes what a document states."""
    with pytest.raises(AttributeError):
        Traced("5%", lambda: Span(3, 5)).value = "6%"  # type: ignore[misc]
