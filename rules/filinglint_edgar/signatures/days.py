"""The days on which a report is signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from filinglint.facts.signatures import Signatures
from filinglint.finding import Observation
from filinglint.located import Leaf, Located


def days_of(signed: Signatures) -> tuple[Located[date], ...]:
    """Return the dates of all blocks and signers in reading order, each place once."""
    found = {
        leaf.span: leaf
        for block in signed.blocks
        for leaf in (block.date, *(signer.date for signer in block.signers))
        if isinstance(leaf, Located)
    }
    return tuple(found[span] for span in sorted(found))


def by_day(found: Iterable[Located[date]]) -> Iterator[tuple[Located[date], list[Located[date]]]]:
    """Yield the first of *found* on each day, and the others on it, by day."""
    leaves = list(found)
    for value in sorted({leaf.value for leaf in leaves}):
        first, *others = [leaf for leaf in leaves if leaf.value == value]
        yield first, others


def signed_after(signed: Signatures, filed: Leaf[date]) -> Iterator[Observation]:
    """Yield that something is signed on each day after it was *filed*."""
    late = (leaf for leaf in days_of(signed) if leaf.value > filed.value)
    yield from signed_beside(late, filed, "filed on")


def signed_beside(found: Iterable[Located[date]], other: Leaf[date], said: str) -> Iterator[Observation]:
    """Yield that a report was signed on each day of *found*, beside *other*, which *said* (``filed on``) begins."""
    words = f"{said} {other.value.isoformat()}"
    for first, others in by_day(found):
        signed = f"signed on {first.value.isoformat()}"
        related = [(other, words), *((leaf, "signed on the same day") for leaf in others[:3])]
        yield Observation(first, f"{signed}, {words}", related=related, label=signed)
