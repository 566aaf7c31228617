"""From the lines of the pages of a PDF to its text: running heads left out, columns apart, paragraphs joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from filinglint.documents.formats.laid_text import LaidText
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.source import Extraction


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it begins (points from the lower left corner), its size, whether it is bold.

    ``number`` is its place on the page from 1, in the order of reading.
    """

    page: int
    x: float
    y: float
    size: float
    bold: bool
    text: str
    number: int = 0

    def longer(self, words: str, *, bold: bool = True) -> Line:
        """Return the line with *words* at its end; it is bold where all of it is."""
        return replace(self, text=self.text + words, bold=self.bold and bold)


_EDGE = 2  # lines at the top and at the bottom of a page may be running heads
_FOLIO = pattern(
    r"(?:page|p\.|pg\.?)?\s{0,3}[-–—|]?\s{0,3}(\d{1,3}|[ivxl]{1,6})\s{0,3}[-–—|]?"
    r"(?:\s{0,3}(?:of|/)\s{0,3}\d{1,3})?",
    re.IGNORECASE,
)
_NUMBER = pattern(r"(?<![\d.,-])\d{1,4}(?![\d,-])")
_MARKER = pattern(r"[•●▪◦‣■❖➢➤·*\uf0b7\uf0a7–—-]\s|(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\([A-Z]\))\s")
_LONE_MARKER = pattern(r"[•●▪◦‣■❖➢➤·*\uf0b7\uf0a7–—o-]|\(?(?:\d{1,2}|[a-z])[.)]")
_ENDED = pattern(r"[.!?:;][\"'”’)\]]{0,3}$")
_LONG_WORD = pattern(r"[^\W\d_]{4,}")
_WORD = pattern(r"[^\W\d_]+")
_BROKEN_WORD = pattern(r"(?<![^\W\d_])([^\W\d_]+)[-‐\xad]$")
_BROKEN_ADDRESS = pattern(
    r"\(?(?:(?:www\.|https?://)\S{0,200}[-/_=&?.]|[\w.+-]{1,64}@(?:\S{0,100}[-.])?|\S{1,100}\.[a-z]{2,10}/(?:\S{0,100}[-/_])?)"
)
_BROKEN_NUMBER = pattern(r"(?:\d[-‐–]|(?<!\d)\d{3}\.)$")
_MORE_NUMBER = pattern(r"\d{3,4}(?!\d)")
_MORE_ADDRESS = pattern(r"[a-z0-9][\w.-]*[./@]\S*|(?:com|net|org|example)\W?")
# Compounds that are written with a hyphen keep it where a line ends in them.
_LEFT = frozenset(
    "all back business co company cross cyber day e firm follow long mission non off on post pre recovery self short "
    "third toll two web well work".split()
)
_RIGHT = frozenset(
    "up ups time times wide site sites party parties critical day days based term free related specific house line "
    "owned hour hours threatening going term".split()
)


def laid(pages: Sequence[Sequence[Line]], remarks: tuple[str, ...] = ()) -> tuple[str, Extraction]:
    """Return the text of *pages*, a line for each paragraph, with page and line of what stands where."""
    numbered = [_in_columns([replace(line, number=n) for n, line in enumerate(page, 1)]) for page in pages]
    body = _without_furniture(numbered)
    return _Paragraphs([line for page in body for line in page]).joined(remarks)


