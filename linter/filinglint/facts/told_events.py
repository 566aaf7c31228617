"""What a current report tells as done, with the day on which it was: "On May 6, 2024, the Company entered into".

Source: current reports of 1994 to 2026.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from filinglint.dates import MONTHS, find_dates
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_MOST = 50
_TOLD = pattern(
    rf"On[ \n]{{1,3}}(?P<day>(?:{'|'.join(MONTHS)})"
    r"[ \n]{1,3}\d{1,2},[ \n]{1,3}(?:19|20)\d\d),?[ \n]{1,3}(?P<who>[^.;]{2,140}?)[ \n]{1,3}"
    r"(?:entered[ \n]into|issued|announced|appointed|resigned|completed|notified|received|executed|acquired|closed)\b"
    r"(?![ \n]by\b)"
)
# "On May 6, 2025, the notes that were issued will fall due" tells nothing as done.
_NOT_YET = pattern(
    r"\b(?:will|shall|may|would|could|should|to|until|if|when|unless|which|that|who|is|are|be|being|was|were|been|previously"
    r"|upon|after|before|following|maturity|expire\w*|term\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ToldEvents:
    """``days`` are the days on which something is told to have been done, in reading order."""

    days: tuple[Located[date], ...]


@extractor("told_events")
def told_events(submission: Submission) -> ToldEvents:
    """Read the main document. Raises NotApplicable when there is none to read."""
    rendered = main_document(submission).rendered
    days: list[Located[date]] = []
    for m in islice(_TOLD.finditer(rendered.text), _MOST):
        found = next(find_dates(m["day"]), None)
        if found is not None and found.date is not None and _NOT_YET.search(m["who"]) is None:
            days.append(Located(found.date, rendered.source_span(*m.span("day"))))
    return ToldEvents(tuple(days))
