"""The legend about parts left out: no word that it may begin with is overlooked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from filinglint.facts import redactions as module

PIECES = (
    "omitted", "EXCLUDED", "Redacted", "left", "left\tout", "out", "not material", "private", "Confidential",
    "confıdentıal", "treatment", "TREATMENT", "601(b)", "601(B)(10)", "(2)", "competitive harm", "omıtted", "mitted",
    " ", " ", "\n", "_",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_words_of_legends(top: str) -> None:
    """Where the expression finds a legend, it is looked for."""
    assert module._may_say(top) or module._SAYS.search(top) is None
