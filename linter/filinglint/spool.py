"""Long rows of results, which go to the disk when they grow: a run may have a million inputs.

What goes there is a file without a name, which nobody else can open and which ends with the process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, islice
from typing import IO, Any, TypeVar, overload

from filinglint.frozen import dataclass

T = TypeVar("T")
_BATCH, _SORTED_BATCH = 512, 16


class _Row(Sequence[T]):
    """A row that is read from its beginning: what is long is not asked for by number."""

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        count = len(self)
        if isinstance(index, slice):
            return tuple(islice(self, *index.indices(count)))
        at = index if index >= 0 else count + index
        if not 0 <= at < count:
            raise IndexError(index)
        return next(islice(self, at, None))


class Spool(_Row[T]):
    """A row to which values are added, and which then is read as often as one likes.

    Values of up to *most* in all, as *weight* has it, stay in memory, more go to the disk. With *key* they are read in
    its order, else in the order in which they came. Values are pickled.
    """

    def __init__(
        self, most: int, key: Callable[[T], Any] | None = None, weight: Callable[[T], int] = lambda _: 1
    ) -> None:
        self._most, self._key, self._weight = most, key, weight
        self._fresh: list[T] = []
        self._held = 0
        self._runs: list[list[int]] = []  # the offsets of the batches of each run
        self._file: IO[bytes] | None = None
        self._count = 0

    def extend(self, values: Iterable[T]) -> None:
        """Add *values*."""
        before = len(self._fresh)
        self._fresh.extend(values)
        self._count += len(self._fresh) - before
        self._held += sum(map(self._weight, self._fresh[before:]))
        if self._held > self._most:
            self._spill()

    def row(self) -> Sequence[T]:
        """Return what was added: a tuple where it all is in memory."""
        return self if self._runs else tuple(self._sorted(self._fresh))

    def _sorted(self, values: list[T]) -> list[T]:
        return values if self._key is None else sorted(values, key=self._key)

    def _spill(self) -> None:
        import pickle  # with tempfile slow to load, for long rows only
        from tempfile import TemporaryFile

        if self._file is None:
            self._file = TemporaryFile(prefix="filinglint-")  # noqa: SIM115  (it is as long as we are)
        file, values, offsets = self._file, self._sorted(self._fresh), list[int]()
        file.seek(0, 2)
        step = _BATCH if self._key is None else _SORTED_BATCH
        for start in range(0, len(values), step):
            offsets.append(file.tell())
            pickle.dump(values[start : start + step], file, pickle.HIGHEST_PROTOCOL)
        self._runs.append(offsets)
        self._fresh, self._held = [], 0

    def _run(self, offsets: Sequence[int]) -> Iterator[T]:
        import pickle

        assert self._file is not None, "there are runs"
        for offset in offsets:
            self._file.seek(offset)
            yield from pickle.load(self._file)

    def __iter__(self) -> Iterator[T]:
        runs = [*map(self._run, self._runs), iter(self._sorted(self._fresh))]
        return chain.from_iterable(runs) if self._key is None else merge(*runs, key=self._key)

    def __len__(self) -> int:
        return self._count


@dataclass(frozen=True, slots=True)
class Joined(_Row[T]):
    """The members of several rows, row after row."""

    rows: Sequence[Sequence[T]]

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self.rows)

    def __len__(self) -> int:
        return sum(map(len, self.rows))
