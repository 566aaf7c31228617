"""An address on a cover, and its parts where they can be told apart."""

from __future__ import annotations

import re

from filinglint.documents.markup import Rendered, folded
from filinglint.facts.cover_values import STATE_AT_END, ZIP
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Range, Span

_DIGIT = pattern(r"\d")
_NO_CITY = pattern(
    r"\b(?:street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|suite|ste|floor|fl|lane|parkway|pkwy|plaza|way|highway"
    r"|place|square|court|circle|center|centre|building|box|room|tower|broadway|turnpike|park)\b\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CoverAddress:
    """The address of the principal executive offices.

    ``block`` is all of it; ``lines`` are its lines in order, ``street`` those before the city.
    """

    block: Leaf[str]
    lines: tuple[Located[str], ...]
    street: tuple[Located[str], ...]
    city: Leaf[str]
    state: Leaf[str]
    zip: Leaf[str]


def no_address(looked: Span) -> CoverAddress:
    """Return the address of a cover that has none."""
    leaves = [Absent(looked, what) for what in ("address", "city", "state", "ZIP code")]
    return CoverAddress(leaves[0], (), (), *leaves[1:])


def unsure_address(looked: Span, reason: str) -> CoverAddress:
    """Return the address of a cover on which it cannot be told from other words."""
    leaves = [Unsure(looked, what, reason) for what in ("address", "city", "state", "ZIP code")]
    return CoverAddress(leaves[0], (), (), *leaves[1:])


def read_address(rendered: Rendered, lines: list[Range], zips: list[Range]) -> CoverAddress:
    """Read the address whose lines stand at *lines*; *zips* are the ZIP codes that a caption names."""
    text = rendered.text
    span = rendered.source_span(lines[0][0], max(end for _, end in lines))
    located = tuple(rendered.located(start, end) for start, end in lines)
    block = Located(folded(rendered.words(span)), span)
    zip_leaf, zip_range = _zip(rendered, lines, zips, span)
    if sum(_ends_with_state(text, line, zip_range) for line in lines) > 1:
        reason = "it has more than one line with a state"
        return CoverAddress(block, located, (), Unsure(span, "city", reason), Unsure(span, "state", reason), zip_leaf)
    for index in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
        start, end = lines[index]
        end = _before_zip(text, start, end)
        m = STATE_AT_END.search(text[start:end].rstrip(" ,-"))
        if m is None:
            continue
        if zip_range is not None and zip_range in lines:
            lines = [line for line in lines if line != zip_range]
        state = rendered.located(start + m.start("state"), start + m.end("state"))
        city, city_start = _city(rendered, start, start + m.start("state"), lines[:index], span)
        street = [] if isinstance(city, Unsure) else [line for line in lines[: index + 1] if line[0] < city_start]
        if street and street[-1][1] > city_start:
            street[-1] = (street[-1][0], _trimmed(text, street[-1][0], city_start))
        streets = tuple(rendered.located(*line) for line in street if line[1] > line[0])
        return CoverAddress(block, located, streets, city, state, zip_leaf)
    reason = "no state of the United States ends a line of the address"
    return CoverAddress(block, located, (), Unsure(span, "city", reason), Unsure(span, "state", reason), zip_leaf)


def _ends_with_state(text: str, line: Range, zip_range: Range | None) -> bool:
    """Tell whether *line* ends with a state, or a state and a ZIP code."""
    start, end = line
    end = _before_zip(text, start, end)
    m = STATE_AT_END.search(text[start:end].rstrip(" ,-"))
    # "New York" alone on a line may be the city.
    return m is not None and (m.start("state") > 0 or zip_range is None)


def _before_zip(text: str, start: int, end: int) -> int:
    """Return where the ZIP code that ends ``text[start:end]`` begins; *end* where none does."""
    found = list(ZIP.finditer(text, start, end))
    if found and not text[found[-1].end() : end].strip(" ,.;)") and found[-1].start() > start:
        return found[-1].start()
    return end


def _zip(rendered: Rendered, lines: list[Range], zips: list[Range], span: Span) -> tuple[Leaf[str], Range | None]:
    if len(zips) == 1:
        return rendered.located(*zips[0]), zips[0]
    if len(zips) > 1:
        return Unsure(span, "ZIP code", "several stand here"), None
    for start, end in reversed(lines[-2:]):
        found = list(ZIP.finditer(rendered.text, start, end))
        # A number of five digits at the head of a line is a house's.
        if found and found[-1].start() > start and not rendered.text[found[-1].end() : end].strip(" ,.;)"):
            return rendered.located(*found[-1].span()), found[-1].span()
        if found and found[-1].span() == (start, end):
            return rendered.located(start, end), (start, end)
    ended = STATE_AT_END.search(rendered.text[slice(*lines[-1])])
    if ended is None and any(_DIGIT.search(rendered.text, *line) for line in lines[-1:]):
        return Unsure(span, "ZIP code", "none of five digits ends the address"), None
    return Absent(span, "ZIP code"), None


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,;":
        end -= 1
    return end


def _city(rendered: Rendered, start: int, end: int, above: list[Range], span: Span) -> tuple[Leaf[str], int]:
    """Return the city that ends at *end* of the line that begins at *start*, and where it begins."""
    text = rendered.text
    end = _trimmed(text, start, end)
    if end == start and above:
        # The state has its own line.
        start, end = above[-1]
        end = _trimmed(text, start, end)
    comma = max(text.rfind(mark, start, end) for mark in ",;")
    first = comma + 1 if comma >= 0 else start
    while first < end and text[first] == " ":
        first += 1
    words = text[first:end]
    if not words:
        return Unsure(span, "city", "no words stand before the state"), start
    blanks = re.search(r" {2,}", words)
    if comma < 0 and (_DIGIT.search(words) or _NO_CITY.search(words) or not above):
        if blanks and not rendered.html and not _DIGIT.search(words[blanks.end() :]):
            return rendered.located(first + blanks.end(), end), first + blanks.end()
        return Unsure(span, "city", "it cannot be told from the street"), end
    if _DIGIT.search(words):
        return Unsure(span, "city", "it cannot be told from the street"), end
    return rendered.located(first, end), first
