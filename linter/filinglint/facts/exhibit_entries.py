"""The entries of a list of exhibits: table rows, paragraphs or lines that begin with an exhibit's number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filinglint.dates import MONTHS
from filinglint.documents.document import Document
from filinglint.documents.markup import Row, Table
from filinglint.facts.exhibit_numbers import NUMBER, is_base, number_key
from filinglint.facts.laid_out import laid_out, lies_in
from filinglint.facts.layout import is_double_spaced
from filinglint.facts.members import few, too_many
from filinglint.frozen import dataclass
from filinglint.patterns import pattern

_MARK = r"[*†‡+#^§~±]"
_NAME = r"(?:EX(?:HIBIT)?|Ex(?:hibit)?)s?\.?(?: {1,3}(?:No|NO|Number|NUMBER)s?\.?)?[ .:-]{0,40}"
# A cell, or a line, that holds nothing but numbers and marks.
_SEPARATOR = r"(?:[ \n]{0,40}(?:,|;|&|and|through|thru|to|-|–|—|/)?[ \n]{0,40})"
_CELL = pattern(
    rf"[\s(]{{0,80}}(?:{_MARK}[\s]{{0,3}}){{0,6}}(?:{_NAME})?\(?({NUMBER})\)?"
    rf"(?:{_SEPARATOR}(?:{_NAME})?\(?{NUMBER}\)?){{0,12}}+"
    r"[\s.:*†‡+#^§~±()–—-]{0,80}(?:\(\w{1,2}\)[\s*†‡+#^§~±]{0,9}){0,4}"
)
# A line that begins with a number and goes on with its description.
_LINE = pattern(
    rf"[ \t|]{{0,160}}+(?:{_MARK}[ \t]{{0,9}}){{0,6}}(?:({_NAME})|No\. )?(\(?)({NUMBER})\)?"
    rf"(?:[ ]{{0,3}}(?:,|&|and|through|to|-|–|—)[ ]{{0,3}}(?:{_NAME})?{NUMBER}){{0,6}}+"
    r"[*†‡+#^§~±]{0,6}(?:\(\w{1,2}\)|\([*†‡+#^§~±]{1,3}\)){0,3}[*†‡+#^§~±]{0,6}"
    r"(?P<gap>[ \t]{0,80}(?:[.:)–—]|-{1,3}|,(?= ))?[ \t]{0,80})(?P<rest>[^\n]{0,400})"
)
_ONE = pattern(rf"\(?({NUMBER})\)?")
_NEXT = pattern(
    r"[ \n*†‡+#^]{0,40}(?:(through|thru|to|-|–|—)|,(?: ?and)?|;|&|and|/|(?<=\s)(?!\())"
    rf"[ \n]{{0,40}}(?:{_NAME})?\(?({NUMBER})\)?"
)
_MARKS = pattern(rf"{_MARK}{{1,6}}|\((?:\d{{1,2}}|[a-z]|[*†‡+#^§~±]{{1,3}})\)")
_LEGEND = pattern(
    rf"[ \t|]{{0,160}}+({_MARK}{{1,6}}|\((?:\d{{1,2}}|[a-zA-Z]|{_MARK}{{1,3}})\)|\d(?=[ \t]))"
    r"[\s=.:–—-]{0,60}(?=[A-Z“\"(])"
)
_FOOTNOTE = pattern(
    r"(?:Incorporated|Filed|Previously|Furnished|Management|Indicates|Schedules|Certain|Portions|These|This|The|Confidential"
    r"|Denotes|Compensat|Pursuant|Attached|Included|Exhibits? )"
)
_DATA = pattern(r"(?:(?:The )?Cover Page|Inline XBRL|Interactive Data|XBRL)\b")
_NOTE = pattern(r"(?:Incorporated|Filed|Previously|Furnished|Indicates|Denotes|Confidential)\b")
_CLOSING = pattern(rf"(?:{_MARK}{{1,6}}|\((?:\d{{1,2}}|[a-z])\)|[ ,]){{1,12}}$")
_CLOSING_SIGNS = pattern(rf"(?<!{_MARK}){_MARK}{{1,6}}$")
_RULE = pattern(r"[-_=\s.*]{3,}")
_YEAR_OF = pattern(r"(?:19|20)\d\d [A-Z][a-z]+ Report\b")  # "1995 Annual Report to Stockholders"
_NO_PAGE = pattern(r"(?<! ) {3,90}-{1,3}$")  # in the column of page numbers
_PAGE_END = pattern(r"(?: {2,}|\t)(?:[A-Z]-)?\d{1,3}[ \t]*$|\.{4,}[ .\d]*$")
_BEGINS_DESCRIPTION = pattern(r"[A-Z“\"'‘(\[*†+#$0-9]")
_MONTH = pattern(rf"(?:{'|'.join(MONTHS)}|Days?|Years?|Percent|Shares)\b")
_COLUMN_HEAD = pattern(
    r"(?:exhibits?[ \t]{1,9})?(?:no\.|numbers?|nos\.)(?=[ \t]|$)|exhibit$|description$|exhibits(?:$|[.:;(]| \()",
    re.IGNORECASE,
)
_WRAPPED = pattern(r"(?:to|of|and|or|above|below|hereto|thereto|as|is|in)\b")
# "Attachment" or "attached hereto as" at the end of a line of a description, and a number on the next.
_TAKES_A_NUMBER = pattern(
    r"[a-z(;:,][ \t]{1,9}(?:attachments?|schedules?|annex|appendix|exhibits?|sections?|rules?|articles?|items?|forms?"
    r"|notes?|parts?|amendment|no|nos|numbers?|as|by|from|in|of|see|the|to|under|with)\.?[ \t]*$",
    re.IGNORECASE,
)
_COUNTED = pattern(r"[ \t]{0,160}\(?\d{1,2}[.)] ")
_TABLE_LOOK_BACK = 4000
_LOOK_BACK = 2000
_LONGEST_GAP = 4000  # rendered characters without an entry: the list has ended
_LONGEST_DESCRIPTION = 20_000
_NUMBERED = pattern(
    rf"\n[ \t(*†‡+#^]{{0,160}}+(?:{_NAME}\(?\d|\d{{1,3}}[.(-]\w|(?<=[\t(])\d{{1,3}}(?!\d)"
    r"|\d{1,3}[*†‡+#^). ]{1,9}[\tA-Z])"
)
_UNMARKED = frozenset(range(10, 36))
_WORD = 40  # characters, for the last word of a line
_FAR = 3  # blanks before a page number
_CELLS = frozenset(("table", "tr", "td", "th"))
_CELLS_OF_EACH = 10  # of one entry, with those that only hold tables together


@dataclass(slots=True)
class RawEntry:
    """One entry as ranges of the rendered text.

    ``description`` is None where there is none; ``end`` is where its row or its last line ends. ``bare`` is whether
    the number stands alone on its line. ``row`` is its table row, ``table`` that table.
    """

    start: int
    numbers: tuple[tuple[int, int], ...]
    through: bool
    description: tuple[int, int] | None
    end: int
    marks: Sequence[str] = ()
    bare: bool = False
    table: Table | None = None
    row: Row | None = None


@dataclass(slots=True)
class RawLegend:
    """A footnote of the list: its mark, and the range of what it says."""

    mark: str
    start: int
    end: int


class EntryReader:
    """Reads the entries and footnotes of the list at ``text[start:end]`` of a document.

    Raises TooMany where there are more than *most*, or many times as many cells.
    """

    def __init__(self, document: Document, start: int, end: int, most: int, *, announced: bool) -> None:
        self.rendered = rendered = document.rendered
        self.text = rendered.text
        self.start, self.announced, self._most = start, announced, most
        self.laid_out = lies_in(laid_out(rendered), start)
        self.end = _reach(self.text, start, end)
        self.entries: list[RawEntry] = []
        self.legends: list[RawLegend] = []
        self._read()
        self._drop_page_numbers()
        for entry in self.entries:
            if entry.description is not None:
                entry.description = self._without_page(document.source.text, *entry.description)

    def _read(self) -> None:
        at = self.start
        back = max(0, at - _TABLE_LOOK_BACK)
        self._count_cells(back)
        for table in self.rendered.tables_in(back, self.end) if self.rendered.html else ():
            if table.end <= self.start:
                continue
            self._read_lines(at, min(table.start, self.end))
            for row in table.rows:
                if row.end > self.start and not self._ended(row.start):
                    self._read_row(table, row)
            at = max(at, table.end)
        self._read_lines(at, self.end)

    def _count_cells(self, start: int) -> None:
        """Raise TooMany where the tables from *start* on have too many cells: each is kept until all are read."""
        most = _CELLS_OF_EACH * self._most
        if self.rendered.html and sum(map(self.rendered.tag_count, _CELLS)) > most:
            for _ in few(self.rendered.shown_tags(_CELLS, start, self.end), most, "cells in a list of exhibits"):
                pass

    def _ended(self, at: int) -> bool:
        """Tell whether the last entry or footnote lies so far back that the list has ended."""
        if len(self.entries) + len(self.legends) > self._most:
            raise too_many(self._most, "entries of lists of exhibits")
        entry = self.entries[-1].end if self.entries else self.start
        legend = self.legends[-1].end if self.legends else self.start
        return at - max(entry, legend) > _LONGEST_GAP

    def _drop_page_numbers(self) -> None:
        """Take out bare numbers that nothing describes, and those of pages: 97, 98, 99 between lower numbers."""
        self._end_at_the_exhibits()
        kept: list[RawEntry] = []
        lowest = 1000
        for entry in reversed(self.entries):
            number = self.text[slice(*entry.numbers[0])]
            named = (
                self.text[max(0, entry.start - 12) : entry.start]
                .rstrip(" .:(")
                .lower()
                .endswith(("exhibit", "ex", "ex-"))
            )
            whole = number.isdecimal() and entry.bare and not named
            if (entry.description is None and not named and (entry.table is None or whole)) or (
                whole and entry.table is None and int(number) > 94 and lowest < int(number) and lowest < 95
            ):
                continue
            lowest = min(lowest, int(number_key(number)[0]))
            kept.append(entry)
        self.entries = kept[::-1]

    def _end_at_the_exhibits(self) -> None:
        """Take out numbers alone at the end that are listed already: they are labels of the exhibits themselves."""
        keys = [number_key(self.text[slice(*entry.numbers[0])]) for entry in self.entries]
        while keys and (self.entries[-1].description is None or self.entries[-1].bare):
            if keys.pop() not in keys:
                return
            self.entries.pop()

    def _read_row(self, table: Table, row: Row) -> None:
        text = self.text
        cells = cells_of(text, row)
        for position, (start, end, _) in enumerate(cells[:3]):
            m = _CELL.fullmatch(text, start, end)
            if m and is_base(m[1]):
                self._read_numbered(table, row, cells, position, m)
                return
            if any(map(str.isalpha, text[start:end])) and text[start:end] not in ("X", "x"):  # a tick, in a column
                break
        if cells:
            first = cells[0]
            if self._legend(first[0], row.end):
                return
            if len(cells) <= 2:
                self._read_lines(first[0], row.end, table)

    def _read_numbered(self, table: Table, row: Row, cells: Sequence[_Cell], position: int, m: re.Match[str]) -> None:
        """Take *row* as an entry, or as a footnote, by its number *m*, all of the cell at *position*."""
        text = self.text
        described = next(
            (cell for cell in cells[position + 1 :] if any(map(str.isalpha, text[cell[0] : cell[1]]))), None
        )
        whole = m[0].strip("(). ")
        if whole.isdecimal():
            if described is None:  # a page number, a year, an amount
                return
            if _NOTE.match(text, described[0]):
                self.legends.append(RawLegend(whole, described[0], row.end))
                return
            if not self._may_be_whole(int(whole), m[0][-1:]):
                return
        numbers, through = self._numbers(m.start(1), m.end())
        description = described[:2] if described else None
        marks = self._marks(cells, described) or ()
        self.entries.append(RawEntry(numbers[0][0], numbers, through, description, row.end, marks, False, table, row))

    def _may_be_whole(self, number: int, sign: str) -> bool:
        """Tell whether a whole number may be an exhibit's here: "1." and "(2)" mostly number something else."""
        return self.announced or number > 94 or (number in _UNMARKED and sign not in (".", ")"))

    def _marks(self, cells: Sequence[_Cell], described: _Cell | None) -> list[str]:
        """Return the marks beside the number, at the end of the description, and alone in cells."""
        text, found = self.text, []
        for start, end, _ in cells:
            words = text[start:end].strip()
            if described and start == described[0]:
                words = words[-12:]
                tail = _CLOSING.search(words)
                words = tail[0] if tail else ""
            elif len(words) > 24:
                continue
            found.extend(_MARKS.findall(words))
        return found

    def _numbers(self, start: int, end: int) -> tuple[tuple[tuple[int, int], ...], bool]:
        """Return the numbers from *start*, where one stands, to *end*; and whether two are the ends of a range."""
        found: list[tuple[int, int]] = []
        through = False
        m = _ONE.match(self.text, start, end)
        bounds = m.span(1) if m else None
        while bounds is not None and len(found) < 20 and is_base(self.text[slice(*bounds)]):
            found.append(_without_note(self.text, *bounds))
            further = _NEXT.match(self.text, bounds[1], end)
            through = through or bool(further and further[1])
            bounds = further.span(2) if further else None
        return tuple(found), through and len(found) == 2

    def _legend(self, start: int, end: int) -> bool:
        """Take a footnote that begins at *start*; tell whether there was one."""
        m = _LEGEND.match(self.text, start, end)
        if m is None:
            return False
        # "(1) Incorporated by reference" is a footnote, "(3) Articles" is a group of exhibits.
        if m[1][0] not in "*†‡+#^§~±" and not _FOOTNOTE.match(self.text, m.end(), end):
            return False
        self.legends.append(RawLegend(m[1].strip("()"), m.end(), end))
        return True

    def _read_lines(self, start: int, end: int, table: Table | None = None) -> None:
        """Read paragraphs or lines; a number alone on its line is described on the next."""
        text, open_entry = self.text, None
        apart = 2 if self.laid_out and is_double_spaced(text, max(0, start - _LOOK_BACK), end) else 1
        blanks = 0
        at = start
        while at < end and not self._ended(at):
            nl = text.find("\n", at, end)
            nl = nl if nl >= 0 else end
            line = text[at:nl]
            if not line.strip():
                blanks += 1
                if blanks >= apart and open_entry is not None and open_entry.description is not None:
                    open_entry = None
            elif _RULE.fullmatch(line):
                pass
            else:
                goes_on = open_entry is not None and not blanks and self._goes_on(open_entry, at, nl)
                entry = None if goes_on else self._line_entry(at, nl, table)
                if entry is not None:
                    self.entries.append(entry)
                    open_entry = entry
                elif self._legend(at, nl):
                    open_entry = None
                elif open_entry is not None:
                    open_entry = self._continue(open_entry, at, nl, blank=blanks >= apart)
                elif self.legends and not blanks and self.laid_out and self.legends[-1].end == at - 1:
                    self.legends[-1].end = nl
                blanks = 0
            at = nl + 1

    def _goes_on(self, entry: RawEntry, at: int, nl: int) -> bool:
        """Tell whether ``text[at:nl]``, below *entry*, is more of its description though it begins with a number.

        The line above may end in a word that a number follows, or the description may be a list itself: "1. Remarks".
        """
        if not self.laid_out or entry.description is None:
            return False
        text, start = self.text, entry.description[0]
        if _TAKES_A_NUMBER.search(text, max(start, entry.end - _WORD), entry.end):
            return True
        line = text.rfind("\n", 0, entry.start) + 1
        indent = len(text[at:nl]) - len(text[at:nl].lstrip(" "))
        inside = line <= start < text.find("\n", entry.start) and start - line - 1 <= indent
        return inside and _COUNTED.match(text, at, nl) is not None

    def _continue(self, entry: RawEntry, at: int, nl: int, *, blank: bool) -> RawEntry | None:
        """Give *entry* the line ``text[at:nl]``: its description, or more of it."""
        start, end = _stripped(self.text, at, nl)
        if entry.description is None:
            if not any(map(str.isalpha, self.text[start:end])):
                return entry
            if _COLUMN_HEAD.match(self.text, start, end):
                # The number belonged to the foot of the page before.
                self.entries.remove(entry)
                return None
            entry.description, entry.end = (start, end), nl
            return entry
        if not self.laid_out or blank or at - entry.description[0] > _LONGEST_DESCRIPTION:
            return None
        entry.description, entry.end = (entry.description[0], end), nl
        closing = _CLOSING_SIGNS.search(self.text, max(start, end - 14), end)
        if closing:
            entry.marks = (*entry.marks, closing[0])
        return entry

    def _line_entry(self, at: int, nl: int, table: Table | None) -> RawEntry | None:
        """Return the entry that the line ``text[at:nl]`` begins; None when it begins none."""
        text = self.text
        m = _LINE.match(text, at, nl)
        if m is None or not is_base(m[3]) or not self._begins_entry(m, nl, table):
            return None
        numbers, through = self._numbers(m.start(3), m.start("gap"))
        if not numbers:
            return None
        own = text[slice(*numbers[0])]
        marks = [
            mark
            for mark in _MARKS.findall(text[at : m.start("gap")])
            if mark[0] != "(" or not (own.endswith(mark) or mark == f"({own})")
        ]
        description = None
        if m["rest"].strip():
            start, end = m.start("rest"), nl
            tail = _PAGE_END.search(text, max(start, nl - 90), nl)
            if tail and self.laid_out:
                end = tail.start()
            description = _stripped(text, start, end)
            closing = _CLOSING.search(text[max(start, end - 14) : end].rstrip())
            if closing:
                marks.extend(_MARKS.findall(closing[0]))
        return RawEntry(numbers[0][0], numbers, through, description, nl, marks or (), description is None, table)

    def _begins_entry(self, m: re.Match[str], nl: int, table: Table | None) -> bool:
        """Tell whether the number of the line *m*, which ends at *nl*, is an exhibit's, by what stands around it."""
        named, bracket, number, gap, rest = m[1], m[2], m[3], m["gap"], m["rest"].strip()
        whole = number.isdecimal()
        if _COLUMN_HEAD.match(rest):
            return False
        if not named and (gap[:1] == "," or (whole and (gap == "-" or (gap[:1] == ")" and not bracket)))):
            return False
        if rest:
            return self._is_described(m, rest)
        # A whole number alone on a line is a page number, unless what follows says otherwise.
        return not whole or bool(named) or table is not None or (int(number) > 94 and self._described_below(nl))

    def _is_described(self, m: re.Match[str], rest: str) -> bool:
        """Tell whether the number of the line *m* is an exhibit's by *rest*, the words behind it."""
        named, bracket, number, gap = m[1], m[2], m[3], m["gap"]
        whole = number.isdecimal()
        if not _BEGINS_DESCRIPTION.match(rest) and (len(gap) < 2 or rest[0].islower()):
            wide = "\t" in gap or len(gap) >= 2 or any(c in gap for c in ".:–—-")
            if not ((wide and not whole) or (named and gap[:1] == ",")) or _WRAPPED.match(rest):
                return False
        if not gap and not bracket:
            return False
        if not whole or named:
            return True
        # "28 Years of …", "2 Fiscal 1999", "(1) Financial statements": a number needs room or a sign around it.
        room = (
            gap.strip(" ") or len(gap) >= 2 or (int(number) > 94 and (bracket or self.announced or _DATA.match(rest)))
        )
        if not room or _NOTE.match(rest) or _MONTH.match(rest) or (rest[0].isdigit() and not _YEAR_OF.match(rest)):
            return False
        return self._may_be_whole(int(number), ")" if bracket else gap.strip()[:1])

    def _without_page(self, source: str, start: int, end: int) -> tuple[int, int]:
        """Return the description without the dots that lead to a page number, and the number behind a wide gap."""
        text = self.text
        if self.laid_out and (dashes := _NO_PAGE.search(text, max(start, end - 90), end)):
            return start, dashes.start()
        number = end
        while number > start and end - number < 4 and text[number - 1].isdigit():
            number -= 1
        leader = number
        while leader > start and text[leader - 1] in " .":
            leader -= 1
        dots = text.count(".", leader, number)
        if dots > 2:
            return start, leader
        if not self.laid_out or leader == number or not 0 < end - number < 4:
            return start, end
        gap = self.rendered.exact_span(leader, number)
        wide = number - leader - dots >= _FAR or "\t" in source[gap.start : gap.end]
        return (start, leader + dots) if wide else (start, end)

    def _described_below(self, nl: int) -> bool:
        for start, end in self.rendered.lines(nl, min(self.end, nl + 400)):
            words = self.text[start:end].strip()
            return len(words) > 3 and words[0].isalpha()
        return False


