"""How a report for people is shown: width, colours, glyphs, and how much of it."""

from __future__ import annotations

import os
from typing import Literal

from filinglint.frozen import dataclass

Frames = Literal["0", "1", "all"]
WIDTH = 100
_NARROWEST = 40
_COLOURS = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "strong": "1",
    "gutter": "1;34",
    "related": "1;34",
    "faint": "2",
    "good": "1;32",
}


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs of a report beside its words."""

    ellipsis: str = "…"
    gap: str = "⋯"
    trail: str = "›"
    dot: str = "·"
    dash: str = "–"


ASCII = Glyphs("...", "..", ">", "-", "-")


@dataclass(frozen=True, slots=True)
class View:
    """What the caller wants to see.

    ``width`` counts cells. ``frames`` is how many places of a finding get a frame: none, the first and
    one related, or all. ``verbosity`` is -1 for findings alone, 0, or 1 for everything there is.
    ``most`` limits how many findings are shown; None is all. With ``hyperlinks`` terminals are told where
    files and citations are, with ``outcomes`` SARIF has results for rules that found nothing too.
    """

    width: int = WIDTH
    colour: bool = False
    ascii: bool = False
    frames: Frames = "1"
    verbosity: int = 0
    suppressed: bool = False
    most: int | None = None
    hyperlinks: bool = False
    outcomes: bool = False

    @property
    def room(self) -> int:
        """The width that is used: a terminal may claim to have none."""
        return max(_NARROWEST, self.width)

    @property
    def glyphs(self) -> Glyphs:
        """The signs that the output can show."""
        return ASCII if self.ascii else Glyphs()

    def linked(self, text: str, uri: str) -> str:
        """Return *text* as a hyperlink to *uri*, or as it is. Source: the OSC 8 sequence of terminals."""
        if not (self.hyperlinks and text and uri):
            return text
        from urllib.parse import quote  # for who asks for links

        target = quote(uri, safe="/:?#[]@!$&'()*+,;=%~")
        return f"\x1b]8;;{target}\x1b\\{text}\x1b]8;;\x1b\\"

    def to_file(self, text: str, path: str) -> str:
        """Return *text* as a hyperlink to the file at *path*, or as it is."""
        if not self.hyperlinks or path.startswith("<"):  # standard input is no file
            return text
        from pathlib import Path

        return self.linked(text, Path(os.path.abspath(path)).as_uri())

    def styled(self, text: str, style: str) -> str:
        """Return *text* in the colour of *style*, or as it is."""
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self.colour and text else text
