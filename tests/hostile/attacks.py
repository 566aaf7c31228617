"""Strings on which a regular expression would take more than linear time, made from its own parts.

For each repetition in an expression: what leads to it, then what it repeats, many times, then what makes it fail.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from filinglint.limits import Limits
from filinglint.running import Overrun, Watch

sre: Any = import_module("re._constants")
parser: Any = import_module("re._parser")
_MOST = 64  # repetitions of one expression that are attacked
_ENDS = ("", "\0", "!")
_COMMON = (" ", "\n", "\t", "a", "A", "0", "<", "(", "-", ".", "_", "a ")
_CATEGORY = {
    sre.CATEGORY_DIGIT: "0",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_WORD: " ",
}
SIZES = (40, 2_000)
SLOW = 0.002  # seconds of the processor; linear ones need a fraction of it for 2,000 characters
_PATIENCE = Limits(input_seconds=1.0, rule_seconds=1.0)


def _of_class(items: list[Any]) -> str:
    """Return a character that is in a class."""
    if items and items[0][0] is sre.NEGATE:
        for char in "a0 <\n,;~é":
            if not any(_has(item, char) for item in items[1:]):
                return char
        return "\x7f"
    for op, value in items:
        if op is sre.LITERAL:
            return chr(value)
        if op is sre.RANGE:
            return chr(value[0])
        if op is sre.CATEGORY:
            return _CATEGORY.get(value, "a")
    return "a"


def _has(item: Any, char: str) -> bool:
    op, value = item
    if op is sre.LITERAL:
        return bool(ord(char) == value)
    if op is sre.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if op is sre.CATEGORY:
        tests = {
            sre.CATEGORY_DIGIT: char.isdigit(),
            sre.CATEGORY_NOT_DIGIT: not char.isdigit(),
            sre.CATEGORY_SPACE: char.isspace(),
            sre.CATEGORY_NOT_SPACE: not char.isspace(),
            sre.CATEGORY_WORD: char.isalnum() or char == "_",
            sre.CATEGORY_NOT_WORD: not (char.isalnum() or char == "_"),
        }
        return tests.get(value, False)
    return False


_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def sample(nodes: Any) -> str:
    """Return a short string that parsed *nodes* match, as far as one can tell without trying."""
    return "".join(_sample(op, value) for op, value in nodes)


def _sample(op: Any, value: Any) -> str:
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if op is sre.IN:
        return _of_class(value)
    if op is sre.ANY:
        return "a"
    if op is sre.BRANCH:
        return sample(value[1][0])
    if op is sre.SUBPATTERN:
        return sample(value[-1])
    if op is sre.ATOMIC_GROUP:
        return sample(value)
    if op in _REPEATS:
        return sample(value[2]) * min(int(value[0]), 20)
    return ""


def _repeats(nodes: Any, before: str) -> Iterator[tuple[str, list[str]]]:
    """Yield for each repetition below *nodes* what leads to it, and what it may repeat."""
    for op, value in nodes:
        if op in _REPEATS:
            if value[1] is sre.MAXREPEAT or value[1] > 20:
                yield before, list(_pumps(value[2]))
            yield from _repeats(value[2], before)
        elif op is sre.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before)
        elif op is sre.SUBPATTERN:
            yield from _repeats(value[-1], before)
        elif op is sre.ATOMIC_GROUP:
            yield from _repeats(value, before)
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _repeats(value[1], before)
        before += _sample(op, value)


def _pumps(nodes: Any) -> Iterator[str]:
    """Yield strings that a body may match: one for each of its alternatives, and several for a class."""
    yield sample(nodes)
    for op, value in nodes:
        if op is sre.BRANCH:
            yield from (sample(branch) for branch in value[1][:6])
        elif op is sre.SUBPATTERN:
            yield from islice(_pumps(value[-1]), 6)
        elif op is sre.IN and value[0][0] is sre.NEGATE:
            yield from (char for char in " a0,(" if not any(_has(item, char) for item in value[1:]))
        elif op is sre.IN:
            yield from (_of_class([item]) for item in value[:4])


def attacks(pattern: str, flags: int) -> list[tuple[str, str, str]]:
    """Return beginnings, what is repeated behind them, and ends, to try on the expression *pattern*."""
    tree = parser.parse(pattern, flags & ~re.DEBUG)
    found: dict[tuple[str, str], None] = {}
    for before, pumps in islice(_repeats(tree, ""), _MOST):
        for pump in dict.fromkeys(pumps):
            if pump:
                found[before, pump] = None
                found["", before + pump] = None
        if before:
            found["", before] = None
    if found:  # without a repetition an expression cannot take longer than it is long
        found.update(dict.fromkeys(("", pump) for pump in _COMMON))
    return [(before, pump, end) for before, pump in found for end in _ENDS]


def growth(pattern: re.Pattern[str], *, anchored: bool) -> str:
    """Return an attack on which *pattern* takes far more than four times as long for four times the text, else "".

    *anchored* is whether it is only ever tried at one place. Times are those of the processor, the least of several
    tries, so that a busy machine finds nothing where there is nothing.
    """
    try_on = pattern.match if anchored else pattern.search
    for before, pump, end in attacks(pattern.pattern, pattern.flags):

        def text(size: int, parts: tuple[str, str, str] = (before, pump, end)) -> str:
            return parts[0] + parts[1] * (size // len(parts[1])) + parts[2]

        for size in SIZES:
            took = _timed(try_on, text(size), 1)
            if took < SLOW:
                continue
            # So slow at this length: was it so at a quarter of it?
            took, before_took = _timed(try_on, text(size), 3), _timed(try_on, text(size // 4), 3)
            if took >= SLOW and took > 11 * before_took:
                return f"{before[:40]!r} + {pump[:40]!r} x {size // len(pump)} + {end!r}: {took:.3f} s"
    return ""


def _timed(try_on: Callable[[str], object], text: str, times: int) -> float:
    """Return the least time that it takes; an exponential one does not come to its end and counts as an hour."""
    least = 3_600.0
    for _ in range(times):
        began = time.process_time()
        with Watch(_PATIENCE) as watch:
            watch.turns += 1  # as when a rule begins
            try:
                try_on(text)
            except Overrun:
                return 3_600.0
        least = min(least, time.process_time() - began)
        if least < SLOW:
            break
    return least
