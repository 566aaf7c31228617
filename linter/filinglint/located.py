"""What a document states about something: a value with its place, nothing, or something unclear.

A rule reads ``leaf.value``. Where there is none, that ends the rule: with the outcome
``not-applicable`` when the document does not state it, with ``cannot-tell`` when it could not be
read for certain. Only a rule about something missing asks which of the three it holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NoReturn, TypeVar, Union

from filinglint.frozen import dataclass
from filinglint.spans import Span

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class NotApplicable(Exception):  # noqa: N818  (an outcome, not an error)
    """A rule has nothing to judge here; the argument says why."""


class CannotTell(Exception):  # noqa: N818  (an outcome, not an error)
    """A person must decide; the argument says why. Rules may also yield it."""


@dataclass(frozen=True, slots=True)
class Located(Generic[T_co]):
    """A value together with the place it was read from.

    A ``str`` value is always the rendered words at its place, white space folded; other types are
    what those words mean (a date, a number).
    """

    value: T_co
    span: Span


class Traced(Located[T_co]):
    """A value whose place is traced back when somebody first asks for it: most are never shown."""

    __slots__ = ("_trace", "_traced")
    _trace: Callable[[], Span]
    _traced: Span | None

    def __init__(self, value: T_co, trace: Callable[[], Span]) -> None:
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "_trace", trace)
        object.__setattr__(self, "_traced", None)

    @property
    def span(self) -> Span:
        """Where it was read."""
        found = self._traced
        if found is None:
            found = self._trace()
            object.__setattr__(self, "_traced", found)
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Located) and (self.value, self.span) == (other.value, other.span)

    __hash__ = Located.__hash__

    def __reduce__(self) -> tuple[type[Located[T_co]], tuple[T_co, Span]]:
        return Located, (self.value, self.span)


@dataclass(frozen=True, slots=True)
class Absent:
    """Looked for *what* in *looked*, and not there."""

    looked: Span
    what: str

    @property
    def value(self) -> NoReturn:
        """There is none: raises NotApplicable."""
        raise NotApplicable(f"no {self.what} is stated")

    @property
    def span(self) -> Span:
        """Where it was looked for."""
        return self.looked


@dataclass(frozen=True, slots=True)
class Unsure:
    """Something is there that could not be read for certain."""

    looked: Span
    what: str
    reason: str

    @property
    def value(self) -> NoReturn:
        """There is none for certain: raises CannotTell."""
        raise CannotTell(f"{self.what}: {self.reason}")

    @property
    def span(self) -> Span:
        """Where it was looked for."""
        return self.looked


Leaf = Union[Located[T], Absent, Unsure]  # noqa: UP007  (a generic alias, at run time too)


def parsed(
    found: Leaf[str],
    what: str,
    parse: Callable[[str], T | None],
    fault: str = "cannot be read",
    most: int | None = None,
) -> Leaf[T]:
    """Return what the words *found* mean to *parse*; unsure where it makes nothing of them.

    The reason quotes them, at most *most* code points, and goes on with *fault*.
    """
    if not isinstance(found, Located):
        return found
    value = parse(found.value)
    if value is None:
        return Unsure(found.span, what, f"'{found.value[:most]}' {fault}")
    return Located(value, found.span)
