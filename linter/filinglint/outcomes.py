"""What came of the rules on one input, column by column.

There are some hundred outcomes for each input, and millions in a run: as columns they take a fraction of the room, and
of the time that it takes to send them from one process to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

from filinglint.finding import Outcome, OutcomeRecord, recorded
from filinglint.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Outcomes(Sequence[OutcomeRecord]):
    """Outcomes in their order; of each column as many values as there are outcomes."""

    codes: Sequence[str] = ()
    paths: Sequence[str] = ()
    documents: Sequence[str | None] = ()
    outcomes: Sequence[Outcome] = ()
    reasons: Sequence[str | None] = ()

    @classmethod
    def of(cls, records: Iterable[OutcomeRecord]) -> Outcomes:
        """Return *records* as columns."""
        return cls(*zip(*records, strict=True))

    @property
    def columns(self) -> tuple[Sequence[Any], ...]:
        """The columns in the order of what a record has."""
        return self.codes, self.paths, self.documents, self.outcomes, self.reasons

    def __iter__(self) -> Iterator[OutcomeRecord]:
        return map(recorded, zip(*self.columns, strict=True))

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, index: int) -> OutcomeRecord: ...
    @overload
    def __getitem__(self, index: slice) -> Outcomes: ...
    def __getitem__(self, index: int | slice) -> OutcomeRecord | Outcomes:
        values = [column[index] for column in self.columns]
        return Outcomes(*values) if isinstance(index, slice) else recorded(values)
