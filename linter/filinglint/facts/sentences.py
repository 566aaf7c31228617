"""The units of a text, sentences and list items, each with its exact place and the heading it stands under.

A text is plain (paragraphs apart by blank lines, lines wrapped by hand) or rendered from HTML (a line
is a block). Lines that belong together are joined; lists, headings, run-in heads ("Contacting Us - If
..."), tables of contents and the words of a viewer around the text are told apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from math import inf
from typing import Literal, NamedTuple

from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.spans import trimmed

UnitKind = Literal["sentence", "item", "heading", "contents", "chrome"]
_STATES: tuple[UnitKind, ...] = ("sentence", "item")

_PLAIN = {
    **dict.fromkeys("\t\n\r\v\f\xa0\u2002\u2003\u2007\u2009\u202f\u200b\ufeff\u00ad", " "),
    **dict.fromkeys("‘’‚‛′`´\x91\x92", "'"),
    **dict.fromkeys("“”„‟″«»\x93\x94", '"'),
    **dict.fromkeys("‐‑‒–−\x96", "-"),
    **dict.fromkeys("―\x97", "—"),
}
_PLAIN_OF_ASCII = [(sign, plain) for sign, plain in _PLAIN.items() if sign.isascii()]
_PLAIN_OF_OTHERS = [(sign, plain) for sign, plain in _PLAIN.items() if not sign.isascii()]


def fold(text: str) -> str:
    """Return *text* in lower case with plain quotes, dashes and blanks; as many characters as before."""
    # To replace one sign after the other takes a thirtieth of the time of str.translate, which asks for each character.
    plain = _replaced(text, _PLAIN_OF_ASCII)
    if not plain.isascii():
        plain = _replaced(plain, _PLAIN_OF_OTHERS)
    lower = plain.lower()
    # A few capitals (the dotted I) become two characters: they stay, so that offsets hold.
    return lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def _replaced(text: str, signs: Iterable[tuple[str, str]]) -> str:
    for sign, plain in signs:
        if sign in text:
            text = text.replace(sign, plain)
    return text


class Folded:
    """A text of which any range can be had folded, as ``fold`` folds its words alone.

    ``steady`` is whether that is what stands there in the ``whole`` of it, folded.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.whole = fold(text)
        # What a capital sigma becomes depends on the letters around it, which a range may cut off.
        self.steady = "Σ" not in text

    def at(self, start: int, end: int) -> str:
        """Return ``fold(text[start:end])``."""
        return self.whole[start:end] if self.steady else fold(self._text[start:end])


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item or heading at ``[start, end)`` of the text, code points from 0.

    ``text`` is folded (see fold) and has the length of the range. ``heading`` is the folded text of the
    nearest heading above, "" when there is none. ``paragraph`` counts from 0; ``list`` counts the lists
    of the text from 1 and is 0 outside of lists. ``contents`` is a line of a table of contents,
    ``chrome`` what a viewer or web page put around the text: neither is said by the author.
    """

    text: str
    start: int
    end: int
    kind: UnitKind
    heading: str
    paragraph: int
    list: int = 0

    @property
    def states(self) -> bool:
        """Whether it is a sentence or list item, not a heading or chrome."""
        return self.kind in _STATES


class Passage(NamedTuple):
    """A unit by itself: its folded text, its range and its kind."""

    text: str
    start: int
    end: int
    kind: UnitKind

    @property
    def states(self) -> bool:
        """Whether it is a sentence or list item, not a heading or chrome."""
        return self.kind in _STATES


class _Paragraph:
    """A paragraph while it is being told what it is; ``told`` is whether markup says that it is a head."""

    __slots__ = ("end", "head", "item", "kind", "list", "start", "told")

    def __init__(self, start: int, end: int, *, item: bool = False, head: bool = False, told: bool = False) -> None:
        self.start, self.end, self.item, self.head, self.told = start, end, item, head, told
        self.list = 0
        self.kind: UnitKind = "sentence"


_LINE = pattern(r"\S(?:[^\n]*\S)?")  # without the blanks around it
_SYMBOL = "•●▪◦‣∙■□❖➢➤✓✔·*\uf0b7\uf0a7"
_MARKER = pattern(
    rf"(?:[{_SYMBOL}]|[-–—](?=[ \t\xa0])|o(?=[ \t\xa0]{{2}})"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=[ \t\xa0])|\([A-Z]\)(?=[ \t\xa0]))[ \t\xa0]*"
)
_LONE_MARKER = pattern(rf"(?:[{_SYMBOL}]|[-–—o])|\(?(?:\d{{1,2}}|[a-z])[.)]")
_LONGEST_LONE_MARKER = len("(12)")
_INLINE_MARKER = pattern(r"[•●▪◦‣■❖➢➤](?<=\s.)(?=\s)")
_LEADERS = pattern(r"(?:\.[ \t]?){3,40}\s{0,8}(?:\d{1,3}|[ivxlc]{1,6})\b|(?:\.[ \t]?){6,40}")
_DOTTED = pattern(r"\.[.\t ]*\.")
_NAMED_CONTENTS = pattern("content")
_CONTENTS = pattern(r"\btable of contents\b|^\s*contents\s*$", re.IGNORECASE)
_TITLE = pattern(r"\b(?:plan|summary|statement|disclosure|policy|notice)\b", re.IGNORECASE)
_CHROME = pattern(
    r"s(?:kip to (?:main |the )?content|ize: ?px|tart display at page:?|earch(?: rulebook)?|hare(?: this)?|ign in)"
    r"|t(?:op of page|ranscription)|b(?:ottom of page|ack to top|roker ?check)|download \".{0,200}\""
    r"|p(?:age \d+ ?(?:of \d+)?|rint(?: this page)?)|you are on page .{0,20}"
    r"|was this (?:page|article) helpful\?.{0,20}|\d{1,4}|\d+ (?:years?|months?|days?) ago"
    r"|views:?|menu|home|log ?in|upload(?:ed)? by .{0,60}|\|",
    re.IGNORECASE,
)
_LONGEST_CHROME = 260
_WIDEST = 160  # no line cut by hand is longer
_DATED = pattern(r"(?:effective|dated?|revised|updated|last|version|as of)\b|.{0,60}\b(?:19|20)\d\d\W*$", re.I)
_WORD = pattern(r"[^\W\d_][\w'’&-]*")
_LONG_WORD = pattern(r"[^\W\d_]{4,}")
# Nothing of a run of stops is tried twice: a file of full stops alone must take linear time.
_STOP = pattern(r"[.!?](?<![.!?]{2})[.!?]*+[\"'”’)\]]{0,3}+(?=\s|$)")
_INITIALS = pattern(r"[a-z](?:\.[a-z]){1,3}")
_JOINERS = frozenset(
    "a an and are as at be but by can for from has have if in into is its of on or our that the their this to was "
    "we which will with your".split()
)
_ABBREVIATIONS = frozenset(
    "inc corp co ltd llc l.l.c lp l.p llp bros no nos mr mrs ms dr prof sr jr st ave blvd rd hwy ste e.g i.e cf vs "
    "u.s u.k n.a n.w n.e s.w s.e p.c d.c a.m p.m p.o approx dept dist ext tel fax sec art fig jan feb mar apr jun "
    "jul aug sept sep oct nov dec mt ft".split()
)
_COMPANY = frozenset("inc corp co ltd llc l.l.c lp l.p llp bros u.s u.k n.a a.m p.m d.c".split())
_OPENERS = frozenset(
    "a all although an any as at because but by customers clients each every for from how however if in it its no "
    "on our please should since such that the their there these they this those to under until we what when where "
    "while with you your".split()
)
# A line without any of these, and short, names what follows rather than says something.
_VERBS = frozenset(
    "am are be been call can cannot could dial did do does email expect expects go had has have intend intends is "
    "keep keeps may might move moves must never relocate relocates resume ring shall should there they visit "
    "want was we were will work works would write you it ask check keep please read run see take try use "
    "don't won't can't isn't aren't doesn't we'll we'd we're it's that's they're there's goes go".split()
)
_LABELLED = pattern(r"[A-Z][\w/&'-]{1,20}(?: [\w/&'-]{1,20}){0,2}:[ \t]{1,4}\S")
_DASH_HEAD = pattern(r"(\S[^.!?;\n–—]{1,70}?)[ \t]{1,4}(?:[–—]|-{1,2})[ \t]{1,4}(?=[\"“(]?[A-Z])")
_COLON_HEAD = pattern(r"(\S[^.!?;:\n]{1,60}):[ \t]{1,4}(?=[\"“(]?[A-Z][a-z]*\b)")
_LONGEST_HEAD = 80  # with the sign behind it


def _capitalised(words: str) -> float:
    """Return the share of longer words that begin with a capital; 1 when there is no longer word."""
    long = _LONG_WORD.findall(words)
    return sum(word[0].isupper() for word in long) / len(long) if long else 1.0


def _names_only(words: list[str]) -> bool:
    return not any(word.lower().strip("'\"(),:?") in _VERBS for word in words)


def _may_be_heading(line: str) -> bool:
    """Tell whether *line* begins, ends and is as long as headings are."""
    first = line[0]
    return len(line) <= 110 and line[-1] not in ".;,!" and (first.isupper() or first.isdigit() or first in '"“([')


def _heading_like(line: str, *, alone: bool) -> bool:
    """Tell whether *line* reads as a heading; *alone* is whether blank lines stand around it."""
    if not _may_be_heading(line):
        return False
    words = line.split()
    if len(words) > 14 or "@" in line or "www." in line or (len(line) > 8 and sum(map(str.isdigit, line)) > 8):
        return False
    if (": " in line and not (alone and _capitalised(line) >= 0.8)) or (
        _DATED.match(line) and len(words) <= 8 and not _TITLE.search(line)
    ):
        return False
    if line[-1] == "?" and len(words) <= 10:
        return True
    if line[-1] == ":":
        return len(words) <= 7 and "," not in line
    share = _capitalised(line)
    if share >= 0.6:
        return len(words) <= 3 or share >= 0.9 or _names_only(words) or alone
    return len(words) <= 7 and (alone or _names_only(words))


class _Lines:
    """Joins the lines of a text into paragraphs."""

    def __init__(self, text: str, wrapped: bool, heads: Collection[int], items: Collection[int]) -> None:
        self._text, self._wrapped = text, wrapped
        self._heads = {self._word_at(at) for at in heads}
        self._items = {self._word_at(at) for at in items}
        self._lines = [m.span() for m in _LINE.finditer(text)]

    def _word_at(self, at: int) -> int:
        while at < len(self._text) and self._text[at].isspace():
            at += 1
        return at

    def paragraphs(self) -> Iterator[_Paragraph]:
        """Yield the paragraphs in order, with no list numbers yet."""
        open_paragraph: _Paragraph | None = None
        last_line = ""
        pending = False  # a bullet stood alone on its line
        wrapped = self._wrapped
        for index, (start, end) in enumerate(self._lines):
            line = self._text[start:end]
            if len(line) <= _LONGEST_LONE_MARKER and _LONE_MARKER.fullmatch(line):
                if open_paragraph:
                    yield open_paragraph
                open_paragraph, pending = None, True
                continue
            marker = None if line[0].isupper() else _MARKER.match(line)
            told = start in self._heads
            item = marker is not None or pending or start in self._items
            # No line of HTML is broken before a capital.
            joins = (wrapped or line[0].islower()) and not item and not told and not self._gap(index)
            if open_paragraph and joins and self._goes_on(open_paragraph, last_line, line, index):
                open_paragraph.end = end
            else:
                if open_paragraph:
                    yield open_paragraph
                begin = start + marker.end() if marker and marker.end() < len(line) else start
                head = not item and (told or self._is_head(line, index))
                open_paragraph = _Paragraph(begin, end, item=item, head=head, told=head and told)
            last_line, pending = line, False
        if open_paragraph:
            yield open_paragraph

    def _gap(self, index: int) -> bool:
        """Tell whether line *index* stands behind a blank line, or is the first."""
        return index == 0 or self._blank_between(self._lines[index - 1][1], self._lines[index][0])

    def _blank_between(self, end: int, start: int) -> bool:
        return start - end > 1 and self._text.count("\n", end, start) > 1

    def _is_head(self, line: str, index: int) -> bool:
        if index + 1 == len(self._lines) or not _may_be_heading(line):
            return False
        end, following = self._lines[index][1], self._lines[index + 1][0]
        after = self._blank_between(end, following)
        if not after and self._text[following].islower():
            return False
        return _heading_like(line, alone=(after or not self._wrapped) and self._gap(index))

    def _goes_on(self, open_paragraph: _Paragraph, last: str, line: str, index: int) -> bool:
        """Tell whether *line* goes on with the paragraph that *last* ended so far."""
        if open_paragraph.head:
            return False
        ended = last[-1] in ".!?:" or last.endswith((".)", '."', ".”"))
        if line[0].islower():
            return not last.endswith(":") and not (ended and not self._wrapped)
        if last.endswith(":") or max(len(last), len(line)) > _WIDEST or _LABELLED.match(line):
            return False
        if ended:
            return len(last) >= 45 and not self._is_head(line, index) and not _DASH_HEAD.match(line)
        if last[-1] in ",;-–" or (len(last) >= 40 and last.rsplit(None, 1)[-1].lower() in _JOINERS):
            return True
        # A line cut by hand is about as long as the next word allows.
        return len(last) >= 45 and not self._is_head(line, index)


def _split_bullets(paragraph: _Paragraph, bullets: Sequence[int]) -> Iterator[_Paragraph]:
    """Yield *paragraph* cut at those of the *bullets* that stand inside it; each has a blank on both sides."""
    for at in bullets[bisect_left(bullets, paragraph.start) : bisect_left(bullets, paragraph.end - 1)]:
        if at > paragraph.start:
            yield _Paragraph(paragraph.start, at, item=paragraph.item, head=paragraph.head, told=paragraph.told)
        paragraph.start, paragraph.item = at + 1, True
    yield paragraph


def _is_numbered_head(paragraphs: list[_Paragraph], index: int, text: str) -> bool:
    """Tell whether the first item of a list is no list at all: ``1) Policy Statement`` above prose."""
    item = paragraphs[index]
    return (
        index + 1 < len(paragraphs)
        and not paragraphs[index + 1].item
        and not paragraphs[index + 1].head
        and text[item.end - 1] not in ".;,"
        and _heading_like(text[item.start : item.end], alone=True)
        and text[max(0, item.start - 4) : item.start].strip().lstrip("(")[:1].isdigit()
    )


def _number(paragraphs: list[_Paragraph], text: str) -> None:
    """Give lists their numbers, and make a run of heading-like lines after a colon, or in prose, a list."""
    count, in_list, after_colon, seen_prose = 0, False, False, False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.item and not in_list and _is_numbered_head(paragraphs, index, text):
            paragraph.item, paragraph.head = False, True
        elif paragraph.head and not paragraph.told:
            run = 1
            while index + run < len(paragraphs) and paragraphs[index + run].head and run < 3:
                run += 1
            colon = text[paragraph.end - 1] == ":"
            if not colon and (after_colon or (in_list and run > 1) or (run > 2 and seen_prose)):
                paragraph.item, paragraph.head = True, False
            after_colon = after_colon and not colon and paragraph.item
        if paragraph.item:
            if not in_list:
                count += 1
            in_list = True
            paragraph.list = count
            continue
        in_list = False
        after_colon = not paragraph.head and text[paragraph.start : paragraph.end].rstrip().endswith(":")
        seen_prose = seen_prose or not paragraph.head


def _ends_sentence(text: str, m: re.Match[str], start: int, end: int) -> bool:
    """Tell whether the full stop *m* ends a sentence of the paragraph ``[start, end)``."""
    after = m.end()
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return True
    following = text[after]
    if following.islower() or following in ",;":
        return False
    if m[0][0] in "!?":
        return True
    words = text[max(start, m.start() - 16) : m.start()].rsplit(None, 1)
    before = words[-1].lower().lstrip("(\"'“‘[") if words else ""
    if len(before) == 1 and before.isalpha() and before != "i":
        return False
    initials = _INITIALS.fullmatch(before) is not None
    if before in _ABBREVIATIONS or initials:
        opener = _WORD.match(text, after)
        # "Inc." may end a sentence, and "R.K." may; what begins like a sentence is one.
        return (
            (before in _COMPANY or initials)
            and opener is not None
            and opener[0].lower() in _OPENERS
            and following.isupper()
        )
    return True


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for m in _STOP.finditer(text, start, end):
        if m.start() >= begin and _ends_sentence(text, m, start, end):
            span = trimmed(text, begin, m.end())
            if span[0] < span[1]:
                yield span
            begin = m.end()
    span = trimmed(text, begin, end)
    if span[0] < span[1]:
        yield span


def _run_in_head(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the end of the head that runs into the paragraph at *start*, and where the rest begins."""
    if not text[start].isupper():
        return None
    beginning = text[start : min(end, start + _LONGEST_HEAD)]
    dash = "-" in beginning or "–" in beginning or "—" in beginning
    for expression, may_be in ((_DASH_HEAD, dash), (_COLON_HEAD, ":" in beginning)):
        m = expression.match(text, start, end) if may_be else None
        if m and len(words := m[1].split()) <= 9 and end - m.end() > 30:
            share = _capitalised(m[1])
            if share >= 0.9 or ((share >= 0.6 or len(words) <= 6) and _names_only(words)):
                return m.end(1), m.end()
    m = _STOP.search(text, start, min(end, start + 80))
    if m and m.end() < end and _ends_sentence(text, m, start, end):
        words = text[start : m.start()].split()
        if (
            len(words) <= 7
            and _names_only(words)
            and words[-1].isalpha()
            and words[-1].lower() not in _COMPANY
            and ":" not in text[start : m.start()]
        ):
            return m.end(), m.end()
    return None


