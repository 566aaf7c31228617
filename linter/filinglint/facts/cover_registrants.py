"""The registrants on a cover, and how to reach them: one, or several in a table or one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from filinglint.facts.captions import Caption, Kind
from filinglint.facts.cover_address import CoverAddress, no_address, read_address, unsure_address
from filinglint.facts.cover_reading import Captioned, Range
from filinglint.facts.cover_values import (
    EIN,
    EIN_BARE,
    FILE_NUMBER,
    NOTHING,
    PHONE,
    PHONE_BROKEN,
    PHONE_FOREIGN,
    PHONE_LOCAL,
    STATE_AT_END,
    ZIP,
    may_be_name,
)
from filinglint.facts.layout import Piece
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.spans import Span
from filinglint.tables.places import codes_of

_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_INCORPORATED = re.compile(
    r"\(?\s*\b(?:an?|the)\s+(?P<state>[A-Z][\w. ]{2,30}?)\s+(?:corporation|company|limited|partnership|trust|statutory"
    r"|business|public)\b",
    re.IGNORECASE,
)
_LIKE_EIN = re.compile(r"\d{2} ?[-–] ?\d{5,8}")  # digits are missing, or one too many
_ENTITY = re.compile(
    r"[\w,] (?:inc|incorporated|corp|corporation|l\.? ?p|l\.? ?l\.? ?c|ltd|limited|plc)\W*$", re.IGNORECASE
)
_HOUSE = re.compile(r"^\d{1,6}\b|^(?:one|two|three|p\.? ?o\.? box)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:registrants|issuers|charters|names)\b", re.IGNORECASE)
_NAME_ENDS = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|co|ltd|limited|l\.?p|l\.?l\.?c|plc|n\.?v|s\.?a|trust|bancorp"
    r"|partnership|group|holdings|fund|association|bank|n\.?a|ag|partners)\W*$",
    re.IGNORECASE,
)
_NAME = "registrant's name"
_ROLES = ("depositor", "sponsor", "issuing entity", "issuer", "trust")


@dataclass(frozen=True, slots=True)
class CoverRegistrant:
    """One registrant as the cover names it.

    ``file_numbers`` are all numbers at the caption; ``commission_file_number`` is unsure when there are
    several. ``role`` is ``registrant``, or what the caption of the name says (``depositor``, ``sponsor`` …).
    """

    role: str
    name: Leaf[str]
    commission_file_number: Leaf[str]
    state_of_incorporation: Leaf[str]
    ein: Leaf[str]
    file_numbers: tuple[Located[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Registrants:
    """The registrants on a cover, at least one; *contact* is known here only when a table states it too."""

    registrants: tuple[CoverRegistrant, ...]
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Where the registrant is, and where it was."""

    address: CoverAddress
    telephone: Leaf[str]
    former: Leaf[str]


