"""The words of a text, each once, and those that whatever is looked for in it cannot do without.

To ask for a word among those of a text is many times faster than to look for a phrase in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from filinglint.frozen import dataclass
from filinglint.patterns import pattern

_WORD = pattern(r"\w+")


@dataclass(frozen=True, eq=False)
class Needs:
    """What a folded text has wherever something is found in it: all of it, or with ``some`` at least one thing of it.

    ``words`` are whole ones. ``letters`` are those that a word begins with, behind a line feed, or ends with, before
    one. ``parts`` are needs by themselves. Where all of nothing is needed any text will do.
    """

    some: bool = False
    words: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    parts: tuple[Needs, ...] = ()

    @property
    def open(self) -> bool:
        """Whether any text will do."""
        if self.some:
            return any(part.open for part in self.parts)
        return not self.words and not self.letters and all(part.open for part in self.parts)

    @cached_property
    def sought(self) -> tuple[str, ...]:
        """Its words and letters as a text holds them, the longest first: they are the rarest."""
        found = {*self.words, *(letters.strip("\n") for letters in self.letters)}
        return tuple(sorted(found, key=lambda letters: (-len(letters), letters)))


def all_of(needs: Iterable[Needs]) -> Needs:
    """Return what a text needs that meets all of *needs*."""
    return _joined(needs, some=False)


def any_of(needs: Iterable[Needs]) -> Needs:
    """Return what a text needs that meets at least one of *needs*."""
    return _joined(needs, some=True)


def _joined(needs: Iterable[Needs], *, some: bool) -> Needs:
    words: set[str] = set()
    letters: set[str] = set()
    parts: list[Needs] = []
    for one in needs:
        # All of one thing is some of it: single words need no part of their own.
        if one.some is some or len(one.words) + len(one.letters) + len(one.parts) == 1:
            words |= one.words
            letters |= one.letters
            parts += one.parts
        else:
            parts.append(one)
    if len(parts) == 1 and not words and not letters:
        return parts[0]
    return Needs(some, frozenset(words), frozenset(letters), tuple(parts))


class Words:
    """The distinct words of a *folded* text."""

    def __init__(self, folded: str) -> None:
        # Most of a text is words that it has already: only what differs is taken apart.
        self._words = frozenset(_WORD.findall("\n".join(set(folded.split()))))

    @cached_property
    def _lines(self) -> str:
        return "\n".join(("", *self._words, ""))

    def meet(self, needs: Needs) -> bool:
        """Tell whether the text has what it *needs*."""
        if needs.some:
            return not self._words.isdisjoint(needs.words) or any(self._beyond(needs))
        return needs.words <= self._words and all(self._beyond(needs))

    def _beyond(self, needs: Needs) -> Iterator[bool]:
        """Yield for each thing of *needs* that is no word whether it is met."""
        for letters in needs.letters:
            yield letters in self._lines
        for part in needs.parts:
            yield self.meet(part)
