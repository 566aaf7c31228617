"""Dataclasses that cost little to define: what they have in common is shared, and ``__init__`` is written late.

``dataclasses`` asks of each annotation what it may mean, and compiles six functions for each class, used or
not; for our two hundred classes that took a quarter of the start of the command. To a type checker, and in all that
they do, they are dataclasses. What a class annotates are its fields: none is ``ClassVar``, ``InitVar`` or ``KW_ONLY``.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import _FIELD, MISSING, Field, FrozenInstanceError, field, fields  # type: ignore[attr-defined]
from functools import cache, partial
from types import CodeType, FunctionType, MemberDescriptorType, SimpleNamespace
from typing import TYPE_CHECKING, Any, NoReturn

_ORDER = (operator.lt, operator.le, operator.gt, operator.ge)
_LAYOUT = frozenset(("__dict__", "__weakref__"))  # what a class has by how it is laid out

if TYPE_CHECKING:  # to a type checker they are those of the standard library
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen=False, slots=False, eq=True, order=False, kw_only=False):
        """Make a class what ``dataclasses.dataclass`` makes of it."""
        return lambda cls: _anew(cls, frozen=frozen, slots=slots, eq=eq, order=order, kw_only=kw_only)


def _anew(cls: type[Any], *, frozen: bool, slots: bool, eq: bool, order: bool, kw_only: bool) -> type[Any]:
    own = vars(cls)
    inherited: Mapping[str, Field[Any]] = getattr(cls, "__dataclass_fields__", {})
    stated = cls.__annotations__
    mine = {name: _field(name, stated[name], own.get(name, MISSING), kw_only=kw_only) for name in stated}
    found = {**inherited, **mine}
    # To give a class that there is a method of a special name takes as long as to make it anew.
    members = {name: value for name, value in own.items() if name not in mine and name not in _LAYOUT}
    methods: dict[str, Any] = {"__repr__": _repr}
    if slots:
        members["__slots__"] = tuple(name for name in mine if name not in inherited)
        methods |= {"__getstate__": _state, "__setstate__": _restore} if frozen else {}
    else:
        members |= {name: each.default for name, each in mine.items() if each.default is not MISSING}
    if eq:
        compared = _getter([name for name, each in found.items() if each.compare])
        methods |= {"__eq__": _comparison(operator.eq, compared)}
        methods |= {"__hash__": (lambda self: hash(compared(self))) if frozen else None}
    if order:
        methods |= {f"__{sign.__name__}__": _comparison(sign, compared) for sign in _ORDER}
    for name, method in methods.items():
        # A class that defines __eq__ and no __hash__ has None for it.
        if own.get(name) is None:
            members[name] = method

    def write_init(self: Any, *given: Any, **named: Any) -> None:
        made.__init__ = _init(made)
        made.__init__(self, *given, **named)

    if frozen:
        members |= {"__setattr__": _refuse_change, "__delattr__": _refuse_removal}
    members |= {
        "__init__": write_init,
        "__doc__": cls.__doc__ or cls.__name__,
        "__qualname__": cls.__qualname__,
        "__match_args__": tuple(name for name, each in found.items() if each.init and not each.kw_only),
        "__dataclass_fields__": found,
        "__dataclass_params__": _params(frozen, eq, order),
    }
    metaclass: Any = type(cls)
    made: type[Any] = metaclass(cls.__name__, cls.__bases__, members)
    return made


def _field(name: str, annotation: Any, default: Any, *, kw_only: bool) -> Field[Any]:
    found: Any = default if isinstance(default, Field) else field(default=default)
    if type(found.default).__hash__ is None:
        raise ValueError(f"the default of {name} could be changed: give a default_factory")
    found.name, found.type, found._field_type = name, annotation, _FIELD
    if found.kw_only is MISSING:
        found.kw_only = kw_only
    return found  # type: ignore[no-any-return]


@cache
def _params(frozen: bool, eq: bool, order: bool) -> SimpleNamespace:
    """Return what tools that print dataclasses ask of the decorator."""
    return SimpleNamespace(init=True, repr=True, eq=eq, order=order, unsafe_hash=False, frozen=frozen)


def _init(cls: type[Any]) -> Callable[..., None]:
    """Return the ``__init__`` of *cls*, which takes its fields in their order, those by keyword only at the end."""
    given = sorted((one for one in fields(cls) if one.init), key=lambda one: bool(one.kw_only))
    ordered = [*given, *(one for one in fields(cls) if not one.init)]
    names: dict[str, Any] = {"missing": MISSING, "put": object.__setattr__}
    shape: list[tuple[bool, bool, bool]] = []
    for number, one in enumerate(ordered):
        # The slot's own setter is the shortest way around the refusal to set.
        slot: Any = getattr(cls, one.name, None)
        slotted = isinstance(slot, MemberDescriptorType)
        names[f"put{number}" if slotted else f"name{number}"] = slot.__set__ if slotted else one.name
        make = _made(one)
        if make is not None or not one.init:
            names[f"make{number}"] = make or partial(_same, one.default)
        shape.append((slotted, one.init, make is not None))
    named = sum(bool(one.kw_only) for one in given)
    # Many classes have one shape: to say what the code takes otherwise is far cheaper than to compile it.
    code = _code(tuple(shape), hasattr(cls, "__post_init__")).replace(
        co_varnames=("self", *(one.name for one in given)),
        co_argcount=1 + len(given) - named,
        co_kwonlyargcount=named,
    )
    defaults = {one.name: MISSING if _made(one) else one.default for one in given if _has_default(one)}
    positional = tuple(defaults.pop(one.name) for one in given if not one.kw_only and _has_default(one))
    init = FunctionType(code, names, "__init__", positional)
    init.__kwdefaults__ = defaults
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


@cache
def _code(shape: tuple[tuple[bool, bool, bool], ...], after: bool) -> CodeType:
    """Return the code of an ``__init__``.

    *shape* says of each field whether it has a slot, is given, and is made where it is not given; *after* is whether
    ``__post_init__`` is called.
    """
    body = []
    for number, (slotted, given, made) in enumerate(shape):
        value = f"a{number}" if given else f"make{number}()"
        if given and made:
            value = f"make{number}() if a{number} is missing else a{number}"
        body.append(f"put{number}(self, {value})" if slotted else f"put(self, name{number}, {value})")
    if after:
        body.append("self.__post_init__()")
    parameters = [f"a{number}" for number, (_, given, _) in enumerate(shape) if given]
    names: dict[str, Any] = {}
    exec(f"def __init__({', '.join(['self', *parameters])}):\n " + ("\n ".join(body) or "pass"), names)
    code: CodeType = names["__init__"].__code__
    return code


def _made(one: Field[Any]) -> Callable[[], Any] | None:
    return None if one.default_factory is MISSING else one.default_factory


def _has_default(one: Field[Any]) -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING


def _same(value: Any) -> Any:
    return value


def _getter(names: list[str]) -> Callable[[Any], Any]:
    return operator.attrgetter(*names) if names else lambda _: ()


def _comparison(sign: Callable[[Any, Any], Any], compared: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def compare(self: Any, other: Any) -> Any:
        return sign(compared(self), compared(other)) if other.__class__ is self.__class__ else NotImplemented

    return compare


def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


def _refuse_change(self: Any, name: str, _: Any) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_removal(self: Any, name: str) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot delete field {name!r}")
