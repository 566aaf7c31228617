"""What a text says with one blank between its words, and its beginning without the rest."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.markup import Rendered
from filinglint.facts.evened import Evened
from filinglint.spans import Span

PIECES = st.sampled_from(["word", " ", "\u2003", "&nbsp;", "&nbsp;&nbsp; ", "<p>", "<div hidden>", "</div>", "\n"])


@given(st.lists(PIECES, max_size=40).map("".join), st.integers(0, 60), st.booleans())
def test_the_beginning_is_that_of_the_whole(source: str, length: int, html: bool) -> None:
    """Wherever it is cut off, in the midst of blanks too; of a filing the blanks that go count as well."""
    rendered = Rendered(source, Span(0, len(source)), html=html)
    assert Evened(rendered).beginning(length) == Evened(rendered).text[:length]
    whole = Evened(rendered, whole=True)
    beginning = re.sub("  +", " ", whole.beginning(length)) if html else whole.beginning(length)
    assert whole.text.startswith(beginning)
    assert len(whole.beginning(length)) == min(length, len(rendered.text))
