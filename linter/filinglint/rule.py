"""What a rule is: a pure generator over facts, and what is known about it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import cached_property
from types import ModuleType
from typing import Any, Literal, Protocol, TypeVar, overload

from filinglint.facts.extractor import FILINGS, Extractor
from filinglint.finding import Confidence, Observation, Outcome, Severity, Somewhere
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.rule_options import Optioned, chosen_of, values_of
from filinglint.spans import Span

API_VERSION = 1

Obligation = Literal["must", "should", "guidance"]
Which = Literal["main", "exhibits", "all"]

EIGHT_K = frozenset(("8-K", "8-K12B", "8-K12G3", "8-K15D5"))
TEN_K = frozenset(("10-K", "10-K405", "10-KT", "10-KSB", "10-KSB40", "10-KT405"))
TEN_Q = frozenset(("10-Q", "10-QT", "10-QSB"))
_CODE = pattern(r"[A-Z]{2,5}[0-9]{3}")
_SLUG = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Authority:
    """A citation that someone can look up, and since when it holds.

    ``effective_from`` and ``effective_to`` are US Eastern dates, both inclusive; None is open. Passing
    a rule never claims that the cited provision is met in full.
    """

    instrument: str
    obligation: Obligation = "must"
    effective_from: date | None = None
    effective_to: date | None = None
    url: str = ""

    @property
    def always(self) -> bool:
        """Whether it holds on every day."""
        return self.effective_from is None and self.effective_to is None

    def holds_on(self, day: date) -> bool:
        """Tell whether it was in force on *day*."""
        return (self.effective_from is None or self.effective_from <= day) and (
            self.effective_to is None or day <= self.effective_to
        )

    def __str__(self) -> str:
        return f"{self.instrument} ({self.obligation})"


@dataclass(frozen=True, slots=True)
class Unclear:
    """A rule's word that a person must decide; *at* is where to look."""

    reason: str
    at: Somewhere | None = None


Check = Callable[..., Iterator[Observation | Unclear]]
Foregone = tuple[Outcome, str | None]
"""What comes of a check that need not be run, and why."""


class Glance(Protocol):
    """A look at one subject for many rules, of which it tells the most that they find nothing there.

    Where the facts that it ``reads`` are not to be had, none of its ``checks`` has them: they read the same first.
    """

    @property
    def reads(self) -> tuple[Extractor[Any], ...]:
        """The facts that it is called with."""

    @property
    def checks(self) -> Iterable[Check]:
        """The checks of the rules that it looks for."""

    def __call__(self, *facts: Any) -> Mapping[Any, Foregone]:
        """Return what comes of those that need not be run: just what would come of them if they were."""


@dataclass(frozen=True, slots=True)
class Example:
    """A case that stands in the file of a declared rule: a text, and what comes of the rule on it.

    ``outcome`` is ``failed``, ``passed`` or ``not-applicable``; ``marked`` are the words that findings point at, none
    where they point at the text as a whole, ``related`` those that belong to them; ``settings`` say how it is judged,
    by ``profile``, ``kind``, ``as-of``; ``place`` is its file and line.
    """

    outcome: str
    text: str
    marked: tuple[Span, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Rule:
    """A check and its metadata.

    ``forms`` holds form types without ``/A`` and None for all; ``amendments`` is whether amendments of
    them are judged too. ``which`` says which documents a rule about documents is run on. ``profiles``
    maps each profile in which the rule is on to its severity there; empty means all, with ``severity``.
    ``waivable`` is whether its findings may be suppressed: ``approval`` asks for a record that says who
    approved it. ``formerly`` are slugs that it had, and codes and slugs of rules that it has replaced: who writes
    one of them means this rule. ``options`` is the dataclass of its options, None where it has none: its check
    is given the values that hold after the facts. ``glance`` is the look at a subject that it shares with others.
    """

    code: str
    slug: str
    severity: Severity
    confidence: Confidence
    authority: tuple[Authority, ...]
    reads: tuple[Extractor[Any], ...]
    check: Check
    title: str
    rationale: str
    remedy: str
    forms: frozenset[str] | None = None
    amendments: bool = True
    kinds: frozenset[str] = FILINGS
    profiles: Mapping[str, Severity] = field(default_factory=dict)
    which: Which = "all"
    fixable: str = "no"
    waivable: Literal["yes", "approval", "no"] = "yes"
    status: Literal["preview", "stable"] = "stable"
    since: str = "0.1.0"
    revision: int = 1
    tags: frozenset[str] = frozenset()
    module: str = ""
    examples: tuple[Example, ...] = ()
    formerly: frozenset[str] = frozenset()
    options: type[Any] | None = None
    glance: Glance | None = None

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code) or not _SLUG.fullmatch(self.slug):
            raise ValueError(f"rule {self.code!r} {self.slug!r}: a code is EXH002, a slug exhibit-not-listed")
        if not self.authority:
            raise ValueError(f"rule {self.code} cites no authority")
        if not self.title.endswith("."):
            raise ValueError(f"rule {self.code}: the first paragraph of the docstring is one sentence")
        if self.options is not None and not isinstance(self.check, Optioned):
            object.__setattr__(self, "check", Optioned(self.check, self.options()))

    @property
    def chosen(self) -> Mapping[str, Any]:
        """The values of its options by name, as JSON has them."""
        return values_of(self.check.chosen) if isinstance(self.check, Optioned) else {}

    def with_options(self, values: Mapping[str, Any]) -> Rule:
        """Return the rule with *values* of its options by name, sound as their schema says; the rest stays."""
        if self.options is None or not isinstance(self.check, Optioned):
            return self
        chosen = chosen_of(self.options, {**self.chosen, **values})
        return replace(self, check=Optioned(self.check.check, chosen))

    @cached_property
    def per_document(self) -> bool:
        """Whether it is run on each document rather than once on the submission."""
        return any(extractor.per_document for extractor in self.reads)

    @cached_property
    def citations(self) -> tuple[str, ...]:
        """Its authorities as reports print them."""
        return tuple(str(authority) for authority in self.authority)

    def covers(self, form: str) -> bool:
        """Tell whether it is about *form*, a submission type such as ``8-K/A``."""
        base = form.removesuffix("/A")
        return (self.forms is None or base in self.forms) and (self.amendments or base == form)

    def in_force(self, day: date) -> bool:
        """Tell whether one of its authorities was in force on *day*."""
        return any(authority.holds_on(day) for authority in self.authority)


