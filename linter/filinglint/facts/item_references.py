"""Where the running text of a report refers to an item of the report itself ("this Item 2.02").

Source: the cross references of current, annual and quarterly reports, 1996 to 2026.
"""

from __future__ import annotations

import re

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.item_anchors import key_of
from filinglint.facts.items import items
from filinglint.facts.members import members, too_many
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.spans import Span

# "7,01", "7..01" and "7.001" are decimal numbers mistyped: items of other forms do not begin with a nought.
_ITEM = pattern(
    r"Items?\s(?P<number>\d{1,2}\.\d{2,3}(?!\d)|[1-9](?:[,;:]|\.\.)0[1-9](?!\.?\d)"
    r"|\d{1,2}[A-C]?(?![\w.]?\w))(?P<paragraphs>(?:(?:,?\s(?:and\s)?)?\([a-z]\)){0,6})"
)
_LETTER = pattern(r"\([a-z]\)")
_THIS_BEFORE = pattern(r"\b[Tt]his\s\Z")
# What a report says that it does, it does under an item of its own.
_FURNISHED_BEFORE = pattern(
    r"\b(?:(?:is|are)\s(?:(?:being|hereby|also)\s){0,2}|this\s(?:current\s)?report\s(?:on\sform\s8-K\s)?)"
    r"furnished\s(?:here(?:with|by)\s)?(?:pursuant\sto|under)\s\Z",
    re.IGNORECASE,
)
_BEFORE = 80
_OF_THIS = pattern(
    r"(?:,?\s(?:above|below))?,?\s(?:of|in|to|under)\sthis\s(?:(?:Current|Annual|Quarterly)\s)?"
    r"(?:Report|Form\s(?:8-K|10-K|10-Q)|filing)\b",
    re.IGNORECASE,
)
_OF_OTHER = pattern(r"(?:\([a-z0-9]{1,3}\)){0,3},?\s(?:of|in|to|on|from|under)\s(?!Form\s8-K\b)")


@dataclass(frozen=True, slots=True)
class ItemReference:
    """A place that refers to an item: its number, in the spelling of headings too, and the letters behind it ("(b)").

    ``own`` is whether it says that the item is one of this report ("this Item 2.02", "Item 1.01 of this report", "is
    furnished pursuant to Item 7.01"); other references name nothing that they are of.
    """

    number: Located[str]
    key: str
    paragraphs: tuple[Located[str], ...]
    own: bool
    span: Span


@dataclass(frozen=True, slots=True)
class ItemReferences:
    """The references of the main document to items, in reading order.

    ``mentioned`` are the keys of all items whose number the text names anywhere, in headings too.
    """

    references: tuple[ItemReference, ...]
    mentioned: frozenset[str]


@extractor("item_references")
def item_references(submission: Submission) -> ItemReferences:
    """Find the references to items. Raises NotApplicable without a main document to read, CannotTell for too many."""
    main = readable_main(submission)
    rendered = main.rendered
    text = rendered.text
    there = {heading.number.span.start for heading in items.of(submission).headings}
    found: list[ItemReference] = []
    mentioned: set[str] = set()
    most = members.of(submission)
    for m in _ITEM.finditer(text):
        mentioned.add(key_of(m["number"]))
        before = text[max(0, m.start() - _BEFORE) : m.start()]
        this = _THIS_BEFORE.search(before) or _FURNISHED_BEFORE.search(before)
        own = this is not None or _OF_THIS.match(text, m.end()) is not None
        if not own and _OF_OTHER.match(text, m.end()):
            continue
        number = rendered.located(*m.span("number"))
        if number.span.start not in there:
            letters = tuple(rendered.located(*each.span()) for each in _LETTER.finditer(text, *m.span("paragraphs")))
            span = rendered.source_span(*m.span())
            found.append(ItemReference(number, key_of(number.value), letters, own, span))
            if len(found) > most:
                raise too_many(most, "references to items")
    return ItemReferences(tuple(found), frozenset(mentioned))
