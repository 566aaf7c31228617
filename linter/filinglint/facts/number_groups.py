"""Numbers whose commas part no thousands.

Certain is only what cannot be read otherwise: a comma that was moved leaves groups of two and of four digits, where
the numbers of India have groups of two and a last one of three, and a list has a blank behind each comma.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import document_extractor, readable
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 50
_LONGEST = 40  # code points of a number
_MOVED = pattern(r",(?:[0-9]{2},[0-9]{4}|[0-9]{4},[0-9]{2}|[0-9],[0-9]{5}|[0-9]{5},[0-9])(?![0-9])")
_NUMBER = pattern(r"[0-9]{1,3}(?:,[0-9]{1,5}){2,8}(?![0-9,])")
# "$1,234,56": the point before the cents became a comma. Of a list the parts would be amounts of money themselves.
_CENTS = pattern(r"\$ ?[0-9]{1,3}(?:,[0-9]{3}){1,5},[0-9]{2}(?![0-9,%])")
_YEARS = ("19", "20")


@dataclass(frozen=True, slots=True)
class NumberGroups:
    """The numbers of one document whose groups cannot be, in reading order, at most fifty."""

    impossible: tuple[Located[str], ...]


@document_extractor("number_groups")
def number_groups(submission: Submission, document: Document) -> NumberGroups:  # noqa: ARG001
    """Look for numbers with misplaced commas. Raises NotApplicable for bodies that nobody reads."""
    rendered = readable(document).rendered
    found = (rendered.located(*place) for place in sorted(_impossible(rendered.text)))
    # Where a tag stands between two digits, the last may be the number of a note.
    whole = (number for number in found if len(number.span) == len(number.value))
    return NumberGroups(tuple(islice(whole, _MOST)))


def _impossible(text: str) -> Iterator[tuple[int, int]]:
    for m in _MOVED.finditer(text):
        start = m.start()
        while start > m.start() - _LONGEST and start and (text[start - 1].isdecimal() or text[start - 1] == ","):
            start -= 1
        number = _NUMBER.match(text, start)
        if number is None or number.end() < m.end() or text[start - 1 : start] in (".", "-", "/"):
            continue
        groups = number[0].split(",")
        if sum(map(len, groups[1:])) == 3 * (len(groups) - 1) and not groups[-1].startswith(_YEARS):
            yield number.span()
    yield from (m.span() for m in matches(text, "$", _CENTS))
