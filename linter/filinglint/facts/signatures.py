"""The signature blocks of the main document: on whose behalf it is signed, by whom, and when.

Source: the signature pages of the forms, and Rule 302 of Regulation S-T (typed signatures), 1993 to 2026.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from heapq import merge
from itertools import islice
from typing import Literal

from filinglint.dates import find_dates
from filinglint.documents.markup import Rendered
from filinglint.documents.signs import Signs, sign
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.cover_values import may_be_name
from filinglint.facts.extractor import extractor
from filinglint.facts.first_words import lowered
from filinglint.facts.layout import Layout, Piece
from filinglint.facts.signature_entry import Entry, Signer
from filinglint.facts.signature_words import MARK, ORGANISATION, TITLE, has_mark, is_person
from filinglint.facts.signers import Signed
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Span, trimmed

# Each by its first word.
_SENTENCES = (
    (
        sign("ursuant"),
        pattern(
            r"ursuant\s{1,9}(?i:to\s{1,9}the\s{1,9}(?:requirements?\s{1,9}of\b"
            r"|securities\s{1,9}act\s{1,9}of\s{1,9}1933(?:,\s{1,9}as\s{1,9}amended)?,\s{1,9}the\s{1,9}undersigned\b))"
            r"|URSUANT\s{1,9}TO\s{1,9}THE\s{1,9}REQUIREMENTS?\s{1,9}OF\b"
        ),
    ),
    (
        sign("accordance"),
        pattern(
            r"accordance\s{1,9}with\s{1,9}"
            r"(?i:the\s{1,9}(?:requirements?\s{1,9}of|(?:securities\s{1,9})?exchange\s{1,9}act)|section)\b"
            r"|ACCORDANCE\s{1,9}WITH\s{1,9}"
            r"(?:THE\s{1,9}(?:REQUIREMENTS?\s{1,9}OF|(?:SECURITIES\s{1,9})?EXCHANGE\s{1,9}ACT)|SECTION)\b"
        ),
    ),
    (
        sign("certifies"),
        pattern(
            r"certifies\s{1,9}that\s{1,9}it\s{1,9}meets\s{1,9}all\b"
            r"|CERTIFIES\s{1,9}THAT\s{1,9}IT\s{1,9}MEETS\s{1,9}ALL\b"
        ),
    ),
)
_BEGINNING = pattern(
    r"(?:the\s{1,9}(?:registrant|issuer|company)\s{1,9}(?:hereby\s{1,9})?|p|in\s{1,9})\Z", re.IGNORECASE
)
_SIGNED = pattern(r"\bsign(?:ed)?\b", re.IGNORECASE)
_HEADING = pattern(
    r"^[^\w\n]*(?:(?:power\s+of\s+attorney\s+and\s+)?signature(?:s|\s?\(s\))?(?:\s+page)?(?:\s+of\s[^\n]{1,60})?"
    r"|s i g n a t u r e(?: s)?)[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADED = (sign("ignature"), sign("i g n a t u r e"))
_SIGNATURE = pattern(r"s ?i ?g ?n ?a ?t ?u ?r ?e", re.IGNORECASE)
_ON_BEHALF = pattern(r"\b(?:duly|authori[sz]ed|behalf|caused|witness|undersigned|to be signed)\b", re.IGNORECASE)
_STOP = pattern(
    r"\W*(?:know\s+all|power\s+of\s+attorney|exhibit\s+(?:index|list|no|number|\d)|exhibits?\W*$|index\b|list\s+of\s+exh"
    r"|certifications?\b|statement\s+of\s+differences|supplemental\s+information\s+to|each\s+person\s+whose"
    r"|attachments?\W*$|schedule\s+[ivx\d]|report\s+of\s+independent|consent\s+of|for\s+immediate|news\s+release"
    r"|press\s+(?:release|information)|contacts?:|table\s+of\s+exhibits|appendix|annex\b)",
    re.IGNORECASE,
)
_PERSONS = pattern(r"\bfollowing\s+persons?\b|\bin\s+the\s+capacit", re.IGNORECASE)
_REGISTRANT_MARK = pattern(r"[(\[]? ?(?:registrants?|issuer|depositor|company|issuing entity) ?[)\]]?", re.IGNORECASE)
_MARKED = pattern(r"[ \t\xa0]{0,9}(?:[(\[] ?registrant ?[)\]]|, ?registrant)$", re.IGNORECASE)
_DATED = pattern(
    r"\b(?:(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|day\s+of)\b", re.IGNORECASE
)
# A day whose month is misspelt is no name.
_DAY_AND_YEAR = pattern(r"\b\d{1,2}(?:st|nd|rd|th)?,? ?(?:19|20)\d\d\W*$")
_CAPACITY = pattern(
    r"(?:solely\s|not\s.{0,60})?\bas\s(?:the\s|its\s|master\s|co-)?"
    r"(?:depositor|trustee|servicer|agent|administrator|manager|sponsor|issuer|seller|general|custodian|attorney)\b",
    re.IGNORECASE,
)
_DATE_LABEL = pattern(r"dated?\b", re.IGNORECASE)
_ENDS_PLAN = pattern(r"\bplan\W*\Z", re.IGNORECASE)  # "Alpha Widgets, Inc." above "Employee Savings Plan"
_BY_BEFORE = pattern(r"\bby\W{1,19}\Z", re.IGNORECASE)
# "Date: ________, 20__": the form before somebody dates it.
_UNFILLED = pattern(r"\bdated?\b[\s:]{0,9}_{2,40}[\s,_]{0,40}(?:(?:19|20)[\d_]{0,2}_)?(?!\s{0,9}\w)", re.IGNORECASE)
_SENTENCE_END = pattern(r"[.:](?=\s|$)")
_MOST_HEADINGS = 20
_MOST_BLOCKS = 1000  # registration statements of groups have one for each of hundreds of guarantors
_LONGEST_SENTENCE = 1200
_LONGEST_BROKEN = 700
_PARAGRAPH_END = pattern(r"[ \t]{0,80}\n")
_LONGEST_BLOCK = 24_000
_STEP = 1500  # most blocks are shorter
_HEADING_BEFORE = 500
_WRAPPED = 10  # words of a line of a typed paragraph
_PROSE = 22  # words: no line of a signature block is so long


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """One block of signatures.

    ``kind`` is ``registrant`` for the block that signs on the registrant's behalf, ``persons`` for the
    list of officers and directors of an annual report or registration statement. ``registrants`` are the
    names above the signatures; co-registrants that sign apart have blocks of their own, which share
    heading and sentence. No signers means that no place for a signature was found.
    """

    span: Span
    kind: Literal["registrant", "persons"]
    heading: Leaf[str]
    sentence: Leaf[str]
    registrant: Leaf[str]
    registrants: tuple[Located[str], ...]
    date: Leaf[date]
    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """The signature blocks of the main document in reading order; none when it has none in ``looked``."""

    looked: Span
    blocks: tuple[SignatureBlock, ...]

    @property
    def signers(self) -> tuple[Signer, ...]:
        """All signers of all blocks."""
        return tuple(signer for block in self.blocks for signer in block.signers)


@extractor("signatures")
def signatures(submission: Submission) -> Signatures:
    """Read the signature blocks of the main document. Raises NotApplicable when there is none to read."""
    document = main_document(submission)
    rendered = document.rendered
    anchors = list(islice(_anchors(rendered), _MOST_BLOCKS))
    blocks: list[SignatureBlock] = []
    for index, anchor in enumerate(anchors):
        limit = anchors[index + 1].begin if index + 1 < len(anchors) else len(rendered.text)
        blocks.extend(_Block(rendered, submission.source.text, anchor, limit).read())
    return Signatures(document.content, tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where a block begins, its heading and its sentence, as ranges of the rendered text."""

    begin: int
    heading: tuple[int, int] | None
    sentence: tuple[int, int] | None


