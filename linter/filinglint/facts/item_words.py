"""What the text of a current report says of items in words that no item has: a comma, a paragraph, another section.

Source: Form 8-K since 23 August 2004: its sections 1 to 9, and the paragraphs of its items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.items import ItemHeading, items
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 20
_COMMA = pattern(r"I(?:tem|TEM)[sS]?\s(?P<number>[1-9],\d\d)(?!\d|[,.]\d)")
_PARAGRAPH = pattern(r"I(?:tem|TEM)[sS]?\s(?P<number>[1-9]\.\d\d)\s?\((?P<letter>[a-hj-uwyz])\)")
_LAST = {
    "3.01": "d",
    "4.01": "b",
    "4.02": "c",
    "5.02": "f",
    "5.03": "b",
    "5.05": "c",
    "5.07": "d",
    "5.08": "b",
    "9.01": "d",
}
_SECTION = pattern(
    r"^[ \t]{0,80}section[ \t]{1,9}(?P<number>[1-9])[ \t]{0,9}[-–—.:]{0,3}[ \t]{0,9}"
    r"(?:registrant|financial|securities|matters|corporate|asset|regulation|other)\b[^\n]{0,80}\s{0,200}\Z",
    re.IGNORECASE | re.MULTILINE,
)
_ABOVE = 400


@dataclass(frozen=True, slots=True)
class ItemWords:
    """``commas`` are numbers with a comma for their full stop ("7,01"), ``paragraphs`` those that no item has.

    ``sections`` are the numbers of section headings that stand right above an item of another section, with the item.
    """

    commas: tuple[Located[str], ...]
    paragraphs: tuple[Located[str], ...]
    sections: tuple[tuple[Located[str], ItemHeading], ...]


@extractor("item_words")
def item_words(submission: Submission) -> ItemWords:
    """Look for such words. Raises NotApplicable without a main document to read, CannotTell with too many items."""
    rendered = readable_main(submission).rendered
    text = rendered.text
    commas = (rendered.located(*m.span("number")) for m in matches(text, "I", _COMMA))
    beyond = (
        rendered.located(m.start("number"), m.end())
        for m in matches(text, "I", _PARAGRAPH)
        if m["letter"] > _LAST.get(m["number"], "z")
    )
    return ItemWords(
        tuple(islice(commas, _MOST)), tuple(islice(beyond, _MOST)), tuple(islice(_sections(submission), _MOST))
    )


def _sections(submission: Submission) -> Iterator[tuple[Located[str], ItemHeading]]:
    rendered = readable_main(submission).rendered
    for heading in items.of(submission).headings:
        at = rendered.offset(heading.span.start)
        above = max(0, at - _ABOVE)
        m = _SECTION.search(rendered.text[above:at])
        keys = [key for key in heading.keys if "." in key]
        if m and keys and all(key[0] != m["number"] for key in keys):
            yield rendered.located(above + m.start("number"), above + m.end("number")), heading
