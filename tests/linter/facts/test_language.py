"""The language of a text, by its words and letters."""

from __future__ import annotations

import re
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.facts.language import _FREQUENT, ENGLISH, NAMES, UNKNOWN, language_of, words_of
from filinglint.facts.sentences import fold

WORDS = [*sorted({word for known in _FREQUENT.values() for word in known}), "plan", "Größe", "план", "1", "$"]


@given(st.lists(st.sampled_from(WORDS) | st.sampled_from(["the", "of", "de", "die", "план"]), max_size=60))
def test_a_quick_look_comes_to_the_same_as_counting_each_language(words: list[str]) -> None:
    """Languages are counted one by one only where all together have words enough."""
    counts = {code: sum(word in known for word in words) for code, known in _FREQUENT.items()}
    best = max(counts, key=lambda code: counts[code])
    letters = "".join(word for word in words if word.isalpha())
    foreign = sum(not letter.isascii() for letter in letters)
    expected = UNKNOWN if len(letters) >= 60 and foreign > 0.3 * len(letters) else ENGLISH
    if counts[best] > 1.3 * counts[ENGLISH] + 3:
        expected = best
    assert language_of(" ".join(words)) == expected


@pytest.mark.parametrize(("share", "found"), [(1, "es"), (4, "es"), (12, "es"), (50, ENGLISH)])
def test_a_long_text_is_looked_at_in_several_places(share: int, found: str) -> None:
    """What begins in English is English only if it goes on so; all of it counts where a look does not tell."""
    spanish = "El informe de la empresa se presenta con los datos de las cuentas que son de la sociedad en el año. "
    english = "The report of the company is filed with the accounts that are of this year and not on the plan for it. "
    for text in (english * share + spanish * 30, spanish * 30 + english * share):
        assert language_of(text) == found
    assert language_of(english * share) == ENGLISH


@pytest.mark.parametrize("path", sorted((Path(__file__).resolve().parents[3] / "examples").glob("*")), ids=str)
def test_a_look_says_of_examples_what_all_of_their_words_say(path: Path) -> None:
    """With it and without."""
    text = path.read_text("utf-8", "replace") * 4 if path.is_file() else ""
    with patch("filinglint.facts.language._plainly_english", return_value=False):
        expected = language_of(text)
    assert language_of(text) == expected


def test_every_language_has_a_name() -> None:
    """That is what the reports say."""
    assert set(NAMES) == {*_FREQUENT, UNKNOWN}


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("aeé  .§•²½_1\n\xa0\u0085")))
def test_words_are_runs_of_letters(text: str) -> None:
    """Taken apart quickly or not."""
    assert words_of(fold(text)) == re.findall(r"[^\W\d_]+", fold(text))
