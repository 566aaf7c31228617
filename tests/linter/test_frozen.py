"""Our dataclasses do what those of the standard library do."""

from __future__ import annotations

import dataclasses
import operator
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint import frozen


@frozen.dataclass(frozen=True, slots=True, order=True)
class Ours:
    """A point."""

    x: int
    y: int = 2
    seen: list[int] = field(default_factory=list, compare=False)
    note: str = field(default="", repr=False, compare=False)


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Theirs:
    """A point."""

    x: int
    y: int = 2
    seen: list[int] = field(default_factory=list, compare=False)
    note: str = field(default="", repr=False, compare=False)


@frozen.dataclass(frozen=True, slots=True)
class Further(Ours):
    """A point that knows more."""

    z: int = 3


@frozen.dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Fields by name."""

    last: int = 0
    first: str


@frozen.dataclass(slots=True)
class Loose:
    """A point that moves."""

    x: int
    y: int = 2
    seen: list[int] = field(default_factory=list, compare=False)
    note: str = field(default="", init=False)


@dataclasses.dataclass(slots=True)
class LooseTheirs:
    """A point that moves."""

    x: int
    y: int = 2
    seen: list[int] = field(default_factory=list, compare=False)
    note: str = field(default="", init=False)


@frozen.dataclass(frozen=True)
class Open:
    """One with room for more."""

    x: int

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("below nothing")


@frozen.dataclass(frozen=True, eq=False)
class Itself:
    """One that is like no other."""

    x: int


SIGNS: list[Callable[[Any, Any], Any]] = [operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge]
points = st.tuples(st.integers(0, 2), st.integers(0, 2), st.lists(st.integers(), max_size=1), st.text(max_size=1))


@given(points, points)
def test_two_compare_as_the_standard_librarys_do(one: Any, other: Any) -> None:
    """Equality, order, hash and representation are those of the standard library."""
    for sign in SIGNS:
        assert sign(Ours(*one), Ours(*other)) == sign(Theirs(*one), Theirs(*other))
    assert hash(Ours(*one)) == hash(Theirs(*one))
    assert repr(Ours(*one)) == repr(Theirs(*one)).replace("Theirs", "Ours")


@given(points)
def test_copies_are_equal(one: Any) -> None:
    """What is pickled or replaced with nothing changed is what it was, and each has a list of its own by default."""
    for made in (Ours(*one), Further(*one)):
        assert pickle.loads(pickle.dumps(made)) == made
        assert replace(made) == made
    assert Ours(1).seen is not Ours(1).seen


def test_fields_are_known() -> None:
    """Tools that ask for fields, slots and patterns are answered."""
    assert is_dataclass(Ours)
    assert [each.name for each in fields(Further)] == ["x", "y", "seen", "note", "z"]
    assert Ours.__match_args__ == Theirs.__match_args__
    assert not hasattr(Ours(1), "__dict__")
    assert Further(1, 5).y == 5
    assert Further(1).z == 3
    assert Named(first="a").last == 0


@pytest.mark.parametrize(("ours", "theirs"), [(Ours, Theirs), (Loose, LooseTheirs)])
def test_classes_are_alike(ours: Any, theirs: Any) -> None:
    """What is known of a class and its fields is what ``dataclasses`` knows of such a class."""

    def known(cls: Any) -> list[Any]:
        shown = [repr(one) for one in fields(cls)]
        params = cls.__dataclass_params__
        return [
            shown,
            cls.__match_args__,
            cls.__slots__,
            *(getattr(params, name) for name in ("eq", "order", "frozen")),
        ]

    assert known(ours) == known(theirs)
    assert set(vars(theirs)) - set(vars(ours)) <= {"__replace__", "__weakref__"}
    assert ours.__qualname__ == ours.__name__
    assert ours.__module__ == __name__


def test_what_may_change_changes() -> None:
    """One that is not frozen can be set, has no hash, and is equal while its fields are."""
    one, other = Loose(1), LooseTheirs(1)
    one.x = other.x = 5
    one.note = other.note = "n"
    assert repr(one) == repr(other).replace("LooseTheirs", "Loose")
    assert one == pickle.loads(pickle.dumps(one))
    assert one != Loose(5)
    assert Loose(1).seen is not Loose(1).seen
    with pytest.raises(TypeError):
        hash(one)
    with pytest.raises(AttributeError):
        one.z = 1  # type: ignore[attr-defined]


def test_a_default_that_could_be_changed_is_refused() -> None:
    """A list as a default would be shared by all."""
    with pytest.raises(ValueError, match="default_factory"):

        @frozen.dataclass(frozen=True)
        class Shared:
            seen: list[int] = []  # noqa: RUF012


def test_nothing_changes() -> None:
    """A field can be neither set nor deleted."""
    for made in (Ours(1), Open(1), Itself(1)):
        with pytest.raises(FrozenInstanceError):
            made.x = 2  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError):
            del made.x


@pytest.mark.parametrize(
    ("made", "given", "named"),
    [
        ("Ours", (), {}),
        ("Ours", (1, 2, [], "", 5), {}),
        ("Ours", (1,), {"z": 2}),
        ("Named", ("a",), {}),
        ("Named", (), {}),
    ],
)
def test_wrong_arguments_are_refused(made: str, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Too few arguments, too many and unknown ones raise TypeError."""
    with pytest.raises(TypeError):
        globals()[made](*given, **named)


def test_what_a_class_says_itself_stands() -> None:
    """``__post_init__`` is called, ``eq=False`` leaves identity, and another class is never equal."""
    with pytest.raises(ValueError, match="below"):
        Open(-1)
    assert Itself(1) != Itself(1)
    stranger: Any = Theirs(1)
    assert Ours(1) != stranger
