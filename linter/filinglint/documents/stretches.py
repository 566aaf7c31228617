"""A marked-up text is cut at its tags, stretch by stretch.

Nearly all markup is regular: "<" and ">" take turns, and what they enclose is a tag. Such a stretch is
cut by replacing and splitting, several times faster than by any expression; it is so exactly when every
second piece turns out to be a plain tag, and no other has a "<". Where one is not (a comment, a quoted ">",
a "less than"), an expression finds the next tag, and the cutting goes on behind it.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from weakref import ref

from filinglint.documents.references import as_shown, shown_length
from filinglint.patterns import pattern
from filinglint.spans import Span

BLOCK, CELL, INLINE = "\x1e", "\x1f", "\0"  # what stands for a tag until the text is put together
_LONGEST, _SHORTEST = 8192, 256  # code points of a stretch
_MOST_NAMES = sys.maxunicode  # of tags, a character each
# Tags by the million, or of a megabyte, are all different: they are not kept for the next of their kind.
_MOST_KEPT, _LONG, _LONG_HEAD = 100_000, 4096, 64  # tags, code points of one, and up to its first blank
_LONG_STRETCH = 65_536  # code points: one of its texts is long, and written out piece by piece
_MOST_OPEN = 64  # stretches of a long document

# Attribute values may hold ">", but "<" ends the hope of a closing quote: this bounds every search.
_TAG = r"""</?[A-Za-z](?:[^<>"']++|"[^"<]*+"|'[^'<]*')*+>|</?[A-Za-z][^<>]*>"""
# What is never shown, whole. Each goes to the end of the document when it is not closed.
_HIDDEN = pattern(r"<!--|<!\[CDATA\[|<(?:(?i:script)|(?i:style)|ix:header)\b")
_HIDDEN_ENDS = {
    "<!--": pattern("-->"),
    "<![cdata[": pattern(r"\]\]>"),
    "<script": pattern(r"</script\s*>", re.IGNORECASE),
    "<style": pattern(r"</style\s*>", re.IGNORECASE),
    "<ix:header": pattern(r"</ix:header\s*>"),
}
_TITLE = r"<(?i:title)\b[^<>]*>[^<]*</(?i:title)\s*>"
_ANY = rf"{_HIDDEN.pattern}|<![^<>]*>|<\?[^<>]*>|{_TITLE}|{_TAG}"
_MARKUP = pattern(_ANY)
# EDGAR's privacy-enhanced mail puts "- " before every line that begins with a hyphen.
_STUFFED = pattern(_ANY + r"|(?:(?<=\n)|(?<=\r))- ")
# The beginning of a tag that is whole when "<" and ">" enclose it, and that hides nothing.
_PLAIN = pattern(r"</?(?!(?i:script|style|title)|ix:header)[A-Za-z][^\s/>\"'=<]*|<!(?!--|\[CDATA\[)|<\?")
_QUOTED = pattern(r"""<(?:[^"']++|"[^"]*+"|'[^']*+')*+""")
_NAME = pattern(r"</?([A-Za-z][^\s/>\"'=<]*)")

_BLOCK_NAMES = frozenset(
    "p div br hr tr table tbody thead tfoot caption h1 h2 h3 h4 h5 h6 li ul ol dl dt dd center blockquote "
    "pre title body head html form dir menu address page text document fn".split()
)
CELL_NAMES = frozenset(("td", "th"))


def tag_name(tag: str) -> str:
    """Return the lower-case name of *tag*, with ``/`` before it for an end tag; "" for what is no tag."""
    m = _NAME.match(tag)
    if not m:
        return ""
    return ("/" if tag[1] == "/" else "") + m[1].lower()


def _plain_name(head: str) -> str | None:
    """Return the name of a tag that begins with *head*, up to its first blank; None where that is not plainly a tag."""
    return tag_name(head) if _PLAIN.match(head) else None


_known_name = lru_cache(4096)(_plain_name)


def separator_of(name: str) -> str:
    """Return what stands in the rendered text of HTML for a tag called *name*."""
    if name.removeprefix("/") in _BLOCK_NAMES:
        return BLOCK
    if name in CELL_NAMES:
        return CELL
    return " " if name == "sup" else INLINE


class Tags(dict[str, str]):
    """The distinct plain tags of a document, by their words without the ">" at the end: most tags repeat.

    A look-up raises KeyError for what is not plainly a tag. ``letter_of`` has one character for the name of each
    tag of any sort, by its words, so that the names of a million tags are a string of a million; ``letters`` has
    that character by name, ``names`` the name by character. Tables for str.translate tell by it what stands for
    a tag, ``separators``, and whether that is shown, ``widths``.
    """

    def __init__(self, separator: Callable[[str], str] = separator_of) -> None:
        super().__init__()
        self.letter_of: dict[str, str] = {}
        self.letters: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.separators: dict[int, str] = {}
        self.widths: dict[int, str] = {}
        self._separator = separator
        self._heads: dict[str, str] = {}
        self._open: deque[ref[Stretch]] = deque()

    def __missing__(self, beginning: str) -> str:
        head = beginning.partition(" ")[0]
        letter = self._heads.get(head)
        name = (_known_name if len(head) < _LONG_HEAD else _plain_name)(head) if letter is None else ""
        if name is None:
            raise KeyError(beginning)
        if ("'" in beginning or beginning.count('"') % 2) and not _QUOTED.fullmatch(beginning):
            raise KeyError(beginning)  # where a quote is not closed, the ">" may be a part of its value
        if letter is None:
            letter = self._heads[head] = self._letter(name)
        words = beginning + ">"
        self.letter_of[words] = letter
        if len(self) < _MOST_KEPT and len(words) < _LONG:
            self[beginning] = words
        return words

    def of(self, words: str) -> str:
        """Return the letter of *words*, a tag of any sort or something hidden."""
        letter = self.letter_of.get(words)
        if letter is None:
            letter = self.letter_of[words] = self._letter(tag_name(words))
        return letter

    def opened(self, stretch: Stretch) -> None:
        """Keep the parts of *stretch*, which were taken apart, for a while: what was so for longest is packed again."""
        self._open.append(ref(stretch))  # a stretch knows its tags: they would keep each other alive
        if len(self._open) > _MOST_OPEN and (oldest := self._open.popleft()()) is not None:
            oldest.pack()

    def forget(self, tags: int, names: int) -> None:
        """Forget all but the first *tags* tags and *names* names."""
        while len(self.letter_of) > tags:
            self.pop(self.letter_of.popitem()[0][:-1], None)
        while len(self.letters) > names:
            name, letter = self.letters.popitem()
            if self.names[letter] == name:
                del self.names[letter]
        self._heads.clear()

    def _letter(self, name: str) -> str:
        letter = self.letters.get(name)
        if letter is None:
            letter = self.letters[name] = chr(min(len(self.letters) + 1, _MOST_NAMES))
            if letter not in self.names:  # names past the last character there is are taken for the one that has it
                self.names[letter] = name
                self.separators[ord(letter)] = separator = self._separator(name)
                self.widths[ord(letter)] = "\0" if separator == INLINE else "\1"
        return letter


class Stretch:
    """A stretch of a document: texts and tags in turn, texts first and last.

    ``start`` is its place in the source and ``at`` in the rendered text, ``letters`` one character for the name of
    each tag. What else is known of its parts is found when someone asks. Unless *shown* is given, its tags are shown as
    *tags* say and, with *references*, those in its texts are decoded.
    """

    __slots__ = (
        "__weakref__",
        "_lengths",
        "_references",
        "_shown",
        "_source",
        "_sources",
        "_tags",
        "at",
        "letters",
        "parts",
        "start",
    )

    def __init__(
        self,
        start: int,
        at: int,
        parts: list[str],
        letters: str,
        tags: Tags,
        shown: list[str] | None = None,
        *,
        references: bool = True,
    ) -> None:
        self.start, self.at, self.parts, self.letters = start, at, parts, letters
        self._tags, self._references = tags, references
        self._source = ""
        self._lengths: Sequence[int] | None = None
        self._sources: array[int] | None = None
        self._shown = None if shown is None else array("Q", accumulate(map(len, shown), initial=at))

    def pack(self, source: str = "") -> None:
        """Keep no more of the parts than their lengths; they are taken from *source* while somebody asks for them.

        Each is a string of some fifty bytes and its letters: the tags of a document of many megabytes would take ten
        times their room.
        """
        if self._lengths is None:
            self._source = source
            lengths = list(map(len, self.parts))
            self._lengths = bytes(lengths) if max(lengths) < 256 else array("Q", lengths)
        del self.parts
        self._sources = self._shown = None

    def __getattr__(self, name: str) -> list[str]:
        # Asked only for what is not there.
        if name != "parts":
            raise AttributeError(name)
        sources = self.sources
        self.parts = list(map(self._source.__getitem__, map(slice, sources[:-1], sources[1:])))
        self._tags.opened(self)
        return self.parts

    @property
    def sources(self) -> array[int]:
        """Where each part begins in the source, and where the last one ends."""
        if self._sources is None:
            # An array takes the numbers of a list in half the time of others.
            self._sources = array("Q", list(accumulate(self._lengths or map(len, self.parts), initial=self.start)))
        return self._sources

    @property
    def shown(self) -> array[int]:
        """Where each part begins in the rendered text, and where the last one ends."""
        if self._shown is None:
            lengths = list(self._lengths or map(len, self.parts))
            if self._references:
                lengths[0::2] = _shown_lengths(self.parts[0::2], sum(lengths))
            lengths[1::2] = self.letters.translate(self._tags.widths).encode()
            self._shown = array("Q", list(accumulate(lengths, initial=self.at)))
        return self._shown

    def span(self, part: int) -> Span:
        """Return the place in the source of a part."""
        return Span(self.sources[part], self.sources[part + 1])


def cut(source: str, start: int, end: int, tags: Tags, *, stuffed: bool) -> Iterator[tuple[int, list[str], str]]:
    """Yield the stretches of ``source[start:end]``: the place, the texts and tags in turn, the letters of the tags.

    Texts are first and last. All stretches together are the whole of it.
    """
    cutter = _Cutter(source, start, end, tags, stuffed=stuffed)
    while cutter.at < end:
        begin = cutter.at
        while cutter.at < min(end, begin + _LONGEST):
            cutter.go_on()
        yield begin, cutter.parts, cutter.letters
        cutter.parts, cutter.letters = [""], ""


class _Cutter:
    """Cuts a document piece by piece: ``parts`` are the texts and tags up to ``at``, in turn, texts first and last."""

    def __init__(self, source: str, start: int, end: int, tags: Tags, *, stuffed: bool) -> None:
        self.at = start
        self.parts: list[str] = [""]
        self.letters = ""
        self._source, self._end, self._tags = source, end, tags
        self._stuffed, self._pattern = stuffed, _STUFFED if stuffed else _MARKUP
        self._size, self._run, self._comment = _LONGEST, 0, -1

    def go_on(self) -> None:
        """Cut the next piece: what comes before the next comment, or the comment."""
        at, end = self.at, self._end
        if self._comment < at:
            # There is seldom another "!", and one sign is found far sooner than four.
            mark = self._source.find("!", at, end)
            found = -1 if mark < 0 else self._source.find("<!--", max(at, mark - 1), end)
            self._comment = end if found < 0 else found
        if self._comment == at:
            close = self._source.find("-->", at + 4, end) + 3
            self.at = end if close < 3 else close
            comment = self._source[at : self.at]
            self._take(["", comment, ""], self._tags.of(comment))
            return
        stop = self._source.find("<", at + self._size, self._comment)
        piece = self._source[at : self._comment if stop < 0 else stop]
        if self._stuffed and ("\n- " in piece or "\r- " in piece):
            self._search(at + len(piece))
        elif self._split(piece):
            self._size, self._run = min(2 * self._size, _LONGEST), 0
        else:
            # What is irregular once is often so again: the longer it goes on, the longer the search does.
            self._search(self.at + self._run)
            progress = self.at - at
            self._run = min(2 * self._run + 64, _LONGEST) if progress < _SHORTEST else 0
            self._size = min(max(progress, _SHORTEST), _LONGEST)

    def _split(self, piece: str) -> bool:
        """Take the texts and tags of *piece* as far as it is regular, and tell whether all of it is."""
        tags = self._tags
        known = len(tags.letter_of), len(tags.letters)
        marked = piece.replace("<", "><")
        opened = len(marked) - len(piece)
        parts = marked.split(">")
        del marked  # a tag of megabytes is there often enough
        try:
            words = _looked_up(tags, parts[1::2])
        except KeyError:
            words = None
        # Each "<" begins a part. If the tags have them all, no text has one: "<" and ">" take turns.
        if words is not None and len(parts) % 2 and len(words) == opened:
            parts[1::2] = words
            self._take(parts, "".join(_looked_up(tags.letter_of, words)))
            self.at += len(piece)
            return True
        tags.forget(*known)
        irregular = next(index for index in range(1, len(parts), 2) if not self._is_tag(parts, index))
        words = _looked_up(tags, parts[1:irregular:2])
        del parts[irregular - 1 :]
        parts[1::2] = words
        self.at += sum(map(len, parts))
        self._take([*parts, ""], "".join(_looked_up(tags.letter_of, words)))
        return False

    def _is_tag(self, parts: list[str], index: int) -> bool:
        """Tell whether the part at *index* is a plain tag that the next ">" closes."""
        if index + 1 == len(parts) or parts[index + 1].startswith("<"):
            return False
        try:
            self._tags[parts[index]]
        except KeyError:
            return False
        return True

    def _search(self, enough: int) -> None:
        """Take what the expression finds, until something ends at or after *enough*."""
        parts: list[str] = []
        while True:
            m = self._pattern.search(self._source, self.at, self._end)
            if m is None:
                parts.append(self._source[self.at : self._end])
                self.at = self._end
                break
            close = _end(self._source, m, self._end)
            parts += self._source[self.at : m.start()], self._source[m.start() : close]
            self.at = close
            if close >= enough:
                parts.append("")
                break
        self._take(parts, "".join(map(self._tags.of, parts[1::2])))

    def _take(self, parts: list[str], letters: str) -> None:
        self.letters += letters
        if len(self.parts) > 1:
            self.parts[-1] += parts[0]
            self.parts += parts[1:]
        else:
            parts[0] = self.parts[0] + parts[0]
            self.parts = parts


def _looked_up(table: dict[str, str], keys: Sequence[str]) -> tuple[str, ...]:
    """Return what *table* has for each of *keys*: half of the time is in how they are asked for."""
    if len(keys) > 1:
        found: tuple[str, ...] = itemgetter(*keys)(table)
        return found
    return tuple(table[key] for key in keys)


def _shown_lengths(texts: list[str], size: int) -> Iterable[int]:
    """Return how long *texts*, of a stretch of *size* characters, are as they are shown."""
    if size > _LONG_STRETCH:
        return map(shown_length, texts)
    # All at once: no text has a mark of tags, and no reference goes on behind one.
    return map(len, as_shown(INLINE.join(texts)).split(INLINE))


def _end(source: str, m: re.Match[str], end: int) -> int:
    """Return where what *m* begins ends: for what hides the text behind it, where that is over."""
    if _HIDDEN.fullmatch(m[0]) is None:
        return m.end()
    closing = _HIDDEN_ENDS[m[0].lower()].search(source, m.end(), end)
    return closing.end() if closing else end
