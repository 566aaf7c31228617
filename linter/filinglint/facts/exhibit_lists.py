"""Where a main document lists its exhibits: under the item for exhibits, and in an exhibit index."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from filinglint.documents.markup import Rendered
from filinglint.facts.items import Items
from filinglint.facts.line_words import LineWords
from filinglint.facts.members import few
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_INDEX = pattern(
    r"\n[ \t*_|\d.)(-]{0,160}(?:(?!(?:E[xX]|I[nN]D|L[iI]S)[A-Za-z]{2})[A-Z][\w.,&'’-]{0,30} {1,9}){0,6}(?i:"
    r"((?:exhibits? {1,9}index|index {1,9}(?:to|of) {1,9}(?:(?:the|attached) {1,9})?exhibits?|exhibits? {1,9}list"
    r"|list {1,9}of {1,9}exhibits)"
    r"(?: {1,9}(?:to|for|of) [^\n]{1,60})?)(?:[ \t]{0,4}\(cont[^\n]{0,12})?[ \t:.*_|)-]{0,60})(?=\n)"
)
_PAGE_BELOW = pattern(r"\s{0,200}(?:[A-Z]-)?\d{1,3}[ \t]{0,200}\n")  # an entry of a table of contents
_START = pattern(
    r"\n[ \t*_|]{0,160}(?:\(?([a-eA-E]|\d)\)?[ .:]{0,10}[ \t]{0,80}){0,2}\(?"
    r"(?:EXHIBITS?|Exhibits?|LIST {1,9}OF {1,9}EXHIBITS|List(?:ing)? {1,9}of {1,9}[Ee]xhibits)(?![A-Za-z])"
    r"(?! {1,9}\(?\d)[^\n]{0,400}"
)
_ANNOUNCES = pattern(
    r"exhibits?[\s.:)*_|]{0,20}(?:$|none|the |exhibit|see|filed|furnished|attached|\d|no\b|number|pursuant|reference"
    r"|a\s{1,9}list|required|description)",
    re.IGNORECASE,
)
# On the line of the item: "ITEM 9.01 FINANCIAL STATEMENTS AND EXHIBITS. (c) Exhibits: 99 Press Release …".
_RUN_IN = pattern(r"[ \t.:–—-]{0,20}\(([a-e])\)[ \t]{0,9}(exhibits?)[ \t.:–—-]{0,20}", re.IGNORECASE)
_DECIMAL = pattern(r"\n[ \t*†+#(]{0,160}(?:Exhibits?[ \t]{1,9})?\(?\d{1,3}\.\d")
# "(c) The following exhibit is filed as a part of this report:"
_FOLLOWING = pattern(
    r"\bfollowing\s{1,9}(exhibits?)\s{1,9}(?:is|are|has|have)\s{1,9}(?:being\s{1,9}|been\s{1,9})?"
    r"(?:filed|furnished|attached|included|submitted)[^.:\n]{0,80}(?:\n(?!\s*\n)[^.:\n]{0,80})?[.:]",
    re.IGNORECASE,
)
_NEAR = 1500  # characters
_LETTER = pattern(r"\(?([a-eA-E])\)")
_NAMED = pattern(r"\n[ \t]{0,400}(?=(?:EXHIBIT|Exhibit)[ \t]{1,40}\d{1,3}[\w().-]{0,12}(?:[ \t.:–—-]{1,80}[A-Z\n]|\n))")
_CAPTION = pattern(r"\n[^\n]{0,60}(?i:financial {1,9}statements)[^\n]{0,60}(?i:exhibits)[. \t]{0,20}(?=\n)")
_COLUMNS = pattern(
    r"\n[ \t]{0,160}\(?(?:Exhibits?|EXHIBITS?)[ \t\n]{0,40}"
    r"(?:Nos?\b|NOS?\b|Numbers?|NUMBERS?|#|Table|TABLE|Designation)"
)
_ENDS = pattern(r"\n[ \t*_|]{0,200}S ?I ?G ?N ?A ?T ?U ?R ?E ?S?(?:\(S\))?[ \t:.*_|]{0,60}(?=\n)", re.IGNORECASE)


@dataclass(slots=True)
class Region:
    """A stretch of the rendered text that lists exhibits.

    ``start`` is where entries may begin, ``heading`` the range of the words that announce the list, ``letter``
    that of the sub-paragraph's letter ("d" of "(d) Exhibits"), ``announced`` whether more than the heading of
    the item tells that exhibits follow.
    """

    kind: Literal["item", "index"]
    start: int
    end: int
    heading: tuple[int, int] | None
    letter: tuple[int, int] | None = None
    announced: bool = True


def regions(rendered: Rendered, words: LineWords, items: Items | None, most: int) -> list[Region]:
    """Return the regions of *rendered*, whose words are *words*, in reading order; none overlaps another.

    Raises TooMany where there are headings of more than *most*.
    """
    text = rendered.text
    ends = array("Q", (line for line in words.signatures if _ENDS.match(text, line)))
    contents = _contents(rendered, items)
    lines = array("Q", words.exhibit_lines())
    headed = (
        m
        for m in (_INDEX.match(text, line) for line in lines)
        if m and not any(a <= m.start(1) < b for a, b in contents) and not _PAGE_BELOW.match(text, m.end())
    )
    indexes = list(few(headed, most, "headings of lists of exhibits"))
    headings = sorted(rendered.offset(heading.span.start) for heading in items.headings) if items else []
    found: list[Region] = []
    for start, end, heading in _item_texts(rendered, items):
        region = _item_region(words, start, end, heading, most)
        if region is not None:
            found.append(region)
    found.extend(_index_regions(text, indexes, headings, ends))
    if not found:
        found = _fallback(text, lines, ends)
    elif not any(_DECIMAL.search(text, region.start, region.end) for region in found):
        found.extend(_columns_below(text, lines, max(region.end for region in found), ends))
    found.sort(key=lambda region: region.start)
    for region, following in pairwise(found):
        begin = following.heading[0] if following.heading else following.start
        region.end = max(region.start, min(region.end, begin))
    return [region for region in found if region.end > region.start]


def _contents(rendered: Rendered, items: Items | None) -> list[tuple[int, int]]:
    """Return the stretch of each table of contents, a little over its last entry."""
    if items is None or not items.contents:
        return []
    offsets = [rendered.offset(entry.span.start) for entry in items.contents]
    return [(offset - 200, offset + 400) for offset in offsets]


def _item_texts(rendered: Rendered, items: Items | None) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the texts under the items whose caption speaks of exhibits, with the ranges of their headings."""
    found = []
    for heading in items.headings if items else ():
        caption = heading.caption
        if isinstance(caption, Located):
            about = "exhibit" in caption.value.lower()
        else:
            about = "9.01" in heading.keys or "exhibit" in rendered.words(heading.span).lower()
        if about or "9.01" in heading.keys:
            begin, stop = rendered.offset(heading.span.start), rendered.offset(heading.span.end)
            found.append((rendered.offset(heading.text.start), rendered.offset(heading.text.end), (begin, stop)))
    return found