class _Ahead:
    """Places in a text, rising, of which is asked from its beginning to its end."""

    def __init__(self, places: Iterable[int]) -> None:
        self._places = iter(places)
        self._next: float = -1

    def within(self, start: int, end: int) -> bool:
        """Tell whether one of them is in ``[start, end)``, which is not before what was asked last."""
        while self._next < start:
            self._next = next(self._places, inf)
        return self._next < end


class _Contents:
    """Tells the paragraphs of a table of contents, which begins with its title and ends with prose."""

    def __init__(self, text: str, folded: str) -> None:
        self._text = text
        self._dotted = _Ahead(m.end() - 1 for m in _DOTTED.finditer(text))
        self._named = _Ahead(m.start() for m in _NAMED_CONTENTS.finditer(folded))
        self._inside = False

    def holds(self, start: int, end: int) -> bool:
        """Tell whether the paragraph ``[start, end)``, which is behind those that were asked of, is of the table."""
        dotted, named = self._dotted.within(start, end), self._named.within(start, end)
        if not (self._inside or dotted or named):
            return False
        words = self._text[start:end]
        leaders = len(_LEADERS.findall(words)) if dotted else 0
        if leaders >= 3 or (leaders and len(words) < 200 and not words.rstrip().endswith("...")):
            self._inside = True
            return True
        if named and _CONTENTS.search(words[:400]):
            self._inside = True
            return len(words) < 60 or _capitalised(words) >= 0.4
        if self._inside:
            self._inside = ". " not in words and _capitalised(words) >= 0.6
        return self._inside


