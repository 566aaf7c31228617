"""The text of a Word file: its paragraphs in order, with the number of each.

Office Open XML, ECMA-376 Part 1, read by python-docx. Paragraphs are counted from 1 as they stand in the
body, empty ones and those in cells too. Page headers, page footers, notes and comments are left out, and
so is what is deleted, moved away or hidden.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph

from filinglint.documents.formats.laid_text import LaidText
from filinglint.errors import UnreadError
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.source import Extraction

MOST_FILES = 2_000
MOST_BYTES = 64_000_000  # of all files in the archive, unpacked
MOST_TEXT = 2_000_000  # characters: no summary is longer

_P, _ROW, _CELL = qn("w:p"), qn("w:tr"), qn("w:tc")
_SHOWN = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_WORDS = qn("w:t")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (qn("w:del"), qn("w:moveFrom"), _FALLBACK)
_VANISH = f"./{qn('w:rPr')}/{qn('w:vanish')}"
_SPACES = str.maketrans(dict.fromkeys("\t\r\v\f\xa0\x1e\x1f", " ") | {"\xad": None, "\u200b": None, "\ufeff": None})
_LONGEST_HEAD = 110
_LEAST_BROKEN = 0.2  # of the lines that others follow
_BROKEN = pattern(r"[^.:;!?\s]\s*$")


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph: its number, its words (line feeds where lines were broken), what it is, and its table row."""

    number: int
    words: str
    head: bool
    item: bool
    row: int = 0

    @property
    def lines(self) -> list[str]:
        return [line for line in self.words.split("\n") if line.strip()]


def extract(data: bytes, path: str) -> tuple[str, Extraction]:
    """Return the text of a Word file, and where it stands there. Raises UnreadError."""
    _measure(data, path)
    try:
        blocks = list(_blocks(docx.Document(io.BytesIO(data))))
    except Exception as error:
        # Whatever a broken or hostile file makes the library do, it is this file that cannot be read.
        reason = f"this Word document cannot be read: {type(error).__name__}"
        raise UnreadError(path, reason, "save it anew, or publish the text as HTML or PDF") from error
    if sum(len(block.words) for block in blocks) > MOST_TEXT:
        raise UnreadError(path, "this Word document is too long for a summary", "cut it, or leave the file out")
    if not any(block.words for block in blocks):
        raise UnreadError(path, "this Word document holds no text", "put the words in as text: pictures are not read")
    return _laid(blocks)


def _measure(data: bytes, path: str) -> None:
    """Raise UnreadError for an archive that is broken, or would unpack to more than is sound.

    Unpacking stops at the sizes that the archive states, so that what is counted here bounds what is read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadError(path, "this Word document is broken", "save it anew") from error
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_BYTES:
        reason = f"this Word document unpacks to more than {MOST_BYTES:,} bytes, or {MOST_FILES:,} files"
        raise UnreadError(path, reason, "take the pictures out, or leave the file out")
    if any(file.flag_bits & 1 for file in files):
        raise UnreadError(path, "this Word document is encrypted", "save it without a password")


def _blocks(document: Document) -> Iterator[_Block]:
    rows: dict[object, int] = {}
    for number, paragraph in enumerate(document.element.body.iter(_P), 1):
        if any(above.tag in _GONE for above in paragraph.iterancestors()):
            continue
        row = next(paragraph.iterancestors(_ROW), None)
        words = "".join(_words(paragraph)).translate(_SPACES).strip()
        styled = Paragraph(paragraph, document)
        head = bool(words) and _is_head(styled, words)
        yield _Block(
            number,
            words,
            head=head,
            item=not head and _is_item(styled),
            row=0 if row is None else rows.setdefault(row, len(rows) + 1),
        )


def _words(paragraph: CT_P) -> Iterator[str]:
    """Yield what a reader sees of *paragraph*; the paragraphs of a text box in it speak for themselves."""
    for element in paragraph.iter(_WORDS, *_SHOWN):
        above = list(element.iterancestors())
        inner = above[: above.index(paragraph)]
        if any(one.tag == _P or one.tag in _GONE or one.find(_VANISH) is not None for one in inner):
            continue
        yield _SHOWN.get(element.tag) or (element.text or "").replace("\n", " ")


def _names(paragraph: Paragraph) -> Iterator[str]:
    """Yield the names of the paragraph's style and of those that it is based on, in lower case."""
    style = paragraph.style
    for _ in range(12):
        if style is None:
            return
        yield (style.name or "").lower()
        style = style.base_style


def _is_head(paragraph: Paragraph, words: str) -> bool:
    if any(name.startswith(("heading", "title", "subtitle")) for name in _names(paragraph)):
        return True
    if len(words) > _LONGEST_HEAD or words[-1] in ".;,":
        return False
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _is_item(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr
    numbering = properties.find(qn("w:numPr")) if properties is not None else None
    if numbering is not None:
        number = numbering.find(qn("w:numId"))
        return number is None or number.get(qn("w:val")) != "0"  # 0 takes the numbering of the style away
    return any(name.startswith(("list bullet", "list number")) for name in _names(paragraph))


def _is_broken(pairs: list[tuple[str, str]]) -> bool:
    """Tell whether lines were broken by hand: so many go on in lower case where the one before did not end."""
    broken = sum(line[:1].islower() and _BROKEN.search(before) is not None for before, line in pairs)
    return broken >= 2 and broken >= _LEAST_BROKEN * len(pairs)


def _laid(blocks: list[_Block]) -> tuple[str, Extraction]:
    """Return the text, a line for each paragraph or row, blank lines between them."""
    inner = [(a, b) for block in blocks for a, b in pairwise(block.lines)]
    plain = [
        (a.lines[-1], b.lines[0])
        for a, b in pairwise(blocks)
        if a.words and b.words and not (a.item or b.item or a.head or b.head or a.row or b.row)
    ]
    pasted = _is_broken(plain)  # a text with its line ends: each line is a paragraph
    laid = LaidText()
    last: _Block | None = None
    for block in blocks:
        if block.words:
            between = _between(last, block, pasted=pasted) if laid.last else ""
            laid.add(between, block.words, (block.number, 0), head=block.head, item=block.item)
        last = block if block.words else None
    return laid.text(), laid.extraction("paragraph", wrapped=pasted or _is_broken(inner))


def _between(last: _Block | None, block: _Block, *, pasted: bool) -> str:
    """Return what parts *block* from *last*, the one before; from None after an empty one."""
    if last is not None and last.row and last.row == block.row:
        return "\t"
    if pasted and last is not None and not (last.head or block.head or block.item):
        return "\n"
    return "\n\n"
