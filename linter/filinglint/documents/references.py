"""Character references of HTML, and where the characters they stand for come from."""

from __future__ import annotations

import html
import re

REFERENCE = re.compile(
    r"(&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};"
    r"|(?:nbsp|NBSP|amp|AMP|lt|LT|gt|GT|quot|QUOT|copy|reg|sect|para|middot|ndash|mdash)(?![A-Za-z0-9=])))"
)
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
    pieces = REFERENCE.split(text)
    pieces[1::2] = map(_DECODED.__getitem__, pieces[1::2])
    return "".join(pieces)


def source_range(text: str, index: int) -> tuple[int, int]:
    """Return the range in *text* of what became the character at *index* of ``decode(text)``."""
    shift = 0  # how much longer the source is than the decoded text so far
    for m in REFERENCE.finditer(text):
        if index + shift < m.start():
            break
        shown = _DECODED[m[0]]
        if shown == m[0]:  # it stands for nothing: each of its characters is its own
            continue
        if index + shift < m.start() + len(shown):
            return m.start(), m.end()
        shift += len(m[0]) - len(shown)
    return index + shift, index + shift + 1


def decoded_index(text: str, offset: int) -> int:
    """Return the index in ``decode(text)`` of what the character at *offset* of *text* became."""
    shift = 0
    for m in REFERENCE.finditer(text):
        if offset < m.start():
            break
        shown = _DECODED[m[0]]
        if shown == m[0]:
            continue
        if offset < m.end():
            return m.start() - shift
        shift += len(m[0]) - len(shown)
    return offset - shift
