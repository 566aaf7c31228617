"""A marked-up text is cut at its tags, stretch by stretch.

Nearly all markup is regular: "<" and ">" take turns, and what they enclose is a tag. Such a stretch is
cut by replacing and splitting, several times faster than by any expression; it is so exactly when every
second piece turns out to be a plain tag. Where one is not (a comment, a quoted ">", a "less than"), an
expression finds the next tag, and the cutting goes on behind it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from itertools import accumulate

from filinglint.documents.references import decode
from filinglint.patterns import pattern

BLOCK, CELL, INLINE = "\x1e", "\x1f", "\0"  # what stands for a tag until the text is put together
_LENGTHS = {BLOCK: 1, CELL: 1, " ": 1, INLINE: 0}
_LONGEST, _SHORTEST = 8192, 256  # code points of a stretch

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


def _separator(name: str) -> str:
    """Return what stands in the rendered text for a tag called *name*."""
    if name.removeprefix("/") in _BLOCK_NAMES:
        return BLOCK
    if name in CELL_NAMES:
        return CELL
    return " " if name == "sup" else INLINE


class Tags(dict[str, str]):
    """What stands in the rendered text for each distinct plain tag, by its words: most tags of a document repeat.

    A look-up raises KeyError for what is not plainly a tag. ``names`` are the names of all tags, in the order
    of their first places; ``letter_of`` one character for the name of each, so that the names of a million tags
    are a string of a million; ``letters`` that character by name. ``words`` has each distinct plain tag by itself:
    a million tags are a few hundred texts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, str] = {}
        self.words: dict[str, str] = {}
        self.letter_of: dict[str, str] = {}
        self.letters: dict[str, str] = {}
        self._heads: dict[str, tuple[str, str, str]] = {}

    def __missing__(self, words: str) -> str:
        head = words.partition(" ")[0]
        known = self._heads.get(head)
        if (known is None and not _PLAIN.match(words)) or words[-1] != ">" or not _closed(words):
            raise KeyError(words)
        if known is None:
            name = tag_name(words)
            known = self._heads[head] = (name, self._letter(name), _separator(name))
        self.words[words] = words
        self.names[words], self.letter_of[words], self[words] = known
        return known[2]

    def of(self, words: str) -> str:
        """Return what stands for *words*, a tag of any sort or something hidden."""
        if words in self:
            return self[words]
        if words not in self.names:
            self._note(words)
        return _separator(self.names[words])

    def put(self, words: str, separator: str) -> None:
        """Let *separator* stand for the tag *words*."""
        self._note(words)
        self[words] = separator

    def _note(self, words: str) -> None:
        name = self.names[words] = tag_name(words)
        self.letter_of[words] = self._letter(name)

    def _letter(self, name: str) -> str:
        return self.letters.setdefault(name, chr(len(self.letters) + 1))


def _closed(tag: str) -> bool:
    """Tell whether the quotes in *tag* are closed: where one is not, the ">" may be a part of its value."""
    if "'" in tag:
        return _QUOTED.fullmatch(tag) is not None
    return not tag.count('"') % 2


class Stretch:
    """A stretch of a document: texts and tags in turn, texts first and last.

    ``start`` is its place in the source and ``at`` in the rendered text. What else is known of its parts is
    found when someone asks. Unless *shown* is given, references in its texts are decoded and its tags are
    shown as *tags* say.
    """

    __slots__ = ("_letters", "_shown", "_sources", "_tags", "at", "parts", "start")

    def __init__(self, start: int, at: int, parts: list[str], tags: Tags, shown: list[str] | None = None) -> None:
        self.start, self.at, self.parts = start, at, parts
        self._tags = tags
        self._letters: str | None = None
        self._sources: array[int] | None = None
        self._shown = None if shown is None else array("Q", accumulate(map(len, shown), initial=at))

    @property
    def letters(self) -> str:
        """One character for the name of each tag, in order."""
        if self._letters is None:
            self._letters = "".join(map(self._tags.letter_of.__getitem__, self.parts[1::2]))
        return self._letters

    @property
    def sources(self) -> array[int]:
        """Where each part begins in the source, and where the last one ends."""
        if self._sources is None:
            self._sources = array("Q", accumulate(map(len, self.parts), initial=self.start))
        return self._sources

    @property
    def shown(self) -> array[int]:
        """Where each part begins in the rendered text, and where the last one ends."""
        if self._shown is None:
            lengths = list(map(len, self.parts))
            lengths[0::2] = [len(decode(part)) if "&" in part else len(part) for part in self.parts[0::2]]
            try:
                lengths[1::2] = map(_LENGTHS.__getitem__, map(self._tags.__getitem__, self.parts[1::2]))
            except KeyError:  # among them is one that is not plainly a tag
                lengths[1::2] = [_LENGTHS[self._tags.of(words)] for words in self.parts[1::2]]
            self._shown = array("Q", accumulate(lengths, initial=self.at))
        return self._shown


def cut(source: str, start: int, end: int, tags: Tags, *, stuffed: bool) -> Iterator[tuple[int, list[str], list[str]]]:
    """Yield the stretches of ``source[start:end]``: the place, the texts and tags in turn, what stands for the tags.

    Texts are first and last. All stretches together are the whole of it.
    """
    cutter = _Cutter(source, start, end, tags, stuffed=stuffed)
    while cutter.at < end:
        begin = cutter.at
        while cutter.at < min(end, begin + _LONGEST):
            cutter.go_on()
        yield begin, cutter.parts, cutter.separators
        cutter.parts, cutter.separators = [""], []


class _Cutter:
    """Cuts a document piece by piece: ``parts`` are the texts and tags up to ``at``, in turn, texts first and last."""

    def __init__(self, source: str, start: int, end: int, tags: Tags, *, stuffed: bool) -> None:
        self.at = start
        self.parts: list[str] = [""]
        self.separators: list[str] = []
        self._source, self._end, self._tags = source, end, tags
        self._stuffed, self._pattern = stuffed, _STUFFED if stuffed else _MARKUP
        self._size, self._run, self._comment = _LONGEST, 0, -1

    def go_on(self) -> None:
        """Cut the next piece: what comes before the next comment, or the comment."""
        at, end = self.at, self._end
        if self._comment < at:
            comment = self._source.find("<!--", at, end)
            self._comment = end if comment < 0 else comment
        if self._comment == at:
            self._search(at)
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
        parts = piece.replace(">", ">\0").replace("<", "\0<").split("\0")
        try:
            separators = list(map(self._tags.__getitem__, parts[1::2]))
        except KeyError:
            irregular = next(index for index in range(1, len(parts), 2) if parts[index] not in self._tags)
            del parts[irregular - 1 :]
            self._take([*parts, ""], list(map(self._tags.__getitem__, parts[1::2])))
            self.at += sum(map(len, parts))
            return False
        parts[1::2] = map(self._tags.words.__getitem__, parts[1::2])
        self._take(parts, separators)
        self.at += len(piece)
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
        self._take(parts, list(map(self._tags.of, parts[1::2])))

    def _take(self, parts: list[str], separators: list[str]) -> None:
        self.parts[-1] += parts[0]
        self.parts += parts[1:]
        self.separators += separators


def _end(source: str, m: re.Match[str], end: int) -> int:
    """Return where what *m* begins ends: for what hides the text behind it, where that is over."""
    if _HIDDEN.fullmatch(m[0]) is None:
        return m.end()
    closing = _HIDDEN_ENDS[m[0].lower()].search(source, m.end(), end)
    return closing.end() if closing else end
