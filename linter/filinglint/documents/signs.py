"""Where a text has the words that facts are known by, all of them found in one pass.

Most of what is looked for in a text begins with words that few texts have. To search for one of them takes as long as
to search for all: an automaton (Aho and Corasick, 1975) goes through the text once for all that are known to it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from ahocorasick_rs import BytesAhoCorasick

# All that an expression which ignores case takes for a letter of ASCII, and lower() does not make one, and back.
_TAKEN = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))
_LONG = 100_000  # code points that are searched at a time: each place that is found is an object
_NOWHERE: Sequence[int] = ()
_known: set[str] = set()


def sign(words: str) -> str:
    """Return *words*, of ASCII, and have every text searched for them from now on, in whatever case."""
    _known.add(words.lower())
    return words


def encoded(text: str) -> bytes:
    """Return *text*, one byte for each character: of ASCII for those alone that an expression takes for it, or "?"."""
    if not text.isascii():
        for letter, taken in _TAKEN:
            if letter in text:
                text = text.replace(letter, taken)
    return text.encode("latin-1", "replace")


def plain(text: str) -> bytes:
    """Return *text* encoded, its letters of ASCII small."""
    return encoded(text).lower()


class Automaton:
    """Finds all of *words*, of ASCII in small letters, in one pass."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._longest = max(map(len, self._words))

    @cached_property
    def _built(self) -> BytesAhoCorasick:
        return BytesAhoCorasick([word.encode("ascii") for word in self._words])

    def places(self, text: str) -> Mapping[str, Sequence[int]]:
        """Return the offsets in *text*, in whatever case, of each of the words that it has, rising."""
        found: dict[int, array[int]] = {}
        step = _LONG - self._longest + 1
        for start in range(0, len(text), step):
            piece = plain(text[start : start + _LONG])
            for word, at, _ in self._built.find_matches_as_indexes(piece, overlapping=True):
                if at < step:
                    found.setdefault(word, array("I")).append(start + at)
        return {self._words[word]: places for word, places in found.items()}


@lru_cache(maxsize=1)
def _automaton(words: frozenset[str]) -> Automaton:
    return Automaton(sorted(words))


class Signs:
    """The words of one *text* that are known by ``sign``, found when someone first asks for one.

    Rules are imported while the first texts are judged: what becomes known behind that is looked for by itself.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _all(self) -> tuple[frozenset[str], Mapping[str, Sequence[int]]]:
        """The words that were known when the text was searched, and where it has them."""
        words = frozenset(_known)
        return words, _automaton(words).places(self.text)

    def caseless(self, words: str) -> Sequence[int]:
        """Return the offsets of *words*, known by ``sign``, in whatever case, rising."""
        known, found = self._all
        lower = words.lower()
        return (found if lower in known else Automaton((lower,)).places(self.text)).get(lower, _NOWHERE)

    def places(self, words: str) -> Iterator[int]:
        """Yield the offsets of *words*, known by ``sign`` and written just so, rising."""
        known, found = self._all
        lower = words.lower()
        if lower not in known:
            return _found_in(self.text, words)
        return (at for at in found.get(lower, _NOWHERE) if self.text.startswith(words, at))

    def matches(self, words: str, expression: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield what ``finditer`` yields of *expression*, whose matches all begin with *words*, known by ``sign``."""
        end = 0
        for at in self.places(words):
            if at >= end and (m := expression.match(self.text, at)) is not None:
                yield m
                end = max(m.end(), at + 1)


def _found_in(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
