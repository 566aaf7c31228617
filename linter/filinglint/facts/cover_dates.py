"""The days a cover names: of the report and its earliest event, or of the period it covers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from filinglint.dates import FoundDate, find_dates
from filinglint.facts.captions import Caption, Kind
from filinglint.facts.cover_reading import Captioned
from filinglint.facts.layout import Piece
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Range, Span

_ENDED = pattern(
    r"\b(?:(?:fiscal|quarterly|annual|interim|three[- ]month|six[- ]month|nine[- ]month|quarter)?\s{0,10}"
    r"(?:years?|periods?|quarters?|months?))\s{1,10}(?:ended|ending|end|covered\s+by\s+this\s+report)\b\W{0,40}",
    re.IGNORECASE,
)
_TRANSITION = pattern(r"\btransition\s{1,10}period\s{1,10}(?:from|of)\b", re.IGNORECASE)
# In the line of other words, where no caption begins: "… EXCHANGE ACT OF 1934 Date of Report (…): May 16, 2025".
_IN_LINE = pattern(
    r"\bdate\s{1,9}of\s{1,9}(?:the\s|this\s)?report\s{0,9}\(date\s{1,9}of\s{1,9}earliest\s{1,9}event\s{1,9}reported\)\W{0,40}",
    re.IGNORECASE,
)
_BETWEEN = pattern(r"\s*(?:,|to|through|and|until|–|—|-|_)*\s*", re.IGNORECASE)
_ONLY = pattern(r"[\W_]*(?:(?:and|as\s+of|amended|through|to)[\W_]*)?")
_YEAR = pattern(r"(?:19|20)\d\d(?!\d)")
_NEAR = 60
_REPORT, _EVENT = Kind.REPORT_DATE.value, Kind.EVENT_DATE.value
_BOTH = frozenset((Kind.REPORT_DATE, Kind.EVENT_DATE))


@dataclass(frozen=True, slots=True)
class CoverDates:
    """The days of a cover."""

    date_of_report: Leaf[date]
    earliest_event: Leaf[date]
    period: Leaf[date]
    period_start: Leaf[date]


def _unsure(span: Span, reason: str) -> tuple[Unsure, Unsure]:
    """Return that neither the date of a report nor that of its event can be told."""
    return Unsure(span, _REPORT, reason), Unsure(span, _EVENT, reason)


class _Reader:
    def __init__(self, captioned: Captioned, span: Span, *, current: bool) -> None:
        self.page, self.span, self.current = captioned, span, current
        self.text = captioned.text
        self.rendered = captioned.layout.rendered

    def leaf(self, start: int, found: FoundDate, what: str) -> Leaf[date]:
        span = self.rendered.source_span(start + found.start, start + found.end)
        if found.date is None:
            return Unsure(span, what, f"'{found.text}' is in no calendar")
        return Located(found.date, span)

    def dates(self, ranges: list[Range], what: str) -> list[Leaf[date]]:
        whole: list[Range] = []
        for start, end in ranges:
            # Blanks that parted "June" from "5, 2012" part no date.
            if whole and not self.text[whole[-1][1] : start].strip():
                start = whole.pop()[0]
            whole.append((start, end))
        return [self.leaf(start, each, what) for start, end in whole for each in find_dates(self.text[start:end])]

    def near(self, caption: Caption, what: str) -> list[Leaf[date]]:
        """Return the dates at *caption*: after it and on the lines below that hold nothing else, else above it."""
        inline = self.dates([*self.page.inline(caption), *self._year_below(caption)], what)
        below = self._rows(caption, what, down=True)
        if inline:
            return inline + below
        above = self._rows(caption, what, down=False)
        if above and below:
            # The lines above a caption in brackets are its own, those below another's.
            return above if caption.enclosed else below
        return above or below

    def _year_below(self, caption: Caption) -> Iterator[Range]:
        """Yield the lines below *caption* that begin with the year of a date on the line above them."""
        for row in islice(self.page.layout.below(caption.last_row), 2):
            if not _begins_with_year(row):
                break
            yield row[0].start, row[0].end

    def _rows(self, caption: Caption, what: str, *, down: bool) -> list[Leaf[date]]:
        found: list[Leaf[date]] = []
        rows = self.page.layout.below(caption.last_row) if down else self.page.layout.above(caption.row)
        for number, row in enumerate(_whole(rows, down=down)):
            if number > 2:
                break
            if not self._only_dates(row):
                # Beside it another caption has its own column.
                row = [piece for piece in row if piece.overlap(caption.left, caption.right) > 0]
                if not self._only_dates(row):
                    break
            here = self.dates([(piece.start, piece.end) for piece in row], what)
            found = found + here if down else here + found
        return found

    def _only_dates(self, row: Sequence[Piece]) -> bool:
        if any(piece.start in self.page.caption_pieces for piece in row):
            return False
        words = " ".join(piece.words for piece in row)
        at = 0
        dates = list(find_dates(words))
        for each in dates:
            if not _ONLY.fullmatch(words, at, each.start):
                return False
            at = each.end
        return bool(dates) and _ONLY.fullmatch(words, at) is not None

    def report(self) -> tuple[Leaf[date], Leaf[date]]:
        """Return the date of the report and that of the earliest event reported."""
        captions = list(self.page.of(Kind.REPORT_DATE, Kind.EVENT_DATE))
        if not captions:
            if self.current and (within := self._in_line()):
                return within[0], within[-1]
            dates = self.dates([(self.page.layout.start, self.page.layout.end)], _REPORT) if self.current else []
            if dates:
                return _unsure(dates[0].span, "no caption says what the date is")
            return Absent(self.span, _REPORT), Absent(self.span, _EVENT)
        looked = self.rendered.source_span(captions[0].start, captions[-1].pieces[-1].end)
        first: Leaf[date] = Absent(self.span, _REPORT)
        second: Leaf[date] = Absent(self.span, _EVENT)
        asked: set[Kind] = set()
        for caption in captions[:3]:
            asked |= caption.kinds
            both = caption.kinds >= _BOTH
            dates = self.near(caption, _REPORT)
            if len(dates) > 2:
                return _unsure(looked, "several dates stand at the caption")
            if not dates:
                continue
            if both and len(dates) == 1 and self._in_brackets(dates[0]):
                # "Date of Report (Date of earliest event reported): (May 1, 2000)".
                return Unsure(dates[0].span, _REPORT, "only a date in brackets stands there"), dates[0]
            if both or len(dates) == 2:
                return dates[0], dates[-1]
            if Kind.REPORT_DATE in caption.kinds and isinstance(first, Absent):
                first = dates[0]
            if Kind.EVENT_DATE in caption.kinds and isinstance(second, Absent):
                second = dates[0]
        if isinstance(first, Absent) and isinstance(second, Absent):
            return Absent(looked, _REPORT), Absent(looked, _EVENT)
        # "(Date of earliest event reported)" below "Date of Report", and one date for both.
        shared = asked >= _BOTH and captions[-1].row - captions[0].last_row <= 4 and captions[-1].enclosed
        if shared and isinstance(second, Absent):
            return first, first
        if shared and isinstance(first, Absent) and not captions[0].words.endswith(":"):
            return second, second
        return first, second

    def _in_line(self) -> list[Leaf[date]]:
        """Return the dates behind the words of the caption where they stand in the line of others."""
        found = (self._after(m.end(), _REPORT) for m in _IN_LINE.finditer(self.text, 0, self.page.layout.end))
        return next(filter(None, found), [])

    def _in_brackets(self, leaf: Leaf[date]) -> bool:
        at = self.rendered.offset(leaf.span.start)
        return self.text[:at].rstrip().endswith("(")

    def period(self) -> tuple[Leaf[date], Leaf[date]]:
        what, start = "period of the report", "beginning of the period"
        end = self.page.layout.end
        if self.current:
            return Absent(self.span, what), Absent(self.span, start)
        for m in _ENDED.finditer(self.text, 0, end):
            found = self._after(m.end(), what) or self._below(m.end(), what)
            if found:
                return found[0], Absent(self.span, start)
        for m in _TRANSITION.finditer(self.text, 0, end):
            found = self._after(m.end(), what, length=2 * _NEAR)
            if len(found) > 1:
                return found[1], found[0]
        return Absent(self.span, what), Absent(self.span, start)

    def _below(self, at: int, what: str) -> list[Leaf[date]]:
        """Return the dates below the words that end at *at*, where other words stand beside these in their line."""
        layout = self.page.layout
        index = layout.index_at(at) - 1
        piece = layout.pieces[index] if index >= 0 else None
        if piece is None or any(c.isalnum() for c in self.text[at : piece.end]):
            return []
        for row in islice(layout.below(piece.row), 2):
            here = [other for other in row if other.overlap(piece.left, piece.right) > 0]
            if here:
                ranges = [(other.start, other.end) for other in here]
                return self.dates(ranges, what) if self._only_dates(here) else []
        return []

    def _after(self, at: int, what: str, length: int = _NEAR) -> list[Leaf[date]]:
        """Return the dates that follow *at* with nothing but marks between."""
        window = self.text[at : at + length]
        found: list[Leaf[date]] = []
        end = 0
        for each in find_dates(window):
            if _BETWEEN.fullmatch(window, end, each.start) is None:
                break
            found.append(self.leaf(at, each, what))
            end = each.end
        return found


def _whole(rows: Iterable[list[Piece]], *, down: bool) -> Iterator[list[Piece]]:
    """Yield *rows* in their order, those that begin with a year with the line whose date it ends."""
    held: list[Piece] = []
    for row in rows:
        year = _begins_with_year(row)
        if down and held and not year:
            yield held
            held = []
        held = [*held, *row] if down else [*row, *held]
        if not down and not year:
            yield held
            held = []
    if held:
        yield held


def _begins_with_year(row: Sequence[Piece]) -> bool:
    return len(row) == 1 and _YEAR.match(row[0].words) is not None


def read_dates(captioned: Captioned, span: Span, *, current: bool) -> CoverDates:
    """Return the days that the cover names at its captions; *current* is whether it is a current report's."""
    reader = _Reader(captioned, span, current=current)
    return CoverDates(*reader.report(), *reader.period())
