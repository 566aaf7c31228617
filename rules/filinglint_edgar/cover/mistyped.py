"""When two numbers are one that was mistyped."""

from __future__ import annotations


def mistyped(one: str, other: str) -> bool:
    """Tell whether two different numbers are a slip apart: a digit wrong, too many or too few, or two exchanged."""
    if one == other or not (one + other).isdecimal():
        return False
    if len(one) == len(other):
        wrong = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        neighbours = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        return len(wrong) == 1 or (neighbours and sorted(one) == sorted(other))
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
