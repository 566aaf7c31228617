"""One file on its way from what it was to what it is to be: what is kept of it, and what is put in.

A revision is a row of pieces that cover the original text from end to end. What no edit touches is never
decoded and encoded again: its bytes are the file's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from filinglint.frozen import dataclass
from filinglint.source import Source


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the new text, for ``[start, end)`` of the original; ``text`` None is the original itself.

    ``codes`` are those of the rules that put it in.
    """

    start: int
    end: int
    text: str | None = None
    codes: tuple[str, ...] = ()

    def __len__(self) -> int:
        return self.end - self.start if self.text is None else len(self.text)

    def parted(self, index: int) -> tuple[Piece, Piece]:
        """Return it as two, the second beginning at its character *index*."""
        if self.text is None:
            return replace(self, end=self.start + index), replace(self, start=self.start + index)
        # All that it stands for in the original goes with the first.
        return replace(self, text=self.text[:index]), replace(self, start=self.end, text=self.text[index:])


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of the present text of a file: ``[start, end)`` becomes ``text``, by the rule *code*.

    ``mark`` takes the byte order mark away.
    """

    start: int
    end: int
    text: str
    code: str
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Hunk:
    """A place where new and original differ: ranges in either text, and the rules that changed it."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Revision:
    """The file *source* as it is to be; ``mark`` is whether its byte order mark stays, if it has one."""

    source: Source
    pieces: tuple[Piece, ...]
    mark: bool = True
    marked_by: tuple[str, ...] = ()

    @classmethod
    def of(cls, source: Source) -> Revision:
        """Return the revision of *source* that changes nothing."""
        return cls(source, (Piece(0, len(source.text)),))

    @cached_property
    def text(self) -> str:
        """The text as it is to be."""
        whole = self.source.text
        return "".join(whole[p.start : p.end] if p.text is None else p.text for p in self.pieces)

    @cached_property
    def data(self) -> bytes:
        """The bytes as they are to be."""
        source, encoding = self.source, self.source.encoding
        kept = (
            source.data[source.byte_offset(p.start) : source.byte_offset(p.end)]
            if p.text is None
            else p.text.encode(encoding)
            for p in self.pieces
        )
        return (source.data[: source.bom] if self.mark else b"") + b"".join(kept)

    @property
    def changes_something(self) -> bool:
        """Whether the file is not what it was."""
        return self.data != self.source.data

    def edited(self, changes: Sequence[Change]) -> Revision:
        """Return the revision with *changes*, which do not overlap, made to its text.

        Line feeds in them become the line end of the file. Raises UnicodeEncodeError for characters that
        the encoding of the file does not have.
        """
        done: list[Piece] = []
        left = list(reversed(self.pieces))
        at = 0  # where the piece at the end of *left* begins in the present text
        for change in sorted(changes, key=lambda one: (one.start, one.end)):
            while left and at + len(left[-1]) <= change.start and (at < change.start or not left[-1]):
                at += len(left[-1])
                done.append(left.pop())
            if left and at < change.start:
                head, tail = left.pop().parted(change.start - at)
                done.append(head)
                left.append(tail)
                at = change.start
            begin = finish = left[-1].start if left else len(self.source.text)
            codes: list[str] = []
            while left and at < change.end:
                taken = left.pop()
                if at + len(taken) > change.end:
                    taken, rest = taken.parted(change.end - at)
                    left.append(rest)
                at += len(taken)
                finish = taken.end
                codes += taken.codes
            text = change.text.replace("\n", self.source.line_end)
            text.encode(self.source.encoding)
            if text or finish > begin:
                done.append(Piece(begin, finish, text, (*dict.fromkeys((*codes, change.code)),)))
        unmarked = tuple(change.code for change in changes if change.mark)
        return Revision(
            self.source,
            (*done, *reversed(left)),
            self.mark and not unmarked,
            (*dict.fromkeys((*self.marked_by, *unmarked)),),
        )

    def hunks(self) -> Iterator[Hunk]:
        """Yield the places that differ, in order; pieces that touch are one place."""
        at = 0
        for kept, run in groupby(self.pieces, key=lambda piece: piece.text is None):
            pieces = list(run)
            size = sum(map(len, pieces))
            if not kept:
                start, end = pieces[0].start, pieces[-1].end
                if self.text[at : at + size] != self.source.text[start:end]:
                    codes = (*dict.fromkeys(code for piece in pieces for code in piece.codes),)
                    yield Hunk(start, end, at, at + size, codes)
            at += size
