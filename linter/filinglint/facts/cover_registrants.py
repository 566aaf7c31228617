"""The registrants on a cover: one, or several in a table or one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from filinglint.facts.captions import Caption, Kind
from filinglint.facts.cover_address import no_address, read_address
from filinglint.facts.cover_contact import Contact
from filinglint.facts.cover_reading import Captioned
from filinglint.facts.cover_statements import INCORPORATED, Statements
from filinglint.facts.cover_values import (
    EIN,
    EIN_BARE,
    FILE_NUMBER,
    PHONE,
    ZIP,
    may_be_name,
)
from filinglint.facts.layout import Piece
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Range, Span
from filinglint.tables.places import codes_of

_HOUSE = pattern(r"\d{1,6} +[A-Z](?!.*\b(?:inc|corp|llc|l\.p|trust|company|bancorp|limited)\b)", re.IGNORECASE)
_FEW = 7  # words: "(A Delaware Limited Liability Company in Liquidation)"
_ROLES = ("depositor", "sponsor", "issuing entity", "issuer", "trust")


@dataclass(frozen=True, slots=True)
class CoverRegistrant:
    """One registrant as the cover names it.

    ``file_numbers`` are all numbers at the caption; ``commission_file_number`` is unsure when there are
    several. ``role`` is ``registrant``, or what the caption of the name says (``depositor``, ``sponsor`` …).
    ``translated`` are the names at a caption that asks for the name in English.
    """

    role: str
    name: Leaf[str]
    commission_file_number: Leaf[str]
    state_of_incorporation: Leaf[str]
    ein: Leaf[str]
    file_numbers: tuple[Located[str], ...] = ()
    translated: tuple[Located[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Registrants:
    """The registrants on a cover, at least one; *contact* is known here only when a table states it too."""

    registrants: tuple[CoverRegistrant, ...]
    contact: Contact | None


_Row = dict[int, list[Piece]]
"""What stands in a row of a table, by the identities of the captions at the heads of its columns."""


def read_registrants(captioned: Captioned, span: Span) -> Registrants:
    """Return the registrants on the cover, at least one."""
    reader = Statements(captioned, span)
    table = _table(reader)
    if table.registrants:
        return table
    names = [(caption, lines) for caption in captioned.of(Kind.NAME) for lines in reader.names(caption)]
    translated = [(caption, lines) for caption in captioned.of(Kind.TRANSLATION) for lines in reader.names(caption)]
    if not any(captioned.of(Kind.NAME)):
        # "(Translation of registrant's name into English)" alone, below the name.
        names, translated = translated, []
    number, numbers = reader.value(Kind.FILE_NUMBER, FILE_NUMBER)
    ein, eins = reader.value(Kind.EIN, EIN, EIN_BARE)
    if len(names) == 1 and len(names[0][1]) == len(numbers) == len(eins):
        names = [(names[0][0], [line]) for line in names[0][1]]  # each with a file number and an EIN of its own
    states = [(caption, reader.state(caption)) for caption in captioned.of(Kind.STATE)]
    name, state = _name(reader, names[:1]), _state(reader, states)
    english = tuple(reader.located((lines[0][0], lines[-1][1])) for _, lines in translated[:1])
    first = CoverRegistrant("registrant", name, number, state, ein, numbers, english)
    if len(names) < 2:
        return Registrants((first,), None)
    return Registrants(tuple(_stacked(reader, names)), None)


def _role(caption: Caption) -> str:
    words = caption.words.lower()
    return next((role for role in _ROLES if role in words and "registrant" not in words), "registrant")


def _name(reader: Statements, names: list[tuple[Caption, list[Range]]]) -> Leaf[str]:
    if not names:
        captions = list(reader.page.of(Kind.NAME))
        if captions:
            return _missing(reader, captions[0], "registrant's name")
        return Absent(reader.span, "registrant's name")
    lines = names[0][1]
    start, end = lines[0][0], lines[-1][1]
    if any(
        start < piece.start < end and not any(first <= piece.start < last for first, last in lines)
        for piece in reader.page.layout.pieces
    ):
        return Unsure(
            reader.rendered.source_span(start, end), "registrant's name", "it is set in columns over several lines"
        )
    return reader.located((start, end))


def _missing(reader: Statements, caption: Caption, what: str) -> Absent | Unsure:
    """Return that nothing stands at *caption*; unsure where it heads a column of several statements."""
    place = reader.place(caption)
    return Unsure(place, what, "its caption asks for more than that") if len(caption.kinds) > 1 else Absent(place, what)


def _state(reader: Statements, states: list[tuple[Caption, list[Range]]]) -> Leaf[str]:
    what = Kind.STATE.value
    for _, found in states:
        values = [reader.located(each) for each in found]
        if values and not all(codes_of(value.value) for value in values):
            return Unsure(values[0].span, what, f"'{values[0].value}' is no state or country we know")
        if len({value.value.lower() for value in values}) == 1:
            return values[0]
        if values:
            return Unsure(Span(values[0].span.start, values[-1].span.end), what, "several stand at the caption")
    if not states:
        return _state_of_kind(reader) or Absent(reader.span, what)
    caption = states[0][0]
    words = reader.words_at(caption)
    if words is None or words[0] >= words[1]:
        return _missing(reader, caption, what)
    return Unsure(reader.rendered.source_span(*words), what, "the words at its caption name no state or country")


def _state_of_kind(reader: Statements) -> Located[str] | None:
    """Return the state of the one line that says what the registrant is: "A Delaware Corporation"."""
    lines = [piece for piece in reader.page.layout.pieces if len(piece.words.split()) <= _FEW]
    found = [m for piece in lines if (m := INCORPORATED.match(reader.text, piece.start, piece.end))]
    return reader.located(found[0].span("state")) if len(found) == 1 and codes_of(found[0]["state"]) else None


def _stacked(reader: Statements, names: list[tuple[Caption, list[Range]]]) -> Iterator[CoverRegistrant]:
    """Yield the registrants whose statements stand one after another, or side by side in the same order."""
    page = reader.page
    bounds = [caption.start for caption, _ in names]
    shared = len(set(bounds)) == 1
    roles = [_role(caption) for caption, _ in names]
    apart = len(set(roles)) == len(names)

    def in_order(kind: Kind, found: list[tuple[Caption, list[Range]]]) -> list[Leaf[str]]:
        every = [each for _, ranges in found for each in ranges]
        if apart and every:
            return [of_role(kind, role, found) for role in roles]
        if len(every) == len(names):
            return [reader.located(each) for each in every]
        if not shared and len(found) == len(names):
            return [
                reader.located(ranges[0])
                if len(ranges) == 1
                else Unsure(reader.span, kind.value, "several registrants")
                for _, ranges in found
            ]
        if not every:
            return [Absent(reader.span, kind.value)] * len(names)
        return [Unsure(reader.span, kind.value, "it cannot be told which registrant's it is")] * len(names)

    def of_role(kind: Kind, role: str, found: list[tuple[Caption, list[Range]]]) -> Leaf[str]:
        """Return what stands at the caption that names *role*: "Commission file number of depositor"."""
        own = [ranges for caption, ranges in found if _role(caption) == role]
        if len(own) == 1 and len(own[0]) == 1:
            return reader.located(own[0][0])
        return Unsure(reader.span, kind.value, "it cannot be told which registrant's it is")

    numbers = in_order(
        Kind.FILE_NUMBER, [(caption, reader.typed(caption, FILE_NUMBER)) for caption in page.of(Kind.FILE_NUMBER)]
    )
    eins = in_order(Kind.EIN, [(caption, reader.typed(caption, EIN, EIN_BARE)) for caption in page.of(Kind.EIN)])
    states = in_order(Kind.STATE, [(caption, reader.state(caption)) for caption in page.of(Kind.STATE)])
    for index, name in enumerate(names):
        number = numbers[index]
        yield CoverRegistrant(
            _role(name[0]),
            _name(reader, [name]),
            number,
            states[index],
            eins[index],
            (number,) if isinstance(number, Located) else (),
        )


def _table(reader: Statements) -> Registrants:
    """Return the registrants of a table whose heads are the captions; none when the cover has no such table."""
    page = reader.page
    heads = next((caption for caption in page.of(Kind.FILE_NUMBER) if _heads_table(page, caption)), None)
    if heads is None:
        return Registrants((), None)
    # Captions of several lines ("Registrant, State of Incorporation," above "Address and Telephone Number")
    # are captions of one column.
    group = page.group(heads)
    records = _records(_rows(page, group), id(heads))
    columns = {id(caption): caption for caption in group}
    registrants = tuple(_record(reader, record, columns, heads) for record in records)
    start = min(caption.start for caption in group)
    lower = [caption for caption in page.captions if caption.start > start and caption.row <= _edge(group)]
    if not records or not any(Kind.ADDRESS in caption.kinds for caption in [*group, *lower]):
        return Registrants(registrants, None)
    holder = next((key for key, caption in columns.items() if Kind.NAME in caption.kinds), 0)
    cell = [piece for row in records[0] for piece in row.get(holder, [])]
    return Registrants(registrants, _contact_in(reader, cell, registrants[0]))


def _heads_table(page: Captioned, caption: Caption) -> bool:
    """Tell whether *caption*, of file numbers, is the head of a column beside one of names."""
    group = page.group(caption)
    named = len(group) > 1 and any(Kind.NAME in other.kinds for other in group)
    return named and not page.inline(caption) and not page.typed(caption, FILE_NUMBER, down=False)


def _edge(group: Sequence[Caption]) -> int:
    """Return the last row of the heads of a table."""
    return max(caption.last_row for caption in group)


def _rows(page: Captioned, group: Sequence[Caption]) -> list[_Row]:
    """Return the rows below the heads of a table, *group*."""
    start = min(caption.start for caption in group)
    rows: list[_Row] = []
    for row in page.layout.below(_edge(group)):
        captions = [piece for piece in row if piece.start in page.caption_pieces and piece.start > start]
        if any(not PHONE.search(piece.words) for piece in captions):  # "Telephone (614) 555-1000" is of its record
            # The lower line of a head is no row, and any other caption ends the table.
            if rows:
                break
            continue
        owned: _Row = {}
        for piece in row:
            owner = max(group, key=lambda caption: piece.overlap(caption.left, caption.right))
            if piece.overlap(owner.left, owner.right) > 0:
                owned.setdefault(id(owner), []).append(piece)
        if not owned and rows:
            break
        rows.append(owned)
    return rows


def _records(rows: Sequence[_Row], numbers: int) -> list[list[_Row]]:
    """Return the rows of each registrant: one begins with a file number, in the column *numbers*, or with an EIN."""
    records: list[list[_Row]] = []
    has_ein = False
    for owned in rows:
        number = any(FILE_NUMBER.search(piece.words) for piece in owned.get(numbers, []))
        ein = any(EIN.search(piece.words) for pieces in owned.values() for piece in pieces)
        if number or (ein and (not records or has_ein)):
            records.append([])
            has_ein = False
        has_ein = has_ein or ein
        if records:
            records[-1].append(owned)
    return records


def _contact_in(reader: Statements, pieces: list[Piece], registrant: CoverRegistrant) -> Contact:
    """Return the address and telephone among *pieces*, which state all of one registrant."""
    telephone: Leaf[str] = Absent(reader.span, Kind.PHONE.value)
    lines: list[Range] = []
    name = registrant.name.span.end if isinstance(registrant.name, Located) else -1
    for piece in pieces:
        phones = reader.page.matches([(piece.start, piece.end)], PHONE)
        if phones:
            telephone = reader.located(phones[0])
        elif reader.rendered.source_span(piece.start, piece.end).end != name and not INCORPORATED.search(piece.words):
            lines.append((piece.start, piece.end))
    address = read_address(reader.rendered, lines, []) if lines else no_address(reader.span)
    return Contact(address, telephone, Absent(reader.span, Kind.FORMER.value))


def _record(reader: Statements, rows: list[_Row], columns: dict[int, Caption], heads: Caption) -> CoverRegistrant:
    pieces = [piece for row in rows for owned in row.values() for piece in owned]
    span = reader.rendered.source_span(min(p.start for p in pieces), max(p.end for p in pieces))
    none = [Absent(span, kind.value) for kind in (Kind.NAME, Kind.FILE_NUMBER, Kind.EIN)]
    state = Unsure(span, Kind.STATE.value, "it cannot be told among the words of its row")
    found = CoverRegistrant("registrant", none[0], none[1], state, none[2])
    for key, caption in columns.items():
        ranges = [(piece.start, piece.end) for row in rows for piece in row.get(key, [])]
        if caption is heads:
            numbers = tuple(reader.located(each) for each in reader.page.matches(ranges, FILE_NUMBER))
            number: Leaf[str] = (
                numbers[0] if len(numbers) == 1 else Unsure(span, Kind.FILE_NUMBER.value, "several stand here")
            )
            found = replace(found, commission_file_number=number, file_numbers=numbers)
        if Kind.EIN in caption.kinds:
            eins = reader.page.matches(ranges, EIN) or reader.page.matches(ranges, EIN_BARE)
            if len(eins) == 1:
                found = replace(found, ein=reader.located(eins[0]))
        if Kind.NAME in caption.kinds and ranges:
            words = reader.text[ranges[0][0] : ranges[0][1]]
            if may_be_name(words) and not ZIP.search(words) and not _HOUSE.match(words):
                found = replace(found, name=reader.located(ranges[0]))
        if Kind.STATE in caption.kinds:
            named = _state_of_row(reader, caption, ranges)
            if named is not None:
                found = replace(found, state_of_incorporation=named)
    return found


def _state_of_row(reader: Statements, caption: Caption, ranges: Sequence[Range]) -> Located[str] | None:
    """Return the state among *ranges*, what stands in the column of *caption*; behind the name, where both do."""
    below_name = Kind.NAME in caption.kinds
    for each in ranges[1:] if below_name else ranges:
        named = reader.state_in(each)
        if named is not None and (not below_name or codes_of(reader.text[named[0] : named[1]])):
            return reader.located(named)
    return None
