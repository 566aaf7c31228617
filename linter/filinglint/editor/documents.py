"""The texts that are open in the editor: what counts is what is on the screen, not what was saved."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from urllib.parse import unquote, urlsplit

from lsprotocol.types import TextDocumentContentChangeEvent, TextDocumentContentChangePartial

from filinglint.editor.positions import Units, offset_at
from filinglint.errors import InputError
from filinglint.frozen import dataclass
from filinglint.source import Source
from filinglint.spans import LineIndex


@dataclass(frozen=True)
class OpenText:
    """One text as the editor has it; ``version`` is the editor's number of its state, None for no number."""

    uri: str
    path: str
    text: str
    version: int | None

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return LineIndex(self.text)

    def changed(self, changes: Sequence[TextDocumentContentChangeEvent], version: int | None, units: Units) -> OpenText:
        """Return the text after *changes*, each made to what the one before it left."""
        now = self
        for change in changes:
            text = change.text
            if isinstance(change, TextDocumentContentChangePartial):
                start = offset_at(now.text, now.lines, change.range.start, units)
                end = max(start, offset_at(now.text, now.lines, change.range.end, units))
                text = f"{now.text[:start]}{text}{now.text[end:]}"
            now = OpenText(self.uri, self.path, text, version)
        return now


def path_of(uri: str) -> str | None:
    """Return the path of the file that *uri* names; None when it names none."""
    try:
        parts = urlsplit(uri)
        if parts.scheme != "file" or "\0" in (path := unquote(parts.path, errors="surrogateescape")) or not path:
            return None
    except ValueError:
        return None
    if parts.netloc and parts.netloc != "localhost":
        path = f"//{parts.netloc}{path}"
    elif os.name == "nt":
        path = path.lstrip("/")
    return os.path.normpath(path)


def as_saved(text: str, path: str, kept: bytes) -> bytes:
    """Return the bytes that *text* would be saved as at *path*, where *kept* are now, b"" for no file.

    Where the editor shows what the file says, they are the file's: editors have line ends, byte order marks
    and old encodings by other means than the text. What was changed keeps the ends, the mark and, where that
    is possible, the encoding.
    """
    text = text.removeprefix("\ufeff")
    try:
        source = Source.from_bytes(kept, path)
    except InputError:
        return text.encode("utf-8", "replace")
    if plain(text) in (plain(source.text), plain(kept[source.bom :].decode("utf-8", "replace"))):
        return kept
    if "\r" not in text and source.line_end != "\n":
        text = text.replace("\n", source.line_end)
    mark = kept[: source.bom]
    for encoding in (source.encoding, "utf-8"):
        try:
            data = mark + text.encode(encoding)
            if Source.from_bytes(data, path).text == text:
                return data
        except (UnicodeEncodeError, InputError):
            continue
    return mark + text.encode("utf-8", "replace")


def plain(text: str) -> str:
    """Return *text* with a line feed for each end of a line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def held(texts: Mapping[str, OpenText]) -> dict[str, bytes]:
    """Return, by path, the bytes that stand for files while *texts* are open."""
    found: dict[str, bytes] = {}
    for path, one in texts.items():
        try:
            with open(path, "rb") as file:
                kept = file.read()
        except OSError:
            kept = b""
        found[path] = as_saved(one.text, path, kept)
    return found
