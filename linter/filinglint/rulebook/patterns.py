"""Regular expressions that strangers may write: those that take time linear in the text.

At one place of a text an expression may be read in so many ways; a search tries them all. Here they are counted
beforehand: without ``*``, ``+``, look-around and references back the count is finite, and small enough it must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

LONGEST = 500
"""Characters of an expression."""
_MOST_WAYS = 2_000
_MOST_WIDTH = 2_000
_parser: Any = re._parser  # type: ignore[attr-defined]  # no other way to learn how an expression is made up
_SHORTEST = 3  # letters of a word that is worth to be looked for
_SINGLE = frozenset(("LITERAL", "NOT_LITERAL", "ANY", "IN", "CATEGORY", "RANGE"))


class PatternError(ValueError):
    """An expression is none, or might take long."""


def linear(expression: str) -> re.Pattern[str]:
    """Return *expression* compiled. Raises PatternError for one that is none, or might take long."""
    if len(expression) > LONGEST:
        raise PatternError(f"an expression has no more than {LONGEST} characters; this one has {len(expression)}")
    try:
        parsed = _parser.parse(expression)
        compiled = re.compile(expression)
    except (re.error, RecursionError, OverflowError) as error:
        raise PatternError(f"this is no regular expression: {error}") from error
    if parsed.getwidth()[0] == 0:
        raise PatternError("this expression is found everywhere, for nothing in it must be there")
    if _ways(parsed) > _MOST_WAYS or parsed.getwidth()[1] > _MOST_WIDTH:
        raise PatternError("this expression could be read in too many ways at one place; give shorter ranges: {0,20}")
    return compiled


def words_of(expression: str) -> frozenset[str]:
    """Return words without blanks of which a text has one, in some case, wherever it has *expression*.

    None where it may do without any. They are of ASCII, in small letters.
    """
    return _words(_parser.parse(expression))


def _words(items: Iterable[Any]) -> frozenset[str]:
    """Return the words of the rarest sort, by their length, without which *items* are nowhere."""
    found: list[frozenset[str]] = []
    run = ""
    for operator, argument in (*items, (None, None)):
        letter = chr(argument) if str(operator) == "LITERAL" else " "
        if letter.isascii() and not letter.isspace():
            run += letter.lower()
            continue
        if len(run) >= _SHORTEST:
            found.append(frozenset((run,)))
        run = ""
        found.append(_words_within(str(operator), argument))
    return max(found, key=lambda words: min(map(len, words), default=0))


def _words_within(name: str, argument: Any) -> frozenset[str]:
    """Return the same of one part of an expression that is no letter."""
    if name == "BRANCH":
        branches = [_words(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if name == "SUBPATTERN":
        return _words(argument[3])
    if name == "ATOMIC_GROUP":
        return _words(argument)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0]:
        return _words(argument[2])
    return frozenset()


def _ways(items: Iterable[Any]) -> int:
    """Return in how many ways *items*, one after the other, can be read at one place, or more than may be."""
    ways = 1
    for operator, argument in items:
        ways *= _ways_of(str(operator), argument)
        if ways > _MOST_WAYS:
            return ways
    return ways


def _ways_of(name: str, argument: Any) -> int:
    if name in _SINGLE or name == "AT":
        return 1
    if name == "BRANCH":
        return sum(_ways(branch) for branch in argument[1])
    if name == "SUBPATTERN":
        return _ways(argument[3])
    if name == "ATOMIC_GROUP":
        return _ways(argument)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inner = argument
        if most is _parser.MAXREPEAT:
            raise PatternError("'*', '+' and '{2,}' have no end: give one, such as {0,80}")
        once = _ways(inner)
        total = 0
        for times in range(int(least), int(most) + 1):
            total += once**times if times < 64 or once == 1 else _MOST_WAYS + 1
            if total > _MOST_WAYS:
                return total
        return max(total, 1)
    wrong = {
        "ASSERT": "'(?=' and '(?<=' look around",
        "ASSERT_NOT": "'(?!' and '(?<!' look around",
        "GROUPREF": "a reference such as '\\1' looks back",
        "GROUPREF_EXISTS": "'(?(1)' looks back",
    }
    raise PatternError(f"{wrong.get(name, f'{name} is not read')}: that is not allowed here")
