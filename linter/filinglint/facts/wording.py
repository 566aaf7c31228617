"""The words of a document, in which rules look for phrases: in what is said, and in parts of it.

A sentence or list item states what it says, a heading only hints at it; what a web page put around its text says
nothing.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from functools import cached_property
from heapq import merge
from itertools import chain
from typing import Literal

from filinglint.documents.document import Document
from filinglint.documents.signs import Signs
from filinglint.documents.submission import Submission
from filinglint.facts.evened import Evened
from filinglint.facts.extractor import document_extractor
from filinglint.facts.language import ENGLISH, NAMES, language_of
from filinglint.facts.sentences import Passage, Unit, fold
from filinglint.facts.words import Lookup, Needs, Starts, Stretches
from filinglint.located import CannotTell, Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Range, Span

Part = Literal["section", "paragraph", "table", "heading"]
LONGEST_BLOCK = 50_000
"""Code points of a block in which regular expressions are tried; what is longer cannot be told."""


_Places = tuple[Sequence[tuple[Passage, Range]], Sequence[tuple[Passage, Range]]]
_NOWHERE: _Places = ((), ())
_MOST_STARTS = 16
_LANGUAGE_SHOWS = 20_000  # code points
_GAP = pattern(r"\n[^\S\n]*\n")
_GAP_OR_LINE = pattern(r"\n[^\S\n]*(?:\n|(?=[!-`{-~]))")


class Sought:
    """What is looked for in folded words: its expression, what a text needs that has it, and how it begins.

    What is needed, and what begins it, is found out when a text is first asked for it.
    """

    def __init__(
        self, pattern: re.Pattern[str], needs: Callable[[], Needs], starts: Callable[[], Starts | None] = lambda: None
    ) -> None:
        self.pattern = pattern
        self._needs, self._starts = needs, starts

    @cached_property
    def needs(self) -> Needs:
        """What a text has wherever it has what is sought."""
        return self._needs()

    @cached_property
    def starts(self) -> Starts | None:
        """How it begins wherever it is; None where that is any of many ways."""
        starts = self._starts()
        return starts if starts is not None and len(starts) <= _MOST_STARTS else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield where its expression is found in *text*, from *start* to *end*, in order.

        An expression of alternatives is tried at every letter: it takes far less to look for how they begin.
        """
        end = len(text) if end is None else end
        if self.starts is None:
            yield from self.pattern.finditer(text, start, end)
            return
        behind = start
        for at in self.starts.places(text, start, end):
            if at >= behind and (m := self.pattern.match(text, at, end)) is not None:
                yield m
                behind = m.end()