class _Reader:
    def __init__(self, captioned: Captioned, span: Span) -> None:
        self.page = captioned
        self.text = captioned.text
        self.rendered = captioned.layout.rendered
        self.span = span

    def place(self, caption: Caption) -> Span:
        """Return where *caption* stands."""
        return self.rendered.source_span(caption.start, caption.pieces[-1].end)

    def located(self, found: Range) -> Located[str]:
        return self.rendered.located(*found)

    def typed(self, caption: Caption, *expressions: re.Pattern[str]) -> list[Range]:
        """Return what the first of *expressions* that finds anything finds at *caption*."""
        for expression in expressions:
            inline = self.page.matches(self.page.inline(caption), expression)
            if inline:
                return inline
            above = self.page.typed(caption, expression, down=False)
            below = self.page.typed(caption, expression, down=True)
            found = (below or above) if self.page.downward else (above or below)
            if (
                above
                and below
                and not caption.enclosed
                and not self.page.downward
                and len(self.page.group(caption)) == 1
            ):
                # A caption without brackets between two values: the nearer column decides nothing.
                return above
            if found:
                return found
        return []

    def words_at(self, caption: Caption) -> Range | None:
        """Return the words at *caption*, of whatever kind: after it, else above or below it."""
        rest = self.page.rest(caption)
        if rest:
            return rest
        beside = self.page.beside(caption)
        if beside and not caption.enclosed:
            return beside[0].start, beside[0].end
        for row in self.page.column(caption, down=self.page.downward):
            return row[0].start, row[-1].end
        return None

    def value(self, kind: Kind, *expressions: re.Pattern[str]) -> tuple[Leaf[str], tuple[Located[str], ...]]:
        """Return the value at the first caption of *kind* that has one, and all values there."""
        what = kind.value
        last: Leaf[str] = Absent(self.span, what)
        if not any(self.page.of(kind)):
            return self._without_caption(what, expressions[0]), ()
        for caption in self.page.of(kind):
            found = self.typed(caption, *expressions)
            if found:
                values = tuple(self.located(each) for each in found)
                if len({value.value for value in values}) > 1:
                    looked = Span(values[0].span.start, max(value.span.end for value in values))
                    return Unsure(looked, what, "several stand at the caption"), values
                return values[0], values[:1]
            if isinstance(last, Absent):
                last = self._otherwise(caption, what)
        return last, ()

    def broken_phone(self) -> Located[str] | None:
        """Return a telephone whose area code stands apart from the rest, in another block or cell."""
        for caption in self.page.of(Kind.PHONE):
            last = caption.pieces[-1]
            above = next(self.page.layout.above(caption.row), [])
            starts = [piece.start for piece in above if piece.start not in self.page.caption_pieces]
            first = min(starts, default=caption.start)
            for m in PHONE_BROKEN.finditer(self.text, first, min(self.page.layout.end, last.end + 60)):
                if m.end() <= caption.start or m.start() >= caption.rest[0] - 2:
                    return self.located(m.span())
        return None

    def _without_caption(self, what: str, expression: re.Pattern[str]) -> Leaf[str]:
        """Return what no caption asks for: a telephone is one without being called so, other numbers are not."""
        layout = self.page.layout
        found = self.page.matches([(layout.start, layout.end)], expression)
        if not found:
            return Absent(self.span, what)
        if expression is PHONE and len(found) == 1:
            return self.located(found[0])
        return Unsure(self.rendered.source_span(*found[0]), what, "no caption says what the number is")

    def _otherwise(self, caption: Caption, what: str) -> Leaf[str]:
        """Return what stands at *caption* where nothing looks as it should: other digits are still its value."""
        looked = self.place(caption)
        words = self.words_at(caption)
        if words is None:
            return Absent(looked, what)
        shown = self.text[words[0] : words[1]]
        if NOTHING.fullmatch(shown):
            return Unsure(self.rendered.source_span(*words), what, f"it says '{shown.strip()}'")
        others = (FILE_NUMBER, EIN, PHONE, ZIP)
        mangled = what == Kind.EIN.value and _LIKE_EIN.fullmatch(shown.strip())
        if not mangled and any(other.fullmatch(shown.strip()) for other in others):
            return Unsure(self.rendered.source_span(*words), what, "another number stands at its caption")
        if sum(c.isdigit() for c in shown) >= 5 and len(shown.strip()) <= 16 and not _LETTERS.search(shown):
            return self.located(words)
        return Unsure(self.rendered.source_span(*words), what, "the words at its caption look like none")

    def state(self, caption: Caption) -> list[Range]:
        """Return the states named at *caption*."""
        for found in self.page.inline(caption):
            if (state := self.state_in(found)) is not None:
                return [state]
        ways = (True, False) if self.page.downward else (False, True)
        for down in ways:
            states: list[Range] = []
            for row in self.page.column(caption, down=down):
                here = [state for piece in row if (state := self.state_in((piece.start, piece.end)))]
                # Words further off are a second state only where they surely name one.
                if not here or (states and not all(codes_of(self.text[start:end]) for start, end in here)):
                    break
                states += here
            if states:
                return sorted(states)
        return []

    def state_in(self, found: Range) -> Range | None:
        """Return the part of *found* that may name a state or country: the words before any number."""
        start, end = found
        m = _INCORPORATED.search(self.text, start, end)
        if m:
            return m.span("state")
        digit = _DIGIT.search(self.text, start, end)
        if digit:
            end = digit.start()
        while end > start and self.text[end - 1] in " ,;:-(":
            end -= 1
        words = self.text[start:end]
        if words.startswith("(") and words.endswith(")"):
            start, end, words = start + 1, end - 1, words[1:-1]
        if not _LETTERS.search(words) or len(words) > 60 or NOTHING.fullmatch(words):
            return None
        if not codes_of(words) and (_NAME_ENDS.search(words) or not may_be_name(f"x {words}")):
            return None
        return start, end

    def with_zip_column(self, caption: Caption, row: list[Piece]) -> list[Piece]:
        """Return *row* with what else stands in it above the caption of the ZIP code, and is none."""
        group = self.page.group(caption)
        whole = [piece for piece in self.page.layout.rows[row[0].row] if piece.start not in self.page.caption_pieces]
        beside = []
        for piece in whole:
            if piece not in row and not ZIP.fullmatch(piece.words):
                owner = self.page.owner(piece, whole, group)
                if owner is None or Kind.ZIP in owner.kinds:
                    beside.append(piece)
        return sorted([*row, *beside], key=lambda piece: piece.start)

    def names(self, caption: Caption) -> list[list[Range]]:
        """Return the names at *caption*, each as its lines from top to bottom."""
        rest = self.page.rest(caption)
        if rest and not caption.enclosed and may_be_name(self.text[rest[0] : rest[1]]):
            return [[rest]]
        beside = self.page.beside(caption)
        if not caption.enclosed and len(beside) == 1 and len(self.page.group(caption)) == 1:
            return [[(beside[0].start, beside[0].end)]]
        lines = [(piece.start, piece.end) for piece in self._name_pieces(caption)]
        if not lines:
            return []
        ended = [bool(_NAME_ENDS.search(self.text[start:end])) for start, end in lines]
        strict = len(lines) > 1 and all(_ENTITY.search(self.text[start:end]) for start, end in lines)
        if strict or (len(lines) > 1 and _SEVERAL.search(caption.words) and all(ended)):
            return [[line] for line in lines]
        return [lines]

    def _name_pieces(self, caption: Caption) -> list[Piece]:
        found: list[Piece] = []
        blanks = 1 if not self.rendered.html else 4
        down = self.page.downward and not caption.enclosed
        for row in self.page.column(caption, down=down, blanks=4):
            piece = row[0]
            if not may_be_name(piece.words) or len(row) > 1:
                break
            if found and abs(piece.row - found[-1].row) > blanks and not down:
                # Only lines that follow each other, or the lines of rules between them, are one name.
                break
            found.append(piece)
            if len(found) >= 4:
                break
        return found if down else found[::-1]


