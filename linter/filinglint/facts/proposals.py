"""The numbers of the proposals put to a vote, where one of them stands twice in place of the next.

Source: Form 8-K, Item 5.07; proxy statements; Rule 14a-4(a)(3) (17 CFR 240.14a-4(a)(3)), 2010 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from filinglint.documents.signs import sign
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 500
_WORD = sign("proposal")
_NUMBERS = {
    word: at for at, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_HEADING = pattern(
    rf"proposal\s{{0,3}}(?:no\.?\s{{0,3}}|number\s{{1,3}})?(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})\b(?![.,]\d)"
    r"[ \t]{0,9}(?:[:.)–—-]\s{0,60}|\n\s{0,60}|(?=[A-Z(]))(?P<caption>[^\n]{4,120})",
    re.IGNORECASE,
)
_BEFORE = pattern(r"(?:\n|\A)[^\w\n]{0,60}(?:(?:management|company|stockholder|shareholder)\s{1,3})?\Z", re.IGNORECASE)
_LONGEST_BEFORE = 90


@dataclass(frozen=True, slots=True)
class ProposalHeading:
    """The heading of a proposal: its number as written, what it is, and the words after it."""

    number: Located[str]
    value: int
    caption: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """``repeated`` are headings with the number of the one before, where the next number is left out."""

    repeated: tuple[tuple[ProposalHeading, ProposalHeading], ...]


@extractor("proposals")
def proposals(submission: Submission) -> Proposals:
    """Read the headings of the main document. Raises NotApplicable without one to read."""
    found = tuple(islice(_headings(submission), _MOST))
    return Proposals(
        tuple(
            (first, second)
            for first, second, third in zip(found, found[1:], found[2:], strict=False)
            if first.value == second.value == third.value - 2 and _plain(first.caption) != _plain(second.caption)
        )
    )


def _headings(submission: Submission) -> Iterator[ProposalHeading]:
    rendered = readable_main(submission).rendered
    text = rendered.text
    for at in rendered.signs.caseless(_WORD):
        if not _BEFORE.search(text[max(0, at - _LONGEST_BEFORE) : at]):
            continue
        if m := _HEADING.match(text, at):
            words = m["number"].lower()
            value = int(words) if words.isdigit() else _NUMBERS[words]
            yield ProposalHeading(rendered.located(*m.span("number")), value, m["caption"])


def _plain(caption: str) -> list[str]:
    return caption.lower().split()[:4]