def _anchors(rendered: Rendered) -> Iterator[_Anchor]:
    text = rendered.text
    found: list[_Anchor] = []
    for start, words_end in _beginnings(rendered.signs):
        if found and found[-1].sentence and start < found[-1].sentence[1]:
            continue  # "…, the Registrant certifies that it meets all of the requirements …" goes on with its sentence
        end = _sentence_end(rendered, start)
        if _SIGNED.search(text, words_end, end) is None:
            # Its lines may stand apart: broken by tags, or typed with a blank line after each.
            end = _sentence_end(rendered, start, broken=True)
            if _SIGNED.search(text, words_end, end) is None:
                continue
        lowest = found[-1].sentence[1] if found and found[-1].sentence else 0
        before = max(lowest, start - _HEADING_BEFORE)
        while before > lowest and text[before - 1].isspace():  # a heading may be centred by hundreds of blanks
            before -= 1
        headings = [h for h in _HEADING.finditer(text, before, start) if _close(text, h.end(), start)]
        heading = trimmed(text, *headings[-1].span()) if headings else None
        found.append(_Anchor(heading[0] if heading else start, heading, (start, end)))
    if not found:
        # The last heading with a signature after it needs no sentence.
        last = deque(_headings(rendered.signs), _MOST_HEADINGS)
        headings = [h for h in last if MARK.search(text, h.end(), h.end() + 3000)]
        found = [_Anchor(h.start(), trimmed(text, *h.span()), None) for h in headings[-1:]]
    yield from found


