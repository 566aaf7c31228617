"""A Form CRS, as its instructions shape it: told by its title, read item by item.

Source: Form CRS, 17 CFR 249.640 and 17 CFR 279.3, general instructions and items 1 to 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from filinglint import Absent, CannotTell, Leaf, Span, Submission, extractor
from filinglint.hooks import Told

FORM_CRS = "form-crs"
_LOOK = 3_000  # code points of rendered text
_TITLE = re.compile(r"\bForm\s{1,4}CRS\b|\b(?:client|customer)\s{1,4}relationship\s{1,4}summary\b", re.IGNORECASE)
_DATE = re.compile(r"\b(?:[A-Z][a-z]{2,8}\s{1,4}\d{1,2},\s{1,4}20\d\d|\d{1,2}/\d{1,2}/20\d\d)\b")
_HISTORY = re.compile(r"legal\s{1,4}or\s{1,4}disciplinary\s{1,4}history\s{0,4}\?", re.IGNORECASE)
_ANSWER = re.compile(r"\W{0,20}\b(yes|no)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RelationshipSummary:
    """What a Form CRS states: its date (item 1), and the answer to whether there is a disciplinary history (item 4)."""

    date: Leaf[str]
    disciplinary_answer: Leaf[str]


def told(text: Submission) -> Told | None:
    """Say that *text* is a Form CRS where its first words say so; None where they do not."""
    if text.main is None or not text.main.readable:
        return None
    rendered = text.main.rendered
    title = _TITLE.search(rendered.text, 0, _LOOK)
    return Told("its title says so", (rendered.source_span(*title.span()),)) if title else None


@extractor("crs", kinds=frozenset((FORM_CRS,)))
def crs(text: Submission) -> RelationshipSummary:
    """What a Form CRS states. Raises CannotTell where there is no text."""
    if text.main is None or not text.main.readable:
        raise CannotTell("there is no text")
    rendered = text.main.rendered
    date = _DATE.search(rendered.text, 0, _LOOK)
    asked = _HISTORY.search(rendered.text)
    answer: Leaf[str] = Absent(_place(text, asked.span() if asked else None), "answer on disciplinary history")
    if asked and (said := _ANSWER.match(rendered.text, asked.end())):
        answer = rendered.located(*said.span(1))
    return RelationshipSummary(
        date=rendered.located(*date.span()) if date else Absent(_place(text, None), "date"),
        disciplinary_answer=answer,
    )


def _place(text: Submission, words: tuple[int, int] | None) -> Span:
    """Return the place of *words* of the rendered text; of the whole text without them."""
    if text.main is None or words is None:
        return text.span
    return text.main.rendered.source_span(*words)
