"""Which items a main document is divided into: headings, and what only looks like one.

Source: Form 8-K in its two numberings, Forms 10-K, 10-Q, 20-F and 10-D, general instructions; the
layouts of real filings, 1993 to 2026.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import zip_longest

from filinglint.documents.document import Body, Document
from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.item_anchors import Anchor, anchors, key_of
from filinglint.facts.item_captions import Caption, caption_of
from filinglint.located import Absent, CannotTell, Leaf, Located, NotApplicable, Unsure
from filinglint.spans import Span

_PART = re.compile(r"\n[ \t*_|]{0,200}[Pp][Aa][Rr][Tt][ \t]{1,10}(I{1,3}|IV|[1-4])(?![A-Za-z0-9])([^\n]{0,200})")
_SIGNATURES = re.compile(
    r"\n[ \t*_|]{0,200}S ?I ?G ?N ?A ?T ?U ?R ?E ?S?(?:\(S\))?[ \t:.*_|]{0,60}\n"
    r"|\n[ \t]{0,200}Pursuant to the requirements? of (?:the|section)",
    re.IGNORECASE,
)
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_PAGE = re.compile(r"(?:\t[ \t]{0,40}|\.\.[ .]{0,200}|\. \.[ .]{0,200}| {3}|—)(?:[FS]-)?(?:\d{1,3}|[ivx]{1,5})[ \t]*$")
_BARE_PAGE = re.compile(r"\s{0,200}(?:[FS]-)?\d{1,3}(?:\s{0,5}[-–,]\s{0,5}(?:[FS]-)?\d{1,3})?\s*")
_CONTINUED = re.compile(r"\bcont(?:inued|'d|’d|d)?\b", re.IGNORECASE)
_INAPPLICABLE = re.compile(
    r"\s*(?:\([a-z]\)\s*)?((?:this item is )?(?:not applicable|none|inapplicable|n/a|omitted|not required)"
    r"(?: (?:to|at|for|during|as of)\b[^.\n]{0,80})?)[\s.)]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """A heading that names one item, or several at once ("Items 2.02 and 9.01").

    ``numbers`` are the numbers as written, in order; ``keys`` the same in one spelling (``9A(T)``, ``5.02``),
    with those between the ends of a range. ``paragraphs`` are the letters behind the numbers ("(e)").
    ``caption`` is unsure where it cannot be told from the text or where several items share the heading.
    ``span`` is the heading, ``text`` what stands under it (to the next heading or the signatures).
    ``inapplicable`` is stated when that text says only that there is nothing to report ("Not applicable").
    ``part`` is stated as the roman or arabic numeral of the last part heading before it.
    """

    numbers: tuple[Located[str], ...]
    keys: tuple[str, ...]
    paragraphs: tuple[Located[str], ...]
    caption: Leaf[str]
    span: Span
    text: Span
    part: Leaf[str]
    inapplicable: Leaf[str]

    @property
    def number(self) -> Located[str]:
        """The first number, as written."""
        return self.numbers[0]

    @property
    def part_key(self) -> str:
        """The part as a roman numeral; "" when no part heading stands before it."""
        return _ROMAN.get(self.part.value, self.part.value) if isinstance(self.part, Located) else ""


@dataclass(frozen=True, slots=True)
class ItemMention:
    """A place that names items without being their heading; ``number`` and ``keys`` as in ItemHeading."""

    number: Located[str]
    keys: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Items:
    """The items of the main document, each list in reading order.

    ``contents`` are entries of tables of contents and cross-reference tables, ``running`` page heads and
    continued headings, ``references`` other lines that begin with an item's number. ``span`` is where it was looked.
    """

    span: Span
    headings: tuple[ItemHeading, ...]
    contents: tuple[ItemMention, ...]
    running: tuple[ItemMention, ...]
    references: tuple[ItemMention, ...]

    def keyed(self, key: str) -> tuple[ItemHeading, ...]:
        """Return the headings that name the item *key* ("5.02", "1A")."""
        return tuple(heading for heading in self.headings if key in heading.keys)


@extractor("items")
def items(submission: Submission) -> Items:
    """Find the items of the main document. Raises NotApplicable without one, CannotTell when it is no prose."""
    main = submission.main
    if main is None:
        raise NotApplicable("there is no document")
    if not main.readable:
        raise CannotTell(f"the main document is {main.body.value}, not text or HTML")
    return _Finder(main).items()


@dataclass(slots=True)
class _Candidate:
    anchor: Anchor
    caption: Caption
    keys: tuple[str, ...]
    part: tuple[int, int] | None
    bare: bool = False
    paged: bool = False
    kind: str = "heading"


class _Finder:
    """Tells the anchors of one document apart."""

    def __init__(self, document: Document) -> None:
        self.rendered: Rendered = document.rendered
        self.plain = document.body is Body.TEXT
        self.text = self.rendered.text
        self.parts = [m for m in _PART.finditer(self.text) if not _in_sentence(m[2])]
        self.signatures = [m.start() for m in _SIGNATURES.finditer(self.text)]

    def items(self) -> Items:
        candidates = [self._candidate(anchor) for anchor in anchors(self.text)]
        standing = [candidate for candidate in candidates if candidate.kind == "heading"]
        for candidate, following in zip_longest(standing, standing[1:]):
            self._look_behind(candidate, following)
        self._mark_contents(standing)
        self._mark_running(standing)
        headings = [candidate for candidate in standing if candidate.kind == "heading"]
        bounds = [*(candidate.anchor.start for candidate in headings[1:]), len(self.text)][: len(headings)]

        def mentions(kind: str) -> tuple[ItemMention, ...]:
            return tuple(self._mention(candidate) for candidate in candidates if candidate.kind == kind)

        return Items(
            self.rendered.span,
            tuple(self._heading(candidate, bound) for candidate, bound in zip(headings, bounds, strict=True)),
            mentions("contents"),
            mentions("running"),
            mentions("reference"),
        )

    def _candidate(self, anchor: Anchor) -> _Candidate:
        text = self.text
        numbers = [key_of(text[start:end]) for start, end in anchor.numbers]
        part = self._part_before(anchor.start)
        candidate = _Candidate(anchor, Caption(anchor.end, anchor.end, "absent"), _with_between(numbers, anchor), part)
        if self._is_reference(anchor):
            candidate.kind = "reference"
        else:
            candidate.caption = caption_of(text, anchor, plain=self.plain)
        return candidate

    def _part_before(self, offset: int) -> tuple[int, int] | None:
        index = bisect_right(self.parts, offset, key=lambda m: m.start(1)) - 1
        return self.parts[index].span(1) if index >= 0 else None

    def _is_reference(self, anchor: Anchor) -> bool:
        """Tell whether the line goes on as a sentence does, or is a line in the middle of one."""
        text = self.text
        if _in_sentence(text[anchor.end : min(anchor.stop, anchor.end + 200)]):
            return True
        if not self.plain:
            return False
        line = text.rfind("\n", 0, anchor.start)
        before = text[max(0, text.rfind("\n", 0, max(line, 0)) + 1) : max(line, 0)].rstrip()
        # A full line of running text above, not ended: this line is its continuation.
        return len(before.strip()) > 45 and before[-1] not in ".:;-_=*!?" and not before.isupper() and _runs(before)

    def _look_behind(self, candidate: _Candidate, following: _Candidate | None) -> None:
        """Note whether the heading's line ends with a page number, and whether nothing stands under it."""
        text, anchor = self.text, candidate.anchor
        end = max(candidate.caption.end, anchor.end)
        stop = text.find("\n", end)
        stop = stop if stop >= 0 else len(text)
        line = text[max(anchor.end - 1, end - 1) : stop]
        candidate.paged = _PAGE.search(line[-240:]) is not None
        limit = following.anchor.start if following else len(text)
        between = text[end : min(limit, end + 600)]
        if limit - end < 600:
            rest = _PART_LINE.sub("\n", between)
            candidate.bare = _BARE_PAGE.fullmatch(rest) is not None or not rest.strip(" \t\n.:-–—_*|)")
            candidate.paged = candidate.paged or _BARE_PAGE.fullmatch(rest) is not None

    def _mark_contents(self, standing: list[_Candidate]) -> None:
        """Mark the runs of entries that have pages, or nothing under them and their headings later."""
        last = {key: index for index, candidate in enumerate(standing) for key in candidate.keys}
        start = 0
        while start < len(standing):
            end = start
            while end < len(standing) and (standing[end].paged or standing[end].bare):
                end += 1
            run = standing[start:end]
            if run:
                paged = sum(candidate.paged for candidate in run)
                recurring = sum(last[candidate.keys[0]] >= end for candidate in run)
                if 2 * paged > len(run) or (len(run) > 1 and 2 * recurring > len(run)):
                    # What stands under the last entry is the rest of the table, or the first page.
                    closing = end < len(standing) and last[standing[end].keys[0]] > end and recurring
                    for candidate in standing[start : end + bool(closing)]:
                        candidate.kind = "contents"
            start = end + 1

    def _mark_running(self, standing: list[_Candidate]) -> None:
        """Mark continued headings, and the second and later of lines that stand at the head of pages."""
        groups: dict[tuple[str, str, str], list[_Candidate]] = {}
        for candidate in standing:
            if candidate.kind != "heading":
                continue
            anchor = candidate.anchor
            line = " ".join(self.text[anchor.start : max(anchor.stop, candidate.caption.end)].split()).lower()
            if _CONTINUED.search(line[-40:]):
                candidate.kind = "running"
                continue
            part = self.text[slice(*candidate.part)] if candidate.part else ""
            groups.setdefault((part, candidate.keys[0], line[:200]), []).append(candidate)
        for group in groups.values():
            if len(group) > 2:
                for candidate in group[1:]:
                    candidate.kind = "running"

    def _mention(self, candidate: _Candidate) -> ItemMention:
        anchor = candidate.anchor
        number = self.rendered.located(*anchor.numbers[0])
        return ItemMention(number, candidate.keys, self.rendered.source_span(anchor.start, anchor.stop))

    def _heading(self, candidate: _Candidate, bound: int) -> ItemHeading:
        rendered, anchor, caption = self.rendered, candidate.anchor, candidate.caption
        start = caption.end if caption.state == "stated" else anchor.words
        span = rendered.source_span(anchor.start, max(anchor.end, caption.end if caption.state == "stated" else 0))
        index = bisect_right(self.signatures, start)
        limit = min(bound, self.signatures[index]) if index < len(self.signatures) else bound
        leaf: Leaf[str]
        if caption.state == "stated" and len(anchor.numbers) == 1:
            leaf = rendered.located(caption.start, caption.end)
        elif caption.state == "absent":
            leaf = Absent(span, "item caption")
        else:
            reason = "several items share it" if len(anchor.numbers) > 1 else "it cannot be told from the text after it"
            leaf = Unsure(rendered.source_span(anchor.start, anchor.stop), "item caption", reason)
        text = rendered.source_span(start, max(start, limit))
        none = _INAPPLICABLE.fullmatch(self.text[start:limit]) if limit - start < 400 else None
        return ItemHeading(
            numbers=tuple(rendered.located(*number) for number in anchor.numbers),
            keys=candidate.keys,
            paragraphs=tuple(rendered.located(*paragraph) for paragraph in anchor.paragraphs),
            caption=leaf,
            span=span,
            text=text,
            part=rendered.located(*candidate.part) if candidate.part else Absent(rendered.span, "part"),
            inapplicable=(
                rendered.located(start + none.start(1), start + none.end(1)) if none else Absent(text, "not applicable")
            ),
        )


