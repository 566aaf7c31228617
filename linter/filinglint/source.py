"""One file: its bytes, its text, and how to get from one to the other."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from typing import Literal

from filinglint.digests import sha256
from filinglint.errors import InputError
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.remote import bytes_of, is_remote
from filinglint.spans import LineIndex, Position, Span

_BOM = b"\xef\xbb\xbf"
_STRIDE = 4096
_PAIRED = pattern("[\U00010000-\U0010ffff]")
_BINARY = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (a .docx, .xlsx or .zip file)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
)


def bytes_at(path: str) -> bytes:
    """Return the bytes of the file at *path*, a URI too. Raises InputError when it cannot be read."""
    if is_remote(path):
        return bytes_of(path)
    try:
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError) as error:
        reason = _why_shut(path) or getattr(error, "strerror", None) or type(error).__name__
        raise InputError(path, f"cannot be read: {reason}", "check the path and its permissions") from error


def _why_shut(path: str) -> str | None:
    """Return why the folder at *path* cannot be looked into; None where it can, or is none."""
    try:
        os.listdir(path)
    except (OSError, ValueError) as error:
        return None if isinstance(error, NotADirectoryError) else getattr(error, "strerror", None)
    return None


_hashed: list[tuple[bytes, str]] = []


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of *data* in hexadecimal digits; of the same object asked for again, at once."""
    if not _hashed or _hashed[0][0] is not data:
        _hashed[:] = [(data, sha256(data))]
    return _hashed[0][1]


@dataclass(frozen=True, slots=True)
class Extraction:
    """Where the text that was taken out of a PDF or a Word file stands in it.

    ``starts`` are offsets into the text, rising; from each of them on the text stands at the place of the
    same index: page and line of the page (both from 1), or number of the paragraph (from 1, empty ones
    counted) and 0. ``heads`` and ``items`` are the offsets at which headings and list items begin;
    ``wrapped`` is whether lines were broken by hand. ``remarks`` are sentences for the reader of a report.
    """

    unit: Literal["page", "paragraph"]
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    heads: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
    wrapped: bool = False
    remarks: tuple[str, ...] = ()

    def at(self, offset: int) -> tuple[int, int]:
        """Return the place of the character at *offset* of the text."""
        return self.places[max(0, bisect_right(self.starts, offset) - 1)] if self.places else (1, 0)


@dataclass(frozen=True)
class Source:
    """One file's bytes and text.

    ``text`` is the decoded file without a byte order mark; ``encoding`` is ``ascii``, ``utf-8``,
    ``cp1252`` or ``latin-1``, the first of them that decodes every byte, or ``binary`` for a file of a
    draft that has no text. Offsets into ``text`` are code points; offsets into ``data`` are bytes from
    the start of the file, byte order mark included. With an ``extraction`` the text was taken out of the file:
    its encoding is ``extracted``, and no offset into it names a byte.
    """

    path: str
    data: bytes
    text: str
    encoding: str
    bom: int
    extraction: Extraction | None = None

    @classmethod
    def from_bytes(cls, data: bytes, path: str) -> Source:
        """Decode *data*. Raises InputError when it is empty, or binary."""
        if not data or data.isspace():
            raise InputError(path, "the file is empty", "name a filing or a BCP summary")
        if data.startswith(b"PK\x03\x04") and path.lower().endswith(".docx"):
            raise InputError(
                path, "this is a Word document, which EDGAR does not take", "name the HTML or plain text to be filed"
            )
        for magic, what in _BINARY:
            if data.startswith(magic):
                raise InputError(path, f"this is {what}, not a text", "name the filing or the text itself")
        if b"\0" in data[:8192]:
            raise InputError(path, "this is a binary file", "name a filing or a text")
        bom = len(_BOM) if data.startswith(_BOM) else 0
        for encoding in ("utf-8", "cp1252", "latin-1"):
            try:
                text = data[bom:].decode(encoding)
            except UnicodeDecodeError:
                continue
            # A text knows of itself whether it is ASCII: the bytes are gone through once.
            return cls(path, data, text, encoding if bom or not text.isascii() else "ascii", bom)
        raise AssertionError("latin-1 decodes every byte")

    @classmethod
    def from_path(cls, path: str) -> Source:
        """Read and decode the file at *path*. Raises InputError when that cannot be done."""
        return cls.from_bytes(bytes_at(path), path)

    @classmethod
    def binary(cls, data: bytes, path: str) -> Source:
        """Return a source that has bytes and no text; its encoding is ``binary``."""
        return cls(path, data, "", "binary", 0)

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return LineIndex(self.text)

    @cached_property
    def line_end(self) -> str:
        """How most lines of the text end: with LF, CRLF or CR; LF where there is but one line."""
        pairs = self.text.count("\r\n")
        ends = {"\n": self.text.count("\n") - pairs, "\r\n": pairs, "\r": self.text.count("\r") - pairs}
        return max(ends, key=lambda end: ends[end])

    @cached_property
    def _checkpoints(self) -> array[int]:
        """Byte offsets of every 4096th character of a text in UTF-8."""
        text = self.text
        sizes = (len(text[i : i + _STRIDE].encode("utf-8")) for i in range(0, len(text), _STRIDE))
        return array("Q", accumulate(sizes, initial=self.bom))

    @cached_property
    def _paired(self) -> array[int]:
        """The offsets of the characters of a text in UTF-8 that UTF-16 writes as a pair of code units."""
        return array("Q", (match.start() for match in _PAIRED.finditer(self.text)))

    def utf16_offset(self, offset: int) -> int:
        """Return the place of the character at *offset* in UTF-16 code units, byte order mark left out."""
        return offset if self.encoding != "utf-8" else offset + bisect_left(self._paired, offset)

    def byte_offset(self, offset: int) -> int:
        """Return the place in ``data`` of the character at *offset*."""
        if self.encoding != "utf-8":
            return offset + self.bom
        block = offset // _STRIDE
        return self._checkpoints[block] + len(self.text[block * _STRIDE : offset].encode("utf-8"))