_Cell = tuple[int, int, int]
"""Where a cell begins and ends in the rendered text, and the column at which it stands."""


def cells_of(text: str, row: Row) -> list[_Cell]:
    """Return the cells of *row* that are not blank, each with the column at which it begins."""
    column, found = 0, []
    for cell in row.cells:
        if not text[cell.start : cell.end].isspace() and cell.end > cell.start:
            found.append((*_stripped(text, cell.start, cell.end), column))
        column += cell.columns
    return found


def _reach(text: str, start: int, end: int) -> int:
    """Return where at the latest the list at ``text[start:end]`` ends: where for long no line begins with a number.

    Financial statements may stand under the same item as the list; to index their tables would take longer than
    all else.
    """
    last = start
    for m in _NUMBERED.finditer(text, start, end):
        if m.start() - last > _LONGEST_GAP:
            break
        last = m.end()
    return min(end, last + _LONGEST_GAP)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n":
        start += 1
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return start, end


def _without_note(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the number without the footnote that stands at it: ``10.1(2)`` and ``10.1 (2)`` are 10.1, note 2."""
    note = re.search(r"(?<=\.\d) ?\(\d{1,2}\)$|(?<=\.\d\d) ?\(\d{1,2}\)$", text[start:end])
    return (start, start + note.start()) if note else (start, end)
