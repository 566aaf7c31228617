"""The words that whatever is looked for in a text cannot do without, and where texts have them.

To ask for a word of a text is many times faster than to look for a phrase in it, and to ask for a thousand takes
hardly longer than for one: an automaton goes through the text once for all of them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property
from itertools import chain

from ahocorasick_rs import BytesAhoCorasick, Implementation

from filinglint.documents.signs import encoded
from filinglint.frozen import dataclass
from filinglint.patterns import pattern

_WORD = pattern(r"\w+")
_NONE: frozenset[int] = frozenset()
_LONGEST_BEGINNING = 20  # letters before an ending


@dataclass(frozen=True, eq=False)
class Needs:
    """What a folded text has wherever something is found in it: all of it, or with ``some`` at least one thing of it.

    ``signs`` are letters, with a line feed where a word begins, where it ends, or at both. ``parts`` are needs by
    themselves. Where all of nothing is needed any text will do.
    """

    some: bool = False
    signs: frozenset[str] = frozenset()
    parts: tuple[Needs, ...] = ()

    @cached_property
    def open(self) -> bool:
        """Whether any text will do."""
        if self.some:
            return any(part.open for part in self.parts)
        return not self.signs and all(part.open for part in self.parts)

    @cached_property
    def every(self) -> frozenset[str]:
        """Its signs and those of its parts."""
        return self.signs.union(*(part.every for part in self.parts))

    @cached_property
    def words(self) -> frozenset[str]:
        """Those of its signs that are whole words."""
        return frozenset(sign for sign in self.signs if sign[0] == sign[-1] == "\n")

    @cached_property
    def letters(self) -> frozenset[str]:
        """Those that are the beginning of a word, the end, or within."""
        return self.signs - self.words

    @cached_property
    def leaders(self) -> frozenset[str]:
        """Whole words of which a text that meets it has at least one; none where it may do without any."""
        if not self.some and self.words:
            # The longest is the rarest.
            return frozenset((max(self.words, key=lambda word: (len(word), word)),))
        led = [part.leaders for part in self.parts]
        if not self.some:
            return min(filter(None, led), key=len, default=frozenset())
        return self.words.union(*led) if not self.letters and all(led) else frozenset()

    @cached_property
    def clues(self) -> frozenset[str]:
        """Signs, words or not, of which a text that meets it has at least one; none where it may do without any."""
        if self.leaders:
            return self.leaders
        parts = [part.clues for part in self.parts]
        if self.some:
            return self.signs.union(*parts) if all(parts) else frozenset()
        return min(filter(None, (*(frozenset((sign,)) for sign in self.letters), *parts)), key=len, default=frozenset())

    @cached_property
    def _led(self) -> tuple[frozenset[str], Mapping[str, Sequence[Needs]]]:
        """The leaders of its parts, and its parts by their leaders; by "" those that have none."""
        found: defaultdict[str, list[Needs]] = defaultdict(list)
        for part in self.parts:
            for leader in part.leaders or ("",):
                found[leader].append(part)
        return frozenset(found), found

    def likely(self, signs: Set[str]) -> Iterator[Needs]:
        """Yield those parts that a text of these *signs* may meet: a long list is not gone through."""
        leaders, led = self._led
        for leader in leaders & signs:
            yield from led[leader]
        yield from led.get("", ())

    def met(self, signs: Set[str]) -> bool:
        """Tell whether a text of these *signs* has what it needs."""
        if not self.some:
            return self.signs <= signs and all(part.met(signs) for part in self.parts)
        return not self.signs.isdisjoint(signs) or any(part.met(signs) for part in self.likely(signs))


@dataclass(frozen=True)
class Starts:
    """How something begins wherever it stands in a folded text: with *letters*, or a word that ends with *endings*."""

    letters: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()

    def __or__(self, other: Starts) -> Starts:
        return Starts(self.letters | other.letters, self.endings | other.endings)

    def __len__(self) -> int:
        return len(self.letters) + len(self.endings)

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Return the offsets in *text*, from *start* to *end*, where it may begin, rising and each once."""
        found: set[int] = set()
        for letters in self.letters:
            at = text.find(letters, start, end)
            while at >= 0:
                found.add(at)
                at = text.find(letters, at + 1, end)
        for ending in self.endings:
            at = text.find(ending, start, end)
            while at >= 0:
                found.add(_word_start(text, at, start))
                at = text.find(ending, at + 1, end)
        return sorted(found)


def _word_start(text: str, at: int, first: int) -> int:
    """Return where the word begins in which ``text[at]`` stands, not before *first*, nor than any word looked for."""
    first = max(first, at - _LONGEST_BEGINNING)
    while at > first and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return at


def all_of(needs: Iterable[Needs]) -> Needs:
    """Return what a text needs that meets all of *needs*."""
    return _joined(needs, some=False)


def any_of(needs: Iterable[Needs]) -> Needs:
    """Return what a text needs that meets at least one of *needs*."""
    return _joined(needs, some=True)


def _joined(needs: Iterable[Needs], *, some: bool) -> Needs:
    signs: set[str] = set()
    parts: list[Needs] = []
    for one in needs:
        # All of one thing is some of it: single words need no part of their own.
        if one.some is some or len(one.signs) + len(one.parts) == 1:
            signs |= one.signs
            parts += one.parts
        else:
            parts.append(one)
    if len(parts) == 1 and not signs:
        return parts[0]
    return _needs(some, frozenset(signs), tuple(parts))


@cache
def _needs(some: bool, signs: frozenset[str], parts: tuple[Needs, ...]) -> Needs:
    """Return the needs, the same whoever has them: many phrases have words in common, and a text is asked once."""
    return Needs(some, signs, parts)


