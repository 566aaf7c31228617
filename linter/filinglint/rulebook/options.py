"""The options of declared rules: values that a configuration may set, which stand for parts of what a rule asks.

    options:
      channels: {default: [], one-of: [contact_phone, contact_web], description: the channels that must be given}
    require: {all: [{disclosure: {option: channels}}]}

A list stands for as many conditions as it has members, in the list around it, or else as one of them. Where it is
empty nothing is asked; a rule that then asks for nothing is about no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import make_dataclass
from typing import Any

from filinglint.closest import near
from filinglint.finding import Observation
from filinglint.located import NotApplicable
from filinglint.rule import Unclear
from filinglint.rule_options import option, values_of
from filinglint.rulebook.checks import Check
from filinglint.rulebook.parsing import Fault

_ASIDE = frozenset(("options", "cases"))
_NOTHING = object()
_ANY_WORDS = "example"


def options_of(entry: Mapping[str, Any]) -> type[Any] | None:
    """Return the dataclass of the options that the rule *entry* declares; None where it declares none."""
    declared: Mapping[str, Any] = entry.get("options", {})
    if not declared:
        return None
    fields = []
    for name, said in declared.items():
        default = tuple(said["default"]) if isinstance(said["default"], list) else said["default"]
        kind: Any = tuple[str, ...] if isinstance(default, tuple) else type(default)
        limits = {"minimum": said.get("minimum"), "maximum": said.get("maximum")}
        held = option(default, " ".join(said["description"].split()), choices=said.get("one-of", ()), **limits)
        fields.append((name.replace("-", "_"), kind, held))
    return make_dataclass("Options", fields, frozen=True)


def verify(entry: Mapping[str, Any]) -> None:
    """Raise Fault for the first option of the rule *entry* that is asked for and not declared, or else is wrong."""
    declared = entry.get("options", {})
    if not isinstance(declared, Mapping) or not all(
        isinstance(one, Mapping) and "default" in one for one in declared.values()
    ):
        return  # which its schema refuses
    used = list(_named({key: value for key, value in entry.items() if key not in _ASIDE}))
    for name in used:
        if name not in declared:
            raise Fault(
                (), f"there is no option '{name}'; {near(name, declared) if declared else 'declare it under options'}"
            )
    for name, said in declared.items():
        if name not in used:
            raise Fault(
                ("options", name), f"nothing asks for the option '{name}'; write {{option: {name}}} where it does"
            )
        chosen = said["default"] if isinstance(said["default"], list) else [said["default"]]
        strange = next((one for one in chosen if "one-of" in said and one not in said["one-of"]), None)
        if strange is not None:
            raise Fault(("options", name, "default"), f"'{strange}' is not among one-of")


def _named(given: Any) -> Iterator[str]:
    """Yield the options that *given* names."""
    if isinstance(given, Mapping):
        if given.keys() == {"option"}:
            yield str(given["option"])
        else:
            for one in given.values():
                yield from _named(one)
    elif isinstance(given, list):
        for one in given:
            yield from _named(one)


def sampled(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the rule *entry* with values for its options of which none is empty: all that it may ask for."""
    declared = entry.get("options", {})
    if not isinstance(declared, Mapping) or not all(isinstance(one, Mapping) for one in declared.values()):
        return entry  # which its schema refuses
    values = {}
    for name, said in declared.items():
        default = said.get("default")
        values[name] = said.get("one-of", [_ANY_WORDS])[:1] if default == [] else default
    whole = _with(entry, values)
    return {**whole, "options": declared} if declared else whole


def _with(entry: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the rule *entry* with *values* for its options; what asks for nothing is left out."""
    filled = {key: _filled(value, values) if key not in _ASIDE else value for key, value in entry.items()}
    return {key: value for key, value in filled.items() if value is not _NOTHING and key != "options"}


def _filled(given: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(given, list):
        found = [one for member in given for one in _spread(member, values)]
        return found if found or not given else _NOTHING
    if not isinstance(given, Mapping):
        return given
    if given.keys() == {"option"}:
        return values.get(given["option"], given)
    if _listed(given, values):
        conditions = _spread(given, values)
        return {"any": conditions} if len(conditions) > 1 else conditions[0] if conditions else _NOTHING
    filled = {key: _filled(value, values) for key, value in given.items()}
    return _NOTHING if any(value is _NOTHING for value in filled.values()) else filled


def _spread(given: Any, values: Mapping[str, Any]) -> list[Any]:
    """Return the conditions that *given* is, a member of a list: as many as the list has that it asks for."""
    key = _listed(given, values)
    if not key:
        filled = _filled(given, values)
        return [] if filled is _NOTHING else [filled]
    return [one for value in values[given[key]["option"]] for one in _spread({**given, key: value}, values)]


def _listed(given: Any, values: Mapping[str, Any]) -> str:
    """Return the key of *given* that asks for a list of values; "" where none does."""
    if not isinstance(given, Mapping):
        return ""
    asked = ((key, one) for key, one in given.items() if isinstance(one, Mapping) and one.keys() == {"option"})
    return next((key for key, one in asked if isinstance(values.get(one["option"]), list)), "")


class OptionalCheck:
    """The check of a rule with options: what it asks is made of their values. Called with its facts and the options."""

    def __init__(self, entry: Mapping[str, Any], parse: Callable[[Mapping[str, Any]], Check]) -> None:
        self._entry, self._parse = entry, parse
        self._made: dict[str, Check | None] = {}
        self.reads = parse(sampled(entry)).reads

    def __call__(self, *given: Any) -> Iterator[Observation | Unclear]:
        """Yield what the rule sees. Raises NotApplicable where its options ask for nothing."""
        *facts, chosen = given
        check = self._check(values_of(chosen))
        if check is None:
            raise NotApplicable("its options ask for nothing")
        read = dict(zip(self.reads, facts, strict=True))
        yield from check(*(read[extractor] for extractor in check.reads))

    def _check(self, values: Mapping[str, Any]) -> Check | None:
        key = repr(sorted(values.items()))
        if key not in self._made:
            entry = _with(self._entry, values)
            asks = entry.keys() & {"require", "forbid", "then"}
            self._made[key] = self._parse(entry) if asks else None
        return self._made[key]
