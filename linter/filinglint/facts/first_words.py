"""Where a text says something, in whatever case, found by the words that it begins with.

An expression that ignores case is tried at every letter. To look for its first word, and to try it only there, is
several times faster: covers are asked for a hundred things, most of which they lack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.documents.signs import plain
from filinglint.frozen import dataclass

_LONG = 1_000_000  # code points: there is no room for all of a text as bytes, and once more


def lowered(text: str) -> str:
    """Return *text* in small letters, one character for each; nothing but "?" is ASCII that is not taken for it."""
    if text.isascii():
        return text.lower()
    whole = ""
    for start in range(0, len(text), _LONG):
        whole += plain(text[start : start + _LONG]).decode("latin-1")
    return whole


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression that ignores case, and the *words* that it may begin with, in lower case.

    Where it begins with the beginning of a line and blanks, what follows these is among *lines* instead.
    """

    expression: re.Pattern[str]
    words: tuple[str, ...]
    lines: tuple[str, ...] = ()


class Lowered:
    """The beginning of a *text*, to *end*, as it is and in lower case, to look for words and phrases in."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.lower = lowered(text[:end])

    def search(self, phrase: Phrase, start: int, end: int) -> re.Match[str] | None:
        """Return what the expression of *phrase* finds first in ``text[start:end]``."""
        found: re.Match[str] | None = None
        match, find = phrase.expression.match, self.lower.find
        for indented, words in ((False, phrase.words), (True, phrase.lines)):
            for word in words:
                # What begins behind the first that is known is not the first.
                limit = end if found is None else min(end, found.start() + len(word))
                at = find(word, start, limit)
                while at >= 0:
                    m = match(self.text, self._line(start, at) if indented else at, end)
                    if m is not None:
                        found = m
                        break
                    at = find(word, at + 1, limit)
        return found

    def finditer(self, phrase: Phrase, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield what the expression of *phrase* finds in ``text[start:end]``, in order."""
        while m := self.search(phrase, start, end):
            yield m
            start = m.end()

    def _line(self, start: int, at: int) -> int:
        """Return where the blanks before *at* begin, not before *start*."""
        while at > start and self.text[at - 1] in " \t":
            at -= 1
        return at