_PART_LINE = re.compile(r"\n[ \t*_|]{0,200}(?:PART|Part)[ \t]{1,10}(?:I{1,3}|IV|[1-4])(?![A-Za-z0-9])[^\n]{0,120}")
_SENTENCE = re.compile(
    r"[ \t]*(?:[,;)\]”\"'’]{1,3}(?=[ ,.;)]|$)"
    r"|[.:]? {1,4}(?:of|in|and|or|above|below|under|to|is|are|was|which|shall|has|have|hereof|herein|for|as|on|at|by"
    r"|with|that|will|may|through|thereof|this|the|filed|an?|must|should|entitled|captioned)\b"
    r"|\([A-Za-z0-9]{1,3}\) of\b)"
)


def _in_sentence(after: str) -> bool:
    """Tell whether *after*, which follows a number, goes on as a sentence does."""
    return _SENTENCE.match(after) is not None


def _runs(line: str) -> bool:
    """Tell whether *line* is running text: most of its longer words begin in lower case."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return 2 * sum(word[0].islower() for word in words) > len(words)


def _with_between(numbers: list[str], anchor: Anchor) -> tuple[str, ...]:
    """Return *numbers* with those between the ends of ranges of whole numbers, each once."""
    found: dict[str, None] = {}
    for index, number in enumerate(numbers):
        found[number] = None
        if index in anchor.ranges and number.isdecimal() and numbers[index + 1].isdecimal():
            found.update(dict.fromkeys(str(n) for n in range(int(number) + 1, min(int(numbers[index + 1]), 20))))
    return tuple(found)
