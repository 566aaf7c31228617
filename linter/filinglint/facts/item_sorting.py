"""Which of the anchors of a document are headings, and which entries of contents, page heads or references."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise, takewhile, zip_longest

from filinglint.facts.item_anchors import Anchor, anchors, key_of
from filinglint.facts.item_captions import Caption, caption_of
from filinglint.facts.laid_out import lies_in
from filinglint.facts.line_words import LineWords
from filinglint.facts.members import few
from filinglint.frozen import dataclass
from filinglint.patterns import pattern

_PART = pattern(r"\n[ \t*_|]{0,200}[Pp][Aa][Rr][Tt][ \t]{1,10}(I{1,3}|IV|[1-4])(?![A-Za-z0-9])([^\n]{0,200})")
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_PAGES = r"(?:[FS]-)?\d{1,3}(?:\s{0,3}[-–,&]\s{0,3}(?:[FS]-)?\d{1,3}){0,8}"
_PAGE = pattern(
    rf"(?:\t[ \t]{{0,40}}|\.\.[ .]{{0,200}}|\. \.[ .]{{0,200}}| {{3}}|—)(?:{_PAGES}|[ivx]{{1,5}}|\*)[ \t]*$"
)
_BARE_PAGE = pattern(rf"(?:{_PAGES}|[ivx]{{1,5}})(?:[ \t]+{_PAGES}){{0,3}}")
_LAST_PAGE = pattern(r"(?:\t|\.\.| {3}|^)[ .]{0,200}(\d{1,3})$")
_ANSWER_CELL = pattern(r"\t[ \t]{0,40}(?:Not applicable|None|N/A|Omitted|—)[. ]{0,3}(?:\(\w\))?[ \t]*$", re.IGNORECASE)
_LONGEST_ENTRY = 12_000
_SHORT_ENTRY = 1_500
_CONTINUED = pattern(r"\bcont(?:inued|'d|’d|d)?\b", re.IGNORECASE)
_FURNITURE = pattern(
    r"(?:part[ \t]{1,10}(?:i{1,3}|iv|[1-4])(?![a-z0-9])[^\n]{0,120}|section[ \t]{1,10}[1-9](?![0-9])[^\n]{0,120}"
    r"|page(?: {1,9}no\.?)?"
    r"|table {1,9}of {1,9}contents|signatures?|exhibit {1,9}index|index {1,9}to {1,9}exhibits|ex-\d[^\n]{0,200})$",
    re.IGNORECASE,
)
_CONTENTS_TITLE = pattern(r"[\s*_]{0,200}(?:table {1,9}of {1,9}contents|contents|index)[\s*_:]{0,200}", re.IGNORECASE)
# The list of an amendment that is set as a form of its own, above its signature.
_AMENDED = pattern(
    r"\bamends?\b[^:]{0,120}\bfollowing[^:]{0,60}\b(?:items?|portions?)\b[^:]{0,400}:\s{0,200}\Z", re.IGNORECASE
)
_BULLETS = frozenset("•●▪◦·∙■")  # "□" is the box of a cover sooner than a bullet
_SENTENCE = pattern(
    r"[ \t]*(?:[,;)\]”\"'’]{1,3}(?=[ ,.;)]|$)"
    r"|[.:]? {1,4}(?:of|in|and|or|above|below|under|to|is|are|was|which|shall|has|have|hereof|herein|for|as|on|at|by"
    r"|with|that|will|may|through|thereof|this|the|filed|an?|must|should|entitled|captioned)\b"
    r"|\([A-Za-z0-9]{1,3}\) {1,4}of\b)"
)


@dataclass(slots=True)
class Candidate:
    """An anchor, its caption and what is known of it; ``kind`` is heading, contents, running or reference.

    ``letters`` are the paragraphs behind its numbers; ``part`` is the range of the numeral of the last part heading
    before it, ``roman`` that numeral in roman.
    """

    anchor: Anchor
    caption: Caption
    keys: tuple[str, ...]
    letters: str
    part: tuple[int, int] | None
    roman: str
    kind: str = "heading"
    bare: bool = False  # nothing under it but page numbers and part headings
    paged: bool = False  # a page number ends its line
    page_first: bool = False  # a page number is the first line under it
    listed_below: bool = False  # lines under it end with page numbers in ascending order
    page_below: bool = False  # little stands under it, and a line of that ends with a page number
    titled: bool = False  # "Table of contents" stands above it
    answered: bool = False  # its row ends with "Not applicable"

    @property
    def is_entry(self) -> bool:
        """Whether it may be an entry of a table of contents."""
        return self.bare or self.paged or self.answered or self.listed_below or self.titled


def sorted_candidates(words: LineWords, laid_out: Sequence[tuple[int, int]], most: int) -> list[Candidate]:
    """Return the candidates of the rendered text that has *words* in reading order, each with its kind.

    *laid_out* are the ranges in which captions are wrapped onto lines as text is, in order. Raises TooMany where
    there are more than *most*.
    """
    return _Sorter(words, laid_out, most).candidates()


class _Sorter:
    """Tells the anchors of one document apart."""

    def __init__(self, words: LineWords, laid_out: Sequence[tuple[int, int]], most: int) -> None:
        self._most = most
        self.words, self.text, self.laid_out = words, words.text, laid_out
        self._last: dict[tuple[str, str], dict[str, int]] = {}  # where an item comes last, by part
        parts = (_PART.match(self.text, line) for line in words.parts)
        self.parts = list(few((m for m in parts if m and not _in_sentence(m[2])), most, "lines that head a part"))

    def candidates(self) -> list[Candidate]:
        named = few(anchors(self.words), self._most, "lines that name items")
        candidates = [self._candidate(anchor) for anchor in named]
        if any("." in candidate.keys[0] for candidate in candidates if candidate.kind == "heading"):
            # A current report speaks of items of the annual report: "Part II, Item 8".
            _mark([one for one in candidates if one.anchor.prefixed and "." not in one.keys[0]], "reference")
            _mark_agenda(candidates)
        self._mark_page_heads(candidates)
        standing = [candidate for candidate in candidates if candidate.kind == "heading"]
        for candidate, following in zip_longest(standing, standing[1:]):
            self._look_behind(candidate, following)
        for index, candidate in enumerate(standing):
            for key in candidate.keys:
                self._last.setdefault((key, candidate.letters), {})[candidate.roman] = index
        for index, candidate in enumerate(standing):
            # Some agents put a link "Table of Contents" at the head of every page.
            candidate.titled = candidate.titled and self._recurs(candidate, index + 1)
        self._mark_contents(standing)
        self._mark_running(standing)
        self._forget_parts(standing)
        self._forget_listed_parts(candidates)
        return candidates

    def _candidate(self, anchor: Anchor) -> Candidate:
        text = self.text
        numbers = [key_of(text[start:end]) for start, end in anchor.numbers]
        part = self._part_before(anchor.start)
        roman = text[slice(*part)] if part else ""
        none = Caption(anchor.end, anchor.end, "absent")
        letters = "".join(text[slice(*paragraph)] for paragraph in anchor.paragraphs)
        keys = _with_between(numbers, anchor)
        candidate = Candidate(anchor, none, keys, letters, part, ROMAN.get(roman, roman))
        if self._is_reference(anchor):
            candidate.kind = "reference"
        else:
            candidate.caption = caption_of(text, anchor, plain=lies_in(self.laid_out, anchor.start))
        return candidate

    def _part_before(self, offset: int) -> tuple[int, int] | None:
        index = bisect_right(self.parts, offset, key=lambda m: m.start(1)) - 1
        return self.parts[index].span(1) if index >= 0 else None

    def _is_reference(self, anchor: Anchor) -> bool:
        """Tell whether the line goes on as a sentence does, or is a line in the middle of one."""
        text = self.text
        if _in_sentence(text[anchor.end : min(anchor.stop, anchor.end + 200)]):
            return True
        line = text.rfind("\n", 0, anchor.start)
        above = text[max(0, line - 200) : max(line, 0)].rstrip(" \t\n")
        if above[above.rfind("\n") + 1 :].strip() in _BULLETS:
            return True
        before = text[max(0, text.rfind("\n", 0, max(line, 0)) + 1) : max(line, 0)].rstrip()
        # A full line of running text above, not ended: this line is its continuation.
        full = len(before.strip()) > 45 and before[-1] not in ".:;-_=*!?"
        return full and not before.isupper() and _runs(before)

    def _look_behind(self, candidate: Candidate, following: Candidate | None) -> None:
        """Note whether a page number ends the heading's line, and what stands between it and the next anchor."""
        text, anchor = self.text, candidate.anchor
        end = max(candidate.caption.end, anchor.end)
        stop = text.find("\n", end)
        stop = stop if stop >= 0 else len(text)
        ends = (text[max(anchor.end, anchor.stop - 240) : anchor.stop], text[max(end - 1, stop - 240) : stop])
        above = text[max(0, anchor.start - 300) : anchor.start].rstrip().rsplit("\n", 1)[-1]
        candidate.titled = _CONTENTS_TITLE.fullmatch(above) is not None or (
            above.endswith(":") and _AMENDED.search(text, max(0, anchor.start - 900), anchor.start) is not None
        )
        candidate.paged = any(_PAGE.search(line) for line in ends)
        candidate.answered = _ANSWER_CELL.search(ends[0]) is not None
        limit = following.anchor.start if following else len(text)
        short = limit - end <= _LONGEST_ENTRY
        below = [line.strip() for line in text[end : limit if short else end + 400].split("\n")]
        first = next(filter(_is_matter, below), None)
        candidate.page_first = first is not None and _BARE_PAGE.fullmatch(first) is not None
        if short:
            candidate.bare = all(_BARE_PAGE.fullmatch(line) for line in filter(_is_matter, below))
        if short and any(line[-1:].isdigit() for line in below):
            lines = list(filter(_is_matter, below))
            pages = [m for m in (_LAST_PAGE.search(line) for line in lines if line[-1:].isdigit()) if m]
            candidate.listed_below = len(pages) > 2 and 3 * len(pages) > len(lines) and _ascend(pages)
            candidate.page_below = bool(pages) and limit - end < _SHORT_ENTRY

    def _recurs(self, one: Candidate, end: int) -> bool:
        """Tell whether the item of *one* comes again at index *end* or later, in the same part."""
        last = self._last.get((one.keys[0], one.letters), {})
        if not one.roman:
            return any(index >= end for index in last.values())
        return max(last.get(one.roman, -1), last.get("", -1)) >= end

    def _mark_contents(self, standing: list[Candidate]) -> None:
        """Mark the runs of entries that have pages, or nothing under them and their headings later."""
        start = 0
        while start < len(standing):
            end = start
            while end < len(standing) and standing[end].is_entry:
                end += 1
            self._mark_run(standing, start, end)
            start = end + 1

    def _mark_run(self, standing: list[Candidate], start: int, end: int) -> None:
        run = [candidate for candidate in standing[start:end] if not candidate.answered]
        if not run:
            return
        recurring = sum(self._recurs(candidate, end) for candidate in standing[start:end])
        paged = sum(candidate.paged or (candidate.bare and candidate.page_first) for candidate in run)
        alone = end - start == 1
        if 2 * recurring > end - start or (not alone and 2 * paged > len(run)):
            # What stands under the last entry is the rest of the table, or the page after it.
            another = run[0].paged or run[0].titled or end >= len(standing) or standing[end].keys != run[0].keys
            closing = end < len(standing) and (
                (another and self._recurs(standing[end], end + 1)) or (standing[end].page_first and not alone)
            )
            kind = "running" if alone and not another else "contents"
            while kind == "contents" and start and standing[start - 1].page_below:
                # The entry before them has its page on a line of its own: that of a statement listed under it.
                if standing[start - 1].kind != "heading" or not self._recurs(standing[start - 1], end):
                    break
                start -= 1
            for candidate in standing[start : end + bool(closing)]:
                candidate.kind = kind

    def _by_item(self, candidates: list[Candidate]) -> list[dict[str, list[Candidate]]]:
        """Return, for each item, its candidate headings by the words of their lines."""
        groups: dict[tuple[str, str, str], dict[str, list[Candidate]]] = {}
        for candidate in candidates:
            if candidate.kind == "heading":
                anchor = candidate.anchor
                line = " ".join(self.text[anchor.start : max(anchor.stop, candidate.caption.end)].split())[:200]
                item = (candidate.roman, candidate.keys[0], candidate.letters)
                groups.setdefault(item, {}).setdefault(line, []).append(candidate)
        return list(groups.values())

    def _mark_page_heads(self, candidates: list[Candidate]) -> None:
        """Mark lines that come again and again where the heading itself is set otherwise."""
        groups = self._by_item(candidates)
        heads: set[bool] = set()
        for lines in groups:
            for line, group in lines.items():
                if len(lines) > 1 and len(group) > 3:
                    heads.add(line.isupper())
                    _mark(group, "running")
        for lines in groups:
            if len(heads) == 1 and len({line.isupper() for line in lines}) == 2:
                # Set in capitals, or not, as the page heads of other items are.
                for line, group in lines.items():
                    if line.isupper() in heads:
                        _mark(group, "running")

    def _mark_running(self, standing: list[Candidate]) -> None:
        """Mark continued headings, and all but the first of lines that come more than twice."""
        for lines in self._by_item(standing):
            for line, group in lines.items():
                if _CONTINUED.search(line[-40:]):
                    _mark(group, "running")
                elif len(group) > 2:
                    _mark(group[1:], "running")

    @staticmethod
    def _forget_parts(standing: list[Candidate]) -> None:
        """Take from headings the parts that are headings of a table of contents."""
        listed = sorted(candidate.anchor.start for candidate in standing if candidate.kind == "contents")
        for candidate in standing:
            if candidate.part and candidate.kind == "heading":
                after = bisect_right(listed, candidate.part[0])
                if after < len(listed) and listed[after] < candidate.anchor.start:
                    candidate.part = None

    def _forget_listed_parts(self, candidates: list[Candidate]) -> None:
        """Take from headings the part of a table of contents whose entries name no items: "1. Statements"."""
        known: dict[tuple[int, int], bool] = {}
        for candidate in candidates:
            part = candidate.part
            if part and candidate.kind == "heading":
                if part not in known:
                    known[part] = self._is_listed(part, candidate.anchor.start)
                if known[part]:
                    candidate.part, candidate.roman = None, ""

    def _is_listed(self, part: tuple[int, int], limit: int) -> bool:
        """Tell whether lines that end with page numbers stand below *part*, and the title of a table above it."""
        below = filter(_is_matter, self.text[part[1] : min(limit, part[1] + _SHORT_ENTRY)].split("\n"))
        if not any(_LAST_PAGE.search(line.rstrip()) for line in islice(below, 1, 6)):
            return False
        above = self.text[max(0, part[0] - _LONGEST_ENTRY) : part[0]].split("\n")
        return any(_CONTENTS_TITLE.fullmatch(line) for line in above)


