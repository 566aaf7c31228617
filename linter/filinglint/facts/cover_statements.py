"""The values at the captions of a cover: of one kind by their looks, of another by the words around them."""

from __future__ import annotations

import re
from itertools import islice

from filinglint.facts.captions import Caption, Kind
from filinglint.facts.cover_reading import Captioned
from filinglint.facts.cover_values import (
    EIN,
    FILE_NUMBER,
    NOTHING,
    PHONE,
    PHONE_BROKEN,
    ZIP,
    may_be_name,
)
from filinglint.facts.layout import Piece
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Range, Span
from filinglint.tables.places import codes_of

_DIGIT = pattern(r"\d")
_LETTERS = pattern(r"[^\W\d_]{2}")
INCORPORATED = pattern(
    r"\(?\s{0,9}\b(?:an?|the)\s+(?P<state>[A-Z][\w. ]{2,30}?)\s+(?:corporation|company|limited|partnership|trust"
    r"|statutory|business|public)\b",
    re.IGNORECASE,
)
_FORMERLY = pattern(
    r"\W*(?:formerly|previously|sponsored by|f/?k/?a)\b|\((?:solely )?(?:as|in its capacity|on behalf)\b", re.IGNORECASE
)
_LONGEST_ASIDE = 8  # lines
_LIKE_EIN = pattern(r"\d{2} ?[-–] ?\d{5,8}")  # digits are missing, or one too many
# A telephone that lost digits may have the looks of a file number.
_LIKE_PHONE = pattern(r"\(?[2-9]\d\d\)?[-. /–]{1,3}\d{2,3}[-. –]\d{2,4}")
_ENTITY = pattern(
    r"[\w,] (?:inc|incorporated|corp|corporation|l\.? ?p|l\.? ?l\.? ?c|ltd|limited|plc)\W*$", re.IGNORECASE
)
_BEFORE_BRACKET = pattern(r"([^()]{1,40}?)\s*\([^()]{1,80}\)?$")
_OTHERS = pattern(r"\b(?:agent|contact)\b", re.IGNORECASE)
_SEVERAL = pattern(r"\b(?:registrants|issuers|charters|names)\b", re.IGNORECASE)
_NAME_ENDS = pattern(
    r"\b(?:inc|incorporated|corp|corporation|company|co|ltd|limited|l\.?p|l\.?l\.?c|plc|n\.?v|s\.?a|trust|bancorp"
    r"|partnership|group|holdings|fund|association|bank|n\.?a|ag|partners)\W*$",
    re.IGNORECASE,
)