def read_registrants(captioned: Captioned, span: Span) -> Registrants:
    """Return the registrants on the cover, at least one."""
    reader = _Reader(captioned, span)
    table = _table(reader)
    if table.registrants:
        return table
    names = [(caption, lines) for caption in captioned.of(Kind.NAME) for lines in reader.names(caption)]
    if not any(captioned.of(Kind.NAME)):
        # "(Translation of registrant's name into English)" alone, below the name.
        names = [(caption, lines) for caption in captioned.of(Kind.TRANSLATION) for lines in reader.names(caption)]
    number, numbers = reader.value(Kind.FILE_NUMBER, FILE_NUMBER)
    ein, _ = reader.value(Kind.EIN, EIN, EIN_BARE)
    states = [(caption, reader.state(caption)) for caption in captioned.of(Kind.STATE)]
    first = CoverRegistrant("registrant", _name(reader, names[:1]), number, _state(reader, states), ein, numbers)
    if len(names) < 2:
        return Registrants((first,), None)
    return Registrants(tuple(_stacked(reader, names)), None)


def _role(caption: Caption) -> str:
    words = caption.words.lower()
    return next((role for role in _ROLES if role in words and "registrant" not in words), "registrant")


def _name(reader: _Reader, names: list[tuple[Caption, list[Range]]]) -> Leaf[str]:
    if not names:
        captions = list(reader.page.of(Kind.NAME))
        if captions:
            return Absent(
                reader.rendered.source_span(captions[0].start, captions[0].pieces[-1].end), "registrant's name"
            )
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