def _item_region(words: LineWords, start: int, end: int, heading: tuple[int, int], most: int) -> Region | None:
    """Return the list in the item's text: from its "(d) Exhibits", or its column heads, or its beginning."""
    if end <= start:
        return None
    text = words.text
    begin = max(heading[0], text.rfind("\n", 0, start))
    found = (_START.match(text, line, end) for line in words.exhibit_lines(begin, end))
    announced = (m for m in found if m and _ANNOUNCES.search(m[0]))
    mark = _mark(text, list(few(announced, most, "headings of lists of exhibits")))
    if mark is not None:
        letter = _LETTER.search(text, mark.start(), min(mark.end(), mark.start() + 200))
        word = re.compile(r"(?i)exhibits?").search(text, mark.start(), mark.end())
        assert word is not None
        tail = re.compile(r"[\s.:)–—-]{0,20}").match(text, word.end())
        begin = tail.end() if tail else word.end()
        return Region("item", min(begin, end), end, (mark.start(), word.end()), letter.span(1) if letter else None)
    run_in = _RUN_IN.match(text, start, end)
    if run_in is not None:
        return Region("item", run_in.end(), end, run_in.span(2), run_in.span(1))
    said = _FOLLOWING.search(text, start, min(end, start + _NEAR))
    if said is not None:
        return Region("item", said.start(), end, said.span(1))
    numbered = "financial statement" in " ".join(
        text[slice(*heading)].lower().split()
    )  # in paragraphs (1), (2) and (3)
    return Region("item", start, end, heading, announced=not numbered)


def _mark(text: str, marks: list[re.Match[str]]) -> re.Match[str] | None:
    """Return the line of *marks* after which the entries begin: the last with a letter or number before any entry.

    "(3) Exhibits" may follow "(1) Exhibits and schedules", and "(b) Exhibits" may follow the list. Of column heads
    ("Exhibit No.") the first counts.
    """
    lettered = [m for m in marks if m[1]]
    if not lettered:
        return marks[0] if marks else None
    mark = lettered[0]
    for later in lettered[1:]:
        if _DECIMAL.search(text, mark.end(), later.start()):
            break
        mark = later
    return mark


def _index_regions(text: str, indexes: list[re.Match[str]], headings: list[int], ends: Sequence[int]) -> list[Region]:
    found = []
    for m in indexes:
        start = m.end()
        bounds = [len(text)]
        for offsets in (headings, ends):
            at = bisect_left(offsets, start)
            if at < len(offsets):
                bounds.append(offsets[at])
        found.append(Region("index", start, min(bounds), m.span(1)))
    return found


def _columns_below(text: str, lines: Sequence[int], start: int, ends: Sequence[int]) -> list[Region]:
    """Return the list below *start*, where all above it point to, that only the heads of its columns announce."""
    heads = (_COLUMNS.match(text, line) for line in lines if line >= start)
    m = next((m for m in heads if m), None)
    if m is None:
        return []
    at = bisect_left(ends, m.end())
    end = ends[at] if at < len(ends) else len(text)
    if not _DECIMAL.search(text, m.end(), min(end, m.end() + 2000)):
        return []
    words = m[0].lower().rindex("exhibit")
    return [Region("index", m.end(), end, (m.start() + words, m.end()))]


def _fallback(text: str, lines: Sequence[int], ends: Sequence[int]) -> list[Region]:
    """Return a list that stands under no item and no index heading.

    Told by its column heads, its "(c) Exhibits", the caption of an item without a number, or "Exhibit 99.1" at the
    beginning of a paragraph before the signatures.
    """
    for row in (_COLUMNS, _START, _CAPTION, _NAMED):
        for m in (row.match(text, line) for line in lines):
            if m is None or (row is _START and not (_LETTER.search(m[0][:60]) and _ANNOUNCES.search(m[0]))):
                continue
            at = bisect_left(ends, m.end())
            end = ends[at] if at < len(ends) else len(text)
            if row is _NAMED:
                return [Region("item", m.start(), end, None)] if at < len(ends) else []
            stop = m.start() + m[0].lower().rindex("exhibit") + len("exhibit")
            stop += text[stop : stop + 1] in ("s", "S")
            letter = _LETTER.search(text, m.start(), stop)
            return [Region("item", stop, end, (m.start(), stop), letter.span(1) if letter else None)]
    return []
