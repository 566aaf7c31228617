"""The words of a text, each once, and those that whatever is looked for in it cannot do without.

To ask for a word among those of a text is many times faster than to look for a phrase in the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property

from filinglint.facts.sentences import fold
from filinglint.frozen import dataclass
from filinglint.patterns import pattern

_WORD = pattern(r"\w+")
_LONGEST_BEGINNING = 20  # letters before an ending


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

    @cached_property
    def open(self) -> bool:
        """Whether any text will do."""
        if self.some:
            return any(part.open for part in self.parts)
        return not self.words and not self.letters and all(part.open for part in self.parts)

    @cached_property
    def leaders(self) -> frozenset[str]:
        """Words of which a text that meets it has at least one; none where it may do without any."""
        if not self.some and self.words:
            return frozenset((max(self.words, key=len),))
        led = [part.leaders for part in self.parts]
        if not self.some:
            return min(filter(None, led), key=len, default=frozenset())
        return self.words.union(*led) if not self.letters and all(led) else frozenset()

    @cached_property
    def _led(self) -> tuple[frozenset[str], Mapping[str, Sequence[Needs]]]:
        """The leaders of its parts, and its parts by their leaders; by "" those that have none."""
        found: defaultdict[str, list[Needs]] = defaultdict(list)
        for part in self.parts:
            for leader in part.leaders or ("",):
                found[leader].append(part)
        return frozenset(found), found

    def likely(self, words: Set[str]) -> Iterator[Needs]:
        """Yield those parts that a text of these *words* may meet: a long list is not gone through."""
        leaders, led = self._led
        for leader in leaders & words:
            yield from led[leader]
        yield from led.get("", ())

    @cached_property
    def sought(self) -> tuple[str, ...]:
        """Its words and letters as a text holds them, the longest first: they are the rarest."""
        found = {*self.words, *(letters.strip("\n") for letters in self.letters)}
        return tuple(sorted(found, key=lambda letters: (-len(letters), letters)))


@dataclass(frozen=True)
class Starts:
    """How something begins wherever it stands in a folded text: with *letters*, or a word that ends with *endings*."""

    letters: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()

    def __or__(self, other: Starts) -> Starts:
        return Starts(self.letters | other.letters, self.endings | other.endings)

    def __len__(self) -> int:
        return len(self.letters) + len(self.endings)

    def places(self, text: str) -> list[int]:
        """Return the offsets in *text* where it may begin, rising and each once."""
        found: set[int] = set()
        for letters in self.letters:
            at = text.find(letters)
            while at >= 0:
                found.add(at)
                at = text.find(letters, at + 1)
        for ending in self.endings:
            at = text.find(ending)
            while at >= 0:
                found.add(_word_start(text, at))
                at = text.find(ending, at + 1)
        return sorted(found)


def _word_start(text: str, at: int) -> int:
    """Return where the word begins in which ``text[at]`` stands; not farther than any word that is looked for."""
    first = max(0, at - _LONGEST_BEGINNING)
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
    return _needs(some, frozenset(words), frozenset(letters), tuple(parts))


@cache
def _needs(some: bool, words: frozenset[str], letters: frozenset[str], parts: tuple[Needs, ...]) -> Needs:
    """Return the needs, the same whoever has them: many phrases have words in common, and a text is asked once."""
    return Needs(some, words, letters, parts)


# What is no letter, digit or low line becomes a blank, and capitals small letters, as far as it is ASCII.
_APART = bytes(
    code if code > 127 or chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(256)
).lower()
_PLAIN = _APART[:128] + b" " * 128
_TAKEN = ("Σ", "\u212a")  # what is folded by what stands around it, and the one sign that is folded into ASCII
_FEW = 8  # beginnings of words


class Lookup:
    """Folded *words* that many texts are asked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.encoded = frozenset(word.encode() for word in self.words if word.isascii())

    @cached_property
    def _beginnings(self) -> list[bytes]:
        """What its words begin with, each behind a blank, those left out that begin with another."""
        found: list[bytes] = []
        for word in sorted(self.encoded):
            if not (found and word.startswith(found[-1][1:])):
                found.append(b" " + word)
        return found

    def lacking(self, text: str) -> bool:
        """Tell whether *text* plainly has none of the words; to look for many takes longer than to take it apart."""
        if len(self.encoded) < len(self.words) or len(self._beginnings) > _FEW or any(map(text.__contains__, _TAKEN)):
            return False
        signs = b" " + text.encode("utf-8", "surrogatepass").translate(_PLAIN)
        return not any(map(signs.__contains__, self._beginnings))


