"""Whether a text is in a language whose words are not read."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from filinglint.facts.language import _LANGUAGES, _words, foreign_language
from filinglint.facts.sentences import fold

WORDS = [*sorted({word for known in _LANGUAGES.values() for word in known}), "plan", "Größe", "план", "1", "$"]


@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(["the", "of", "de", "die", "план"]), max_size=60))
def test_a_quick_look_comes_to_the_same_as_counting_each_language(words: list[str]) -> None:
    """Languages are counted one by one only where all together have words enough."""
    counts = {name: sum(word in known for word in words) for name, known in _LANGUAGES.items()}
    best = max(counts, key=lambda name: counts[name])
    letters = "".join(word for word in words if word.isalpha())
    foreign = sum(not letter.isascii() for letter in letters)
    expected = "another language" if len(letters) >= 60 and foreign > 0.3 * len(letters) else ""
    if counts[best] > 1.3 * counts["English"] + 3:
        expected = best
    assert foreign_language(" ".join(words)) == expected


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("aeé  .§•²½_1\n\xa0\u0085")))
def test_words_are_runs_of_letters(text: str) -> None:
    """Taken apart quickly or not."""
    assert _words(fold(text)) == re.findall(r"[^\W\d_]+", fold(text))