def _state(reader: _Reader, states: list[tuple[Caption, list[Range]]]) -> Leaf[str]:
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
        return Absent(reader.span, what)
    caption = states[0][0]
    words = reader.words_at(caption)
    if words is None or words[0] >= words[1]:
        return Absent(reader.place(caption), what)
    return Unsure(reader.rendered.source_span(*words), what, "the words at its caption name no state or country")


def _stacked(reader: _Reader, names: list[tuple[Caption, list[Range]]]) -> Iterator[CoverRegistrant]:
    """Yield the registrants whose statements stand one after another, or side by side in the same order."""
    page = reader.page
    bounds = [caption.start for caption, _ in names]
    shared = len(set(bounds)) == 1

    def in_order(kind: Kind, found: list[tuple[Caption, list[Range]]]) -> list[Leaf[str]]:
        every = [each for _, ranges in found for each in ranges]
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


def _table(reader: _Reader) -> Registrants:
    """Return the registrants of a table whose heads are the captions; none when the cover has no such table."""
    page = reader.page
    heads = next(
        (
            caption
            for caption in page.of(Kind.FILE_NUMBER)
            if len(page.group(caption)) > 1
            and any(Kind.NAME in other.kinds for other in page.group(caption))
            and not page.inline(caption)
            and not page.typed(caption, FILE_NUMBER, down=False)
        ),
        None,
    )
    if heads is None:
        return Registrants((), None)
    # Captions of several lines ("Registrant, State of Incorporation," above "Address and Telephone Number")
    # are captions of one column.
    group = page.group(heads)
    edge = max(caption.last_row for caption in group)
    start = min(caption.start for caption in group)
    columns = {id(caption): caption for caption in group}
    rows: list[dict[int, list[Piece]]] = []
    for row in page.layout.below(edge, 4):
        if any(piece.start in page.caption_pieces and piece.start > start for piece in row):
            # The lower line of a head is no row, and any other caption ends the table.
            if rows:
                break
            continue
        owned: dict[int, list[Piece]] = {}
        for piece in row:
            owner = max(group, key=lambda caption: piece.overlap(caption.left, caption.right))
            if piece.overlap(owner.left, owner.right) > 0:
                owned.setdefault(id(owner), []).append(piece)
        if not owned and rows:
            break
        rows.append(owned)
    records: list[list[dict[int, list[Piece]]]] = []
    for owned in rows:
        numbers = [piece for piece in owned.get(id(heads), []) if FILE_NUMBER.search(piece.words)]
        if numbers:
            records.append([])
        if records:
            records[-1].append(owned)
    registrants = tuple(_record(reader, record, columns, heads) for record in records)
    holder = next((key for key, caption in columns.items() if Kind.NAME in caption.kinds), 0)
    lower = [caption for caption in page.captions if caption.start > start and caption.row <= edge]
    if not records or not any(Kind.ADDRESS in caption.kinds for caption in [*group, *lower]):
        return Registrants(registrants, None)
    cell = [piece for row in records[0] for piece in row.get(holder, [])]
    return Registrants(registrants, _contact_in(reader, cell, registrants[0]))


def _contact_in(reader: _Reader, pieces: list[Piece], registrant: CoverRegistrant) -> Contact:
    """Return the address and telephone among *pieces*, which state all of one registrant."""
    telephone: Leaf[str] = Absent(reader.span, Kind.PHONE.value)
    lines: list[Range] = []
    name = registrant.name.span.end if isinstance(registrant.name, Located) else -1
    for piece in pieces:
        phones = reader.page.matches([(piece.start, piece.end)], PHONE)
        if phones:
            telephone = reader.located(phones[0])
        elif reader.rendered.source_span(piece.start, piece.end).end != name and not _INCORPORATED.search(piece.words):
            lines.append((piece.start, piece.end))
    address = read_address(reader.rendered, lines, []) if lines else no_address(reader.span)
    return Contact(address, telephone, Absent(reader.span, Kind.FORMER.value))


