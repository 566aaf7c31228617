"""How to reach the registrant of a cover: its address and telephone, and its former name or address."""

from __future__ import annotations

import re
from itertools import islice

from filinglint.facts.captions import Caption, Kind
from filinglint.facts.cover_address import CoverAddress, no_address, read_address, unsure_address
from filinglint.facts.cover_reading import Captioned
from filinglint.facts.cover_statements import Statements
from filinglint.facts.cover_values import (
    EIN,
    FILE_NUMBER,
    NOTHING,
    PHONE,
    PHONE_FOREIGN,
    PHONE_LOCAL,
    STATE_AT_END,
    ZIP,
    ZIP_ENDING,
)
from filinglint.facts.layout import Piece
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf
from filinglint.patterns import pattern
from filinglint.spans import Range, Span

_MOST_BESIDE = 4  # further lines of an address beside its caption
_IN_BRACKETS = pattern(r"\([^()]{1,200}\)")
_HOUSE = pattern(r"^\d{1,6}\b|^(?:one|two|three|p\.? ?o\.? box)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contact:
    """Where the registrant is, and where it was."""

    address: CoverAddress
    telephone: Leaf[str]
    former: Leaf[str]


def read_contact(captioned: Captioned, span: Span) -> Contact:
    """Return address, telephone and former name, as the captions of the cover ask for them."""
    reader = Statements(captioned, span)
    telephone, several = reader.value(Kind.PHONE, PHONE)
    if not several and any(captioned.of(Kind.PHONE)):
        telephone = reader.broken_phone() or reader.value(Kind.PHONE, PHONE_FOREIGN, PHONE_LOCAL)[0]
    return Contact(_address(reader), telephone, _former(reader))


def _address(reader: Statements) -> CoverAddress:
    page = reader.page
    caption = next(iter(page.of(Kind.ADDRESS)), None)
    if caption is None:
        return _address_without_caption(reader)
    looked = reader.place(caption)
    pieces = _at_caption(reader, caption)
    if not pieces:
        uncaptioned = _address_without_caption(reader)
        if isinstance(uncaptioned.block, Absent):
            return no_address(looked)
        return unsure_address(looked, "no words stand at its caption, others that look like one elsewhere")
    if len(pieces) > 7:
        return unsure_address(looked, "too many lines stand at its caption")
    alone = [line for line in pieces if ZIP.fullmatch(reader.text, *line)]
    zips = _zips_near(reader, caption) or alone
    lines = [line for line in pieces if line not in zips and line not in alone]
    return read_address(reader.rendered, lines, zips) if lines else no_address(looked)


def _at_caption(reader: Statements, caption: Caption) -> list[Range]:
    """Return the lines of the address at *caption*, in reading order."""
    page = reader.page
    rest = page.rest(caption)
    if rest and not caption.enclosed:
        return [rest]
    beside = page.beside(caption)
    if not caption.enclosed and len(beside) == 1 and len(page.group(caption)) == 1:
        return _with_below(page, beside[0])
    pieces: list[Range] = []
    for row in page.column(caption, down=page.downward):
        for piece in reader.with_zip_column(caption, row)[::-1]:
            if pieces and not page.downward and _IN_BRACKETS.fullmatch(piece.words):
                return pieces[::-1]  # what it belongs to stands above it
            if NOTHING.fullmatch(piece.words):
                continue  # it has no ZIP code
            if PHONE.fullmatch(piece.words) or FILE_NUMBER.fullmatch(piece.words) or EIN.fullmatch(piece.words):
                break
            pieces.append((piece.start, piece.end))
        if pieces and page.layout.text.count("\n", pieces[-1][1], pieces[0][0]) > 8 and not reader.rendered.html:
            break
    return pieces if page.downward else pieces[::-1]


def _with_below(page: Captioned, first: Piece) -> list[Range]:
    """Return the lines of an address that begins with *first*, beside its caption, and goes on below it."""
    lines = [(first.start, first.end)]
    for row in islice(page.layout.below(first.row), _MOST_BESIDE):
        goes_on = len(row) == 1 and abs(row[0].left - first.left) < 1 and row[0].row == first.row + len(lines)
        if not goes_on or row[0].start in page.caption_pieces:
            break
        lines.append((row[0].start, row[0].end))
    return lines


def _zips_near(reader: Statements, caption: Caption) -> list[Range]:
    """Return the ZIP codes at a caption of their own that stands near *caption*."""
    for other in reader.page.of(Kind.ZIP):
        near = other.row - caption.last_row <= 3 and caption.row - other.last_row <= 3
        if other is not caption and near and (found := reader.typed(other, ZIP_ENDING)):
            return found
    return []


def _address_without_caption(reader: Statements) -> CoverAddress:
    """Return the address that the only line with a state and a ZIP code ends."""
    pieces = reader.page.layout.pieces
    zips = [index for index, piece in enumerate(pieces) if ZIP.search(piece.words) and "20549" not in piece.words]
    ends = [index for index in zips if _ends_address(pieces, index)]
    if len(ends) != 1:
        return (
            unsure_address(reader.span, "no caption says which words are the address")
            if zips
            else no_address(reader.span)
        )
    last = ends[0]
    first = last
    while first > 0 and last - first < 3 and _HOUSE.search(pieces[first].words) is None:
        first -= 1
    if _HOUSE.search(pieces[first].words) is None or ZIP.fullmatch(pieces[first].words):
        first = last - 1 if ZIP.fullmatch(pieces[last].words) else last
    return read_address(reader.rendered, [(piece.start, piece.end) for piece in pieces[first : last + 1]], [])


def _ends_address(pieces: tuple[Piece, ...], index: int) -> bool:
    """Tell whether the piece at *index* ends with a state and a ZIP code, or is the ZIP code after a state."""
    m = ZIP.search(pieces[index].words)
    before = pieces[index].words[: m.start()] if m else ""
    if not before and index:
        before = pieces[index - 1].words
    return STATE_AT_END.search(before.rstrip(" ,.-")) is not None


def _former(reader: Statements) -> Leaf[str]:
    page = reader.page
    caption = next(iter(page.of(Kind.FORMER)), None)
    if caption is None:
        return Absent(reader.span, Kind.FORMER.value)
    looked = reader.place(caption)
    rest = page.rest(caption)
    if rest:
        return reader.located(rest)
    rows = page.column(caption, down=page.downward and not caption.enclosed)
    if not rows:
        return Absent(looked, Kind.FORMER.value)
    ranges = [(row[0].start, row[-1].end) for row in rows[:4]]
    if not page.downward or caption.enclosed:
        ranges.reverse()
    # The telephone's caption is missing, or misread: its number is no former name.
    phones = [not any(c.isalpha() for c in reader.text[start:end]) for start, end in ranges]
    if any(phones) or any(PHONE.search(reader.text, *each) for each in ranges):
        kept = zip(ranges, phones, strict=True)
        ranges = [each for each, phone in kept if not phone and not PHONE.search(reader.text, *each)][-1:]
    if not ranges:
        return Absent(looked, Kind.FORMER.value)
    return reader.located((ranges[0][0], ranges[-1][1]))
