"""The headings of sections that stand right above an item of a current report ("Section 7 - Regulation FD").

Source: Form 8-K, Information to be included in the report, Sections 1 to 9; reports that repeat them, 2004 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.items import ItemHeading, items
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_SECTION = pattern(r"section\s(?P<number>[1-9])(?!\w|\.\d)[^\w\n]{0,9}(?P<caption>[^\n]{0,90})", re.IGNORECASE)
_ABOVE = 300


@dataclass(frozen=True, slots=True)
class ItemSection:
    """The number and the caption of a section, and the heading of the item below it."""

    number: Located[str]
    caption: str
    heading: ItemHeading


@extractor("item_sections")
def item_sections(submission: Submission) -> tuple[ItemSection, ...]:
    """Read the lines above the item headings. Raises NotApplicable without a main document to read."""
    return tuple(_read(submission))


def _read(submission: Submission) -> Iterator[ItemSection]:
    rendered = readable_main(submission).rendered
    for heading in items.of(submission).headings:
        end = rendered.offset(heading.span.start)
        above = rendered.text[max(0, end - _ABOVE) : end].rstrip()
        rest, _, line = above.rpartition("\n")
        line = line.lstrip()
        named = _SECTION.fullmatch(line)
        # Sections listed one below another are those of several items.
        if named and not _SECTION.match(rest.rstrip().rpartition("\n")[2].lstrip()):
            at = max(0, end - _ABOVE) + len(above) - len(line)
            number = rendered.located(at + named.start("number"), at + named.end("number"))
            yield ItemSection(number, named["caption"].strip(" \t.*_"), heading)