@dataclass(frozen=True, slots=True)
class Units:
    """A place counted otherwise than in code points, where that makes a difference.

    Columns count from 1, offsets into the text from 0; byte columns are those of the file as it is encoded.
    """

    utf16_column: int
    utf16_end_column: int
    utf16_start: int
    utf16_end: int
    byte_column: int
    byte_end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands: in which file, on which lines, at which bytes.

    Lines and columns count from 1, columns in code points; the end is exclusive. Bytes count from
    the start of the file at ``path``, characters from the start of its text, byte order mark left out.

    In a PDF a place is a ``page`` and a ``page_line``, in a Word file a ``paragraph``; all from 1, the last
    ones inclusive. Lines, columns and bytes are then those of the text that was taken out of the file:
    they tell places apart, and no report shows them.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    byte_start: int
    byte_end: int
    page: int | None = None
    end_page: int | None = None
    page_line: int | None = None
    paragraph: int | None = None
    end_paragraph: int | None = None
    char_start: int = 0
    char_end: int = 0
    other: Units | None = None

    @property
    def units(self) -> Units:
        """The same in the units of other programs; bytes and UTF-16 code units are code points in most files."""
        return self.other or Units(
            self.column, self.end_column, self.char_start, self.char_end, self.column, self.end_column
        )

    @property
    def in_text(self) -> bool:
        """Whether lines, columns and bytes are those of the file."""
        return self.page is None and self.paragraph is None

    @property
    def extracted(self) -> dict[str, int | None]:
        """Where it is in a PDF or Word file, by the keys of reports; empty for a place in a text."""
        if self.page is not None:
            return {"page": self.page, "end_page": self.end_page, "page_line": self.page_line}
        if self.paragraph is not None:
            return {"paragraph": self.paragraph, "end_paragraph": self.end_paragraph}
        return {}

    @property
    def where(self) -> str:
        """How reports name its beginning behind the path: ``14:3``, ``page 2`` or ``paragraph 7``."""
        if self.page is not None:
            return f"page {self.page}"
        return f"{self.line}:{self.column}" if self.paragraph is None else f"paragraph {self.paragraph}"

    @property
    def number(self) -> int:
        """The number of its first line, in a PDF on its page; in a Word file of its first paragraph."""
        return self.page_line or self.paragraph or self.line

    @property
    def until(self) -> str:
        """Where it ends when that is neither on its first line nor on the next: ``line 20``, ``page 3``; "" else."""
        if self.in_text:
            return f"line {self.end_line}" if self.end_line > self.line + 1 else ""
        if self.page is not None:
            return f"page {self.end_page}" if self.end_page != self.page else ""
        return f"paragraph {self.end_paragraph}" if self.end_paragraph != self.paragraph else ""


class SourceText:
    """One or several sources laid end to end, so that one number names one place in all of them.

    A submission is one file; a draft is a manifest and its documents. ``text`` is all their texts, a
    line feed between two of them; ``bases`` says where each begins.
    """

    def __init__(self, *sources: Source) -> None:
        self.sources = sources
        self.text = sources[0].text if len(sources) == 1 else "\n".join(source.text for source in sources)
        # The line feed between keeps a place at the end of one, or in an empty one, from being the next one's.
        self.bases = tuple(accumulate((len(source.text) + 1 for source in sources), initial=0))[:-1]

    def source_at(self, offset: int) -> tuple[Source, int]:
        """Return the source in which *offset* lies, and where that source begins."""
        index = bisect_right(self.bases, offset) - 1
        return self.sources[index], self.bases[index]

    def place(self, span: Span) -> Place:
        """Return the place of *span*, which lies in one source."""
        source, base = self.source_at(span.start)
        start, end = span.start - base, min(span.end - base, len(source.text))
        first, last = source.lines.position(start), source.lines.position(end)
        place = Place(
            source.path,
            first.line,
            first.column,
            last.line,
            last.column,
            source.byte_offset(start),
            source.byte_offset(end),
            char_start=start,
            char_end=end,
            other=_units(source, start, end, first, last) if source.encoding == "utf-8" else None,
        )
        if source.extraction is None:
            return place
        (number, line), (last_number, _) = source.extraction.at(start), source.extraction.at(max(start, end - 1))
        if source.extraction.unit == "page":
            return replace(place, page=number, end_page=last_number, page_line=line)
        return replace(place, paragraph=number, end_paragraph=last_number)


def _units(source: Source, start: int, end: int, first: Position, last: Position) -> Units:
    """Return *start* and *end* of a text in UTF-8, which stand at *first* and *last*, in other units."""
    from_line, to_line = start - first.column + 1, end - last.column + 1
    utf16, octets = source.utf16_offset, source.byte_offset
    return Units(
        utf16(start) - utf16(from_line) + 1,
        utf16(end) - utf16(to_line) + 1,
        utf16(start),
        utf16(end),
        octets(start) - octets(from_line) + 1,
        octets(end) - octets(to_line) + 1,
    )
