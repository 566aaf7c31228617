"""Frozen dataclasses that cost little to define: what they have in common is shared, and ``__init__`` is written late.

``dataclasses`` compiles six functions for each frozen class, used or not; for our two hundred classes that took a
quarter of the start of the command. To a type checker, and in all that they do, they are dataclasses.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from typing import TYPE_CHECKING, Any, NoReturn

_ORDER = (operator.lt, operator.le, operator.gt, operator.ge)

if TYPE_CHECKING:  # to a type checker they are those of the standard library
    from dataclasses import dataclass as dataclass
else:
    from dataclasses import dataclass as _dataclass

    def dataclass(*, frozen=False, slots=False, eq=True, order=False, kw_only=False):
        """Make a class what ``dataclasses.dataclass`` makes of it."""
        if not frozen:
            return _dataclass(slots=slots, eq=eq, order=order, kw_only=kw_only)
        bare = _dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)

        def make(cls):
            cls.__doc__ = cls.__doc__ or cls.__name__  # or its signature would be worked out
            return _frozen(bare(cls), eq=eq, order=order)

        return make


def _frozen(cls: type[Any], *, eq: bool, order: bool) -> type[Any]:
    own = vars(cls)
    methods: dict[str, Any] = {"__repr__": _repr}
    if "__slots__" in own:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    if eq:
        compared = _getter([field.name for field in fields(cls) if field.compare])
        methods |= {"__eq__": _comparison(operator.eq, compared), "__hash__": lambda self: hash(compared(self))}
    if order:
        methods |= {f"__{sign.__name__}__": _comparison(sign, compared) for sign in _ORDER}
    for name, method in methods.items():
        # A class that defines __eq__ and no __hash__ has None for it.
        if own.get(name) is None:
            setattr(cls, name, method)
    cls.__setattr__ = _refuse_change  # type: ignore[assignment]
    cls.__delattr__ = _refuse_removal  # type: ignore[assignment]

    def write_init(self: Any, *given: Any, **named: Any) -> None:
        cls.__init__ = _init(cls)
        cls.__init__(self, *given, **named)

    cls.__init__ = write_init
    return cls


def _init(cls: type[Any]) -> Callable[..., None]:
    """Return the ``__init__`` of *cls*, which takes its fields in their order, those by keyword only at the end."""
    given: dict[bool, list[str]] = {False: [], True: []}
    body: list[str] = []
    names: dict[str, Any] = {"missing": MISSING}
    for field in fields(cls):
        name = field.name
        slot: Any = getattr(cls, name, None)
        # The slot's own setter is the shortest way around the refusal to set.
        put = f"put_{name}(self, "
        if hasattr(slot, "__set__") and hasattr(slot, "__objclass__"):
            names[f"put_{name}"] = slot.__set__
        else:
            names[f"put_{name}"] = object.__setattr__
            put += f"{name!r}, "
        if not field.init:
            value = f"default_{name}()" if field.default_factory is not MISSING else f"default_{name}"
            body.append(f"{put}{value})")
        else:
            given[bool(field.kw_only)].append(_parameter(field))
            value = name
            if field.default_factory is not MISSING:
                value = f"default_{name}() if {name} is missing else {name}"
            body.append(f"{put}{value})")
        if field.default_factory is not MISSING:
            names[f"default_{name}"] = field.default_factory
        elif field.default is not MISSING:
            names[f"default_{name}"] = field.default
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ["self", *given[False], *(["*", *given[True]] if given[True] else [])]
    exec(f"def __init__({', '.join(parameters)}):\n " + ("\n ".join(body) or "pass"), names)
    init: Callable[..., None] = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _parameter(field: Field[Any]) -> str:
    if field.default_factory is not MISSING:
        return f"{field.name}=missing"
    return field.name if field.default is MISSING else f"{field.name}=default_{field.name}"


def _getter(names: list[str]) -> Callable[[Any], Any]:
    return operator.attrgetter(*names) if names else lambda _: ()


def _comparison(sign: Callable[[Any, Any], Any], compared: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def compare(self: Any, other: Any) -> Any:
        return sign(compared(self), compared(other)) if other.__class__ is self.__class__ else NotImplemented

    return compare


def _repr(self: Any) -> str:
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{type(self).__qualname__}({shown})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


def _refuse_change(self: Any, name: str, _: Any) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_removal(self: Any, name: str) -> NoReturn:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot delete field {name!r}")
