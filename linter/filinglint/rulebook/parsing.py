"""What a declared rule says, read: its conditions, its message and its cases."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, cast

from filinglint.rule import Example
from filinglint.rulebook.checks import PLACEHOLDER, Check
from filinglint.rulebook.conditions import Ask, Combined, Condition, Operator
from filinglint.rulebook.terms import Present, Term, Terms
from filinglint.spans import Span
from filinglint.toml_text import KeyPath

_BESIDE = frozenset(("as", "present"))
_OUTCOMES = {"fires": "failed", "silent": "passed", "not-applicable": "not-applicable"}
_MARKS = "«»"


class Fault(Exception):  # noqa: N818  (said to the author of the file, with its line)
    """Something in a file of rules will not do; ``path`` leads to it."""

    def __init__(self, path: KeyPath, words: str) -> None:
        super().__init__(path, words)
        self.path, self.words = path, words

    def below(self, *path: str | int) -> Fault:
        """Return it as seen from outside of *path*."""
        return Fault((*path, *self.path), self.words)


def near(name: str, known: Collection[str]) -> str:
    """Return a hint at the nearest of *known*, or at all of them."""
    found = difflib.get_close_matches(name, known, 1, 0.5)
    return f"did you mean '{found[0]}'?" if found else f"it is one of {', '.join(known)}"


class Parser:
    """Reads the conditions of one rule and remembers which of *terms* they ask."""

    def __init__(self, terms: Terms, *, checked: bool) -> None:
        self._terms, self._checked = terms, checked
        self._used: dict[str, Term] = {}

    def check(self, entry: Mapping[str, Any]) -> Check:
        """Return the check of the rule *entry*. Raises Fault."""
        keys = ("when", "unless", "require", "forbid")
        conditions = {key: self._condition(entry[key], (key,)) for key in keys if key in entry}
        related = tuple(
            (self._condition(given, ("related", number)), given.get("as", "")) for number, given in _related(entry)
        )
        at = entry.get("at", "text")
        if at == "when" and "when" not in conditions:
            raise Fault(("at",), "there is no 'when' to point at")
        if "forbid" in conditions and (at != "text" or "report" in entry):
            raise Fault(("at",) if "at" in entry else ("report",), "what is forbidden is always shown where it stands")
        if "fix" in entry and "forbid" not in conditions:
            raise Fault(("fix",), "only what is forbidden can be put otherwise")
        message = " ".join(entry["message"].split())
        usable = {"forbid": ("words", "what"), "text": ("what", "missing", "met")}.get(
            "forbid" if "forbid" in conditions else at, ("words", "what", "missing", "met")
        )
        for name in PLACEHOLDER.findall(message):
            if name not in usable:
                shown = ", ".join(f"{{{one}}}" for one in usable)
                raise Fault(("message",), f"there is no {{{name}}} here; there are {shown}")
        return Check(
            terms=dict(self._used),
            message=message,
            when=conditions.get("when"),
            unless=conditions.get("unless"),
            require=conditions.get("require"),
            forbid=conditions.get("forbid"),
            related=related,
            at=at,
            each=entry.get("report") == "each",
            fixes="fix" in entry,
        )

    def _condition(self, given: Any, path: KeyPath) -> Condition:
        label = given.get("as", "")
        asked = sorted(given.keys() - _BESIDE)
        if asked in (["any"], ["all"]):
            operator = cast("Operator", asked[0])
            return Combined(operator, self._parts(given, asked[0], path), label=label)
        if asked == ["not"]:
            return Combined("not", (self._condition(given["not"], (*path, "not")),), label=label)
        if asked == ["at-least", "of"]:
            parts, least = self._parts(given, "of", path), given["at-least"]
            if least > len(parts):
                raise Fault((*path, "at-least"), f"{least} of {len(parts)} there cannot be")
            return Combined("at-least", parts, least, label)
        if len(asked) != 1:
            what = "asks for nothing" if not asked else f"asks for several things at once ({', '.join(asked)})"
            raise Fault(path, f"this {what}; write all: [...] or any: [...] around single ones")
        return self._ask(given, asked[0], path)

    def _parts(self, given: Any, key: str, path: KeyPath) -> tuple[Condition, ...]:
        if "present" in given:
            raise Fault((*path, "present"), "'present' stands beside a single thing that is asked for")
        return tuple(self._condition(part, (*path, key, number)) for number, part in enumerate(given[key]))

    def _ask(self, given: Any, key: str, path: KeyPath) -> Ask:
        term, name = self._terms.get(key), given[key]
        if term is None:
            known = sorted([*self._terms, "any", "all", "not", "at-least"])
            raise Fault((*path, key), f"nothing is known of '{key}'; {near(key, known)}")
        if self._checked and term.names is not None and name not in term.names():
            raise Fault((*path, key), f"there is no {key} '{name}'; {near(name, term.names())}")
        if self._checked and term.accepts is not None:
            try:
                term.accepts(name)
            except ValueError as error:
                raise Fault((*path, key), str(error)) from error
        self._used[key] = term
        wanted = given.get("present", ())
        present: Sequence[Present] = (cast("Present", wanted),) if isinstance(wanted, str) else wanted
        return Ask(key, name, given.get("as") or name.replace("_", " "), frozenset(present))


def _related(entry: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
    for number, given in enumerate(entry.get("related", ())):
        if "as" not in given:
            raise Fault(("related", number), "say with 'as' what is shown there")
        yield number, given


def example(case: Mapping[str, str]) -> Example:
    """Return a case that stands in the file of its rule. Raises ValueError for marks that do not pair."""
    key = next(key for key in case if key in _OUTCOMES)
    text, marked, begin = "", [], -1
    for char in case[key]:
        if char not in _MARKS:
            text += char
        elif char == _MARKS[0] and begin < 0:
            begin = len(text)
        elif char == _MARKS[1] and begin >= 0:
            marked.append(Span(begin, len(text)))
            begin = -1
        else:
            raise ValueError("the marks « and » go in pairs")
    if begin >= 0:
        raise ValueError("the marks « and » go in pairs")
    if marked and key != "fires":
        raise ValueError(f"nothing is marked in a case that is {key}")
    settings = {name: value for name, value in case.items() if name in ("profile", "kind", "as-of")}
    return Example(_OUTCOMES[key], text, tuple(marked), settings)
