"""Where a text says something, in whatever case, found by the words that it begins with.

An expression that ignores case is tried at every letter. To look for its first word, and to try it only there, is
several times faster: covers are asked for a hundred things, most of which they lack.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

from filinglint.facts.line_words import places
from filinglint.frozen import dataclass

# All that an expression which ignores case takes for a letter of ASCII, and lower() does not make one, and back.
_TAKEN = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))

_LONG = 1_000_000  # code points


def lowered(text: str) -> str:
    """Return *text* in lower case, one character for each; "?" for those that no expression takes for ASCII."""
    if text.isascii():
        return text.lower()
    if len(text) > _LONG:  # there is no room for all of it as bytes, and once more
        whole = ""
        for start in range(0, len(text), _LONG):
            whole += lowered(text[start : start + _LONG])
        return whole
    for letter, taken in _TAKEN:
        if letter in text:
            text = text.replace(letter, taken)
    return text.encode("ascii", "replace").lower().decode("ascii")


def lowered_places(text: str, *words: str) -> tuple[array[int], ...]:
    """Return, for each of *words*, its offsets in *text* in lower case, which never is there as a whole.

    None of them ends as it begins.
    """
    found = tuple(array("Q") for _ in words)
    step = _LONG - max(map(len, words))
    for start in range(0, len(text), step):
        piece = lowered(text[start : start + _LONG])
        for word, own in zip(words, found, strict=True):
            own.extend(start + at for at in places(piece, word) if at < step)
    return found


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
