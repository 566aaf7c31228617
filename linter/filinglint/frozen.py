"""Frozen dataclasses that cost little to define: what they have in common is shared, and ``__init__`` is written late.

``dataclasses`` compiles six functions for each frozen class, used or not; for our two hundred classes that took a
quarter of the start of the command. To a type checker, and in all that they do, they are dataclasses.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from functools import cache, partial
from types import CodeType, FunctionType, MemberDescriptorType
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
    given = sorted((field for field in fields(cls) if field.init), key=lambda field: bool(field.kw_only))
    ordered = [*given, *(field for field in fields(cls) if not field.init)]
    names: dict[str, Any] = {"missing": MISSING, "put": object.__setattr__}
    shape: list[tuple[bool, bool, bool]] = []
    for number, field in enumerate(ordered):
        # The slot's own setter is the shortest way around the refusal to set.
        slot: Any = getattr(cls, field.name, None)
        slotted = isinstance(slot, MemberDescriptorType)
        names[f"put{number}" if slotted else f"name{number}"] = slot.__set__ if slotted else field.name
        make = _made(field)
        if make is not None or not field.init:
            names[f"make{number}"] = make or partial(_same, field.default)
        shape.append((slotted, field.init, make is not None))
    named = sum(bool(field.kw_only) for field in given)
    # Many classes have one shape: renaming what the code takes is far cheaper than compiling it.
    code = _code(tuple(shape), named, hasattr(cls, "__post_init__"))
    code = code.replace(co_varnames=("self", *(field.name for field in given)))
    defaults = {field.name: MISSING if _made(field) else field.default for field in given if _has_default(field)}
    positional = tuple(defaults.pop(field.name) for field in given if not field.kw_only and _has_default(field))
    init = FunctionType(code, names, "__init__", positional)
    init.__kwdefaults__ = defaults
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


@cache
def _code(shape: tuple[tuple[bool, bool, bool], ...], named: int, after: bool) -> CodeType:
    """Return the code of an ``__init__``.

    *shape* says of each field whether it has a slot, is given, and is made where it is not given; the last *named*
    of those given are so by name. *after* is whether ``__post_init__`` is called.
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
    if named:
        parameters.insert(len(parameters) - named, "*")
    names: dict[str, Any] = {}
    exec(f"def __init__({', '.join(['self', *parameters])}):\n " + ("\n ".join(body) or "pass"), names)
    code: CodeType = names["__init__"].__code__
    return code


def _made(field: Field[Any]) -> Callable[[], Any] | None:
    return None if field.default_factory is MISSING else field.default_factory


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _same(value: Any) -> Any:
    return value


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
