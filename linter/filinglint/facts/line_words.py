"""Where a text has a word, and the lines it stands on.

A report of a megabyte says "exhibit" some hundred times and has fifty thousand lines: to search for the word
alone and to look around each place is many times faster than to try an expression at every line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache


def places(text: str, *words: str, start: int = 0, end: int | None = None) -> list[int]:
    """Return the offsets of *words*, written just so, in ``text[start:end]``, in order."""
    stop = len(text) if end is None else end
    found: list[int] = []
    for word in words:
        at = text.find(word, start, stop)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + len(word), stop)
    return sorted(found)


def lines_with(text: str, *words: str, start: int = 0, end: int | None = None, within: int = 10_000) -> Iterator[int]:
    """Yield, each once, the line feeds before the lines that have one of *words* in their first *within* characters.

    A line feed before *start* is none of them, nor is the beginning of the text.
    """
    last = start - 1
    for word in places(text, *words, start=start, end=end):
        line = text.rfind("\n", max(last + 1, word - within), word)
        if line >= 0:
            last = line
            yield line


def exhibit_words(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the offsets of "Exhibit", "exhibit" and "EXHIBIT" in ``text[start:end]``, in order."""
    for at in places(text, "xhibit", "XHIBIT", start=start, end=end):
        if at and text[at - 1] in "Ee":
            yield at - 1


def exhibit_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield, each once, the line feeds before the lines of ``text[start:end]`` that speak of exhibits."""
    return lines_with(text, "xhibit", "XHIBIT", start=start, end=end)


@lru_cache(maxsize=2)  # items, exhibits and labels ask in turn
def signature_lines(text: str) -> tuple[int, ...]:
    """Return, each once, the line feeds before the lines that may head the signatures."""
    words = ("IGNATURE", "ignature", "I G N A T U R E", "ursuant to the requ", "URSUANT TO THE REQU")
    return tuple(lines_with(text, *words, within=300))