def _beginnings(signs: Signs) -> list[tuple[int, int]]:
    """Return where the sentences of signature blocks may begin, and where their first words end, in order."""
    found: list[tuple[int, int]] = []
    text = signs.text
    for word, expression in _SENTENCES:
        for at in signs.caseless(word):
            m = expression.match(text, at)
            if m is None:
                continue
            window = max(0, at - 40)
            before = _BEGINNING.search(text[window:at])
            if before:
                found.append((window + before.start(), m.end()))
    return sorted(found)


def _headings(signs: Signs) -> Iterator[re.Match[str]]:
    """Yield what _HEADING finds in the text that has *signs*."""
    text, end = signs.text, 0
    for at in merge(*map(signs.caseless, _HEADED)):
        line = text.rfind("\n", 0, at) + 1
        if line < end:
            continue
        above = _line_above(text, end, line)
        m = _HEADING.match(text, above) if above is not None else None
        m = m or _HEADING.match(text, line)
        if m:
            yield m
            end = m.end()


def _line_above(text: str, start: int, line: int) -> int | None:
    """Return the beginning of the line, after *start*, from which "power of attorney and" goes on in *line*."""
    at = line
    for word in ("and", "attorney", "of", "power"):
        while at > start and text[at - 1].isspace():
            at -= 1
        if at - start < len(word) or lowered(text[at - len(word) : at]) != word:
            return None
        at -= len(word)
    begin = text.rfind("\n", 0, at) + 1
    return begin if begin >= start else None


def _close(text: str, start: int, end: int) -> bool:
    """Tell whether little stands between a heading and its sentence: a second heading, a page number."""
    return len(text[start:end].split()) <= 12


def _is_short(line: str) -> bool:
    """Tell whether *line* may be a heading, by its length."""
    return len(line.split()) <= 8 and len(line) < 120


def _sentence_end(rendered: Rendered, start: int, broken: bool = False) -> int:
    """Return where the sentence that begins at *start* ends: its full stop or colon, or its paragraph's end.

    One that is *broken* over paragraphs ends with the first that ends in a full stop or colon, within a few lines.
    """
    text = rendered.text
    limit = min(len(text), start + _LONGEST_SENTENCE)
    if broken:
        limit = min(limit, start + _LONGEST_BROKEN)
        stop = -1
        for line in _PARAGRAPH_END.finditer(text, start, limit):
            stop = line.start()
            if text[stop - 1] in ".:":
                break
    elif rendered.html and "pre" not in rendered.tag_names:
        stop = text.find("\n", start, limit)
    else:
        m = re.compile(r"\n[ \t]*\n").search(text, start, limit)
        stop = m.start() if m else -1
    limit = stop if stop >= 0 else limit
    for m in _SENTENCE_END.finditer(text, start, limit):
        before = text[max(start, m.start() - 4) : m.start()]
        if m[0] == ":" or not (before[-1:].isupper() or before.endswith(("No", "Inc", "Corp", "Co", "Ltd", " Mr"))):
            return m.end()
    return trimmed(text, start, limit)[1]


def _is_company(name: str) -> bool:
    """Tell whether *name*, above a list of persons, is a company's, and neither a person's nor an office."""
    return ORGANISATION.search(name) is not None and TITLE.search(name) is None