class Statements:
    """Reads values at the captions of one cover."""

    def __init__(self, captioned: Captioned, span: Span) -> None:
        self.page = captioned
        self.text = captioned.text
        self.rendered = captioned.layout.rendered
        self.span = span

    def place(self, caption: Caption) -> Span:
        """Return where *caption* stands."""
        return self.rendered.source_span(caption.start, caption.pieces[-1].end)

    def located(self, found: Range) -> Located[str]:
        """Return the words at *found* with their place."""
        return self.rendered.located(*found)

    def typed(self, caption: Caption, *expressions: re.Pattern[str]) -> list[Range]:
        """Return what the first of *expressions* that finds anything finds at *caption*."""
        for expression in expressions:
            inline = self.page.matches(self.page.inline(caption), expression)
            if inline:
                return inline
            above = self.page.typed(caption, expression, down=False)
            # What stands below a caption in brackets is the next one's, where captions follow their values.
            upward = caption.enclosed and not self.page.downward
            below = [] if upward else self.page.typed(caption, expression, down=True)
            found = (below or above) if self.page.downward else (above or below)
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
        if not caption.enclosed and len(self.page.group(caption)) == 1:
            return None  # "Commission file number ____": its value stands in its line, or nowhere
        for row in self.page.column(caption, down=self.page.downward):
            return row[0].start, row[-1].end
        return None

    def value(self, kind: Kind, *expressions: re.Pattern[str]) -> tuple[Leaf[str], tuple[Located[str], ...]]:
        """Return the value at the registrant's caption of *kind*, and all values there."""
        what = kind.value
        captions = self.captions(kind)
        if not captions:
            return self._without_caption(what, expressions[0]), ()
        found = [each for each in self.typed(captions[0], *expressions) if not self._is_fax(each)]
        if found:
            values = tuple(self.located(each) for each in found)
            if len({value.value for value in values}) > 1:
                looked = Span(values[0].span.start, max(value.span.end for value in values))
                return Unsure(looked, what, "several stand at the caption"), values
            return values[0], values[:1]
        otherwise = self._otherwise(captions[0], what)
        if isinstance(otherwise, Absent) and any(self.typed(other, *expressions) for other in captions[1:]):
            return Unsure(otherwise.looked, what, "only another caption like it has one"), ()
        return otherwise, ()

    def _is_fax(self, found: Range) -> bool:
        return "fax" in self.text[max(0, found[0] - 12) : found[0]].lower()

    def captions(self, kind: Kind) -> list[Caption]:
        """Return the captions of *kind*, the registrant's own and plainest first, an agent's only where no other is."""
        every = sorted(self.page.of(kind), key=lambda caption: len(caption.kinds))
        if len(every) < 2:
            return every
        return [caption for caption in every if not _OTHERS.search(caption.words)] or every

    def broken_phone(self) -> Located[str] | None:
        """Return a telephone whose area code stands apart from the rest, in another block or cell."""
        for caption in self.captions(Kind.PHONE)[:1]:
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
        like = {Kind.EIN.value: _LIKE_EIN, Kind.PHONE.value: _LIKE_PHONE}.get(what)
        mangled = like is not None and like.fullmatch(shown.strip())
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
        m = INCORPORATED.search(self.text, start, end)
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
        named = _BEFORE_BRACKET.match(words)  # "Maryland (Orchard Realty Trust)", of two registrants
        if named and not codes_of(words) and codes_of(named[1]):
            return start, start + named.end(1)
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
            return [[(piece.start, piece.end) for piece in self._with_next(beside[0])]]
        lines = [(piece.start, piece.end) for piece in self._name_pieces(caption)]
        if not lines:
            return []
        ended = [bool(_NAME_ENDS.search(self.text[start:end])) for start, end in lines]
        strict = len(lines) > 1 and all(_ENTITY.search(self.text[start:end]) for start, end in lines)
        if strict or (len(lines) > 1 and _SEVERAL.search(caption.words) and all(ended)):
            return [[line] for line in lines]
        return [lines]

    def _aside(self, caption: Caption) -> set[int]:
        """Return where the lines above *caption* begin that only add to the name: what it was, "(as depositor …)"."""
        lines: list[int] = []
        for row in islice(self.page.layout.above(caption.row), _LONGEST_ASIDE):
            lines.append(row[0].start)
            if _FORMERLY.match(row[0].words):
                return set(lines)
        return set()

    def _with_next(self, piece: Piece) -> list[Piece]:
        """Return *piece*, and the piece below it where the name goes on in a column of its own."""
        below = next(self.page.layout.below(piece.row), [])
        goes_on = (
            len(below) == 1
            and below[0].row == piece.row + 1
            and abs(below[0].left - piece.left) < 1
            and not _NAME_ENDS.search(piece.words)
            and below[0].start not in self.page.caption_pieces
            and may_be_name(below[0].words)
        )
        return [piece, *below] if goes_on else [piece]

    def _name_pieces(self, caption: Caption) -> list[Piece]:
        found: list[Piece] = []
        aside = self._aside(caption)
        blanks = 1 if not self.rendered.html else 4
        down = self.page.downward and not caption.enclosed
        for row in self.page.column(caption, down=down):
            piece = row[0]
            if piece.start in aside and not found:
                continue
            if not may_be_name(piece.words) or len(row) > 1:
                break
            if found and abs(piece.row - found[-1].row) > blanks and not down:
                # Only lines that follow each other, or the lines of rules between them, are one name.
                break
            found.append(piece)
            if len(found) >= 4:
                break
        return found if down else found[::-1]
