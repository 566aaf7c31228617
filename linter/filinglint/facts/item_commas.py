"""Numbers of items that a current report writes with a comma for their full stop: "Item 7,01".

Source: Form 8-K since 23 August 2004, whose items are numbered by section.
"""

from __future__ import annotations

from itertools import islice

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.rare_signs import matches
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 20
_COMMA = pattern(r",(?<=[1-9],)\d\d(?!\d|[,.]\d)")
_ITEM = pattern(r"\bI(?:tem|TEM)[sS]?\s\d\Z")
_LONGEST = len("Items 7")


@extractor("item_commas")
def item_commas(submission: Submission) -> tuple[Located[str], ...]:
    """Look for such numbers. Raises NotApplicable without a main document to read."""
    rendered = readable_main(submission).rendered
    text = rendered.text
    found = (
        rendered.located(m.start() - 1, m.end())
        for m in matches(text, ",", _COMMA)
        if _ITEM.search(text, max(0, m.start() - _LONGEST - 1), m.start())
    )
    return tuple(islice(found, _MOST))
