"""The transition period on the cover of a report, of which one end is filled in and the other left blank.

Source: Form 10-K and Form 10-Q, cover page: "For the transition period from ____ to ____".
"""

from __future__ import annotations

import re

from filinglint.dates import find_dates
from filinglint.documents.signs import Automaton
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf
from filinglint.patterns import pattern

_FIRST = 20_000
_WORD = "transition"
_FINDER = Automaton((_WORD,))
_BLANK = r"(?:_[_\s]{1,60}|\.{3,60})"
_DAY = r"[A-Za-z]{3,9}\.?\s{1,9}\d{1,2}\s{0,3},\s{0,9}\d{4}"
_HALF = pattern(
    rf"transition\s{{1,20}}period\s{{1,20}}from\s{{0,40}}:?\s{{0,40}}(?:(?P<first>{_DAY})\s{{1,40}}to\s{{0,40}}:?\s{{0,40}}{_BLANK}"
    rf"|{_BLANK}\s{{0,40}}to\s{{0,40}}:?\s{{0,40}}(?P<last>{_DAY}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TransitionPeriod:
    """``alone`` is the day, as written, that begins or ends a transition period whose other day is a blank."""

    alone: Leaf[str]


@extractor("transition_period")
def transition_period(submission: Submission) -> TransitionPeriod:
    """Read the line of the cover. Raises NotApplicable when there is no main document to read."""
    rendered = main_document(submission).rendered
    first = rendered.text[:_FIRST]
    for at in _FINDER.places(first).get(_WORD, ()):
        m = _HALF.match(first, at)
        if m is not None and next(find_dates(m["first"] or m["last"]), None) is not None:
            return TransitionPeriod(rendered.located(*m.span("first" if m["first"] else "last")))
    return TransitionPeriod(Absent(rendered.source_span(0, len(first)), "half of a transition period"))
