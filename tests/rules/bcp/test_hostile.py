"""Reading a text for its meaning takes time linear in the text, whatever the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filinglint.facts.sentences import Cut
from filinglint_bcp.facts.disclosures import disclosed
from filinglint_bcp.facts.recognition import recognise

PIECES = [
    "not may can will recovery time call our ",
    "firm must rules require each ",
    "[insert ",
    "555-",
    "www.a.",
    "A. Bcd ",
    "1/1/20 ",
    "Elm Clearing, our clearing firm ",
    "Call Pat Doe emergency contact person ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    """Four times the text takes little more than four times the time."""

    def seconds(count: int) -> float:
        text = piece * count
        start = time.perf_counter()
        disclosed(text, Cut(text).units)
        return time.perf_counter() - start

    seconds(10)  # expressions are compiled at their first use
    assert seconds(1200) < 10 * max(seconds(300), 0.01)


WORDS = st.sampled_from(
    [
        "we",
        "plan",
        "recovery time",
        "may vary",
        ".",
        "\n\n",
        "• ",
        "call",
        "800-555-0100",
        "[",
        "]",
        "is 4",
        "É",
        "\u0130",
        ":",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_places_lie_in_the_text(words: list[str]) -> None:
    """Whatever is found lies in the text, and nothing breaks."""
    text = " ".join(words)
    read = Cut(text).units
    found = disclosed(text, read)
    for shown in found.by_id.values():
        assert all(0 <= start <= end <= len(text) for start, end in shown.places)
        assert (shown.present == "no") == (not shown.places)
    recognise(text, read)
