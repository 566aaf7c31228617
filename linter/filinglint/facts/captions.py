"""The captions of a cover page: small print that says what the words above, below or beside it are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from filinglint.documents.markup import folded
from filinglint.facts.layout import Layout, Piece
from filinglint.frozen import dataclass
from filinglint.located import CannotTell
from filinglint.patterns import pattern


class Kind(Enum):
    """What a caption asks for."""

    NAME = "name"
    STATE = "state"
    FILE_NUMBER = "file number"
    EIN = "EIN"
    ADDRESS = "address"
    ZIP = "ZIP code"
    PHONE = "telephone"
    FORMER = "former name"
    REPORT_DATE = "date of report"
    EVENT_DATE = "earliest event"
    SIC = "industry code"
    TRANSLATION = "translated name"
    AGENT = "agent for service"


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption: what it asks for, where it stands, and what follows it in its own line.

    ``rest`` is the range after its words in its last piece; empty when nothing follows. ``enclosed`` is
    whether it stands in brackets, as the forms print what belongs to the words above. It begins at
    ``start`` of the rendered text, and takes the rows and columns from ``row`` and ``left`` on.
    """

    kinds: frozenset[Kind]
    pieces: tuple[Piece, ...]
    words: str
    rest: tuple[int, int]
    enclosed: bool
    start: int
    row: int
    last_row: int
    left: float
    right: float

    @property
    def centre(self) -> float:
        """The column in its middle."""
        return (self.left + self.right) / 2


def _caption(kinds: frozenset[Kind], pieces: list[Piece], words: str, rest: tuple[int, int]) -> Caption:
    first = pieces[0]
    last, left, right = first.row, first.left, first.right
    for piece in pieces[1:]:
        last, left, right = max(last, piece.row), min(left, piece.left), max(right, piece.right)
    enclosed = words.lstrip()[:1] in ("(", "[")
    return Caption(kinds, tuple(pieces), words, rest, enclosed, first.start, first.row, last, left, right)


_WORDS = (
    "state states or other jurisdiction jurisdictions juris diction country province of incorporation incorporated "
    "organization organisation organizational organized formation and commission sec securities exchange file files "
    "number numbers no nos irs i r s internal revenue service employer employers employer's employee identification "
    "identifica tion id ein tax taxpayer exact name names registrant registrant's registrants registrants' "
    "issuer issuer's issuers small business entity issuing depositor sponsor sponsor's trust "
    "company company's as asspecified specified in its their charter charters governing instrument "
    "instruments organizational address addresses principal executive office offices office(s) zip code codes postal "
    "mailing telephone telephones phone including include area with former formerly if changed changes since last "
    "report reports reported reporting fiscal year the a date dates earliest event events applicable any agent for "
    "organizing document documents principle full each translation translated into english cik central index key "
    "registration under primary standard industrial classification from different than above first street city "
    "statement statements specify his her reg place business organizaton incorportion"
)


_APOSTROPHE = "['’´`]"  # an accent is typed for one at times


def _one_of(words: str) -> str:
    """Return an expression for one of *words*, the longest first, of which few are tried: those of one first letter."""
    rest: dict[str, list[str]] = {}
    for word in sorted(sorted(set(words.split())), key=len, reverse=True):
        rest.setdefault(word[0], []).append(re.escape(word[1:]).replace("'", _APOSTROPHE))
    return "|".join(f"{letter}(?:{'|'.join(endings)})" for letter, endings in rest.items())


_WORD = _one_of(_WORDS)
_MARKS = r"[\s.,;:/()\[\]&*#†‡\-]"
_CONSUMED = pattern(rf"(?i:{_MARKS}*+(?:(?:{_WORD})(?![\w’'´`])(?:\([sS]\))?{_MARKS}*+)++)")
_START = pattern(
    r"[\s(\[*#]{0,4}(?:states?|jurisdictions?|country|commission|sec|file|irs|i\. ?r\. ?s|internal|employer|exact"
    r"|names?|address|addresses|mailing|principal|full|zip|registrant|registrants|registrant['’´`]s|registrants['’´`]"
    r"|issuer['’´`]s|issuers?|company['’´`]s|telephone|area|former|formerly|date|primary|standard|tax|translation"
    r"|central|registration)\b",
    re.IGNORECASE,
)
_PARTY = r"(?:registrants?|issuers?|small business issuer|issuing entity|depositor|sponsor|trust|company|entity)"
_KINDS = (
    # "(formerly Example Corp.)" beneath a name asks for nothing.
    (Kind.FORMER, pattern(r"\bformer(?:ly)?\b.{0,80}\b(?:names?|address(?:es)?|fiscal|changed|reports?)\b", re.I)),
    (Kind.SIC, pattern(r"\bindustrial\b", re.I)),
    (Kind.TRANSLATION, pattern(r"\btranslat", re.I)),
    (Kind.AGENT, pattern(r"\bagents? for service\b", re.I)),
    (
        Kind.NAME,
        pattern(
            rf"\bexact names?\b|\bnames? of (?:the )?{_PARTY}|\bnames? as specified|\bnames? specified"
            r"|^[\s(\[]*registrants?[\s)\]]*$|^registrant[,;] |\b(?:registrant|company)(?:['’´`]s)? names?\b",
            re.I,
        ),
    ),
    (
        Kind.STATE,
        pattern(
            r"\b(?:states?|country)\b.{0,60}\b(?:incorporation|incorporated|organi[sz]ation|formation|jurisdiction)"
            r"|\bjurisdictions? of|^[\s(\[]*state[\s)\]]*$",
            re.I,
        ),
    ),
    (
        Kind.FILE_NUMBER,
        pattern(
            r"\b(?:commission|sec|exchange)\b.{0,30}\bfile\b|^[\s(\[]*file (?:no|number)"
            r"|\bregistration (?:statement )?(?:file )?(?:no|number)",
            re.I,
        ),
    ),
    (
        Kind.EIN,
        pattern(
            r"\b(?:employer|employee|taxpayer)\b|\b(?:irs|i\. ?r\. ?s).{0,20}\b(?:identification|id|ein|number|no)\b"
            r"|\btax id|internal revenue service",
            re.I,
        ),
    ),
    (Kind.PHONE, pattern(r"\b(?:tele)?phone", re.I)),
    (Kind.ADDRESS, pattern(r"\baddress|^[\s(\[]*principal executive offices?|^[\s(\[]*mailing address", re.I)),
    (Kind.ZIP, pattern(r"\b(?:zip|postal)\b", re.I)),
    (Kind.EVENT_DATE, pattern(r"\bearliest event", re.I)),
    (Kind.REPORT_DATE, pattern(r"\bdate of (?:the )?(?:this )?report\b(?!ed)", re.I)),
)
_BARE = pattern(r"[\s(\[]*(?:registrants?|state|file (?:no|number))[\s)\].]*", re.I)
_GOES_ON = pattern(
    r"(?:,|;|/|\b(?:of|and|or|the|its|in|as|if|including|with|principal|executive|area|zip|last))$", re.I
)
_MOST_ROWS = 5
_MOST_CAPTIONS = 300