_FEW_LETTERS = 20_000  # of all signs together
_PIECE = 100_000  # characters whose matches are listed at a time: each has one, if not several
# Letters of ASCII become small, and all that is no letter, digit or low line of it becomes a blank.
_APART = b"".join(
    chr(code).lower().encode() if code < 128 and (chr(code).isalnum() or chr(code) == "_") else b" "
    for code in range(256)
)


def _apart(text: str) -> bytes:
    """Return the words of *text*, apart, one byte for each character; folding changes nothing of them."""
    return encoded(text).translate(_APART)


class Lookup:
    """Finds all of *signs* in one pass, and takes what is no ASCII for a gap between words: it finds some too many."""

    def __init__(self, signs: Iterable[str]) -> None:
        self.signs = frozenset(signs)
        self._listed = sorted(self.signs)
        self._longest = max(map(len, self._listed), default=0)
        # Tables of all states are the fastest way, and take the most room and time to make.
        way = Implementation.DFA if sum(map(len, self._listed)) < _FEW_LETTERS else None
        self._automaton = BytesAhoCorasick([_apart(sign) for sign in self._listed], implementation=way)

    def _pieces(self, text: str) -> Iterator[tuple[int, list[tuple[int, int, int]]]]:
        """Yield where each piece of *text* begins, and what is found in it, by its number, and where."""
        for start in range(0, len(text), _PIECE):
            # No blank stands where the text begins or ends; and what a piece would cut in two is whole in it.
            piece = b" " + _apart(text[start : start + _PIECE + self._longest]) + b" "
            yield start, self._automaton.find_matches_as_indexes(piece, overlapping=True)

    def among(self, text: str) -> Set[str]:
        """Return those of the signs that *text* has."""
        found = {sign for _, matches in self._pieces(text) for sign, _, _ in matches}
        return {self._listed[sign] for sign in found}

    def stretches(self, text: str, starts: Sequence[int]) -> Mapping[str, Sequence[int]]:
        """Return which stretches of *text* have each of the signs, by number; one ends where the next of *starts* is.

        *starts* rise from 0 to what lies behind the text.
        """
        found: dict[int, array[int]] = {}
        behind = [0] * len(self._listed)  # what else is in the stretch before finds nothing new
        for start, matches in self._pieces(text):
            for sign, at, _ in matches:
                if start + at >= behind[sign]:
                    stretch = bisect_right(starts, start + at) - 1
                    behind[sign] = starts[stretch + 1]
                    found.setdefault(sign, array("L")).append(stretch)
        return {self._listed[sign]: stretches for sign, stretches in found.items()}


class Meeting(ABC):
    """Which of so many texts, by their numbers from 0, have what is needed; *signs* are those that one of them has."""

    def __init__(self, count: int, signs: Set[str]) -> None:
        self._all: Set[int] = frozenset(range(count))
        self._signs = signs
        self._meeting: dict[Needs, Set[int]] = {}

    @abstractmethod
    def having(self, sign: str) -> Set[int]:
        """Return which of the texts have *sign*."""

    def meeting(self, needs: Needs) -> Set[int]:
        """Return which of the texts have what is needed."""
        found = self._meeting.get(needs)
        if found is None:
            found = self._meeting[needs] = self._any(needs) if needs.some else self._every(needs)
        return found

    def _any(self, needs: Needs) -> Set[int]:
        # A part that several of the words lead to is asked for once.
        parts = map(self.meeting, set(needs.likely(self._signs)) if needs.parts else ())
        return frozenset().union(*map(self.having, needs.words & self._signs), *map(self.having, needs.letters), *parts)

    def _every(self, needs: Needs) -> Set[int]:
        found: Set[int] = self._all if needs.words <= self._signs else frozenset()
        for one in chain(map(self.having, needs.signs), map(self.meeting, needs.parts)) if found else ():
            found &= one
            if not found:
                break
        return found


class Stretches(Meeting):
    """Which stretches of *text* have what is needed; one ends where the next of *starts* is, as ``Lookup`` has them.

    Each of *lookups*, to which others may come, is looked up in the text when a sign of *signs* is first asked for.
    """

    def __init__(self, text: str, starts: Sequence[int], lookups: list[Lookup], signs: Set[str]) -> None:
        super().__init__(len(starts) - 1, signs)
        self._text, self._starts, self._lookups = text, starts, lookups
        self._having: dict[str, Collection[int]] = {}

    def having(self, sign: str) -> Set[int]:
        """Return which of the stretches have *sign*."""
        while self._lookups:
            self._having.update(self._lookups.pop().stretches(self._text, self._starts))
        found = self._having.get(sign, _NONE)
        if not isinstance(found, frozenset):
            found = self._having[sign] = frozenset(found)
        return found


class Occurrences(Meeting):
    """Which of several folded *texts* have a word, by their numbers from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        having: defaultdict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(texts):
            for word in _WORD.findall(text):
                having[word].add(number)
        self._having: dict[str, Set[int]] = {f"\n{word}\n": numbers for word, numbers in having.items()}
        self._words = "".join(self._having)
        super().__init__(len(texts), frozenset(self._having))

    def having(self, sign: str) -> Set[int]:
        """Return which of the texts have *sign*."""
        found = self._having.get(sign)
        if found is None:
            found = self._having[sign] = self._with(sign)
        return found

    def _with(self, letters: str) -> Set[int]:
        """Return which of the texts have a word with *letters*, where a line feed is at its begin or end."""
        found: set[int] = set()
        at = self._words.find(letters)
        while at >= 0:
            start = self._words.rfind("\n", 0, at + 1)
            end = self._words.find("\n", at + 1) + 1
            found |= self._having[self._words[start:end]]
            at = self._words.find(letters, end)
        return found
