"""What a condition can ask of a text: a disclosure, a sort of words, a phrase.

The engine knows how conditions combine, and how to look for phrases and facts; packs bring what else can be asked,
through the hook ``filinglint_terms``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from filinglint.facts.extractor import Extractor
from filinglint.finding import Fix
from filinglint.frozen import dataclass
from filinglint.located import Absent, Located, Unsure
from filinglint.spans import Span

Present = Literal["yes", "weak", "no"]
PRESENT: tuple[Present, ...] = ("no", "weak", "yes")
"""What a text does about something, the least first: ``weak`` is where a person must decide."""

Shown = Located[str] | Absent | Unsure


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that shows why something does not hold: in words, with the places that belong to it."""

    at: Shown
    why: str
    related: tuple[tuple[Shown, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Whether a text has something, and the places that show it, or hint at it, in reading order.

    ``looked`` is where it was looked for. ``says`` is what the text itself calls it, "" where the rule names it.
    ``fixes`` are by place: how the words there were meant, where that is known. ``clashes`` show why it is not so.
    """

    present: Present
    looked: Span
    places: Sequence[Shown] = ()
    says: str = ""
    fixes: Mapping[Span, Fix] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A key of a condition, such as ``disclosure`` in ``{disclosure: written_copy}``.

    ``look`` takes the facts of ``reads`` and the word after the key. ``names`` returns the words that there are,
    and is called only to check a rule; None where any words will do, which ``accepts`` then refuses with ValueError.
    ``placed`` is whether all places are found, so that it can be asked of a part of the text.
    """

    name: str
    reads: Extractor[Any]
    look: Callable[[Any, str], Found]
    names: Callable[[], Collection[str]] | None = None
    accepts: Callable[[str], object] | None = None
    placed: bool = False


Terms = Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that rules in YAML can ask for: the terms of packs, facts by name, and named lists of phrases.

    Facts and concepts are fetched when a rule first asks for one. ``kinds`` are those of input that packs bring.
    """

    terms: Terms = field(default_factory=dict)
    facts: Callable[[], Mapping[str, Extractor[Any]]] = dict
    concepts: Callable[[], Mapping[str, Sequence[str]]] = dict
    kinds: frozenset[str] = frozenset()
