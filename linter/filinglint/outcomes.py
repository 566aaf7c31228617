"""What came of the rules on one input, column by column.

There are some hundred outcomes for each input, and millions in a run: as columns they take a fraction of the room, and
of the time that it takes to send them from one process to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import overload

from filinglint.finding import Outcome, OutcomeRecord, recorded
from filinglint.frozen import dataclass

Row = tuple[str, str | None, Outcome, str | None]
"""What came of one rule: its code, the document by its label, the outcome and the reason."""


@dataclass(frozen=True, slots=True)
class Outcomes(Sequence[OutcomeRecord]):
    """Outcomes on the input at ``path``, in their order; each column has a value for each of them."""

    path: str = ""
    codes: tuple[str, ...] = ()
    documents: tuple[str | None, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    reasons: tuple[str | None, ...] = ()

    @classmethod
    def of(cls, path: str, rows: Iterable[Row]) -> Outcomes:
        """Return *rows* as columns."""
        return cls(path, *zip(*rows, strict=True))

    def changed(self, changes: Mapping[int, tuple[Outcome, str]]) -> Outcomes:
        """Return them with other outcomes, for other reasons, at some indices."""
        if not changes:
            return self
        outcomes, reasons = list(self.outcomes), list(self.reasons)
        for index, (outcome, reason) in changes.items():
            outcomes[index], reasons[index] = outcome, reason
        return Outcomes(self.path, self.codes, self.documents, tuple(outcomes), tuple(reasons))

    def __iter__(self) -> Iterator[OutcomeRecord]:
        return map(recorded, zip(self.codes, repeat(self.path), self.documents, self.outcomes, self.reasons))

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, index: int) -> OutcomeRecord: ...
    @overload
    def __getitem__(self, index: slice) -> Outcomes: ...
    def __getitem__(self, index: int | slice) -> OutcomeRecord | Outcomes:
        if isinstance(index, slice):
            columns = self.codes[index], self.documents[index], self.outcomes[index], self.reasons[index]
            return Outcomes(self.path, *columns)
        record = self.codes[index], self.path, self.documents[index], self.outcomes[index], self.reasons[index]
        return OutcomeRecord(*record)
