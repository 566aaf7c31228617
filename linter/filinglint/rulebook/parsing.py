"""What a declared rule says, read: where it looks, what it asks, and its message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

from filinglint.closest import near
from filinglint.facts.extractor import Extractor, document
from filinglint.facts.wording import Part, Sought, wording
from filinglint.rulebook.checks import PLACEHOLDER, Check
from filinglint.rulebook.concepts import Concepts
from filinglint.rulebook.conditions import Ask, Combined, Condition, Operator
from filinglint.rulebook.operators import Age, Bound, Count, Dated, EqualFacts, Implied, OneOf, Order, ask_day_once
from filinglint.rulebook.patterns import linear
from filinglint.rulebook.stated import Path, Wanted, ask_fact, ask_schema
from filinglint.rulebook.terms import Present, Vocabulary
from filinglint.rulebook.text_asks import PARTS, Where, ask_dates, ask_expression, ask_words
from filinglint.toml_text import KeyPath

_BESIDE = frozenset(("as", "present"))
# The keys that may stand beside each operator.
OPERATORS: Mapping[str, frozenset[str]] = {
    "any": frozenset(),
    "all": frozenset(),
    "not": frozenset(),
    "at-least": frozenset(("of",)),
    "count": frozenset(("min", "max")),
    "order": frozenset(),
    "one-of": frozenset(),
    "if": frozenset(("then",)),
    "date": frozenset(("not-older-than", "not-before", "not-after")),
    "equal-facts": frozenset(),
    "schema": frozenset(("of",)),
    "fact": frozenset(("is", "includes", "matches")),
    "phrase": frozenset(),
    "concept": frozenset(),
    "regex": frozenset(),
}
_TEXT = ("phrase", "concept", "regex")


class Fault(Exception):  # noqa: N818  (said to the author of the file, with its line)
    """Something in a file of rules will not do; ``path`` leads to it."""

    def __init__(self, path: KeyPath, words: str) -> None:
        super().__init__(path, words)
        self.path, self.words = path, words

    def below(self, *path: str | int) -> Fault:
        """Return it as seen from outside of *path*."""
        return Fault((*path, *self.path), self.words)


class Parser:
    """Reads the conditions of rules; *concepts* are the named lists of phrases that they may ask for."""

    def __init__(self, vocabulary: Vocabulary, concepts: Concepts, *, checked: bool) -> None:
        self._vocabulary, self._concepts, self._checked = vocabulary, concepts, checked
        self._showing = False  # whether what does not hold shows itself at a place
        self._exact = False  # whether a hyphen is nothing but a hyphen

    def check(self, entry: Mapping[str, Any]) -> Check:
        """Return the check of the rule *entry*. Raises Fault."""
        self._showing = False
        asked = {"require" if key == "then" else "when" if key == "if" else key: key for key in entry}
        conditions: dict[str, Condition] = {
            name: self._condition(entry[asked[name]], (asked[name],))
            for name in ("when", "unless", "require", "forbid")
            if name in asked
        }
        related = tuple(
            (self._condition(given, ("related", number)), given.get("as", "")) for number, given in _related(entry)
        )
        where = self._where(entry["where"]) if "where" in entry else None
        at = entry.get("at", "when" if "if" in entry else "text")
        self._verify(entry, conditions, at)
        asks = [ask for one in (*conditions.values(), *(one for one, _ in related)) for ask in one.asks]
        if where is not None and where.part is not None:
            unplaced = next((ask for ask in asks if not ask.placed and ask.reads is not wording), None)
            if unplaced is not None:
                raise Fault(("where",), f"'{unplaced.label}' is asked of a text as a whole, not of a {where.part}")
        return Check(
            reads=tuple(dict.fromkeys((*((document, wording) if where else ()), *(ask.reads for ask in asks)))),
            message=" ".join(entry["message"].split()),
            where=where,
            when=conditions.get("when"),
            unless=conditions.get("unless"),
            require=conditions.get("require"),
            forbid=conditions.get("forbid"),
            related=related,
            at=at,
            each=entry.get("report") == "each",
            fixes="fix" in entry,
        )

    def _verify(self, entry: Mapping[str, Any], conditions: Mapping[str, Condition], at: str) -> None:
        """Hold the keys of a rule to each other. Raises Fault."""
        if at == "when" and "when" not in conditions:
            raise Fault(("at",), "there is no 'when' to point at")
        if "forbid" in conditions and (at != "text" or "report" in entry):
            raise Fault(("at",) if "at" in entry else ("report",), "what is forbidden is always shown where it stands")
        if "fix" in entry and "forbid" not in conditions:
            raise Fault(("fix",), "only what is forbidden can be put otherwise")
        usable = ["what", "missing", "met"]
        if "forbid" in conditions:
            usable = ["words", "what"]
        elif self._showing:
            usable += ["why", "words"]
        elif at != "text":
            usable = ["words", *usable]
        for name in PLACEHOLDER.findall(entry["message"]):
            if name not in usable:
                shown = ", ".join(f"{{{one}}}" for one in usable)
                raise Fault(("message",), f"there is no {{{name}}} here; there are {shown}")

    def _where(self, given: Mapping[str, Any]) -> Where:
        named = [part for part in PARTS if part in given]
        if len(named) > 1:
            raise Fault(("where", named[1]), f"a rule looks in one sort of part, and '{named[0]}' is one already")
        documents = given.get("document", ())
        types = (documents,) if isinstance(documents, str) else tuple(documents)
        if not named:
            return Where(types)
        part: Part = named[0]
        phrases = [given[part]] if isinstance(given[part], str) else given[part]
        if phrases == ["*"]:
            return Where(types, part)
        patterns = [self._phrase(one, ("where", part)).pattern for one in phrases]
        either = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns))
        return Where(types, part, either, " or ".join(f"'{one}'" for one in phrases))

    def _condition(self, given: Any, path: KeyPath) -> Condition:
        if isinstance(given, str):
            return ask_words(self._phrase(given, path), given)
        key = self._operator(given, path)
        value, at = given[key], (*path, key)
        label = given.get("as", "")
        if key in ("any", "all"):
            return Combined(cast("Operator", key), self._parts(value, at), label=label)
        if key == "not":
            return Combined("not", (self._condition(value, at),), label=label)
        if key == "at-least":
            parts = self._parts(self._beside(given, "of", path), (*path, "of"))
            if value > len(parts):
                raise Fault(at, f"{value} of {len(parts)} there cannot be")
            return Combined("at-least", parts, value, label)
        if key in _MADE:
            self._showing = True
            made: Condition = _MADE[key](self, given, path)
            return made
        return self._ask(given, key, path)

    def _operator(self, given: Any, path: KeyPath) -> str:
        """Return what the condition *given* is, by its key. Raises Fault for none, several, and what does not fit."""
        asked = [key for key in given if key not in _BESIDE]
        known = [*OPERATORS, *(name for name in self._vocabulary.terms if name not in OPERATORS)]
        mains = [key for key in asked if key in known]
        beside = frozenset().union(*(OPERATORS.get(key, ()) for key in mains))
        for key in asked:
            owners = [name for name, keys in OPERATORS.items() if key in keys]
            if key not in known and not owners:
                raise Fault((*path, key), f"nothing is known of '{key}'; {near(key, sorted(known))}")
            if key not in known and key not in beside:
                raise Fault((*path, key), f"'{key}' stands beside {' or '.join(owners)}, and there is none here")
        if len(mains) != 1:
            what = "asks for nothing" if not mains else f"asks for several things at once ({', '.join(sorted(mains))})"
            raise Fault(path, f"this {what}; write all: [...] or any: [...] around single ones")
        if "present" in given and mains[0] in OPERATORS and mains[0] not in (*_TEXT, "fact"):
            raise Fault((*path, "present"), "'present' stands beside a single thing that is asked for")
        return str(mains[0])

    def _beside(self, given: Mapping[str, Any], key: str, path: KeyPath) -> Any:
        if key not in given:
            owner = next(name for name in given if key in OPERATORS.get(name, ()))
            raise Fault((*path, owner), f"'{owner}' needs '{key}' beside it")
        return given[key]

    def _parts(self, given: Any, path: KeyPath) -> tuple[Condition, ...]:
        if not isinstance(given, list) or not given:
            raise Fault(path, "this will not do; give a list of conditions, each such as {phrase: call us}")
        return tuple(self._condition(part, (*path, number)) for number, part in enumerate(given))

    def _ask(self, given: Any, key: str, path: KeyPath) -> Ask:
        name, at = given[key], (*path, key)
        if not isinstance(name, str):
            raise Fault(at, "this will not do; give words")
        wanted = given.get("present", ())
        present: Sequence[Present] = (cast("Present", wanted),) if isinstance(wanted, str) else wanted
        ask = self._single(given, key, name, path)
        return replace(ask, label=given.get("as") or ask.label, present=frozenset(present))

    def _single(self, given: Any, key: str, name: str, path: KeyPath) -> Ask:
        at = (*path, key)
        if key == "phrase":
            return ask_words(self._phrase(name, at), name)
        if key == "concept":
            return ask_words(self._concept(name, at), name.replace("_", " "))
        if key == "regex":
            return ask_expression(self._expression(name, at), name)
        if key == "fact" and ("." in name or "fact" not in self._vocabulary.terms):
            return self._fact(given, path)
        if key == "fact" and given.keys() & OPERATORS["fact"]:
            raise Fault(at, f"what '{name}' says cannot be asked; name a fact as 'filinglint facts' prints it")
        term = self._vocabulary.terms[key]
        if self._checked and term.names is not None and name not in term.names():
            hint = near(name, term.names())
            raise Fault(at, f"there is no {key} '{name}'; {hint}")
        if self._checked and term.accepts is not None:
            try:
                term.accepts(name)
            except ValueError as error:
                raise Fault(at, str(error)) from error
        return Ask(term.reads, lambda facts: term.look(facts, name), name.replace("_", " "), placed=term.placed)

    def _phrase(self, phrase: Any, path: KeyPath) -> Sought:
        if not isinstance(phrase, str):
            raise Fault(path, 'this will not do; give a phrase, such as "call [us] toll-free"')
        try:
            # Texts are compared in small letters.
            return self._concepts.sought_phrase(phrase.lower(), exact=self._exact)
        except ValueError as error:
            raise Fault(path, str(error)) from error

    def _concept(self, name: str, path: KeyPath) -> Sought:
        if name not in self._concepts:
            brought = self._vocabulary.concepts()
            if name not in brought:
                known = [*self._concepts.names, *brought]
                hint = near(name, known) if known else "write it under 'concepts'"
                raise Fault(path, f"there is no concept '{name}'; {hint}")
            theirs = Concepts({key: tuple(phrases) for key, phrases in brought.items()})
            return theirs.sought(name)
        try:
            return self._concepts.sought(name)
        except ValueError as error:
            raise Fault(path, str(error)) from error

    def _expression(self, expression: Any, path: KeyPath) -> re.Pattern[str]:
        try:
            return linear(str(expression))
        except ValueError as error:
            raise Fault(path, str(error)) from error

    def _path(self, name: Any, path: KeyPath) -> tuple[Path, Extractor[Any]]:
        """Return the way to the fact *name*, and who reads it. Raises Fault when there is none."""
        try:
            way = Path.of(str(name))
        except ValueError as error:
            raise Fault(path, str(error)) from error
        facts = self._vocabulary.facts()
        first = way.steps[0][0]
        if first not in facts:
            raise Fault(path, f"no facts are called '{first}'; {near(first, list(facts))}")
        if self._checked:
            from filinglint.rulebook.known_facts import fact_names

            known = fact_names(facts[first])
            if known and way.plain not in known:
                raise Fault(path, f"there is no fact '{way.plain}'; {near(way.plain, known)}")
        return way, facts[first]

    def _fact(self, given: Mapping[str, Any], path: KeyPath) -> Ask:
        way, extractor = self._path(given["fact"], (*path, "fact"))
        wanted = Wanted(
            each=_words(given.get("is", ())),
            some=_words(given.get("includes", ())),
            like=self._expression(given["matches"], (*path, "matches")) if "matches" in given else None,
        )
        self._showing = self._showing or bool(wanted.words)
        return ask_fact(way, extractor, wanted, way.name)

    def _count(self, given: Mapping[str, Any], path: KeyPath) -> Condition:
        least, most = given.get("min"), given.get("max")
        if least is None and most is None:
            raise Fault((*path, "count"), "'count' needs 'min' or 'max' beside it, or both")
        if least is not None and most is not None and least > most:
            raise Fault((*path, "min"), f"{least} at least and {most} at most there cannot be")
        label = given.get("as") or _said(given["count"])
        return Count(self._condition(given["count"], (*path, "count")), least or 0, most, label)

    def _order(self, given: Mapping[str, Any], path: KeyPath) -> Condition:
        parts = self._several(given, "order", path)
        return Order(parts, given.get("as") or "this order")

    def _one_of(self, given: Mapping[str, Any], path: KeyPath) -> Condition:
        # Here "e-mail" and "email" are two words.
        self._exact = True
        parts = self._several(given, "one-of", path)
        self._exact = False
        return OneOf(parts, given.get("as") or "one word for one thing")

    def _several(self, given: Mapping[str, Any], key: str, path: KeyPath) -> tuple[Condition, ...]:
        parts = self._parts(given[key], (*path, key))
        if len(parts) < 2:
            raise Fault((*path, key), f"'{key}' is about two things or more")
        return parts

    def _implied(self, given: Mapping[str, Any], path: KeyPath) -> Condition:
        then = self._condition(self._beside(given, "then", path), (*path, "then"))
        return Implied(self._condition(given["if"], (*path, "if")), then, given.get("as", ""))

    def _dated(self, given: Mapping[str, Any], path: KeyPath) -> Condition:
        about, at = given["date"], (*path, "date")
        asked = {"phrase": about} if isinstance(about, str) else about
        if not isinstance(asked, dict) or len(asked) != 1 or asked.keys() - {"phrase", "concept", "fact"}:
            raise Fault(at, "give the words that the date stands beside, or {fact: ...}")
        if not given.keys() & OPERATORS["date"]:
            raise Fault(at, "'date' needs 'not-older-than', 'not-before' or 'not-after' beside it")
        label = given.get("as") or f"date with '{_said(about)}'"
        if "fact" in asked:
            part = self._fact(asked, at)
        else:
            key, words = next(iter(asked.items()))
            part = ask_dates(self._phrase(words, at) if key == "phrase" else self._concept(words, at), label)
        oldest = None
        if "not-older-than" in given:
            try:
                oldest = Age.of(str(given["not-older-than"]))
            except ValueError as error:
                raise Fault((*path, "not-older-than"), str(error)) from error
        bounds = [
            self._bound(given[key], (*path, key)) if key in given else None for key in ("not-before", "not-after")
        ]
        return Dated(part, label, oldest, *bounds)

    def _bound(self, given: Any, path: KeyPath) -> Bound:
        if isinstance(given, dict) and given.keys() == {"fact"}:
            return self._fact(given, path)
        if given == "as-of":
            return ask_day_once
        try:
            return date.fromisoformat(given)
        except (TypeError, ValueError):
            raise Fault(path, "give a day such as 2025-01-31, 'as-of', or {fact: header.filed}") from None

    def _equal(self, given: Mapping[str, Any], path: KeyPath) -> Condition:
        names = given["equal-facts"]
        if not isinstance(names, list) or len(names) < 2:
            raise Fault((*path, "equal-facts"), "give the names of two facts or more, a list")
        ways = tuple(self._path(name, (*path, "equal-facts", number)) for number, name in enumerate(names))
        return EqualFacts(ways, given.get("as") or " and ".join(map(str, names)))

    def _schema(self, given: Mapping[str, Any], path: KeyPath) -> Condition:
        from filinglint.rulebook.fact_schemas import SchemaError, validator_of, verify

        name = self._beside(given, "of", path)
        facts = self._vocabulary.facts()
        if name not in facts:
            raise Fault((*path, "of"), f"no facts are called '{name}'; {near(str(name), list(facts))}")
        try:
            validator = validator_of(given["schema"])
            if self._checked:
                verify(given["schema"])
        except SchemaError as error:
            raise Fault((*path, "schema", *error.path), str(error)) from error
        return ask_schema(name, facts[name], validator, given.get("as") or name)


_MADE: Mapping[str, Any] = {
    "count": Parser._count,
    "order": Parser._order,
    "one-of": Parser._one_of,
    "if": Parser._implied,
    "date": Parser._dated,
    "equal-facts": Parser._equal,
    "schema": Parser._schema,
}


def _words(given: Any) -> tuple[str, ...]:
    return tuple(map(str, given)) if isinstance(given, list | tuple) else (str(given),)


def _said(given: Any) -> str:
    """Return how a condition is called where its author does not say."""
    if isinstance(given, dict):
        return str(given.get("as") or next((str(one) for one in given.values() if isinstance(one, str)), "this"))
    return str(given)


def _related(entry: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
    for number, given in enumerate(entry.get("related", ())):
        if not isinstance(given, dict) or "as" not in given:
            raise Fault(("related", number), "say with 'as' what is shown there")
        yield number, given
