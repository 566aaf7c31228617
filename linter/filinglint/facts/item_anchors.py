"""Where a block of a document begins with "Item" and a number, and what stands behind it.

An anchor is a candidate only: a heading, an entry of a table of contents, a running head, or the
beginning of a wrapped line in the middle of a sentence. ``items`` tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from filinglint.facts.line_words import LineWords
from filinglint.frozen import dataclass
from filinglint.patterns import pattern

# Sub-paragraphs such as (e) or (a)(1); (T) belongs to the number itself ("9A(T)").
# "(b) and (c)" are paragraphs too.
_PARAGRAPHS = (
    r"(?:[ ]?\((?![Tt]\))[A-Za-z0-9]{1,4}\)"
    r"(?:(?:,|,? (?:and|AND|&)|;|/| ?[–—-]| (?:to|through)) {0,3}(?=\([a-z]\)))?){0,7}"
)
# In brackets or behind a blank a letter belongs to the number where the caption is that of the item with the letter.
_LETTERED = (
    r"[ ]?(?:\([A-Ca-c]\)|[A-Ca-c])(?:[ ]?\([Tt]\))?(?=[.:]?[\s–—-]{1,20}"
    r"(?i:risk\sfact|unresolved|cyber|quantitative|controls?\b|other\sinform|disclosures?\sregard))"
)
_NUMBER = (
    rf"\d{{1,2}}(?!\d)(?:{_LETTERED}"
    r"|(?:\.(?:\d{1,2}| 0\d)(?!\d)|\.?[A-Ka-k](?![A-Za-z'’]))?"
    r"(?:[Tt](?![A-Za-z])|[ ]?\([Tt]\))?)"
)
_AND = r"[.:]?\s{0,20}(?:,\s{0,20}(?:and\s|&)?|;\s{0,20}(?:and\s)?|and\s|AND\s|And\s|&|/)\s{0,20}"
_TO = r"\s{0,20}(?:through|Through|THROUGH|thru|to|TO|-|–|—)\s{0,20}"
_WORD = r"(?:[Ii]tem|ITEM)(?:[Ss]|\([Ss]\))?"
_BODY = (
    r"[ \t*|_\[]{0,200}"
    r"([Pp][Aa][Rr][Tt] {1,5}(?:[IVX]{1,3}|[1-4])(?![A-Za-z0-9])[ \t.,:;/–—-]{0,20}"
    r"|[Ss][Ee][Cc][Tt][Ii][Oo][Nn] {1,5}\d(?!\d)[^\n\t]{0,120}?)?"
    rf"({_WORD})(?![A-Za-z])[\s.:#–—-]{{0,200}}?(?:[Nn](?:os?|O[Ss]?|umbers?)\.?[ ]{{0,5}})?"
    rf"({_NUMBER}){_PARAGRAPHS}"
)
_ANCHOR = pattern("\n" + _BODY)
_FIRST = pattern(_BODY)
_FURTHER = pattern(rf"{_AND}(?:{_WORD}[\s.]{{1,10}})?({_NUMBER}){_PARAGRAPHS}")
_FURTHER_ITEM = pattern(rf"{_AND}{_WORD}[\s.]{{1,10}}({_NUMBER}){_PARAGRAPHS}")
# "Item 1.01, 1.02 and 2.03"
_FURTHER_DECIMAL = pattern(rf"{_AND}(?:{_WORD}[\s.]{{1,10}})?(\d\.\d\d(?!\d)){_PARAGRAPHS}")
_UP_TO = pattern(rf"{_TO}({_NUMBER}){_PARAGRAPHS}")
_TAIL = pattern(r"[ .:)\]|*_–—-]{0,60}")
_NONE: frozenset[int] = frozenset()
_PAREN = pattern(r"\(([A-Za-z0-9]{1,4})\)")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A block's beginning that names one item or several, as ranges of the rendered text.

    ``numbers`` are the ranges of the numbers as written; ``ranges`` says of which of them, by index, the next
    one is the end ("1 through 4"). ``end`` is behind the last number and its paragraphs, ``words`` where the words
    after it begin, ``stop`` where its line (its row, in a table) ends.
    """

    start: int
    numbers: tuple[tuple[int, int], ...]
    ranges: frozenset[int]
    paragraphs: tuple[tuple[int, int], ...]
    end: int
    words: int
    stop: int
    prefixed: bool


def anchors(words: LineWords) -> Iterator[Anchor]:
    """Yield the anchors of the rendered text that has *words*, in order."""
    text = words.text
    first = _FIRST.match(text)
    if first:
        yield _anchor(text, first)
    end = first.end() if first else 0
    for line in words.items:
        m = _ANCHOR.match(text, line)
        if m is None or m.start() < end:
            continue
        end = m.end()
        anchor = _anchor(text, m)
        if len(anchor.numbers) > 1 or m[2].lower() == "item" or not _alone(text, m.end(2), anchor):
            yield anchor


def _anchor(text: str, m: re.Match[str]) -> Anchor:
    plural = m[2].lower() != "item"
    numbers, ranges, end = [m.span(3)], set(), m.end()
    while len(numbers) < 20:
        further = (_FURTHER if plural else _FURTHER_ITEM).match(text, end)
        if further is None and "." in m[3]:
            further = _FURTHER_DECIMAL.match(text, end)
        if further is None and plural:
            further = _UP_TO.match(text, end)
            if further:
                ranges.add(len(numbers) - 1)
        if further is None:
            break
        numbers.append(further.span(1))
        end = further.end()
    tail = _TAIL.match(text, end)
    words = tail.end() if tail else end
    stop = text.find("\n", end)
    stop = stop if stop >= 0 else len(text)
    spans = [bounds[1] for bounds in numbers]
    paragraphs = tuple(
        p.span()
        for at, upto in zip(spans, [*(bounds[0] for bounds in numbers[1:]), end], strict=True)
        for p in _PAREN.finditer(text, at, upto)
    )
    return Anchor(
        m.start(2),
        tuple(numbers),
        frozenset(ranges) if ranges else _NONE,
        paragraphs,
        end,
        words,
        stop,
        m[1] is not None,
    )


def _alone(text: str, after: int, anchor: Anchor) -> bool:
    """Tell whether a column's head ("Special items") with a footnote looks like one."""
    start, end = anchor.numbers[0]
    broken = "\n" in text[after:start] or "\t" in text[after:start]
    return broken or (text[start:end].isdecimal() and not text[end : anchor.stop].strip(" \t."))


@lru_cache(maxsize=1024)
def key_of(words: str) -> str:
    """Return the number *words* in one spelling: ``9A(T)``, ``5.02``, ``1A``, ``4T``."""
    folded = "".join(words.split()).upper()
    letter = re.fullmatch(r"(\d+)(?:\.([A-Z].*)|\(([A-C])\)(.*))", folded)
    if letter:
        folded = letter[1] + (letter[2] or letter[3] + letter[4])
    return re.sub(r"^0+(?=\d)", "", folded)