def _keys(text: str, page: int) -> set[str]:
    """Return what *text* on page *page* is compared by: as it is, and with its numbers counted from the page."""
    words = " ".join(text.split()).lower()
    return {words, _NUMBER.sub(lambda m: f"#{int(m[0]) - page}", words)}


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Return *pages* without page numbers, and without what stands at the edge of several pages."""
    edges = [_edge(page) for page in pages]
    shared = Counter(
        key for page, edge in enumerate(edges) for key in {key for line in edge for key in _keys(line.text, page)}
    )
    least = max(2, (len(pages) + 2) // 3)
    body = _body_size(line for page in pages for line in page)
    found = []
    for index, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        gone = {
            line.number
            for line in edge
            if _is_folio(line.text, index + 1, len(pages))
            # The title of the first page is larger than a running head that repeats it.
            or (
                any(shared[key] >= least for key in _keys(line.text, index))
                and not (index == 0 and line.size > 1.15 * body)
            )
        }
        found.append([line for line in page if line.number not in gone])
    return found


def _edge(page: list[Line]) -> list[Line]:
    """Return the lines at the top and at the bottom of *page*."""
    heights = sorted({round(line.y) for line in page})
    low, high = heights[:_EDGE], heights[-_EDGE:]
    if len(heights) <= 2 * _EDGE:
        low, high = heights[:1], heights[-1:]
    return [line for line in page if round(line.y) in low or round(line.y) in high]


def _is_folio(text: str, page: int, pages: int) -> bool:
    m = _FOLIO.fullmatch(text.strip())
    if m is None:
        return False
    bare = m[1] == text.strip(" -–—|")
    # A number alone at the edge is a page number when it may be this page's.
    return not bare or not m[1].isdecimal() or abs(int(m[1]) - page) <= max(20, pages)


def _body_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _in_columns(page: list[Line]) -> list[Line]:
    """Return the lines of *page* column by column where the file gives them row by row; of a table, row by row."""
    rows: list[list[Line]] = []
    for line in page:
        if rows and abs(rows[-1][-1].y - line.y) < 0.3 * line.size and line.x > rows[-1][-1].x:
            rows[-1].append(line)
        else:
            rows.append([line])
    gutter = _gutter(rows)
    if gutter is None:
        return [_one_line(row) for row in rows]
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        if len(row) == 1 and row[0].x < gutter and len(row[0].text) * 0.4 * row[0].size > gutter - row[0].x:
            found += left + right + row  # a line across both columns
            left, right = [], []
            continue
        left += [line for line in row if line.x < gutter - 2]
        right += [line for line in row if line.x >= gutter - 2]
    return [replace(line, number=n) for n, line in enumerate(found + left + right, 1)]


def _gutter(rows: list[list[Line]]) -> float | None:
    """Return where the second column begins; None when there is none, or when the rows are those of a table."""
    second = Counter(round(row[1].x / 4) for row in rows if len(row) == 2)
    if not second:
        return None
    place, count = second.most_common(1)[0]
    if count < 4 or 2 * count < len(rows):
        return None
    lefts = [row[0].text.strip() for row in rows if len(row) == 2 and round(row[1].x / 4) == place]
    going_on = sum(b[:1].islower() and not _ENDED.search(a) for a, b in pairwise(lefts))
    if 3 * going_on < len(lefts):
        return None
    return min(row[1].x for row in rows if len(row) == 2 and round(row[1].x / 4) == place)


def _one_line(row: list[Line]) -> Line:
    first = row[0]
    if len(row) == 1:
        return first
    between = " " if _LONE_MARKER.fullmatch(first.text.strip()) else "\t"
    words = first.text.strip() + between + "\t".join(line.text.strip() for line in row[1:])
    return replace(first, text=words, bold=all(line.bold for line in row))


class _Paragraphs:
    """Joins lines, each where it stands, into paragraphs."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._body = _body_size(lines)
        self._leading = self._usual_gap()
        self._widest = self._measure()
        self._known = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))

    def _usual_gap(self) -> float:
        """Return the space between two lines of a paragraph: between lines that go on, where there are any."""
        pairs = [(a, b) for a, b in pairwise(self._lines) if a.page == b.page and 0 < a.y - b.y < 4 * max(a.size, 1)]
        gaps = [a.y - b.y for a, b in pairs if b.text.strip()[:1].islower() and not _ENDED.search(a.text.strip())]
        if len(gaps) >= 2:
            return _usual(gaps)
        return min(_usual([a.y - b.y for a, b in pairs]) or 1.3 * self._body, 1.5 * self._body)

    def _measure(self) -> dict[tuple[int, int], int]:
        """Return how many characters the long lines of each column have: lines that begin at about one place."""
        lengths: dict[tuple[int, int], list[int]] = {}
        for line in self._lines:
            lengths.setdefault(self._column(line), []).append(len(line.text.strip()))
        return {column: sorted(found)[(9 * len(found)) // 10] for column, found in lengths.items()}

    def _column(self, line: Line) -> tuple[int, int]:
        return line.page, round(line.x / 100)

    def joined(self, remarks: tuple[str, ...]) -> tuple[str, Extraction]:
        """Return the text of all paragraphs, and where it stands."""
        laid = LaidText()
        before: Line | None = None
        first = True  # whether the line before is the first of its paragraph
        for index, line in enumerate(self._lines):
            words = " ".join(part.strip() for part in line.text.split(" ") if part)
            lead = ""
            if before is not None:
                gap = self._apart(before, line)
                fresh = gap or self._begins(before, line, first=first) or self._titled(before, index)
                lead = "\n\n" if gap else "\n" if fresh else " "
                first = fresh
                if not fresh:
                    cut, lead = self._seam(laid.last, words)
                    laid.cut(cut)
            begins = before is None or lead.startswith("\n")
            item = begins and _MARKER.match(words) is not None
            head = begins and not item and self._is_head(index)
            laid.add(lead, words, (line.page, line.number), head=head, item=item)
            before = line
        return laid.text(), laid.extraction("page", remarks=remarks)

    def _apart(self, before: Line, line: Line) -> bool:
        """Tell whether more than the usual space stands between two lines, or they look otherwise."""
        if abs(before.size - line.size) > 0.12 * max(before.size, line.size):
            return True
        if before.page != line.page or line.y > before.y:
            return False  # what goes on on another page or column may be one sentence
        return before.y - line.y > 1.25 * self._leading * max(1.0, line.size / max(self._body, 0.1))

    def _begins(self, before: Line, line: Line, *, first: bool) -> bool:
        """Tell whether *line* begins a paragraph by its words; *first* is whether *before* began one."""
        last, words = before.text.strip(), line.text.strip()
        if _LONE_MARKER.fullmatch(last):
            return False
        if _MARKER.match(words) or _LONE_MARKER.fullmatch(words) or "\t" in line.text or "\t" in before.text:
            return True
        if words[:1].islower() or last.endswith((",", "-", "–")):
            return False
        widest = self._widest[self._column(before)]
        # The next word would have stood on the line: it was ended on purpose.
        early = len(last) + 1 + len(words.split(None, 1)[0]) <= 0.85 * widest
        if _ENDED.search(last):
            return early or line.x > before.x + 0.8 * line.size
        if before.bold != line.bold and (first or before.bold):
            return True
        return first and early

    def _titled(self, before: Line, index: int) -> bool:
        """Tell whether the line at *index* is a heading by its words: capitals, no full stop, room for more."""
        line = self._lines[index]
        words = line.text.strip()
        if not _ENDED.search(before.text.strip()) or _ENDED.search(words) or words[-1] == ",":
            return False
        long = _LONG_WORD.findall(words)
        capitals = sum(word[0].isupper() for word in long)
        short = len(words) <= 0.7 * self._widest[self._column(line)] and len(words.split()) <= 9
        return bool(long) and short and 5 * capitals >= 4 * len(long)

    def _is_head(self, index: int) -> bool:
        """Tell whether the line at *index* is set as a heading: larger or bold, and short."""
        line = self._lines[index]
        words = line.text.strip()
        if len(words) > 110 or words[-1] in ".;,":
            return False
        if line.size > 1.12 * self._body:
            return True
        if not line.bold:
            return False
        after = self._lines[index + 1] if index + 1 < len(self._lines) else None
        return after is None or not after.bold or self._apart(line, after)

    def _seam(self, before: str, words: str) -> tuple[int, str]:
        """Return how many characters to take off the end of *before*, and what to put before *words*."""
        token = before.rsplit(None, 1)[-1] if before.strip() else ""
        if _BROKEN_NUMBER.search(token) and _MORE_NUMBER.match(words):
            return 0, ""
        if _BROKEN_ADDRESS.fullmatch(token) and (
            token.endswith("/") or _MORE_ADDRESS.fullmatch(words.split(None, 1)[0])
        ):
            return 0, ""
        broken, following = _BROKEN_WORD.search(token), _WORD.match(words)
        if broken is None or following is None or not following[0][0].islower():
            return 0, " "
        left, right = broken[1].lower(), following[0].lower()
        hyphened = left in _LEFT or right in _RIGHT or len(left) == 1
        if self._known[left + right] or not hyphened:
            return 1, ""
        return 0, ""


def _usual(gaps: list[float]) -> float:
    """Return the space between lines that is usual: the most frequent of about the same size."""
    if not gaps:
        return 0.0
    common = Counter(round(gap * 2) for gap in gaps).most_common(1)[0][0] / 2
    near = [gap for gap in gaps if abs(gap - common) <= 1]
    return median(near) if near else common
