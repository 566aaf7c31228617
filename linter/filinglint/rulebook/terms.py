"""What a condition can ask of a text: a disclosure, a sort of words, a phrase.

The engine knows how conditions combine; packs bring what can be asked, through the hook ``filinglint_terms``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from filinglint.facts.extractor import Extractor
from filinglint.finding import Fix
from filinglint.located import Absent, Located, Unsure
from filinglint.spans import Span

Present = Literal["yes", "weak", "no"]
PRESENT: tuple[Present, ...] = ("no", "weak", "yes")
"""What a text does about something, the least first: ``weak`` is where a person must decide."""

Shown = Located[str] | Absent | Unsure


@dataclass(frozen=True, slots=True)
class Found:
    """Whether a text has something, and the places that show it, or hint at it, in reading order.

    ``looked`` is where it was looked for. ``says`` is what the text itself calls it, "" where the rule names it.
    ``fixes`` are by place: how the words there were meant, where that is known.
    """

    present: Present
    looked: Span
    places: Sequence[Shown] = ()
    says: str = ""
    fixes: Mapping[Span, Fix] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A key of a condition, such as ``disclosure`` in ``{disclosure: written_copy}``.

    ``look`` takes the facts of ``reads`` and the word after the key. ``names`` returns the words that there are,
    and is called only to check a rule; None where any words will do, which ``accepts`` then refuses with ValueError.
    """

    name: str
    reads: Extractor[Any]
    look: Callable[[Any, str], Found]
    names: Callable[[], Collection[str]] | None = None
    accepts: Callable[[str], object] | None = None


Terms = Mapping[str, Term]