def _record(
    reader: _Reader, rows: list[dict[int, list[Piece]]], columns: dict[int, Caption], heads: Caption
) -> CoverRegistrant:
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
            eins = reader.page.matches(ranges, EIN)
            if len(eins) == 1:
                found = replace(found, ein=reader.located(eins[0]))
        if Kind.NAME in caption.kinds and ranges and may_be_name(reader.text[ranges[0][0] : ranges[0][1]]):
            found = replace(found, name=reader.located(ranges[0]))
        if Kind.STATE in caption.kinds:
            after = ranges[1:] if Kind.NAME in caption.kinds else ranges
            for each in after:
                named = reader.state_in(each)
                if named is not None and (Kind.NAME not in caption.kinds or codes_of(reader.text[named[0] : named[1]])):
                    found = replace(found, state_of_incorporation=reader.located(named))
                    break
    return found


def read_contact(captioned: Captioned, span: Span) -> Contact:
    """Return address, telephone and former name, as the captions of the cover ask for them."""
    reader = _Reader(captioned, span)
    telephone, _ = reader.value(Kind.PHONE, PHONE)
    if not isinstance(telephone, Located) and any(captioned.of(Kind.PHONE)):
        telephone = reader.broken_phone() or reader.value(Kind.PHONE, PHONE_FOREIGN, PHONE_LOCAL)[0]
    return Contact(_address(reader), telephone, _former(reader))


def _address(reader: _Reader) -> CoverAddress:
    page = reader.page
    caption = next(iter(page.of(Kind.ADDRESS)), None)
    if caption is None:
        return _address_without_caption(reader)
    looked = reader.place(caption)
    rest = page.rest(caption)
    pieces: list[Range] = []
    if rest and not caption.enclosed:
        pieces = [rest]
    else:
        for row in page.column(caption, down=page.downward):
            for piece in reader.with_zip_column(caption, row)[::-1]:
                if PHONE.fullmatch(piece.words) or FILE_NUMBER.fullmatch(piece.words) or EIN.fullmatch(piece.words):
                    break
                pieces.append((piece.start, piece.end))
            if pieces and page.layout.text.count("\n", pieces[-1][1], pieces[0][0]) > 8 and not reader.rendered.html:
                break
        if not page.downward:
            pieces.reverse()
    if not pieces:
        uncaptioned = _address_without_caption(reader)
        if isinstance(uncaptioned.block, Absent):
            return no_address(looked)
        return unsure_address(looked, "no words stand at its caption, others that look like one elsewhere")
    zips: list[Range] = []
    for other in page.of(Kind.ZIP):
        near = other.row - caption.last_row <= 3 and caption.row - other.last_row <= 3
        if other is not caption and near and (found := reader.typed(other, ZIP)):
            zips = found
            break
    if len(pieces) > 7:
        return unsure_address(looked, "too many lines stand at its caption")
    alone = [line for line in pieces if ZIP.fullmatch(reader.text, *line)]
    zips = zips or alone
    lines = [line for line in pieces if line not in zips and line not in alone]
    return read_address(reader.rendered, lines, zips) if lines else no_address(looked)


def _address_without_caption(reader: _Reader) -> CoverAddress:
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


def _former(reader: _Reader) -> Leaf[str]:
    page = reader.page
    caption = next(iter(page.of(Kind.FORMER)), None)
    if caption is None:
        return Absent(reader.span, Kind.FORMER.value)
    looked = reader.place(caption)
    rest = page.rest(caption)
    if rest:
        return reader.located(rest)
    rows = list(page.column(caption, down=page.downward and not caption.enclosed))
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
