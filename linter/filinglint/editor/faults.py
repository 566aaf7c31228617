"""What is wrong with a configuration, at its place: nothing can be judged by one that does not hold."""

from __future__ import annotations

import os
import re

from filinglint.config.files import NAMES
from filinglint.config.settings import BASELINE, WAIVERS
from filinglint.errors import FilinglintError
from filinglint.frozen import dataclass

_PLACED = re.compile(r"(?P<name>[^\n]{1,1000}?):(?P<line>\d+):(?P<column>\d+): (?P<words>[^\n]*)")
_QUOTED = re.compile(r"'([^'\n]{1,1000})'")
CONFIGURING = frozenset((*NAMES, WAIVERS, BASELINE))


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence about the file at *path*; ``line`` and ``column`` count from 1, ``length`` code points."""

    path: str
    message: str
    line: int = 1
    column: int = 1
    length: int = 0


def fault_of(error: FilinglintError, folder: str, asked: str) -> Fault:
    """Return *error* at the file that it speaks of; names in it are relative to *folder*.

    Where it names none it is at the configuration nearest to *asked*, the file that was to be judged, or there.
    """
    said = str(error)
    placed = _PLACED.match(said)
    if placed is not None:
        path = os.path.normpath(os.path.join(folder, placed["name"]))
        if os.path.isfile(path):
            length = len(said.rpartition("\n")[2].partition("|")[2].strip()) if "\n" in said else 0
            return Fault(path, placed["words"], int(placed["line"]), int(placed["column"]), length)
    named = (os.path.normpath(os.path.join(folder, name)) for name in _QUOTED.findall(said))
    found = next((path for path in named if os.path.isfile(path)), "")
    return Fault(found or _nearest(os.path.dirname(asked)) or asked, said.partition("\n")[0])


def _nearest(folder: str) -> str:
    while True:
        for name in NAMES[:2]:
            if os.path.isfile(os.path.join(folder, name)):
                return os.path.join(folder, name)
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return ""
        folder = above
