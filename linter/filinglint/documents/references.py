"""Character references of HTML, and where the characters they stand for come from."""

from __future__ import annotations

import html
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, compress
from operator import ne

from filinglint.patterns import pattern

REFERENCE = pattern(
    r"(&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};"
    r"|(?:nbsp|NBSP|amp|AMP|lt|LT|gt|GT|quot|QUOT|copy|reg|sect|para|middot|ndash|mdash)(?![A-Za-z0-9=])))"
)
# What was begun as a reference and has no semicolon; "&lt=" and its like are the parameters of an address.
BEGUN = (
    r"#[0-9]{2,7}(?![0-9;])|#[xX][0-9A-Fa-f]{2,6}(?![0-9A-Fa-f;])"
    r"|(?:nbsp|[lr][sd]quo)(?![A-Za-z]?[=;])|(?:amp|lt|gt|quot|[nm]dash)(?![A-Za-z0-9=;])"
)
_LONG = 1_000_000  # code points of a text that is not taken apart at once
_PIECE = 100_000  # of one whose parts are all counted
_MOST = 4096  # of the references in use there are some hundred
# Nothing is to be seen of them, and they break words in two for whoever compares.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def decoded(reference: str) -> str:
    """Return the characters that *reference* stands for; itself when it stands for none."""
    if reference[1] != "#" and reference.isupper():
        reference = reference.lower()  # &NBSP; is common in old filings
    return html.unescape(reference).translate(_INVISIBLE)


class _Decoded(dict[str, str]):
    """The characters that each reference stands for, as they are asked for."""

    def __missing__(self, reference: str) -> str:
        characters = decoded(reference)
        if len(self) < _MOST:
            self[reference] = characters
        return characters


_DECODED = _Decoded()


def decode(text: str) -> str:
    """Return *text* with its character references replaced."""
    if len(text) > _LONG:
        return "".join(_decoded(text[start:end]) for start, end in between_references(text, 0, len(text)))
    return _decoded(text)


def _decoded(text: str) -> str:
    pieces = REFERENCE.split(text)
    pieces[1::2] = map(_DECODED.__getitem__, pieces[1::2])
    return "".join(pieces)


def between_references(text: str, start: int, end: int, most: int = _LONG) -> Iterator[tuple[int, int]]:
    """Yield ``text[start:end]`` in pieces, as ranges that cut no reference: a million of them would take room."""
    while start < end:
        ampersand = text.find("&", start + most // 2, end)
        stop = end if ampersand < 0 else ampersand
        yield start, stop
        start = stop


def as_shown(text: str) -> str:
    """Return *text* with its character references replaced, ties by blanks, as which they are shown."""
    if "&" not in text:
        return text
    # Most references by far are ties; of a long text there is no room for what it was before.
    text = text.replace("&nbsp;", " ").replace("&#160;", " ")
    return decode(text) if "&" in text else text


def shown_length(text: str) -> int:
    """Return how long ``as_shown(text)`` is, without ever writing out all of a long one."""
    return sum(len(as_shown(text[start:end])) for start, end in between_references(text, 0, len(text)))


class _Places:
    """Where the references of a text begin that stand for something, in it and in the decoded text, in order."""

    __slots__ = ("shown", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.shown = array("I"), array("I")
        at = 0
        for start, end in between_references(text, 0, len(text), _PIECE):
            pieces = REFERENCE.split(text[start:end])
            references = pieces[1::2]
            sources = list(accumulate(map(len, pieces), initial=start))
            pieces[1::2] = map(_DECODED.__getitem__, references)
            places = list(accumulate(map(len, pieces), initial=at))
            at = places[-1]
            replaced = list(map(ne, references, pieces[1::2]))
            self.starts.extend(compress(sources[1::2], replaced))
            self.shown.extend(compress(places[1::2], replaced))

    def ends(self, index: int) -> tuple[int, int]:
        """Return where the reference at *index* ends, in the text and in the decoded text."""
        m = REFERENCE.match(self.text, self.starts[index])
        assert m is not None
        return m.end(), self.shown[index] + len(_DECODED[m[0]])


# A text is asked about again and again: one without a tag, and with thousands of references, is read once.
_places = lru_cache(maxsize=8)(_Places)


def source_range(text: str, index: int) -> tuple[int, int]:
    """Return the range in *text* of what became the character at *index* of ``decode(text)``."""
    places = _places(text)
    before = bisect_right(places.shown, index) - 1
    if before < 0:
        return index, index + 1
    end, shown_end = places.ends(before)
    if index < shown_end:
        return places.starts[before], end
    at = index + end - shown_end
    return at, at + 1


def decoded_index(text: str, offset: int) -> int:
    """Return the index in ``decode(text)`` of what the character at *offset* of *text* became."""
    places = _places(text)
    before = bisect_right(places.starts, offset) - 1
    if before < 0:
        return offset
    end, shown_end = places.ends(before)
    if offset < end:
        return places.shown[before]
    return offset - (end - shown_end)