class Words:
    """The distinct words of a *text*, folded."""

    def __init__(self, text: str) -> None:
        if "Σ" in text:  # what becomes of it depends on what stands around it
            text = fold(text)
        # Most of a text is words that it has already, and most of what differs is ASCII: the rest alone is folded.
        self._chunks = frozenset(text.encode("utf-8", "surrogatepass").translate(_APART).split())
        others = b"\n".join(chunk for chunk in self._chunks if not chunk.isascii())
        self._others = frozenset(_WORD.findall(fold(others.decode("utf-8", "surrogatepass"))))

    @cached_property
    def all(self) -> frozenset[str]:
        """All of them."""
        plain = b"\n".join(chunk for chunk in self._chunks if chunk.isascii())
        return self._others.union(plain.decode("ascii").split())

    def among(self, words: Lookup) -> Set[str]:
        """Return those of *words* that it has."""
        return (self._others & words.words).union(map(bytes.decode, self._chunks & words.encoded))

    @cached_property
    def _lines(self) -> str:
        return "\n".join(("", *self.all, ""))

    def meet(self, needs: Needs) -> bool:
        """Tell whether the text has what it *needs*."""
        if not needs.some:
            return needs.words <= self.all and all(self._beyond(needs.letters, needs.parts))
        return not self.all.isdisjoint(needs.words) or any(self._beyond(needs.letters, needs.likely(self.all)))

    def _beyond(self, every: Iterable[str], parts: Iterable[Needs]) -> Iterator[bool]:
        """Yield for each thing that is needed and is no word whether it is met."""
        for letters in every:
            yield letters in self._lines
        for part in parts:
            yield self.meet(part)


class Occurrences:
    """Which of several folded *texts* have a word, by their numbers from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._all = frozenset(range(len(texts)))
        having: defaultdict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(texts):
            for word in _WORD.findall(text):
                having[word].add(number)
        self._having = dict(having)
        self._words = frozenset(having)
        self._meeting: dict[Needs, Set[int]] = {}
        self._found: dict[str, set[int]] = {}

    def meeting(self, needs: Needs) -> Set[int]:
        """Return which of the texts have what is needed."""
        found = self._meeting.get(needs)
        if found is None:
            found = self._meeting[needs] = self._any(needs) if needs.some else self._every(needs)
        return found

    def _any(self, needs: Needs) -> Set[int]:
        found: set[int] = set()
        for word in needs.words & self._words:
            found |= self._having[word]
        for letters in needs.letters:
            found |= self._with(letters)
        # A part that several of the words lead to is asked for once.
        for part in set(needs.likely(self._words)):
            found |= self.meeting(part)
        return found

    def _every(self, needs: Needs) -> Set[int]:
        found: Set[int] = self._all if needs.words <= self._words else frozenset()
        for sets in (map(self._having.__getitem__, needs.words), map(self._with, needs.letters)):
            for one in sets if found else ():
                found &= one
        for part in needs.parts if found else ():
            found &= self.meeting(part)
        return found

    @cached_property
    def _lines(self) -> str:
        return "\n".join(("", *self._words, ""))

    def _with(self, letters: str) -> Set[int]:
        """Return which of the texts have a word with *letters*, where a line feed is at its begin or end."""
        if letters in self._found:
            return self._found[letters]
        found = self._found[letters] = set()
        lines = self._lines
        at = lines.find(letters)
        while at >= 0:
            start = lines.rfind("\n", 0, at + 1) + 1
            end = lines.find("\n", start)
            found |= self._having[lines[start:end]]
            at = lines.find(letters, end)
        return found
