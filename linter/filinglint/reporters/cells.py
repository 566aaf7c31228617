"""Text in the cells of a terminal: every character visible, and as wide as it is shown.

Filings and paths are hostile: a control character could move the cursor, a bidirectional mark could
make a line read otherwise than it is, a zero-width one hides. All of them are shown as escapes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rich.cells import get_character_cell_size

from filinglint.frozen import dataclass
from filinglint.patterns import pattern

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
# Where reports for people run in a build, its agent obeys lines that begin so, and these anywhere.
_COMMAND = pattern(r"^( *)::(?!:)", re.MULTILINE)
_AGENT = pattern(r"##(?=\[|vso\[)")
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


@lru_cache(maxsize=4096)
def visible(char: str, *, ascii_only: bool = False) -> str:
    """Return *char* as it may be shown: itself, or a visible escape of it."""
    if " " <= char <= "~":
        return char
    if unicodedata.category(char) not in _HIDDEN and not ascii_only:
        return char
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def escaped(text: str, *, ascii_only: bool = False) -> str:
    """Return *text* with what cannot be shown as visible escapes; white space as blanks."""
    return "".join(" " if char in "\t\n\r" else visible(char, ascii_only=ascii_only) for char in text)


def defused(text: str) -> str:
    """Return *text* without commands of build agents, as wide as it was."""
    return _AGENT.sub("# ", _COMMAND.sub(lambda head: f"{head[1][:-1]}.::", text))


def width(text: str) -> int:
    """Return how many cells *text* takes, which holds no control characters."""
    if text.isascii():
        return len(text)
    return sum(get_character_cell_size(char) for char in text)


@dataclass(frozen=True, slots=True)
class Cell:
    """One character as it is shown: its words, its width in cells, and whether it belongs to the place."""

    shown: str
    width: int
    marked: bool = False


def cells(text: str, start: int = 0, end: int = 0, *, ascii_only: bool = False) -> list[Cell]:
    """Return the characters of *text*, those of ``[start, end)`` marked."""
    found = []
    for index, char in enumerate(text):
        shown = visible(char, ascii_only=ascii_only)
        found.append(Cell(shown, width(shown), start <= index < end))
    return found


def total(row: Iterable[Cell]) -> int:
    """Return how many cells *row* takes."""
    return sum(cell.width for cell in row)


def wrapped(text: str, room: int) -> Iterator[str]:
    """Yield *text*, which is escaped, in lines of at most *room* cells, cut at blanks where there are any."""
    line, used = "", 0
    for word in text.split(" "):
        size = width(word)
        if line and used + 1 + size <= room:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            yield line
        while size > room:
            head = _fitting(word, room)
            yield word[:head]
            word, size = word[head:], width(word[head:])
        line, used = word, size
    if line:
        yield line


def _fitting(word: str, room: int) -> int:
    """Return how many characters of *word* fit into *room* cells, at least one."""
    used = 0
    for index, char in enumerate(word):
        used += width(char)
        if used > room:
            return max(1, index)
    return len(word)