@lru_cache(maxsize=4096)
def _kinds(words: str) -> frozenset[Kind]:
    found = frozenset(kind for kind, expression in _KINDS if expression.search(words))
    # "(Former name, former address …)" and "(Name, address … of agent for service)" ask for one thing.
    for whole in (Kind.FORMER, Kind.SIC, Kind.TRANSLATION, Kind.AGENT):
        if whole in found:
            return frozenset((whole,))
    return found


def _open_bracket(words: str) -> bool:
    return words.count("(") + words.count("[") > words.count(")") + words.count("]")


def find_captions(layout: Layout) -> tuple[Caption, ...]:
    """Return the captions among the pieces of *layout*, in reading order of their beginnings.

    Raises CannotTell when there are more than any cover has.
    """
    found: list[Caption] = []
    for caption in _Finder(layout).find():
        found.append(caption)
        if len(found) > _MOST_CAPTIONS:
            raise CannotTell("the first pages have too many captions to be one cover")
    return tuple(found)


@lru_cache(maxsize=4096)
def is_remainder(words: str) -> bool:
    """Tell whether *words* only end a caption that began elsewhere: "of incorporation or organization)"."""
    return words[-1] in ")]" and words[0] not in "([" and "(" not in words and _CONSUMED.fullmatch(words) is not None


@lru_cache(maxsize=4096)  # the captions of covers repeat from one to the next
def _consumed(words: str) -> int:
    """Return how many characters at the beginning of *words* are the words of a caption."""
    m = _CONSUMED.match(words)
    if m is None:
        return 0
    end = m.end()
    while end < len(words) and words[end - 1] in " ([&*#-":
        end -= 1
    return end


class _Finder:
    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._text = layout.text
        self._used: set[int] = set()

    def find(self) -> Iterator[Caption]:
        for piece in self._layout.pieces:
            if piece.start not in self._used and _START.match(piece.words):
                caption = self._assemble(piece)
                if caption is not None:
                    self._used.update(part.start for part in caption.pieces)
                    yield caption

    def _consumed(self, piece: Piece) -> int:
        """Return where in the rendered text the caption's words in *piece* end; its start when there are none."""
        return piece.start + _consumed(self._text[piece.start : piece.end])

    def _assemble(self, first: Piece) -> Caption | None:
        pieces = [first]
        end = self._consumed(first)
        words = folded(self._text[first.start : end])
        while end == pieces[-1].end and len(pieces) < _MOST_ROWS:
            following = self._below(pieces, words)
            if following is None:
                break
            taken = self._consumed(following)
            if taken == following.start or (taken < following.end and not _open_bracket(words)):
                break
            pieces.append(following)
            end = taken
            words += " " + folded(self._text[following.start : taken])
        last = pieces[-1]
        if _open_bracket(words) and end < last.end:
            # Words we do not know, up to the bracket's end: "(Registrant's telephone number, toll free)".
            close = self._text.find(")", end, last.end)
            if close >= 0 and not any(c.isdigit() for c in self._text[end:close]):
                end = close + 1
                words += folded(self._text[last.start : end])[len(words) :] if len(pieces) == 1 else ""
        kinds = _kinds(words)
        if not kinds or (_BARE.fullmatch(words) and end < last.end):
            return None
        while end < last.end and self._text[end] in " .:)]":
            end += 1
        return _caption(kinds, pieces, words, (end, last.end))

    def _below(self, pieces: list[Piece], words: str) -> Piece | None:
        """Return the piece of the next row that goes on with the caption, if any can."""
        last = pieces[-1]
        row = self._layout.rows.get(last.row + 1)
        if row is None:
            return None
        left = min(piece.left for piece in pieces)
        right = max(piece.right for piece in pieces)
        best: Piece | None = None
        most = 0.0
        for piece in row:
            shared = piece.overlap(left, right)
            if piece.start not in self._used and shared > most:
                best, most = piece, shared
        if best is None or best.words[0] in "([":
            return None
        ended = words[-1] in ")]:" or (_START.match(best.words) and not _GOES_ON.search(words))
        if ended and not _open_bracket(words) and _kinds(words):
            return None
        # A neighbour's continuation that only touches this column is not ours.
        if any(
            other.start != last.start and best.overlap(other.left, other.right) > most
            for other in self._layout.rows.get(last.row, ())
        ):
            return None
        return best