class _Block:
    """Reads one block: what stands after its sentence."""

    def __init__(self, rendered: Rendered, source: str, anchor: _Anchor, limit: int) -> None:
        self._rendered, self._anchor = rendered, anchor
        self._text = rendered.text
        heading = anchor.heading[1] if anchor.heading else anchor.begin
        self._said_from = heading
        self._start = anchor.sentence[1] if anchor.sentence else self._after_prose(heading)
        line = self._text.rfind("\n", 0, self._start) + 1
        limit = min(limit, self._start + _LONGEST_BLOCK)
        self._layout = self._signed(rendered, source, line, limit)
        self._end_at = end = self._layout.end
        self._span = rendered.source_span(anchor.begin, max(end, self._start))

    def _after_prose(self, heading: int) -> int:
        """Return where the words under *heading* end that are signed, such as the certification of a Schedule 13G."""
        mark = MARK.search(self._text, heading, heading + _STEP)
        lines = self._text[heading : mark.start()].splitlines(keepends=True) if mark else []
        at = start = heading
        prose = False
        for line in lines:
            at += len(line)
            # The last line of a paragraph may be short.
            prose = len(line.split()) >= _WRAPPED or (prose and bool(line.strip()))
            if prose:
                start = at
        return start

    def _signed(self, rendered: Rendered, source: str, line: int, limit: int) -> Layout:
        """Return the layout from *line* on to where the signatures end and other matter begins, at *limit* or before.

        Most are short, and pages of other matter follow: more and more of it is laid out until the end is found.
        """
        plain = not rendered.html or "pre" in rendered.tag_names
        # What stands on a row of a table says how wide its columns are to rows above: they are seen together.
        reach = limit if rendered.html and plain else line
        step = _STEP
        while True:
            reach = self._text.find("\n", reach + step, limit) if reach + step < limit else limit
            reach = limit if reach < 0 else reach
            layout = Layout(rendered, source, line, reach)
            end = self._end(layout, plain)
            if end is not None:
                return Layout(rendered, source, line, end)
            if reach == limit:
                return layout
            step *= 4

    def _end(self, layout: Layout, plain: bool) -> int | None:
        """Return where the signatures end and other matter begins; None where none does."""
        for piece in layout.pieces[layout.index_at(self._start) :]:
            count = len(piece.words.split())
            wrapped = plain and piece.left < 12 and count >= _WRAPPED and len(piece.words) > 60
            if _STOP.match(piece.words) or count > _PROSE or wrapped:
                return piece.start
        return None

    def read(self) -> Iterator[SignatureBlock]:
        rendered = self._rendered
        anchor = self._anchor
        signed = Signed(self._layout, self._start, self._span)
        sentence: Leaf[str] = (
            rendered.located(*anchor.sentence) if anchor.sentence else Absent(self._span, "sentence of signature")
        )
        heading: Leaf[str]
        if anchor.heading:
            heading = rendered.located(*anchor.heading)
        else:
            before = max(0, anchor.begin - _HEADING_BEFORE)
            looked = rendered.source_span(before, anchor.begin)
            heading = Absent(looked, "heading of the signatures")
            if any(
                _SIGNATURE.search(line) for line in self._text[before : anchor.begin].split("\n") if _is_short(line)
            ):
                heading = Unsure(looked, "heading of the signatures", "the word stands above, among others")
        first = None if anchor.sentence else MARK.search(self._text, self._start, self._end_at)
        if first and _ON_BEHALF.search(self._text, self._said_from, first.start()):
            sentence = Unsure(self._span, "sentence of signature", "other words of signing stand there")
        words = self._text[slice(*anchor.sentence)] if anchor.sentence else ""
        kind: Literal["registrant", "persons"] = "persons" if _PERSONS.search(words) else "registrant"
        block_date = self._date(signed)
        signers = list(signed.signers(block_date))
        if not signers:
            names = self._names(signed, 0, self._end_at)
            if kind == "persons":
                names = tuple(name for name in names if _is_company(name.value))
            yield self._block(kind, heading, sentence, names, block_date, (), self._end_at)
            return
        groups: list[tuple[tuple[Located[str], ...], list[Signer], int]] = []
        at = self._start
        for entry, signer in signers:
            names = self._names(signed, at, entry.start)
            if groups:
                # Between signers only what is surely a company begins a new block.
                names = tuple(name for name in names if kind == "registrant" and ORGANISATION.search(name.value))
            elif kind == "persons":
                names = tuple(name for name in names if _is_company(name.value))
            if names or not groups or self._is_own(entry, signer):
                groups.append((names, [], at))
            groups[-1][1].append(self._pictured(signer))
            at = max(entry.end, signed.band_end(entry))
        for names, people_, _ in groups:
            yield self._block(kind, heading, sentence, names, block_date, tuple(people_), at)

    def _is_own(self, entry: Entry, signer: Signer) -> bool:
        """Tell whether a person signs a statement of several for himself: by no "By", and in no office."""
        by = _BY_BEFORE.search(self._text, max(self._start, entry.start - 20), entry.start)
        return (
            self._anchor.sentence is None
            and by is None
            and isinstance(signer.conformed, Located)
            and isinstance(signer.name, Located)
            and isinstance(signer.title, Absent)
            and is_person(signer.name.value)
        )

    def _block(
        self,
        kind: Literal["registrant", "persons"],
        heading: Leaf[str],
        sentence: Leaf[str],
        names: tuple[Located[str], ...],
        day: Leaf[date],
        signers: tuple[Signer, ...],
        end: int,
    ) -> SignatureBlock:
        registrant: Leaf[str] = names[0] if names else Absent(self._span, "registrant above the signature")
        span = self._rendered.source_span(self._anchor.begin, max(end, self._start))
        return SignatureBlock(span, kind, heading, sentence, registrant, names, day, signers)

    def _date(self, signed: Signed) -> Leaf[date]:
        """Return the day of the block: the only one in it, or the one in its sentence."""
        said = self._said()
        last = signed.entries[-1].end if signed.entries else self._end_at
        if isinstance(said, Located) and all(at > last for at, _ in signed.dates):
            return said  # what stands below the signatures is of other pages
        values = {leaf.value for _, leaf in signed.dates if isinstance(leaf, Located)}
        if len(values) == 1:
            return next(leaf for _, leaf in signed.dates if isinstance(leaf, Located))
        if signed.dates:
            return Unsure(self._span, "date of signature", "several dates stand in the block")
        if said is not None:
            return said
        for piece in signed.pieces:
            if _DATE_LABEL.match(piece.words):
                line = " ".join(other.words for other in signed.pieces if other.line == piece.line)
                if any(c.isdigit() for c in line) and not _UNFILLED.search(line):
                    return Unsure(self._span, "date of signature", "the words after 'Date' are none we can read")
        return Absent(self._span, "date of signature")

    def _said(self) -> Leaf[date] | None:
        """Return the day that the sentence of the block names; None when it names none."""
        if not self._anchor.sentence:
            return None
        start, end = self._anchor.sentence
        for each in find_dates(self._text[start:end]):
            if each.date is not None:
                return Located(each.date, self._rendered.source_span(start + each.start, start + each.end))
        if _DATED.search(self._text, start, end):
            return Unsure(self._span, "date of signature", "the sentence names a day that we cannot read")
        return None

    def _names(self, signed: Signed, start: int, end: int) -> tuple[Located[str], ...]:
        """Return the names of registrants between *start* and *end*."""
        pieces = [
            piece
            for piece in signed.between(start, end)
            if piece.start not in signed.taken and piece.start not in signed.dated
        ]
        marks = [index for index, piece in enumerate(pieces) if _REGISTRANT_MARK.fullmatch(piece.words)]
        if marks:
            above = [piece for piece in pieces[: marks[0]] if self._may_be_registrant(piece)]
            return self._joined(above)
        return self._joined([piece for piece in pieces if self._may_be_registrant(piece)])

    def _may_be_registrant(self, piece: Piece) -> bool:
        words = piece.words
        return (
            may_be_name(words)
            and not has_mark(words)
            and not _DAY_AND_YEAR.search(words)
            and not re.match(r"(?i)(?:by|name|title|its|date|dated)\b\W|by$|\(|page\b|an?\s", words)
            and not _CAPACITY.match(words)
            and (ORGANISATION.search(words) is not None or not TITLE.search(words))
            and len(words) > 2
            and any(c.isalpha() for c in words)
            and not re.fullmatch(
                r"(?i)\W*(?:signatures?|names?|titles?|dates?|positions?|capacity|table of contents)\W*", words
            )
        )

    def _joined(self, pieces: list[Piece]) -> tuple[Located[str], ...]:
        """Return the names that *pieces* make: a line that ends no name goes on in the next."""
        found: list[Located[str]] = []
        start: int | None = None
        for index, piece in enumerate(pieces):
            begin = start if start is not None else piece.start
            following = pieces[index + 1] if index + 1 < len(pieces) else None
            goes_on = (
                following is not None
                and (not ORGANISATION.search(piece.words) or _ENDS_PLAN.search(following.words) is not None)
                and following.row - piece.row == 1
                and following.overlap(piece.left, piece.right) > 0
                and not self._text[piece.end : following.start].strip()
            )
            if goes_on:
                start = begin
                continue
            end = piece.end - (self._text[piece.end - 1] in ",*†")  # "Alpha, Inc.," goes on; "*" stands for a note
            mark = _MARKED.search(self._text, piece.start, end)
            found.append(self._rendered.located(begin, mark.start() if mark else end))
            start = None
        return tuple(found)

    def _pictured(self, signer: Signer) -> Signer:
        """Return *signer* unsure of a missing signature where a picture stands in the block."""
        if not isinstance(signer.conformed, Absent) or "img" not in self._rendered.tag_names:
            return signer
        if next(self._rendered.tags(frozenset(("img",)), self._start, self._end_at), None) is None:
            return signer
        leaf = Unsure(signer.conformed.span, "signature", "a picture stands in the block")
        return replace(signer, conformed=leaf)