class Cut:
    """A *text* cut into paragraphs at once, and into units as they are asked for.

    *wrapped* is whether lines may have been broken by hand (plain text); *heads* and *items* are offsets before the
    first words of what markup calls headings and list items; *folded* is the text where it is known folded.
    """

    def __init__(
        self,
        text: str,
        *,
        wrapped: bool = True,
        heads: Collection[int] = (),
        items: Collection[int] = (),
        folded: Folded | None = None,
    ) -> None:
        self._text = text
        self._folded = folded or Folded(text)
        self._passages: dict[int, Sequence[Passage]] = {}
        bullets = [m.start() for m in _INLINE_MARKER.finditer(text)] if not text.isascii() else []
        paragraphs = _Lines(text, wrapped, heads, items).paragraphs()
        parts = (_split_bullets(paragraph, bullets) for paragraph in paragraphs) if bullets else (paragraphs,)
        self._paragraphs = list(chain.from_iterable(parts))
        _number(self._paragraphs, text)
        contents = _Contents(text, self._folded.whole)
        for paragraph in self._paragraphs:
            start, end = paragraph.start, paragraph.end
            if text[start].isspace() or text[end - 1].isspace():
                start, end = paragraph.start, paragraph.end = trimmed(text, start, end)
            if start == end:
                continue
            if _CHROME.fullmatch(text[start : min(end, start + _LONGEST_CHROME)]):
                paragraph.kind = "chrome"
            elif contents.holds(start, end):
                paragraph.kind = "contents"
            elif paragraph.head:
                paragraph.kind = "heading"
            elif paragraph.item:
                paragraph.kind = "item"

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [paragraph.start for paragraph in self._paragraphs]

    def passages(self, start: int, end: int) -> Iterator[Passage]:
        """Yield the passages of the paragraphs that begin in ``[start, end)`` of the text, in order."""
        for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            found = self._passages.get(number)
            if found is None:
                found = self._passages[number] = tuple(self._cut(self._paragraphs[number]))
            yield from found

    def _cut(self, paragraph: _Paragraph) -> Iterator[Passage]:
        """Yield the sentences of *paragraph*, and before them the heading that runs into it."""
        start, end, kind = paragraph.start, paragraph.end, paragraph.kind
        if start == end:
            return
        if kind not in _STATES:
            yield Passage(self._folded.at(start, end), start, end, kind)
            return
        if run_in := _run_in_head(self._text, start, end):
            head_end, behind = run_in
            yield Passage(self._folded.at(start, head_end), start, head_end, "heading")
            start = behind
        for first, last in _sentences(self._text, start, end):
            yield Passage(self._folded.at(first, last), first, last, kind)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All units in reading order; they do not overlap."""
        found: list[Unit] = []
        heading = ""
        for number, paragraph in enumerate(self._paragraphs):
            above = heading
            for passage in self._cut(paragraph):
                told = passage.kind in ("chrome", "heading")
                found.append(Unit(*passage, above, number, 0 if told else paragraph.list))
                if passage.kind != "heading":
                    continue
                runs_in = paragraph.kind != "heading"
                above = passage.text.rstrip(".: " if runs_in else ": ")
                # An item has its head for itself.
                if paragraph.kind != "item":
                    heading = above
        return tuple(found)
