"""CUSIP numbers that do not add up. Source: ANSI X9.6."""

from collections.abc import Iterable, Iterator

from filinglint.finding import Observation
from filinglint.located import Located

_WORTH = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#"


def wrong_numbers(numbers: Iterable[Located[str]]) -> Iterator[Observation]:
    """Yield the first place of each of *numbers* whose last digit does not follow from the characters before it."""
    seen: set[str] = set()
    for number in numbers:
        value = number.value
        if value not in seen and value[8].isdigit() and (due := _check_digit(value[:8])) != int(value[8]):
            seen.add(value)
            yield Observation(number, f"the CUSIP number '{value}' does not add up: its last digit would be {due}")


def _check_digit(characters: str) -> int:
    """Return the digit that ends a CUSIP number which begins with eight *characters*."""
    total = 0
    for index, character in enumerate(characters):
        worth = _WORTH.index(character) * (2 if index % 2 else 1)
        total += worth // 10 + worth % 10
    return -total % 10
