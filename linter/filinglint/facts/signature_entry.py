"""One signature: what a block states of it, and what is gathered about it while the block is read."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from filinglint.frozen import dataclass
from filinglint.located import Leaf, Located
from filinglint.spans import Range


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature: the conformed one, and the name, title and date that stand with it.

    ``conformed`` holds the words of the signature (``/s/ Ann Doe``; ``*`` where an attorney signed),
    absent where the place for one is empty. ``title_lines`` are the lines of the title, which may stand
    in a column; ``title`` is unsure when other words stand between them.
    """

    conformed: Leaf[str]
    name: Leaf[str]
    title: Leaf[str]
    title_lines: tuple[Located[str], ...]
    date: Leaf[date]

    @property
    def titles(self) -> str:
        """All words of the title."""
        return " ".join(line.value for line in self.title_lines)


@dataclass(slots=True)
class Entry:
    """What is gathered about one signer while the rows go by."""

    row: int
    line: int
    left: float
    right: float
    conformed: Leaf[str]
    start: int
    end: int
    name: Range | None = None
    titles: list[Range] = field(default_factory=list)
    unread: Range | None = None
    label: str = ""
    typed: Range | None = None  # a name in the signature's place, without a mark
