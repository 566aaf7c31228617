"""A stretch of a filing's document as a part of the page, with its places marked to the character."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from filinglint.documents.markup import Rendered
from filinglint.documents.references import decode
from filinglint.frozen import dataclass
from filinglint.reporters.html.elements import Markup, element, escaped, joined
from filinglint.reporters.html.weave import Weaver
from filinglint.spans import Span

WIDEST = 800  # code points of the source; a longer place is a part of the document, and its beginning is flagged
_AROUND = 200  # code points of markup that is shown on either side of a place in it
_SOURCE = 4000  # code points of markup that is shown
STYLES = ("error", "warning", "info", "related")
_EDGAR = re.compile(r"</?(?:PAGE|TABLE|CAPTION|S|C|FN|TEXT|PRE|PDF|XML)>", re.IGNORECASE)
# Privacy-enhanced mail puts "- " before every line that begins with a hyphen.
_STUFFED = re.compile(rf"{_EDGAR.pattern}|(?:(?<=\n)|(?<=\r))- ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that is marked: its number on the page, its range of the text, and the class of its colour.

    Of a ``wide`` one the beginning is flagged, with *label*, rather than all its words marked.
    """

    number: int
    start: int
    end: int
    style: str
    label: str
    wide: bool = False


class Ink:
    """Puts *marks* around the words of a text, piece by piece, in order; each is placed where it is first met."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        ordered = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._points = [mark for mark in ordered if mark.wide or mark.end <= mark.start]
        self._narrow = [mark for mark in ordered if not mark.wide and mark.end > mark.start]
        self._bounds = sorted({at for mark in self._narrow for at in (mark.start, mark.end)})
        self._active: list[list[Mark]] = [[] for _ in self._bounds]
        for mark in self._narrow:
            for index in range(bisect_left(self._bounds, mark.start), bisect_left(self._bounds, mark.end)):
                self._active[index].append(mark)
        self._placed: set[int] = set()

    def inked(self, start: int, end: int, *, markup: bool) -> Markup:
        """Return ``text[start:end]`` with its places marked; references in *markup* are decoded."""
        pieces: list[str] = self._flags(self._points, end)
        cuts = self._bounds[bisect_right(self._bounds, start) : bisect_left(self._bounds, end)]
        for first, last in pairwise((start, *cuts, end)):
            words = _lined(self._text[first:last])
            pieces.append(self._marked(first, decode(words) if markup and "&" in words else words))
        return joined(pieces)

    def hidden(self, start: int, end: int) -> Markup:
        """Return the source around the places in the markup ``text[start:end]``; "" where there are none."""
        first = bisect_left(self._narrow, start, key=lambda mark: mark.start)
        last = bisect_left(self._narrow, end, key=lambda mark: mark.start)
        places = [mark for mark in self._narrow[first:last] if mark.end <= end and mark.number not in self._placed]
        if not places:
            return Markup("")
        begin = max(start, places[0].start - _AROUND)
        stop = min(end, begin + _SOURCE, max(mark.end for mark in places) + _AROUND)
        words = self.inked(begin, stop, markup=False)
        return element("code", "…" if begin > start else "", words, "…" if stop < end else "", class_="source")

    def left(self, end: int) -> Markup:
        """Return flags for the places before *end* that nothing has shown."""
        return joined([*self._flags(self._points, end), *self._flags(self._narrow, end)])

    def _flags(self, marks: Sequence[Mark], end: int) -> list[str]:
        return [self._flag(mark) for mark in marks if mark.start < end and mark.number not in self._placed]

    def _marked(self, at: int, words: str) -> Markup:
        index = bisect_right(self._bounds, at) - 1
        active = self._active[index] if index >= 0 else []
        if not active or not words:
            return escaped(words)
        anchors = [self._anchor(mark) for mark in active if mark.number not in self._placed]
        styles = {mark.style for mark in active}
        style = next(one for one in STYLES if one in styles)
        numbers = " ".join(str(mark.number) for mark in active)
        return joined([*anchors, element("mark", words, class_=style, data_m=numbers)])

    def _anchor(self, mark: Mark) -> Markup:
        self._placed.add(mark.number)
        return element("span", id=f"m{mark.number}", class_="at")

    def _flag(self, mark: Mark) -> Markup:
        self._placed.add(mark.number)
        words = f"⚑ {mark.label}"
        return element("span", words, class_=f"flag {mark.style}", id=f"m{mark.number}", data_m=mark.number)


def _lined(words: str) -> str:
    """Return *words* with a line feed for each line end, and blanks for the other signs that move paper."""
    if "\r" in words:
        words = words.replace("\r\n", "\n").replace("\r", "\n")
    return words.replace("\f", " ").replace("\v", " ")


def rendered(text: str, span: Span, ink: Ink, *, stuffed: bool) -> Markup:
    """Return the markup at *span* of *text* as a reader sees it, balanced and with nothing in it that acts."""
    weaver = Weaver()
    for words, at, is_tag in Rendered(text, span, html=True, stuffed=stuffed).parts():
        if is_tag:
            source = ink.hidden(at, at + len(words))
            if source:
                weaver.words(source)
            weaver.tag(words)
        else:
            made = ink.inked(at, at + len(words), markup=True)
            weaver.words(made, blank=made.isspace())
    left = ink.left(span.end)
    if left:
        weaver.words(left)
    weaver.finish()
    return Markup("".join(weaver.out))


def plain(text: str, span: Span, ink: Ink, *, stuffed: bool = False) -> Markup:
    """Return the text at *span* of *text* with its lines as they are; a mark for a new page is a line across."""
    pieces: list[str] = []
    at = span.start
    for m in (_STUFFED if stuffed else _EDGAR).finditer(text, span.start, span.end):
        pieces.append(ink.inked(at, m.start(), markup=False))
        source = ink.hidden(m.start(), m.end())
        pieces.append(source or Markup("<hr>" if m[0].upper() == "<PAGE>" else ""))
        at = m.end()
    return joined([*pieces, ink.inked(at, span.end, markup=False), ink.left(span.end)])
