"""Where a text has the words that items, signatures and exhibits are known by, and the lines they stand on.

A report of a megabyte says "exhibit" some hundred times and has fifty thousand lines: to look for the few beginnings
of lines that matter, once for all who ask, is many times faster than to try expressions at every line.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from heapq import merge

from filinglint.documents.document import Document
from filinglint.documents.signs import Signs, sign
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor
from filinglint.patterns import pattern

_EARLY = 10_000  # characters of a line
_BEGINNING = pattern(
    r"\n[ \t*_|\[]{0,200}+(?=[IiPpSsſ])(?i:(?P<item>item)|(?P<part>part[ \t])|(?P<section>section )|s ?i ?g|pursu)"
)
_EXHIBITS = (sign("xhibit"), sign("XHIBIT"))
_SIGNING = ("IGNATURE", "ignature", "I G N A T U R E", "ursuant to the requ", "URSUANT TO THE REQU")


class LineWords:
    """The words of one text, each looked for when someone asks; lines are known by the line feeds before them.

    Of the lines that are given more may be none than are what they may be: whoever asks tries them.
    """

    def __init__(self, signs: Signs) -> None:
        self.text = signs.text
        self._signs = signs

    @cached_property
    def _beginnings(self) -> dict[str, array[int]]:
        """The lines that begin with a word of ours, by what they may be; those of parts may be those of items, too."""
        found = {kind: array("Q") for kind in ("item", "part", "signature")}
        for m in _BEGINNING.finditer(self.text):
            word = m.lastgroup
            found["item" if word else "signature"].append(m.start())
            if word == "part":
                found["part"].append(m.start())
        return found

    @property
    def items(self) -> array[int]:
        """The lines that may begin with an item's number, or with a part or section before it."""
        return self._beginnings["item"]

    @property
    def parts(self) -> Iterator[int]:
        """The lines that may head a part."""
        return (line for line in self._beginnings["part"] if self._has(line, ("Part", "PART")))

    @cached_property
    def signatures(self) -> array[int]:
        """The lines that may head the signatures."""
        return array("Q", (line for line in self._beginnings["signature"] if self._has(line, _SIGNING)))

    def _has(self, line: int, words: tuple[str, ...], within: int = 300) -> bool:
        """Tell whether one of *words* begins in the first *within* characters of *line*."""
        end = self.text.find("\n", line + 1)
        end = end if end >= 0 else len(self.text)
        return any(self.text.find(word, line, min(end, line + within + len(word))) >= 0 for word in words)

    @cached_property
    def _exhibits(self) -> array[int]:
        return array("I", merge(*map(self._signs.places, _EXHIBITS)))

    @property
    def exhibits(self) -> Iterator[int]:
        """The offsets of "Exhibit", "exhibit" and "EXHIBIT", in order."""
        return (at - 1 for at in self._exhibits if at and self.text[at - 1] in "Ee")

    def exhibit_lines(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield, each once, the lines that speak of exhibits in ``text[start:end]``, early in them."""
        last = start - 1
        after = bisect_left(self._exhibits, start)
        before = bisect_left(self._exhibits, end - len("xhibit") + 1) if end is not None else None
        for word in self._exhibits[after:before]:
            line = self.text.rfind("\n", max(last + 1, word - _EARLY), word)
            if line >= 0:
                last = line
                yield line


@document_extractor("line_words")
def line_words(submission: Submission, document: Document) -> LineWords:  # noqa: ARG001
    """The words of the rendered text of *document*."""
    return LineWords(document.rendered.signs)
