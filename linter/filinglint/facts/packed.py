"""What a uuencoded document holds: pictures and PDF copies.

Source: POSIX uuencode, historical algorithm, as EDGAR uses it between ``<TEXT>`` and ``</TEXT>``. Blanks at
the ends of lines, which stand for zeros, are lost in many copies: a line that is too short says nothing.
"""

from __future__ import annotations

import binascii
from collections.abc import Sequence

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Span

_BEGIN = pattern(r"begin [0-7]{3,4} ([^\r\n]{1,200})")
_LOOK = 400
_ALPHABET = bytes(range(0x20, 0x61))
_FULL_LINE = 61
_LAST_LINES = 12
_BLOCK = 1_000_000  # code points of lines that are looked at together
_MAGIC = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x89PNG", "PNG"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
)


@dataclass(frozen=True, slots=True)
class Packed:
    """A uuencoded body: the name on its first line, what its content begins as, and its first damage.

    ``content`` is ``JPEG``, ``GIF``, ``PDF`` or the like, "" when its beginning is none of the known ones.
    ``damage`` is the first line that cannot be decoded, with ``reason``; ``ended`` whether the last is ``end``.
    """

    name: Leaf[str]
    content: str
    ended: bool
    damage: Span | None
    reason: str


@document_extractor("packed")
def packed(submission: Submission, document: Document) -> Packed:
    """Unpack the beginning of a uuencoded document and look over the rest. Raises NotApplicable for other bodies."""
    if document.body not in (Body.UUENCODED, Body.PDF):
        raise NotApplicable("it is not uuencoded")
    text, span = submission.source.text, document.content
    begin = _BEGIN.search(text, span.start, min(span.end, span.start + _LOOK))
    if begin is None:
        raise NotApplicable("it is not uuencoded")
    # Files of the feed end their lines with CR alone.
    line_end = "\n" if text.find("\n", begin.end(), span.end) >= 0 else "\r"
    start = text.find(line_end, begin.end(), span.end) + 1 or span.end
    feed = text.find(line_end, start, span.end)
    first = span.end if feed < 0 else feed
    stop = _end_line(text, start, span.end, line_end)
    last = span.end if stop is None else stop - 1
    damage, reason = _damage(text, start, last, line_end, stuffed=document.stuffed) or (None, "")
    name = begin[1].strip()
    at = begin.start(1)
    return Packed(
        Located(" ".join(name.split()), Span(at, at + len(name))) if name else Absent(span, "name of the packed file"),
        _content(text[start:first]),
        stop is not None,
        damage,
        reason,
    )


def _content(line: str) -> str:
    try:
        head = binascii.a2b_uu(line.rstrip("\r").encode("ascii"))
    except (binascii.Error, UnicodeEncodeError):
        return ""
    return next((name for magic, name in _MAGIC if head.startswith(magic)), "")


def _end_line(text: str, start: int, end: int, line_end: str) -> int | None:
    """Return where the last lines of ``text[start:end]`` say that the file ends; None where they do not."""
    for _ in range(_LAST_LINES):
        begin = text.rfind(line_end, start, end) + 1 or start
        if text[begin:end].strip() == "end":
            return begin
        if begin == start:
            break
        end = begin - 1
    return None


def _damage(text: str, start: int, end: int, line_end: str, *, stuffed: bool) -> tuple[Span, str] | None:
    """Return the first line of ``text[start:end]`` that is no uuencoding, and why; None when there is none.

    A line of a wrong length comes before one with a strange character.
    """
    strange: tuple[Span, str] | None = None
    while start <= end:
        feed = text.find(line_end, start + _BLOCK, end)
        piece = text[start : end if feed < 0 else feed]
        lines = piece.split(line_end)
        # Nearly all lines are full; only the others are looked at one by one.
        for index in [index for index, line in enumerate(lines) if len(line) != _FULL_LINE or line[0] != "M"]:
            line = lines[index].rstrip("\r")
            if stuffed and line.startswith("- "):
                line = line[2:]
            if not line.strip() or line[0] == "`":
                continue
            count = (ord(line[0]) - 32) & 63
            # One character more is a checksum that some encoders add.
            if len(line) - 1 > (count + 2) // 3 * 4 + 2:
                return _line(lines, index, start), "the line is longer than its count says"
        gone = b"" if strange else piece.encode("ascii", "replace").translate(None, _ALPHABET + b"\r\n")
        if gone:
            first = chr(gone[0])
            index = next(index for index, line in enumerate(lines) if first in line)
            strange = _line(lines, index, start), f"the character '{first}' is no uuencoding"
        start += len(piece) + 1
    return strange


def _line(lines: Sequence[str], index: int, start: int) -> Span:
    at = start + sum(len(line) + 1 for line in lines[:index])
    return Span(at, at + len(lines[index].rstrip("\r")))
