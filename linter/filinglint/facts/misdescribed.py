"""Exhibits that a list, or the line of their document, describes as something of which they say no word.

Source: Regulation S-K, Item 601(b): a power of attorney speaks of an attorney, a consent of consent. A press release
says of itself what it likes, and has the number 99.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import exhibits
from filinglint.facts.extractor import extractor
from filinglint.facts.first_words import lowered
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

# What the description calls the exhibit, and what its text then says.
_KINDS = (
    (pattern(r"\bpowers?\s{1,9}of\s{1,9}attorney\b", re.IGNORECASE), pattern(r"attorney")),
    (pattern(r"\bby-?\s?laws\b", re.IGNORECASE), pattern(r"by-?\s?law")),
    (pattern(r"\bconsents?\s{1,9}of\b", re.IGNORECASE), pattern(r"consent")),
    (pattern(r"\b(?:legal\s{1,9})?opinions?\s{1,9}of\b", re.IGNORECASE), pattern(r"opinion|opine")),
)
_RELEASE = pattern(r"\W*(?:press|news)\s{1,9}release\b", re.IGNORECASE)
# Numbers of opinions, contracts, consents, powers of attorney and certifications; small filers, and foreign ones on
# Form 6-K, number their exhibits from 1 on.
_NO_RELEASE = frozenset(("5", "8", "10", "23", "24", "31", "32"))
_SHORTEST, _LONGEST = 300, 1_000_000  # characters of a text that says enough, and of one that is read


@dataclass(frozen=True, slots=True)
class Misdescribed:
    """One exhibit: its description, and the type under which it is attached."""

    description: Located[str]
    type: Located[str]


@extractor("misdescribed")
def misdescribed(submission: Submission) -> tuple[Misdescribed, ...]:
    """Hold each attached exhibit to its descriptions. Raises CannotTell where the lists cannot be read."""
    return tuple(_found(submission))


def _found(submission: Submission) -> Iterator[Misdescribed]:
    found = exhibits.of(submission)
    counts = submission.main is not None and submission.main.type_name.startswith("6-K")
    for document in submission.filed_documents:
        number, kind = document.exhibit_number, document.type
        if not number[:1].isdigit() or not isinstance(kind, Located) or not document.readable:
            continue
        listed = [entry.description for entry in found.entries_of(number) if len(entry.numbers) == 1]
        for description in (document.description, *listed):
            if not isinstance(description, Located) or (counts and _RELEASE.match(description.value)):
                continue
            if _differs(description.value, number, document):
                yield Misdescribed(description, kind)


def _differs(description: str, number: str, document: Document) -> bool:
    if _RELEASE.match(description):
        return number.partition(".")[0] in _NO_RELEASE
    said = [words for called, words in _KINDS if called.search(description)]
    if not said:
        return False
    text = document.rendered.text
    lower = lowered(text[:_LONGEST]) if _SHORTEST <= len(text) <= _LONGEST else ""
    return bool(lower) and not any(words.search(lower) for words in said)
