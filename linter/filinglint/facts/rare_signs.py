"""Where an expression matches that begins with a sign, or a word, that texts seldom have.

Plain search for one sign goes through a text ten times faster than the quickest expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def matches(text: str, sign: str, expression: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what ``finditer`` yields of *expression*, whose matches all begin with *sign*."""
    at = text.find(sign)
    while at >= 0:
        m = expression.match(text, at)
        if m:
            yield m
        at = text.find(sign, m.end() if m else at + 1)
