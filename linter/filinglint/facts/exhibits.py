"""Which exhibits a filing lists, and which it holds.

Source: Regulation S-K Item 601(a)(2) (exhibit index) and (b); Form 8-K Item 9.01(d); the layouts of real
filings, 1993 to 2026.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import Literal

from filinglint.documents.document import Document
from filinglint.documents.markup import Link, Rendered, Table
from filinglint.documents.submission import Submission
from filinglint.facts.exhibit_entries import EntryReader, RawEntry, cells_of
from filinglint.facts.exhibit_labels import embedded_labels, mentions_in, named_in, printed_label
from filinglint.facts.exhibit_lists import Region, regions
from filinglint.facts.exhibit_manner import Manner, Stated, decided, manners_in, omitted_in
from filinglint.facts.exhibit_numbers import Relation, is_between, relation, same_number
from filinglint.facts.extractor import extractor
from filinglint.facts.items import items
from filinglint.facts.line_words import line_words
from filinglint.facts.members import few, members, too_many
from filinglint.frozen import dataclass
from filinglint.located import Absent, CannotTell, Leaf, Located, NotApplicable, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Span

__all__ = [
    "AttachedExhibit",
    "ExhibitEntry",
    "ExhibitLink",
    "ExhibitList",
    "ExhibitMention",
    "Exhibits",
    "Manner",
    "Relation",
    "exhibits",
    "relation",
    "same_number",
]

_FILED_BEFORE = pattern(
    r"\s*(?:form(?: type)?|(?:sec )?file (?:no\.?|number)|filing date|date filed|date of filing)\s*", re.IGNORECASE
)
_CELLS = pattern(r"\S+(?: \S+){0,200}")
# "Exhibits designated by an asterisk (*) are filed herewith. Exhibits not so designated have heretofore been filed."
_DESIGNATED = pattern(
    r"\b(?:designated|marked|indicated|identified|denoted)\s{1,60}(?:by|with)\s{1,60}an?\s{1,60}asterisk", re.IGNORECASE
)
_NOT_DESIGNATED = pattern(r"\bnot\s{1,60}so\s{1,60}(?:designated|marked|indicated|identified|denoted)\b", re.IGNORECASE)
_SENTENCE_END = pattern(r"\.(?=\s)")
_HERETO_AS = pattern(r"\bhereto\s{1,60}as\s{1,60}exhibit\s{1,60}(\d[\w.()-]{0,12})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ExhibitLink:
    """A hyperlink of an entry: where it goes, the place of its words, the place of its tag."""

    href: str
    span: Span
    tag: Span


@dataclass(frozen=True, slots=True)
class ExhibitEntry:
    """One entry of a list: the numbers it names (most often one), as written.

    ``through`` is whether two numbers are the ends of a range ("101.INS to 101.PRE"). ``filed`` is Absent where
    neither the entry nor a column, a footnote or the sentence above the list says how it is filed, and unsure
    where they contradict each other. ``marks`` are its footnote marks. ``place`` is the kind of list.
    """

    numbers: tuple[Located[str], ...]
    through: bool
    description: Leaf[str]
    place: Literal["item", "index"]
    filed: Leaf[Manner]
    links: tuple[ExhibitLink, ...]
    marks: tuple[str, ...]
    span: Span

    @property
    def number(self) -> Located[str]:
        """The first number, as written."""
        return self.numbers[0]

    def names(self, number: str) -> bool:
        """Tell whether the entry is that of exhibit *number*, alone, in a group or in a range."""
        if any(same_number(own.value, number) for own in self.numbers):
            return True
        return self.through and is_between(number, self.numbers[0].value, self.numbers[-1].value)


@dataclass(frozen=True, slots=True)
class ExhibitList:
    """One list: under the item for exhibits (``item``), or an exhibit index (``index``).

    ``heading`` are the words that announce it, ``letter`` the sub-paragraph's letter ("d" of "(d) Exhibits").
    """

    place: Literal["item", "index"]
    heading: Leaf[str]
    letter: Leaf[str]
    span: Span
    entries: tuple[ExhibitEntry, ...]

    @property
    def is_announced(self) -> bool:
        """Whether words such as "Exhibit Index" or "(d) Exhibits" announce it."""
        return self.place == "index" or isinstance(self.letter, Located)


@dataclass(frozen=True)
class AttachedExhibit:
    """A document of the submission whose type is an exhibit's.

    ``number`` is the type behind ``EX-``; ``label`` the number printed at the top of the document, Absent where
    none is. ``listed`` is the number of the entry that names it: Absent when no list names it, unsure when a list
    names something that may stand for it ("99.1" for EX-99), or has the number where no entry could be read.
    ``main`` is the main document.
    """

    document: Document
    number: Located[str]
    label: Leaf[str]
    listed: Leaf[str]
    main: Document

    @cached_property
    def named(self) -> Leaf[str]:
        """The first place in the main document where the number stands, whatever the context."""
        return named_in(self.main.rendered, self.number.value, [self.main.rendered.span])

    @property
    def is_data(self) -> bool:
        """Whether it belongs to interactive data (100, 101, 104), which lists name as a whole."""
        return self.number.value.upper().split(".")[0] in ("101", "100", "104")


@dataclass(frozen=True, slots=True)
class ExhibitMention:
    """A place where the text says that something is attached, filed or furnished as exhibit *number* of this report."""

    number: Located[str]
    span: Span


@dataclass(frozen=True)
class Exhibits:
    """The lists of the main document, the exhibits attached, and what the text says of either.

    ``embedded`` are labels of exhibits that stand in the main document itself, behind the signatures.
    ``span`` is where it was looked.
    """

    span: Span
    lists: tuple[ExhibitList, ...]
    attached: tuple[AttachedExhibit, ...]
    embedded: tuple[Located[str], ...]
    mentions: tuple[ExhibitMention, ...]

    @cached_property
    def listed(self) -> tuple[ExhibitEntry, ...]:
        """The entries of all lists, in reading order."""
        return tuple(entry for found in self.lists for entry in found.entries)

    @property
    def index(self) -> ExhibitList | None:
        """The exhibit index; None when there is none under such a heading."""
        return next((found for found in self.lists if found.place == "index"), None)

    def entries_of(self, number: str) -> tuple[ExhibitEntry, ...]:
        """Return the entries that name exhibit *number*."""
        return tuple(entry for entry in self.listed if entry.names(number))

    def related_to(self, number: str) -> tuple[ExhibitEntry, ...]:
        """Return the entries whose number may stand for *number* too: its class, a part of it, another spelling."""
        return tuple(
            entry
            for entry in self.listed
            if any(relation(own.value, number) not in (Relation.SAME, Relation.DIFFERENT) for own in entry.numbers)
        )


_TICKS = frozenset(("X", "x", "√", "✓", "☒", "•", "●", "ü", "þ", "*", "**", "Yes"))


@extractor("exhibits")
def exhibits(submission: Submission) -> Exhibits:
    """Find lists and attached exhibits.

    Raises NotApplicable without a document, CannotTell when the main one is no prose or would have too many of either.
    """
    main = submission.main
    if main is None:
        raise NotApplicable("there is no document")
    if not main.readable:
        raise CannotTell(f"the main document is {main.body.value}, not text or HTML")
    rendered, words = main.rendered, line_words.of(submission, main)
    most = members.of(submission)
    found: list[ExhibitList] = []
    left = most
    for region in regions(rendered, words, items.of(submission), most):
        found.append(_list(main, region, most))
        left -= len(found[-1].entries)
        if left < 0:
            raise too_many(most, "entries of lists of exhibits")
    read = any(one.entries for one in found)
    lists = tuple(one for one in found if one.entries or (not read and one.is_announced))
    labels, mentions = embedded_labels(rendered, words, [one.span for one in found]), mentions_in(rendered, words)
    filed = (document for document in submission.filed_documents if document.exhibit_number)
    return Exhibits(
        span=rendered.span,
        lists=lists,
        attached=tuple(_attached(document, main, lists) for document in filed),
        embedded=tuple(few(labels, most, "labels of exhibits")),
        mentions=tuple(ExhibitMention(*each) for each in few(mentions, most, "mentions of exhibits")),
    )


def _attached(document: Document, main: Document, lists: tuple[ExhibitList, ...]) -> AttachedExhibit:
    assert isinstance(document.type, Located)
    span, words = document.type.span, document.type.value
    number = words[3:].strip()
    start = span.start + words.index(number, 3)
    return AttachedExhibit(
        document,
        Located(number, Span(start, start + len(number))),
        printed_label(document),
        _listed(number, main.rendered, lists),
        main,
    )


def _listed(number: str, main: Rendered, lists: tuple[ExhibitList, ...]) -> Leaf[str]:
    """Return the number of the entry that names *number*, or that might."""
    what = f"entry of exhibit {number}"
    kin: Located[str] | None = None
    for entry in (entry for one in lists for entry in one.entries):
        for own in entry.numbers:
            found = relation(own.value, number)
            if found is Relation.SAME:
                return own
            if found is not Relation.DIFFERENT:
                kin = kin or own
        if entry.through and entry.names(number):
            return entry.number
    if kin is not None:
        return Unsure(kin.span, what, f"the list names {kin.value}, which may stand for it")
    loose = named_in(main, number, [one.span for one in lists])
    if isinstance(loose, Located):
        return Unsure(loose.span, what, "the number stands in the list, but not as an entry that could be read")
    return Absent(lists[0].span if lists else main.span, what)


def _list(document: Document, region: Region, most: int) -> ExhibitList:
    rendered = document.rendered
    reader = EntryReader(document, region.start, region.end, most, announced=region.announced)
    span = rendered.source_span(region.start, region.end)
    return ExhibitList(
        region.kind,
        rendered.located(*region.heading) if region.heading else Absent(span, "heading of the list"),
        rendered.located(*region.letter) if region.letter else Absent(span, "letter of the list"),
        span,
        _Stater(rendered, region, reader, most).entries(),
    )


class _Stater:
    """Makes statements of raw entries: how each is filed, and where its links go."""

    def __init__(self, rendered: Rendered, region: Region, reader: EntryReader, most: int) -> None:
        self.rendered, self.text, self.region = rendered, rendered.text, region
        self.raw = reader.entries
        self.legends: dict[str, Stated] = {}
        for legend in reader.legends:
            stated = decided(manners_in(self.text, legend.start, legend.end))
            if stated is not None:
                self.legends.setdefault(legend.mark, stated)
        first = self.raw[0].start if self.raw else region.end
        said = self.raw[0].table.start if self.raw and self.raw[0].table is not None else first
        self.default = self._said_above(region.start, min(first, max(said, region.start), region.start + 1500))
        self.links: tuple[Link, ...] = ()
        if self.raw and rendered.html:
            begin, end = min(raw.start for raw in self.raw), max(raw.end for raw in self.raw)
            self.links = tuple(few(rendered.links_in(begin, end), most, "links in a list of exhibits"))
        self._link_starts = [link.start for link in self.links]
        self._heads: dict[int, list[tuple[int, int, Manner]]] = {}
        page: tuple[list[tuple[int, int, Manner]], int] = [], 0
        for raw in self.raw:
            if raw.table is not None:
                if raw.table.start not in self._heads:
                    width = sum(cell.columns for cell in raw.row.cells) if raw.row is not None else 0
                    heads = self._heads_of(raw.table, raw.start)
                    if heads or width != page[1]:
                        page = heads, width  # the table goes on over pages, and its heads stand on the first
                    self._heads[raw.table.start] = page[0]
                if not self._heads[raw.table.start]:
                    raw.table = raw.row = None  # of a table of many thousand rows nothing else is asked

    def _said_above(self, start: int, end: int) -> Stated | None:
        """Return how the words above the list say that its entries are filed; a mark they speak of is a legend."""
        designated = _DESIGNATED.search(self.text, start, end)
        if designated is None:
            above = manners_in(self.text, start, end)
            return decided(above) if len(above) == 1 else None
        stop = _SENTENCE_END.search(self.text, designated.end(), end)
        middle = stop.end() if stop else end
        stated = decided(manners_in(self.text, start, middle))
        if stated is not None:
            self.legends.setdefault("*", stated)
        others = _NOT_DESIGNATED.search(self.text, middle, end)
        return decided(manners_in(self.text, others.start(), end)) if others else None

    def entries(self) -> tuple[ExhibitEntry, ...]:
        """Return the entries in reading order, and forget the raw ones one by one."""
        found: list[ExhibitEntry] = []
        limit = self.region.end
        while self.raw:
            raw = self.raw.pop()
            found.append(self._entry(raw, limit))
            limit = raw.start
        return tuple(reversed(found))

    def _entry(self, raw: RawEntry, limit: int) -> ExhibitEntry:
        rendered = self.rendered
        end = min(raw.end, limit) if limit > raw.start else raw.end
        span = rendered.source_span(raw.start, end)
        return ExhibitEntry(
            numbers=tuple(rendered.located(*number) for number in raw.numbers),
            through=raw.through,
            description=rendered.located(*raw.description) if raw.description else Absent(span, "description"),
            place=self.region.kind,
            filed=self._filed(raw, end, limit, span),
            links=tuple(
                ExhibitLink(link.href, rendered.source_span(link.start, link.end), link.tag)
                for link in self._links(raw.start, end)
            ),
            marks=tuple(raw.marks),
            span=span,
        )

    def _links(self, start: int, end: int) -> list[Link]:
        """Return the links that begin in ``text[start:end]``, or hold its beginning."""
        first = max(0, bisect_left(self._link_starts, start) - 1)
        after = bisect_left(self._link_starts, end)
        return [link for link in self.links[first:after] if link.start >= start or link.end > start]

    def _own_manners(self, raw: RawEntry, end: int) -> list[Stated]:
        """Return what the words of *raw* say; "attached hereto as Exhibit 5" is filed herewith if it is that of 5."""
        begin = raw.description[0] if raw.description else raw.start
        found = manners_in(self.text, begin, end)
        if not found and raw.table is None:
            found = self._aside_manners(raw, end)
        m = _HERETO_AS.search(self.text, begin, end) if found else None
        if m and any(same_number(self.text[slice(*number)], m[1].rstrip(".")) for number in raw.numbers):
            return [(Manner.HEREWITH, *m.span()) if each[0] is Manner.CONTAINED else each for each in found]
        return found

    def _aside_manners(self, raw: RawEntry, end: int) -> list[Stated]:
        """Return what the last column of *raw* says, where its description stands in lines beside that one."""
        begin = self.text.rfind("\n", 0, raw.start) + 1
        lines = self.text[begin:end].split("\n")
        cells = list(_CELLS.finditer(lines[0]))
        if len(lines) < 2 or len(cells) < 3:
            return []
        left = cells[-1].start() - 2
        stated = decided(manners_in(column := " ".join(line[left:].strip() for line in lines), 0, len(column)))
        return [(stated[0], begin + cells[-1].start(), begin + cells[-1].end())] if stated else []

    def _filed(self, raw: RawEntry, end: int, limit: int, span: Span) -> Leaf[Manner]:
        what = "how it is filed"
        own = self._own_manners(raw, end)
        marked = [self.legends[mark.strip("()")] for mark in raw.marks if mark.strip("()") in self.legends]
        if not own and raw.description:
            # "Not applicable." may stand below the description.
            own = omitted_in(self.text, raw.description[1], limit)
        columns = self._columns(raw)
        for found in (own, columns or marked):
            if found:
                stated = decided(found)
                if stated is None:
                    return Unsure(span, what, "the entry says several things about it")
                if found is own and marked and decided([*own, *marked]) is None:
                    return Unsure(span, what, "the entry and its footnote differ")
                return Located(stated[0], self.rendered.source_span(*stated[1:]))
        if self.default is not None:
            return Located(self.default[0], self.rendered.source_span(*self.default[1:]))
        return Absent(span, what)

    def _columns(self, raw: RawEntry) -> list[Stated]:
        """Return what the heads of the columns say in which the entry's row has a sign or words."""
        found: dict[Manner, Stated] = {}
        if raw.table is None or raw.row is None:
            return []
        heads = self._heads[raw.table.start]
        for start, end, column in cells_of(self.text, raw.row):
            words = self.text[start:end].strip()
            if not words.strip("-–— ") or (raw.description and start <= raw.description[0] < end):
                continue
            for first, after, manner in heads:
                if first <= column < after and (manner is Manner.BY_REFERENCE or words in _TICKS):
                    found.setdefault(manner, (manner, start, end))
        return list(found.values())

    def _heads_of(self, table: Table, first: int) -> list[tuple[int, int, Manner]]:
        """Return the columns of *table*, from and to, whose heads above *first* say how exhibits are filed."""
        found: list[tuple[int, int, Manner]] = []
        for row in table.rows[:8]:
            if row.end > first:
                continue
            columns = accumulate((one.columns for one in row.cells), initial=0)
            cells = [(cell, column) for cell, column in zip(row.cells, columns, strict=False) if cell.end > cell.start]
            before = [pair for pair in cells if _FILED_BEFORE.fullmatch(self.text, pair[0].start, pair[0].end)]
            for cell, column in cells:
                if cell.end - cell.start <= 200:
                    stated = manners_in(self.text, cell.start, cell.end)
                    if len(stated) == 1:
                        found.append((column, column + cell.columns, stated[0][0]))
            if len(before) > 1:  # "Form" beside "Filing Date": where it was filed
                found.extend((column, column + cell.columns, Manner.BY_REFERENCE) for cell, column in before)
        return found
