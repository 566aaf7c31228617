"""Inputs judged, or remembered: the one door through which who judges many goes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from filinglint.catalogue import Catalogue
from filinglint.discovery import STDIN
from filinglint.folders import cache_folder
from filinglint.frozen import dataclass
from filinglint.judging import Job, Judged, judge_file

if TYPE_CHECKING:  # who judges what was named has nothing to remember
    from filinglint.cache.kept import Kept
    from filinglint.cache.store import Store

Trust = Literal["content", "mtime"]
MOST_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Terms:
    """Where verdicts are kept, how many bytes of them, and by what a file is known to be the same.

    ``content`` is its bytes; ``mtime`` is path, size and time stamp, which is faster and may be deceived.
    """

    folder: str = ""
    most_bytes: int = MOST_BYTES
    trust: Trust = "content"

    @property
    def store(self) -> Store:
        """The folder, the default one where none is named."""
        from filinglint.cache.store import Store

        return Store(self.folder or cache_folder(), self.most_bytes)


class Verdicts:
    """The verdicts of one process."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    @cached_property
    def _kept(self) -> Kept:
        from filinglint.cache.kept import Kept

        return Kept(self._terms.store, stamps=self._terms.trust == "mtime")

    def judged(self, job: Job, catalogue: Catalogue) -> Judged:
        """Return what comes of *job*, or came of it before; of what was named one by one nothing is kept."""
        found = job.found
        if found.draft or found.path == STDIN or (found.data is None and found.named):
            return judge_file(found, job.options, catalogue, job.known)
        return self._kept.judged(job, catalogue)
