"""The text of a PDF: its lines in the order in which the file gives them, and the paragraphs that they make.

ISO 32000, read by pypdf. A page is a list of pieces of text with their places; here they become lines.
What the reading may cost is bounded: bytes, pages, operations, letters, and in the end seconds.
"""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError

from filinglint.documents.formats.pdf_lines import Line, laid
from filinglint.errors import UnreadError
from filinglint.patterns import pattern
from filinglint.source import Extraction

MOST_BYTES = 50_000_000
MOST_PAGES = 100
MOST_TEXT = 2_000_000  # characters: no summary is longer
MOST_OPERATIONS = 500_000
MOST_SECONDS = 30.0
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 50_000_000,
    "array_based_stream_maximum_output_length": 8_000_000,
    "zlib_maximum_output_length": 8_000_000,
    "lzw_maximum_output_length": 8_000_000,
    "run_length_maximum_output_length": 8_000_000,
    "stream_decoding_work_maximum_length": 32_000_000,
    "stream_parsing_work_maximum_count": 1_000_000,
    "dictionary_maximum_element_count": 5_000,
    "page_tree_maximum_entries": 5_000,
    "page_tree_maximum_page_entries": 50_000,
    "xform_maximum_invocations_per_extraction": 50,
}
# Fewer letters than a page has lines are a stamp on a picture of a page.
_LEAST_LETTERS = 40
_LETTER = pattern(r"[^\W\d_]")
_LOST = pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]|\\(cid:|/g\\d|/uni[0-9A-F]{4}")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACES = dict.fromkeys("\t\r\v\f\xa0\x1e\x1f\u2002\u2003\u2007\u2009\u202f", " ") | dict.fromkeys("\x00\u200b\ufeff")
_BULLETS = {"\x7f": "•", "\x95": "•"}
_CLEAN = str.maketrans(_LIGATURES | _SPACES | _BULLETS)
_BOLD = pattern(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
_WIDE_GAP = 2.0  # between the cells or columns of a row, in units of the size of the font
_BY_HAND = "publish the text as HTML, or as a PDF with text"


class _TooMuch(Exception):  # noqa: N818  (an outcome, not an error)
    """The file asks for more work than any summary needs."""


def extract(data: bytes, path: str) -> tuple[str, Extraction]:
    """Return the text of a PDF, and where it stands there. Raises UnreadError."""
    if len(data) > MOST_BYTES:
        raise UnreadError(path, f"this PDF is larger than {MOST_BYTES:,} bytes", "cut it, or leave the file out")
    try:
        with _quiet(), apply_configuration(**_LIMITS):
            pages, pictures = _pages(data, path)
    except UnreadError:
        raise
    except _TooMuch as error:
        reason = "reading this PDF takes more work than a summary is worth"
        raise UnreadError(path, reason, "save it anew, or leave the file out") from error
    except Exception as error:
        # Whatever a broken or hostile file makes the library do, it is this file that cannot be read.
        reason = f"this PDF cannot be read: {type(error).__name__}"
        raise UnreadError(path, reason, f"save it anew, or {_BY_HAND}") from error
    words = "".join(line.text for lines in pages for line in lines)
    letters = len(_LETTER.findall(words))
    if letters < (_LEAST_LETTERS if pictures else 1):
        what = ", only pictures of pages: a scan" if pictures else ""
        raise UnreadError(path, f"this PDF holds no text{what}", _BY_HAND)
    if 4 * len(_LOST.findall(words)) > letters:
        raise UnreadError(path, "this PDF does not say which letters its signs are", _BY_HAND)
    text, extraction = laid(pages, remarks=tuple(_unread_pages(pages, pictures)))
    return text, extraction


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's remarks on broken files to itself meanwhile: the report says what is to be said."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _pages(data: bytes, path: str) -> tuple[list[list[Line]], list[int]]:
    """Return the lines of each page, and the numbers of the pages that show pictures."""
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opened(reader):
        raise UnreadError(path, "this PDF is encrypted: without its password nobody can read it", _BY_HAND)
    count = len(reader.pages)
    if count > MOST_PAGES:
        reason = f"this PDF has {count:,} pages: it is too long for a summary"
        raise UnreadError(path, reason, "cut it, or leave the file out")
    budget = _Budget()
    pages, pictures = [], []
    for number in range(1, count + 1):
        page = reader.pages[number - 1]
        pages.append(_Page(number, budget).read(page))
        if _has_pictures(page):
            pictures.append(number)
    return pages, pictures


def _opened(reader: PdfReader) -> bool:
    """Tell whether *reader* can be read without a password: many files only forbid printing."""
    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _has_pictures(page: PageObject) -> bool:
    resources = page.get("/Resources")
    found = resources.get_object().get("/XObject") if resources is not None else None
    entries = found.get_object() if found is not None else {}
    return any(entry.get_object().get("/Subtype") == "/Image" for entry in list(entries.values())[:200])


def _unread_pages(pages: Sequence[Sequence[Line]], pictures: Sequence[int]) -> Iterator[str]:
    blank = [number for number in pictures if not any(_LETTER.search(line.text) for line in pages[number - 1])]
    if blank:
        named = ", ".join(map(str, blank))
        yield f"not read: page{'s' if len(blank) > 1 else ''} {named} of this PDF, a picture without text"


class _Budget:
    """What reading the file has cost so far."""

    def __init__(self) -> None:
        self._operations, self._letters = 0, 0
        self._end = time.monotonic() + MOST_SECONDS

    def operation(self, *_: object) -> None:
        self._operations += 1
        if self._operations > MOST_OPERATIONS or time.monotonic() > self._end:
            raise _TooMuch

    def letters(self, count: int) -> None:
        self._letters += count
        if self._letters > MOST_TEXT:
            raise _TooMuch


def _width(letter: str) -> float:
    """Return about how wide *letter* is, in units of the size of its font."""
    if letter in " .,:;'|!()[]-/fijlrt":
        return 0.3
    return 0.7 if letter.isupper() or letter in "mw" else 0.5


class _Page:
    """Makes lines of the pieces of one page."""

    def __init__(self, number: int, budget: _Budget) -> None:
        self._number, self._budget = number, budget
        self._lines: list[Line] = []
        self._open = False  # whether the last line may go on
        self._end = 0.0  # where its last piece ends, about

    def read(self, page: PageObject) -> list[Line]:
        self._budget.operation()
        page.extract_text(
            orientations=(0,),
            visitor_operand_before=self._budget.operation,
            visitor_text=self._piece,
        )
        return [line for line in self._lines if line.text.strip()]

    def _piece(self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        self._budget.letters(len(text))
        if not text:
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (tm[3] * cm[3] or 1.0))
        bold = isinstance(font, Mapping) and _BOLD.search(str(font.get("/BaseFont", ""))) is not None
        for index, part in enumerate(text.split("\n")):
            if index:
                self._open = False
            words = part.translate(_CLEAN)
            if not words.strip():
                if self._open and words:
                    self._lines[-1] = self._lines[-1].longer(" ")
                continue
            last = self._lines[-1] if self._lines else None
            level = last is not None and abs(last.y - y) < 0.5 * max(last.size, height)
            if self._open and last is not None and level and x - self._end < _WIDE_GAP * height:
                self._lines[-1] = last.longer(words, bold=bold)
            else:
                self._lines.append(Line(self._number, x, y, height, bold, words))
            self._open = True
            self._end = x + height * sum(map(_width, words.strip()))