def page_of(docstring: str) -> tuple[str, str]:
    """Return the first sentence and the rest of a rule's docstring, each paragraph on one line."""
    paragraphs = [" ".join(p.split()) for p in docstring.strip().split("\n\n")]
    return paragraphs[0], "\n\n".join(paragraphs[1:])


A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
Chosen = TypeVar("Chosen")
Observations = Iterator[Observation | Unclear] | Iterator[Observation]


class _Decorator:
    """Holds a check to what it reads, then makes it a rule; the type checker sees one shape for each count."""

    def __init__(self, metadata: dict[str, Any], remedy: str) -> None:
        self._metadata, self._remedy = metadata, remedy

    def __call__(self, check: Check) -> Rule:
        title, rationale = page_of(check.__doc__ or "")
        return Rule(
            check=check,
            title=title,
            rationale=rationale,
            remedy=self._remedy,
            module=check.__module__,
            **self._metadata,
        )


@overload
def rule(
    code: str, slug: str, *, reads: tuple[Extractor[A]], options: type[Chosen], remedy: str, **metadata: Any
) -> Callable[[Callable[[A, Chosen], Observations]], Rule]: ...
@overload
def rule(
    code: str,
    slug: str,
    *,
    reads: tuple[Extractor[A], Extractor[B]],
    options: type[Chosen],
    remedy: str,
    **metadata: Any,
) -> Callable[[Callable[[A, B, Chosen], Observations]], Rule]: ...
@overload
def rule(
    code: str,
    slug: str,
    *,
    reads: tuple[Extractor[A], Extractor[B], Extractor[C]],
    options: type[Chosen],
    remedy: str,
    **metadata: Any,
) -> Callable[[Callable[[A, B, C, Chosen], Observations]], Rule]: ...
@overload
def rule(
    code: str, slug: str, *, reads: tuple[Extractor[A]], remedy: str, **metadata: Any
) -> Callable[[Callable[[A], Observations]], Rule]: ...
@overload
def rule(
    code: str, slug: str, *, reads: tuple[Extractor[A], Extractor[B]], remedy: str, **metadata: Any
) -> Callable[[Callable[[A, B], Observations]], Rule]: ...
@overload
def rule(
    code: str,
    slug: str,
    *,
    reads: tuple[Extractor[A], Extractor[B], Extractor[C]],
    remedy: str,
    **metadata: Any,
) -> Callable[[Callable[[A, B, C], Observations]], Rule]: ...
@overload
def rule(
    code: str,
    slug: str,
    *,
    reads: tuple[Extractor[A], Extractor[B], Extractor[C], Extractor[D]],
    remedy: str,
    **metadata: Any,
) -> Callable[[Callable[[A, B, C, D], Observations]], Rule]: ...
def rule(code: str, slug: str, *, reads: tuple[Extractor[Any], ...], remedy: str, **metadata: Any) -> Any:
    """Make a rule of the generator below it.

    The generator takes the facts that *reads* names, in that order, then its options where it has some, and yields
    observations. The
    first sentence of its docstring states the requirement; the rest says why it matters and how it
    goes wrong. *metadata* are the other fields of Rule; ``authority`` may be one or several,
    ``severity`` is warning and ``confidence`` high unless given.
    """
    authority: Authority | Sequence[Authority] = metadata.pop("authority")
    cited = (authority,) if isinstance(authority, Authority) else tuple(authority)
    given = {"severity": Severity.WARNING, "confidence": Confidence.HIGH, **metadata}
    return _Decorator({"code": code, "slug": slug, "reads": reads, "authority": cited, **given}, remedy)


class _Decorating(ModuleType):
    """The module of rules, which is their decorator as well.

    ``filinglint.rule`` is this module once it is loaded, and ``from filinglint import rule`` finds no other thing of
    that name.
    """

    def __call__(self, *args: Any, **metadata: Any) -> Any:
        return rule(*args, **metadata)


sys.modules[__name__].__class__ = _Decorating
