"""Where a text speaks of exhibits: the places of the word, and the lines it stands on.

A report of a megabyte has the word some hundred times; to search for it alone and to look around each
place is many times faster than to try every expression at every line.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge


def exhibit_words(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the offsets of "Exhibit", "exhibit" and "EXHIBIT" in ``text[start:end]``, in order."""
    stop = len(text) if end is None else end
    return merge(_places(text, "xhibit", start, stop), _places(text, "XHIBIT", start, stop))


def _places(text: str, stem: str, start: int, stop: int) -> Iterator[int]:
    at = text.find(stem, start + 1, stop)
    while at >= 0:
        if text[at - 1] in "Ee":
            yield at - 1
        at = text.find(stem, at + len(stem), stop)


def exhibit_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield, each once, the line feeds before the lines of ``text[start:end]`` that have the word."""
    last = -1
    for word in exhibit_words(text, start, end):
        line = text.rfind("\n", 0, word)
        if line > last and line >= start:
            last = line
            yield line