class Wording:
    """What one document says; ranges are of its rendered text, code points from 0.

    ``content`` is the place of the whole text in its source.
    """

    def __init__(self, document: Document) -> None:
        self.rendered = document.rendered
        self.content = document.content
        self._page = document.whole_file  # in a filing nothing is put around a text, and lists of links are its own
        self._found: dict[Sought, _Places] = {}
        self._asked: set[str] = set()  # signs that it was searched for
        self._had: set[str] = set()  # those that it has
        self._lookups: list[Lookup] = []  # of which it is not known yet where it has them

    @cached_property
    def _said(self) -> Evened:
        return Evened(self.rendered, whole=not self._page)

    @cached_property
    def language(self) -> str:
        """The code of the language of the text, judged by its beginning (``facts/language.py``)."""
        return language_of(self._said.beginning(_LANGUAGE_SHOWS))

    @cached_property
    def foreign(self) -> str:
        """Why nothing can be told where nothing is found: the language of the text; "" where that is no matter."""
        return "" if self.language == ENGLISH else f"the text is in {NAMES[self.language]}, which is not read"

    @property
    def units(self) -> tuple[Unit, ...]:
        """Its sentences, list items and headings."""
        return self._said.units

    def found(self, sought: Sought) -> _Places:
        """Return where what is *sought* is stated and where a heading has it, each with its passage, in order.

        Raises CannotTell where nothing is found in a text that is plainly not English.
        """
        found = self._found.get(sought)
        if found is None:
            found = self._found[sought] = self._search(sought)
        if found is _NOWHERE and self.foreign:
            raise CannotTell(self.foreign)
        return found

    def _search(self, sought: Sought) -> _Places:
        stated: list[tuple[Passage, Range]] = []
        hinted: list[tuple[Passage, Range]] = []
        for passage in self._passages_with(sought):
            if passage.kind != "chrome":
                start = passage.start
                places = [self._said.place(start + m.start(), start + m.end()) for m in sought.finditer(passage.text)]
                if places:
                    (stated if passage.states else hinted).extend((passage, place) for place in places)
        return (stated, hinted) if stated or hinted else _NOWHERE

    def search(self, lookup: Lookup) -> Set[str]:
        """Return those of the signs of *lookup* that it has, among others; they are not searched for again."""
        if lookup.signs:
            self._asked |= lookup.signs
            self._had |= lookup.among(self.rendered.text)
            self._lookups.append(lookup)
        return self._had

    def meets(self, needs: Needs) -> bool:
        """Tell whether it has what it *needs*."""
        if missing := needs.every - self._asked:
            self.search(Lookup(missing))
        return needs.met(self._had)

    @cached_property
    def _blocks(self) -> Sequence[int]:
        """Where stretches begin that no unit goes beyond, behind blank lines or on lines of HTML, and where all end."""
        text = self._said.text
        # A line that begins with a small letter may go on with the one before.
        ends = (_GAP if self.rendered.marks.wrapped else _GAP_OR_LINE).finditer(text)
        return array("L", chain((0,), (m.end() for m in ends), (len(text) + 1,)))

    def _passages_with(self, sought: Sought) -> Iterator[Passage]:
        """Yield the passages that may have what is *sought*, in order."""
        needs = sought.needs
        if needs.open:
            yield from self._said.cut.passages(0, len(self._said.text))
        elif self.meets(needs):
            for block in sorted(self._meeting.meeting(needs)):
                start, end = self._blocks[block], self._blocks[block + 1]
                if self._likely(sought, start, end):
                    yield from self._said.cut.passages(start, end)

    def _likely(self, sought: Sought, start: int, end: int) -> bool:
        """Tell whether a range may have what is *sought*: in it, no letter or dash stands beside a passage."""
        folded = self._said.folded
        return not folded.steady or any(sought.finditer(folded.whole, start, end))

    @cached_property
    def _meeting(self) -> Stretches:
        return Stretches(self._said.text, self._blocks, self._lookups, self._had)

    @cached_property
    def _signs(self) -> Signs:
        text = self._said.text
        return self.rendered.signs if text is self.rendered.text else Signs(text)

    def matches(self, pattern: re.Pattern[str], words: Collection[str] = ()) -> list[Range]:
        """Return where *pattern*, of the words as they are written, is found in each block, in order.

        Each place of it has one of *words*, known by ``sign``, where there are any. Raises CannotTell for a block that
        is too long.
        """
        text = self._said.text
        blocks = _lines(text) if self.rendered.html else _paragraphs(text)
        if words:
            blocks = _having(blocks, merge(*map(self._signs.caseless, words)))
        found: list[Range] = []
        for start, end in blocks:
            if end - start > LONGEST_BLOCK:
                raise CannotTell("a block of the text is too long for a regular expression")
            found += [self._said.place(*m.span()) for m in pattern.finditer(text, start, end) if m.end() > m.start()]
        return found

    def parts(self, part: Part, pattern: re.Pattern[str] | None) -> Iterator[Range]:
        """Yield the ranges of the parts that have *pattern*, all where it is None: a section has it in its heading.

        A section goes from its heading to the next.
        """
        if part == "table":
            for table in self.rendered.tables:
                if pattern is None or pattern.search(fold(self.rendered.text[table.start : table.end])):
                    yield table.start, table.end
            return
        for first, last in self._stretches(part):
            unit = self.units[first]
            members = self.units[first:last]
            named = (unit,) if part == "section" else members
            if pattern is None or any(pattern.search(one.text) for one in named):
                yield self._said.place(unit.start, members[-1].end)

    def _stretches(self, part: Part) -> Iterator[tuple[int, int]]:
        """Yield first index and the one behind the last of the units of each section, paragraph or heading."""
        heads = [index for index, unit in enumerate(self.units) if unit.kind == "heading"]
        if part == "heading":
            yield from ((index, index + 1) for index in heads)
        elif part == "section":
            yield from zip(heads, [*heads[1:], len(self.units)], strict=False)
        else:
            first = 0
            for index, unit in enumerate(self.units):
                if unit.paragraph != self.units[first].paragraph:
                    if self.units[first].states:
                        yield first, index
                    first = index
            if self.units and self.units[first].states:
                yield first, len(self.units)

    def rendered_range(self, passage: Passage) -> Range:
        """Return the range of *passage*."""
        return self._said.place(passage.start, passage.end)

    def located(self, place: Range) -> Located[str]:
        """Return the words at *place*."""
        return self.rendered.located(*place)

    def span(self, place: Range) -> Span:
        """Return where *place* is in the source."""
        return self.rendered.source_span(*place)


def _having(blocks: Iterable[Range], places: Iterator[int]) -> Iterator[Range]:
    """Yield those of *blocks* in which one of *places* is; both rise."""
    at = next(places, None)
    for start, end in blocks:
        while at is not None and at < start:
            at = next(places, None)
        if at is None:
            return
        if at < end:
            yield start, end


def _lines(text: str) -> Iterator[Range]:
    return ((m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))


def _paragraphs(text: str) -> Iterator[Range]:
    """Yield what stands between blank lines."""
    start = 0
    for m in re.finditer(r"\n[ \t]{0,200}\n", text):
        if m.start() > start:
            yield start, m.start()
        start = m.end()
    if start < len(text):
        yield start, len(text)


@document_extractor("wording", kinds=frozenset())
def wording(submission: Submission, document: Document) -> Wording:  # noqa: ARG001
    """The words of a document. Raises NotApplicable for one that nobody reads."""
    if not document.readable:
        raise NotApplicable("it is no text that a person reads")
    return Wording(document)
