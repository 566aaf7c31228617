"""The words that captions are made of."""

import re

from hypothesis import given
from hypothesis import strategies as st

from filinglint.facts import captions

_PLAIN = "|".join(re.escape(word) for word in sorted(set(captions._WORDS.split()), key=len, reverse=True))
_CONSUMED = re.compile(
    rf"(?i:{captions._MARKS}*+(?:(?:{_PLAIN})(?![\w’'])(?:\([sS]\))?{captions._MARKS}*+)++)",
)
_SAID = st.sampled_from(sorted(set(captions._WORDS.split())))
_MORE = st.sampled_from([" ", "", ". ", "(", ") ", "(s)", "’", "'s", "x", "\u017ftate", " "])


@given(st.lists(_SAID | _SAID.map(str.upper) | _MORE, max_size=10).map("".join))
def test_words_of_captions_are_those_that_a_plain_choice_of_them_finds(text: str) -> None:
    """Words that are tried by their first letters are found as if each were tried."""
    found, plain = captions._CONSUMED.match(text), _CONSUMED.match(text)
    assert (found and found.end()) == (plain and plain.end())
