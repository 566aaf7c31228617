"""Who signed: conformed signatures, the names and titles typed with them, and their dates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise, zip_longest

from filinglint.dates import find_dates
from filinglint.facts.layout import Layout, Piece
from filinglint.facts.signature_entry import Entry, Signer
from filinglint.facts.signature_words import MARK, ORGANISATION, TITLE, has_mark, is_head, is_person
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Range, Span

_STARS = ("*", "**", "***")
_BETWEEN_SLASHES = pattern(r"/ ?[A-Z][\w.,'’ -]{3,50}[\w.] ?/")
_BY = pattern(r"(?:\*{1,40} ?)?by(?![a-z0-9]) ?[:;.]?[\s_*]*", re.IGNORECASE)
_LABELLED = pattern(r"(?P<label>name(?: and |/)title|name|print name|title|its|capacity) ?:\s*", re.IGNORECASE)
_DATE_LABEL = pattern(r"\W*(?:dated?|dated? ?as ?of|this)\b\W*", re.IGNORECASE)
_BRACKETED = pattern(
    r"[(\[] ?(?:registrants?|signature|date|issuer|depositor|sponsor|seal|company)[\s\w]{0,20}[)\]]|registrant",
    re.IGNORECASE,
)
_SUFFIX = pattern(
    r" ?(?:jr|sr|ii|iii|iv|esq|m\.? ?d|ph\.? ?d|cpa|cfa|j\.? ?d|mba|cgma|ed\.? ?d|d\.? ?phil|dds|pe)\b", re.IGNORECASE
)
_HEADS_SIGNERS = pattern(r"\([ivx]{1,4}\) ?[a-z]", re.IGNORECASE)  # "(iii) Principal accounting officer:"
_DRAWN = pattern(r"[-_=]{4}")
_BRACES = pattern(r"[)}|\]\s]+")
_ITS = pattern(r"its {1,9}(?=[A-Z])", re.IGNORECASE)
_OF_ORGANISATION = pattern(r"\bits\b|general partner", re.IGNORECASE)
_ATTORNEY = pattern(r"attorney|^\*+ ?by\b", re.IGNORECASE)
_FORM = pattern(r"\bform\b", re.IGNORECASE)
_OF_DATES = pattern(r"[0-9]|[Dd]ay|DAY")  # no date is spelled without a figure or a day
_PAGE = pattern(r"\W*(?:[A-Z]{1,3}-)?\d{1,3}\W*|table of contents|<page>", re.IGNORECASE)
_JOINS = pattern(r"(?:,|-|–|&|\b(?:and|of|for|the))$")
_QUOTES = "\"'‘’“”"
_NEAR_ROWS = 9
_NEXT_BLOCK = 6000  # characters
_MANY = 200  # signatures: no block has so many, and none of them is then a "By" without one


def _opens(pieces: list[Piece]) -> bool:
    """Tell whether a bracket that *pieces* open is still open: "Officer (Principal"."""
    words = "".join(piece.words for piece in pieces)
    return words.count("(") > words.count(")")


class Signed:
    """The signers among the pieces of *layout* from *start* on, and what else stands there."""

    def __init__(self, layout: Layout, start: int, span: Span) -> None:
        self.layout = layout
        self.text = layout.text
        self.rendered = layout.rendered
        self.span = span
        first = layout.index_at(start)
        self.pieces = layout.pieces[first:]
        self.dates = self._dates()
        self._starts = [piece.start for piece in self.pieces]
        self._date_pieces = [self._piece_at(at) for at, _ in self.dates]
        self.dated = {piece.start for piece in self._date_pieces if piece is not None}
        self._date_starts = [at for at, _ in self.dates]
        self.entries = sorted(self._entries(), key=lambda entry: entry.start)
        self.taken: set[int] = set()
        self._leave_out_later_dates()
        rows = sorted({entry.row for entry in self.entries})
        for entry in self.entries:
            following = bisect_right(rows, entry.row)
            limit = entry.row + _NEAR_ROWS
            self._describe(entry, min(rows[following], limit) if following < len(rows) else limit)

    def _leave_out_later_dates(self) -> None:
        """Forget the dates of the pages after the last signature, where there are some before."""
        if not self.entries:
            return
        after = self.between(self.entries[-1].end, self.entries[-1].end + 4000)
        foot = next((piece.start for piece in after if _PAGE.fullmatch(piece.words)), None)
        foot = self._end_of_labelled_date(after) if foot is None else foot
        if foot is None or not self.dates or self.dates[0][0] > foot:
            return
        kept = [index for index, (at, _) in enumerate(self.dates) if at < foot]
        self.dates = [self.dates[index] for index in kept]
        self._date_pieces = [self._date_pieces[index] for index in kept]
        self._date_starts = [at for at, _ in self.dates]

    def _end_of_labelled_date(self, after: tuple[Piece, ...]) -> int | None:
        """Return where the only date "Dated: …" ends among the pieces *after* the signatures; None where none does."""
        labelled = [piece.end for piece in after if piece.start in self.dated and _DATE_LABEL.match(piece.words)]
        return labelled[0] if len(labelled) == 1 else None

    def between(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the pieces that begin at or after *start* and before *end*."""
        return self.pieces[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _piece_at(self, offset: int) -> Piece | None:
        """Return the piece in which the character at *offset* stands."""
        index = bisect_right(self._starts, offset) - 1
        return self.pieces[index] if index >= 0 and offset < self.pieces[index].end else None

    def _dates(self) -> list[tuple[int, Leaf[date]]]:
        found: list[tuple[int, Leaf[date]]] = []
        for start, end in self._lines_of_pieces():
            words = self.text[start:end]
            dates = list(find_dates(words)) if _OF_DATES.search(words) else []
            if dates and _FORM.search(self.text, start, end):
                continue  # a page's foot: "June 30, 2023 Form 10-Q"
            for each in dates:
                span = self.rendered.source_span(start + each.start, start + each.end)
                leaf: Leaf[date] = (
                    Located(each.date, span) if each.date else Unsure(span, "date", f"'{each.text}' is in no calendar")
                )
                found.append((start + each.start, leaf))
        return found

    def _lines_of_pieces(self) -> Iterator[Range]:
        """Yield the ranges of the pieces, those of one line together: a date may be split over two of them."""
        held: Range | None = None
        row = -1
        for piece in self.pieces:
            if held is not None and piece.row == row and "\n" not in self.text[held[0] : piece.end]:
                held = (held[0], piece.end)
                continue
            if held is not None:
                yield held
            held, row = (piece.start, piece.end), piece.row
        if held is not None:
            yield held

    def _beside(self, piece: Piece) -> Piece | None:
        """Return the next piece to the right of *piece* in its row."""
        right = [other for other in self.layout.rows[piece.row] if other.start > piece.start]
        return min(right, key=lambda other: other.start) if right else None

    def _entries(self) -> Iterator[Entry]:
        marks = [self._signature(piece) for piece in self.pieces if self._is_signature(piece.words)]
        unsigned = [] if len(marks) > _MANY else list(self._unsigned(marks))
        yield from marks
        yield from unsigned
        if not marks and not unsigned:
            yield from self._typed()

    def _is_signature(self, words: str) -> bool:
        """Tell whether *words* have the mark of a signature, or stand for one."""
        if words in _STARS or ("*" in (words[0], words[-1]) and is_person(words.strip("* "))):
            return self._by_attorney
        return has_mark(words) or self._is_quoted(words)

    def _signature(self, piece: Piece) -> Entry:
        """Return the signature that *piece* is, with the name or the title that stands in its line."""
        found = MARK.search(self.text, piece.start, piece.end)
        by = _BY.match(self.text, piece.start, piece.end)
        begin = by.end() if by else piece.start
        start = found.start() if found else begin
        end, right = piece.end, piece.right
        name: Range | None = None
        if found and not self.text[found.end() : piece.end].strip():
            beside = self._beside(piece)
            if is_person(self.text[begin:start].strip()):  # "Ann Doe /s/"
                start, name = begin, self._stripped(begin, start)
            elif beside is not None and beside.start not in self.dated:
                end, right = beside.end, beside.right
        whole, end = end, self._signature_end(start, end)
        entry = Entry(piece.row, piece.line, piece.left, right, self.rendered.located(start, end), start, end, name)
        if found and self.text[end : end + 1] == "," and TITLE.search(self.text, end, whole):
            # "/s/ Ann Doe, President": both stand in its line.
            entry.name = self._stripped(found.end(), end)
            entry.titles.append(self._stripped(end + 1, whole))
        return entry

    @staticmethod
    def _is_quoted(words: str) -> bool:
        """Tell whether *words* are a name between slashes, or between quotation marks: that is a signature, too."""
        if "/" not in words and words[-1] not in _QUOTES:
            return False
        name = _BY.sub("", words, count=1)
        quoted = name[:1] in _QUOTES and name[-1:] in _QUOTES and len(name) > 2 and is_person(name.strip(_QUOTES))
        return quoted or _BETWEEN_SLASHES.fullmatch(name) is not None

    @cached_property
    def _by_attorney(self) -> bool:
        """Whether an attorney signed, so that stars stand for signatures."""
        return any(_ATTORNEY.search(piece.words) for piece in self.pieces)

    def _attorney_follows(self, at: int) -> bool:
        """Tell whether an attorney signs below *at*, in this block or the next: one signature may serve several."""
        return _ATTORNEY.search(self.text, at, at + _NEXT_BLOCK) is not None

    def _typed(self) -> Iterator[Entry]:
        """Yield the first person with a title below the name, where neither "By" nor a signature stands."""
        capitals = list(self._in_capitals())
        if capitals:
            yield from capitals
            return
        for above, (piece, below) in zip((None, *self.pieces), pairwise(self.pieces), strict=False):
            if (
                is_person(piece.words)
                and TITLE.search(below.words)
                and below.overlap(piece.left, piece.right) > 0
                and 0 < below.row - piece.row <= 2
            ):
                leaf: Leaf[str] = Absent(self.span, "signature")
                place = (piece.start, piece.end)
                twice = above is not None and above.words.casefold() == piece.words.casefold()
                if above is not None and twice and above.overlap(piece.left, piece.right) > 0:
                    typed = self.rendered.source_span(above.start, above.end)
                    leaf = Unsure(typed, "signature", "a name stands there without /s/")
                yield Entry(piece.row, piece.line, piece.left, piece.right, leaf, *place, name=place)
                return

    def _in_capitals(self) -> Iterator[Entry]:
        """Yield the signatures typed in capitals above the same names, which are printed with their titles."""
        for piece, below, third in zip_longest(self.pieces, self.pieces[1:], self.pieces[2:]):
            if below is None:
                return
            name, comma, title = below.words.partition(",")
            if not comma and third is not None and third.overlap(below.left, below.right) > 0:
                title = third.words
            if (
                piece.words.isupper()
                and is_person(piece.words)
                and piece.words == name.upper() != name
                and TITLE.search(title)
                and 0 < below.row - piece.row <= 2
                and below.overlap(piece.left, piece.right) > 0
            ):
                leaf = self.rendered.located(piece.start, piece.end)
                yield Entry(piece.row, piece.line, piece.left, piece.right, leaf, piece.start, piece.end)

    def _signature_end(self, start: int, end: int) -> int:
        """Return where the signature ends: before a date, a brace or a title that goes on in its line."""
        following = bisect_right(self._date_starts, start)
        if following < len(self._date_starts):
            end = min(end, self._date_starts[following])
        words = self.text[start:end]
        comma = words.find(",")
        if comma > 0 and TITLE.search(words, comma) and not _SUFFIX.match(words[comma + 1 :]):
            end = start + comma
        while end > start and self.text[end - 1] in " ,;)_-}|":
            end -= 1
        return end

    def _unsigned(self, marks: list[Entry]) -> Iterator[Entry]:
        """Yield the places where "By" stands and no signature does."""
        by_row: dict[int, list[Entry]] = {}
        for entry in marks:
            by_row.setdefault(entry.row, []).append(entry)
        signed = {entry.start for entry in marks}
        for piece, following in zip_longest(self.pieces, self.pieces[1:]):
            by = _BY.match(piece.words)
            if by is None or piece.start in self.dated:
                continue
            rest = piece.words[by.end() :].strip()
            if rest and by[0][-1] not in " :;_.":
                continue
            if not rest and "_" not in piece.words and following is not None and following.start in signed:
                continue  # the signature is the next line, however far below
            right = piece.right + 30
            near = (entry for row in range(piece.row - 2, piece.row + 3) for entry in by_row.get(row, ()))
            if any(entry.right > piece.left - 2 for entry in near):
                continue
            beside, end = self._beside(piece), piece.end
            if not rest and beside is not None and beside.start not in self.dated:
                rest, right, end = beside.words, beside.right, beside.end
            leaf = self._without_mark(piece, rest, end)
            if leaf is not None:
                typed = self._stripped(end - len(rest), end) if isinstance(leaf, Unsure) else None
                yield Entry(piece.row, piece.line, piece.left, right, leaf, piece.start, piece.end, typed=typed)

    def _without_mark(self, piece: Piece, rest: str, end: int) -> Leaf[str] | None:
        """Return what *rest*, which ends at *end*, says behind the "By" of *piece*; None for what is no signature."""
        if not rest:
            return Absent(self.rendered.source_span(piece.start, piece.end), "signature")
        if ORGANISATION.search(rest) or _OF_ORGANISATION.search(rest):
            return None
        if rest.endswith("*") and is_person(rest.rstrip("* ")) and self._attorney_follows(end):
            return self.rendered.located(end - len(rest), end)
        if is_person(rest.strip(_QUOTES)):
            span = self.rendered.source_span(piece.start, end)
            return Unsure(span, "signature", "a name stands there without /s/")
        return None

    def _describe(self, entry: Entry, until: int) -> None:
        """Find the name and title of *entry* below its signature, before the row *until*, or beside it."""
        for piece in self._column(entry, until):
            if not self._note(entry, piece):
                self._leave(entry, piece)
                break
            self.taken.add(piece.start)
        if not entry.titles:
            self._title_beside(entry, until)
        if entry.name is None and "*" in (self.text[entry.start], self.text[entry.end - 1]):
            typed = self.text[entry.start : entry.end].strip("* ")
            if is_person(typed):  # the name itself, and a star that says who signed for it
                begin = self.text.index(typed, entry.start)
                entry.name = (begin, begin + len(typed))
        if isinstance(entry.conformed, Unsure) and entry.name is None:
            beside = [
                piece for piece in self.layout.rows[entry.row] if piece.start > entry.start and is_person(piece.words)
            ]
            if beside:
                entry.name = (beside[0].start, beside[0].end)
        if entry.typed and entry.name and self._told_by_capitals(entry.typed, entry.name):
            entry.conformed = self.rendered.located(*entry.typed)

    def _told_by_capitals(self, typed: Range, name: Range) -> bool:
        """Tell whether a signature is *typed* in capitals, and so is told from the *name* that is printed below it."""
        signature, printed = self.text[slice(*typed)], self.text[slice(*name)]
        return signature.isupper() and not printed.isupper() and signature == printed.upper()

    def _leave(self, entry: Entry, piece: Piece) -> None:
        """Remember words below the name that are no title we know, and nothing else either."""
        if entry.name is not None and not entry.titles and piece.start not in self.dated:
            other = _BY.match(piece.words) or ORGANISATION.search(piece.words) or is_person(piece.words)
            if not other and len(piece.words) < 60 and any(c.isalpha() for c in piece.words):
                entry.unread = (piece.start, piece.end)

    def _column(self, entry: Entry, until: int) -> Iterator[Piece]:
        """Yield the pieces below the signature in its columns, and those beside a label there."""
        missing = 0
        covered = entry.start
        right = max(entry.right, entry.left + 12)
        slack = 0 if self.rendered.html else 2  # cells of a table meet at their edges
        for row in range(entry.row + 1, until):
            pieces = [
                piece
                for piece in self.layout.rows.get(row, [])
                if piece.overlap(entry.left - slack, right) > 0 and piece.start > covered
            ]
            if not pieces:
                missing += 1
                if missing > 3:
                    return
                continue
            # Blank lines set a name apart, never a title from its name.
            if missing > 1 and entry.name is not None and not self.rendered.html:
                return
            missing = 0
            for piece in pieces:
                if piece.start < covered:
                    continue
                if _LABELLED.fullmatch(piece.words + ("" if ":" in piece.words else ":")) and (
                    beside := self._beside(piece)
                ):
                    yield Piece(
                        piece.start,
                        beside.end,
                        piece.row,
                        piece.left,
                        beside.right,
                        piece.cell,
                        piece.line,
                        f"{piece.words} {beside.words}",
                    )
                    right = max(right, beside.right)
                    covered = beside.end
                else:
                    yield piece

    def _note_labelled(self, entry: Entry, piece: Piece, labelled: re.Match[str]) -> None:
        """Take what stands behind a label, which *piece* begins with; on the next line, where nothing does."""
        label = labelled["label"].lower()
        m = _LABELLED.match(self.text, piece.start, piece.end)
        value = self._stripped(m.end() if m else piece.start, piece.end)
        entry.label = ""
        if labelled.end() == len(piece.words):
            entry.label = label
        elif label.endswith("name"):
            entry.name = value
        elif label.startswith("name") and entry.name is None and self._name(entry, *value, self.text[slice(*value)]):
            pass  # "Name and title: Ann Doe, President"
        else:
            entry.titles.append(value)

    def _note_awaited(self, entry: Entry, piece: Piece) -> bool:
        """Take *piece* as what the label on the line before is for; False when it is not like it."""
        label, entry.label = entry.label, ""
        if label.endswith("name"):
            if is_person(piece.words.rstrip(",;: ")):
                entry.name = self._stripped(piece.start, piece.end)
                return True
        elif sum(c.isalpha() for c in piece.words) > 2:
            entry.titles.append(self._stripped(piece.start, piece.end))
            return True
        return False

    def _note(self, entry: Entry, piece: Piece) -> bool:
        """Take *piece* as the name or a line of the title of *entry*; False when it is neither, and ends both."""
        words, start = piece.words, piece.start
        if not any(c.isalnum() or c == "*" for c in words) or _BRACKETED.fullmatch(words) or _BRACES.fullmatch(words):
            return True
        if _BY.fullmatch(words):
            return entry.name is None
        labelled = _LABELLED.match(words)
        if start in self.dated or _DATE_LABEL.fullmatch(words) or (labelled is None and is_head(words)):
            return _DATE_LABEL.match(words) is not None and entry.name is None
        if labelled is not None:
            self._note_labelled(entry, piece, labelled)
            return True
        if entry.label and self._note_awaited(entry, piece):
            return True
        if _SUFFIX.fullmatch(words.rstrip(".")):
            if entry.name is not None and not entry.titles and not self.text[entry.name[1] : start].strip(" ,\n-_"):
                entry.name = (entry.name[0], piece.end)
            return True
        if _HEADS_SIGNERS.match(words):
            return False
        if entry.name is None and not entry.titles and self._name(entry, start, piece.end, words):
            return True
        if TITLE.search(words) or (entry.titles and self._goes_on(entry, words)):
            if len(words.split()) > 30:
                return False
            its = None if entry.titles else _ITS.match(words)
            entry.titles.append(self._stripped(start + (its.end() if its else 0), piece.end))
            return True
        return False

    def _name(self, entry: Entry, start: int, end: int, words: str) -> bool:
        """Take *words*, which stand at ``text[start:end]``, as the name of *entry*, with or without a title."""
        if words[0] == "(" and words[-1] == ")":
            start, end, words = start + 1, end - 1, words[1:-1].strip()
        elif words[0] == "(" and ")" not in words:  # "(Ann Doe, Vice President" goes on in the next line
            start, words = start + 1, words[1:].strip()
        comma = self._title_after_comma(words)
        signed = self._signed_name(entry, words)
        if comma:
            at = self.text.find(",", start, end)
            for _ in range(comma - 1):
                at = self.text.find(",", at + 1, end)
            entry.name = self._stripped(start, at)
            entry.titles.append(self._stripped(at + 1, end))
        elif signed and TITLE.search(words, signed):
            entry.name = self._stripped(start, start + signed)
            entry.titles.append(self._stripped(start + signed, end))
        elif is_person(words.rstrip(",;: ")) or _SUFFIX.search(words):
            entry.name = self._stripped(start, end)
        return entry.name is not None

    def _signed_name(self, entry: Entry, words: str) -> int:
        """Return how many characters of *words* repeat the signature's name: "Ann Doe President"; else 0."""
        if not isinstance(entry.conformed, Located):
            return 0
        name = MARK.sub("", entry.conformed.value).strip(" .,")
        same = len(name) > 4 and words.casefold().startswith(name.casefold() + " ")
        return len(name) if same and "  " not in words else 0

    @staticmethod
    def _title_after_comma(words: str) -> int:
        """Return which comma of *words* parts a name from a title; 0 when none does."""
        parts = words.split(",")
        for number in range(1, len(parts)):
            if is_person(parts[0].strip()) and TITLE.search(parts[number]) and not _SUFFIX.match(parts[number]):
                return number
        return 0

    def _goes_on(self, entry: Entry, words: str) -> bool:
        """Tell whether *words* go on with a title that ended in a joining word: "Vice President and"."""
        last = self.text[slice(*entry.titles[-1])].rstrip() if entry.titles else ""
        return (
            _JOINS.search(last) is not None
            or last.count("(") > last.count(")")
            or (len(words) < 50 and words[0].islower())
        )

    def _title_beside(self, entry: Entry, until: int) -> None:
        """Take the title from the columns to the right: in lists of directors it stands beside the signature."""
        first = entry.row if self.rendered.html else entry.row - 1
        taken: list[Piece] = []
        for row in range(first, until):
            for piece in self.layout.rows.get(row, []):
                if (
                    piece.left >= entry.left + 1
                    and (piece.start >= entry.end - 1 or piece.row < entry.row)
                    and piece.start not in self.dated
                    and piece.start not in self.taken
                    and (not taken or piece.overlap(taken[0].left - 2, taken[0].right + 2) > 0)
                    and (TITLE.search(piece.words) or (taken and (_opens(taken) or not is_person(piece.words))))
                    and not _BRACES.fullmatch(piece.words)
                    and not is_head(piece.words)
                ):
                    taken.append(piece)
            if taken and not self.rendered.html and not self.layout.rows.get(row):
                break
        if not taken and self.rendered.html:
            line = {piece.line for piece in self.layout.rows[entry.row] if piece.start == entry.start}
            near = self.between(entry.end, entry.end + 2000)
            right = [piece for piece in near if piece.line in line]
            unread = [piece for piece in right if piece.start not in self.dated and len(piece.words) > 3]
            if unread:
                entry.unread = (unread[0].start, unread[0].end)
        for piece in taken[:5]:
            self.taken.add(piece.start)
            entry.titles.append(self._stripped(piece.start, piece.end))

    def _stripped(self, start: int, end: int) -> Range:
        while start < end and self.text[start] in " \n\t,;:_":
            start += 1
        while end > start and (
            self.text[end - 1] in " \n\t,;_}|" or (self.text[end - 1] == ")" and self.text[end - 2] in " )\t")
        ):
            end -= 1
        return start, end

    def signers(self, block_date: Leaf[date]) -> Iterator[tuple[Entry, Signer]]:
        """Yield the signers in reading order; *block_date* is the day that holds for all where no other stands."""
        dates = self._dates_of_entries(block_date)
        for entry, day in zip(self.entries, dates, strict=True):
            band = self.rendered.source_span(entry.start, max(entry.end, self.band_end(entry)))
            name: Leaf[str] = self.rendered.located(*entry.name) if entry.name else Absent(band, "name of the signer")
            unread = entry.unread
            if not entry.name and (aside := self._aside(entry)):
                name = Unsure(self.rendered.source_span(*aside), "name of the signer", "it may stand in another column")
                unread = unread or aside
            titles = [each for each in entry.titles if each[0] < each[1]]
            words = "".join(self.text[first:last] for first, last in titles)
            opened = entry.name is not None and self.text[entry.name[0] - 1] == "("
            if opened and words.endswith(")") and words.count(")") > words.count("("):
                titles[-1] = (titles[-1][0], titles[-1][1] - 1)
            lines = tuple(self.rendered.located(*each) for each in titles)
            yield entry, Signer(entry.conformed, name, self._title(titles, unread, band), lines, day)

    def _aside(self, entry: Entry) -> Range | None:
        """Return words just below the signature that nobody has taken, and that name a person or an office."""
        for row in range(entry.row + 1, entry.row + 5):
            for piece in self.layout.rows.get(row, []):
                free = piece.start > entry.end and piece.start not in self.taken and piece.start not in self.dated
                if free and (is_person(piece.words) or TITLE.search(piece.words)) and not has_mark(piece.words):
                    return piece.start, piece.end
        return None

    def band_end(self, entry: Entry) -> int:
        """Return where the last words of *entry* end."""
        ends = [entry.end, *(each[1] for each in entry.titles)]
        return max([*ends, entry.name[1]] if entry.name else ends)

    def _title(self, titles: list[Range], unread: Range | None, band: Span) -> Leaf[str]:
        if not titles and unread:
            return Unsure(self.rendered.source_span(*unread), "title", "the words may be a title")
        if not titles:
            return Absent(band, "title")
        start, end = titles[0][0], titles[-1][1]
        inside = self.between(start - 1, end)
        alone = all(
            any(first <= piece.start < last or piece.start <= first < piece.end for first, last in titles)
            for piece in inside
        )
        if not alone:
            return Unsure(self.rendered.source_span(start, end), "title", "other words stand between its lines")
        if _DRAWN.search(self.text, start, end):
            return Unsure(self.rendered.source_span(start, end), "title", "a line is drawn between its lines")
        return self.rendered.located(start, end)

    def _is_said_above(self, block_date: Leaf[date]) -> bool:
        """Tell whether *block_date* stands above the signatures, and every other date below them."""
        if not isinstance(block_date, Located) or not self.entries or not self.dates:
            return False
        first = self.rendered.source_span(self.entries[0].start, self.entries[0].end)
        return block_date.span.start < first.start and self._date_starts[0] > self.entries[-1].end

    def _dates_of_entries(self, block_date: Leaf[date]) -> list[Leaf[date]]:
        count = len(self.entries)
        leaves = [leaf for _, leaf in self.dates]
        if not leaves or self._is_said_above(block_date):
            return [block_date] * count
        if len(leaves) == count:
            return leaves
        by_line: dict[int, list[Leaf[date]]] = {}
        for piece, leaf in zip(self._date_pieces, leaves, strict=True):
            if piece is not None:
                by_line.setdefault(piece.line, []).append(leaf)
        days = {leaf.value if isinstance(leaf, Located) else None for leaf in leaves}
        one = len(days) == 1 and None not in days
        unclear: Leaf[date] = Unsure(self.span, "date", "it cannot be told whose date is whose")
        found: list[Leaf[date]] = []
        for entry in self.entries:
            here = by_line.get(entry.line, [])
            found.append(here[0] if len(here) == 1 else leaves[0] if one else unclear)
        return found
