"""The facts of a BCP summary: what it discloses, and the words in it that rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.language import ENGLISH, NAMES
from filinglint.frozen import dataclass
from filinglint.located import Absent, CannotTell, Located
from filinglint.spans import Span

# What reads a text for its meaning is loaded when there is one to be read: see _read.

BCP_SUMMARY = frozenset(("bcp-summary",))
_LONGEST = 2_000_000  # code points, as rendered


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Whether a text makes a disclosure, and the words that show it first, or hint at it.

    ``present`` is ``weak`` where something only hints at it; ``text`` and ``span`` are None where it is ``no``.
    """

    present: Literal["yes", "weak", "no"]
    text: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Summary:
    """A BCP summary as rules read it.

    ``disclosures`` are by id, in the order of reports; ``elements`` says of each of the plan's elements
    whether the text mentions it; ``reaches`` are the reaches of the scenarios described. ``words`` are the
    words of each sort that rules look at, in reading order (see facts/disclosures.py). ``content`` is the text,
    ``document`` what it is the text of.
    """

    disclosures: Mapping[str, Disclosure]
    elements: Mapping[str, bool]
    reaches: frozenset[str]
    words: Mapping[str, tuple[Located[str], ...]]
    content: Span
    document: Document = field(repr=False, compare=False)

    def absent(self, what: str) -> Absent:
        """Return that *what* was looked for in the whole text."""
        return Absent(self.content, what)

    def first(self, identifier: str) -> Located[str] | None:
        """Return the words that show disclosure *identifier*, or hint at it; None when nothing does."""
        shown = self.disclosures[identifier]
        return Located(shown.text, shown.span) if shown.text is not None and shown.span is not None else None


@dataclass(frozen=True, slots=True)
class Nature:
    """What a text is: its language (ISO 639-1), and whether it is the plan itself. ``at`` decided that."""

    language: str
    full_plan: bool
    title: Located[str] | Absent
    reason: str

    @property
    def language_name(self) -> str:
        """The English name of the language."""
        return NAMES[self.language]


def _text(submission: Submission) -> Document:
    document = submission.main
    if document is None:
        raise CannotTell("there is no text")
    return document


@extractor("nature", kinds=BCP_SUMMARY)
def nature(submission: Submission) -> Nature:
    """What sort of text this is."""
    from filinglint_bcp.facts.reading import nature_of

    return nature_of(_text(submission))


@extractor("summary", kinds=BCP_SUMMARY)
def summary(submission: Submission) -> Summary:
    """What the text discloses, and its words that rules look at. Raises CannotTell when it cannot be read."""
    language = nature.of(submission)
    if len(_text(submission).rendered.text) > _LONGEST:
        raise CannotTell("the text is too long for a summary")
    if language.language != ENGLISH:
        raise CannotTell(f"the text is in {language.language_name}, which is not read")
    from filinglint_bcp.facts.reading import summary_of

    return summary_of(_text(submission))


@extractor("disclosures", kinds=BCP_SUMMARY)
def disclosures(submission: Submission) -> Mapping[str, Disclosure]:
    """For each disclosure whether the text makes it. Raises CannotTell when it is not English."""
    return summary.of(submission).disclosures
