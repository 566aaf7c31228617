"""How many members one fact may have: of one that would have more nothing is told, and its rules say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor
from filinglint.limits import Limits
from filinglint.located import CannotTell

T = TypeVar("T")


class TooMany(CannotTell):
    """A fact would have more members than the limits allow; the argument says of what."""


members: Extractor[int] = Extractor("members", frozenset(), False, lambda *_: Limits().fact_members)
"""How many members of one kind a fact may have, which whoever judges a text tells with ``tell_members``."""


def tell_members(submission: Submission, most: int) -> None:
    """Make *most* the number of members that facts of *submission* may have."""
    submission.memory[members] = most


def few(found: Iterable[T], most: int, what: str) -> Iterator[T]:
    """Yield *found*, of which *what* is the plural. Raises TooMany where there are more than *most*."""
    for number, one in enumerate(found):
        if number == most:
            raise too_many(most, what)
        yield one


def too_many(most: int, what: str) -> TooMany:
    """Return what is to be raised where there are more than *most* of what *what* is the plural."""
    return TooMany(f"there are more than {most:,} {what}, which fact-members allows")
