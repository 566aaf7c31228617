"""The items that the header of a current report names, as numbers of Form 8-K on the day of filing.

Source: the ITEM INFORMATION lines of disseminated headers (captions in the label layout, numbers in
the tag layout), mapped by the tables of Form 8-K.
"""

from __future__ import annotations

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.header import header
from filinglint.facts.item_anchors import key_of
from filinglint.frozen import dataclass
from filinglint.located import Absent, Located
from filinglint.spans import Span
from filinglint.tables.form_8k import item_for_header_caption


@dataclass(frozen=True, slots=True)
class HeaderItem:
    """One line that names an item: its number in one spelling, and the words of the line."""

    number: str
    words: Located[str]


@dataclass(frozen=True, slots=True)
class HeaderItems:
    """The items the header names, in its order.

    ``unknown`` are words that mean no item; ``empty`` are lines without words (1998 to 2004): each stands
    for an item that is not told. ``span`` is the header's.
    """

    span: Span
    named: tuple[HeaderItem, ...]
    unknown: tuple[Located[str], ...]
    empty: tuple[Absent, ...]

    @property
    def complete(self) -> bool:
        """Whether every line names an item that is known."""
        return not self.unknown and not self.empty


@extractor("header_items", kinds=frozenset(("submission", "draft")))
def header_items(submission: Submission) -> HeaderItems:
    """Map the header's item lines to numbers. Raises NotApplicable without a header or filing date."""
    stated = header.of(submission)
    filed = stated.filed.value
    named: list[HeaderItem] = []
    unknown: list[Located[str]] = []
    for line in stated.items:
        if isinstance(line, Located):
            number = item_for_header_caption(line.value, filed)
            if number is None:
                unknown.append(line)
            else:
                named.append(HeaderItem(key_of(number), line))
    empty = tuple(line for line in stated.items if isinstance(line, Absent))
    return HeaderItems(stated.span, tuple(named), tuple(unknown), empty)