def _mark(candidates: list[Candidate], kind: str) -> None:
    for candidate in candidates:
        candidate.kind = kind


def _mark_agenda(candidates: list[Candidate]) -> None:
    """Mark what Item 5.07 counts from one: the matters put to the vote ("Item 1. Election of Directors")."""
    headings = [candidate for candidate in candidates if candidate.kind == "heading"]
    for index, heading in enumerate(headings):
        if "5.07" in heading.keys:
            matters = list(takewhile(lambda one: "." not in one.keys[0], islice(headings, index + 1, None)))
            if matters and matters[0].keys[0] == "1":
                _mark(matters, "reference")


def _is_matter(line: str) -> bool:
    """Tell whether *line* says anything that is not of the page's furniture."""
    return bool(line.strip(" .:-–—_*|()\t")) and not _FURNITURE.match(line)


def _in_sentence(after: str) -> bool:
    """Tell whether *after*, which follows a number, goes on as a sentence does."""
    return _SENTENCE.match(after) is not None


def _ascend(pages: list[re.Match[str]]) -> bool:
    """Tell whether the page numbers go up, as those of a table of contents do."""
    return all(int(one[1]) <= int(other[1]) for one, other in pairwise(pages))


def _runs(line: str) -> bool:
    """Tell whether *line* is running text: most of its longer words begin in lower case."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return 2 * sum(word[0].islower() for word in words) > len(words)


def _with_between(numbers: list[str], anchor: Anchor) -> tuple[str, ...]:
    """Return *numbers* with those between the ends of ranges of whole numbers, each once."""
    if len(numbers) == 1:
        return _only(numbers[0])
    found: dict[str, None] = {}
    for index, number in enumerate(numbers):
        found[number] = None
        if index in anchor.ranges and number.isdecimal() and numbers[index + 1].isdecimal():
            found.update(dict.fromkeys(str(n) for n in range(int(number) + 1, min(int(numbers[index + 1]), 20))))
    return tuple(found)


@lru_cache(maxsize=1024)
def _only(number: str) -> tuple[str, ...]:
    """Return *number* alone: the same of all that name it."""
    return (number,)
