"""The days on which a text says that something was filed with the Commission.

Source: lists of exhibits and of documents incorporated by reference (Securities Act Rule 411, Exchange Act Rule
12b-23), 1996 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from datetime import date
from functools import cached_property
from itertools import islice

from filinglint.documents.document import Document
from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.date_at import date_at
from filinglint.facts.extractor import extractor
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

# "filed with the SEC by the Company on": other words between, and the day may be that of a meeting.
_FILED = pattern(
    r"filed(?:\s{1,9}with\s{1,9}the\s{1,9}(?:U\.?\s?S\.?\s{1,9})?(?:SEC|(?:Securities\s{1,9}and\s{1,9}Exchange\s{1,9})?"
    r"Commission)|\s{1,9}by\s{1,9}[A-Z][\w&]{0,30}(?:,?\s{1,9}[A-Z][\w&]{0,30}){0,5}(?:,?\s{1,9}Inc\.)?){0,2}"
    r"\s{1,9}on\s{1,9}(?=[A-Z])"
)
_YEAR = pattern(
    r"[Rr]eport\s{1,9}on\s{1,9}Form\s{1,9}(?:10-K|20-F|40-F)(?:/A)?\s{1,9}for\s{1,9}(?:the|our|its)\s{1,9}(?:fiscal\s{1,9})?"
    r"years?\s{1,9}ended\s{1,9}(?=[A-Z])"
)
_YET = pattern(r"\b(?:be|been|is|are|if|when|not|once)\s{1,9}\Z")
_MOST = 500


@dataclass(frozen=True)
class EarlierFilings:
    """The earlier filings of which one document speaks, each sort looked for when someone asks for it."""

    document: Document = field(repr=False)

    @cached_property
    def days(self) -> tuple[Located[date], ...]:
        """The days that stand behind words such as "filed with the SEC on", in reading order."""
        return tuple(islice(_days(self.document.rendered, "filed", _FILED), _MOST))

    @cached_property
    def years(self) -> tuple[Located[date], ...]:
        """The ends of the fiscal years of the annual reports that the text speaks of, in reading order."""
        rendered = self.document.rendered
        found = [end for word in ("Report", "report") for end in islice(_days(rendered, word, _YEAR), _MOST)]
        return tuple(sorted(found, key=lambda end: end.span)[:_MOST])


@extractor("earlier_filings")
def earlier_filings(submission: Submission) -> EarlierFilings:
    """Look at the main document. Raises NotApplicable when there is none to read."""
    return EarlierFilings(main_document(submission))


def _days(rendered: Rendered, word: str, behind: re.Pattern[str]) -> Iterator[Located[date]]:
    """Yield the days that stand behind what *behind* finds, which begins with *word*."""
    text = rendered.text
    for m in matches(text, word, behind):
        if _YET.search(text, max(0, m.start() - 20), m.start()):
            continue
        day = date_at(rendered, m.end())
        if day is not None:
            yield day
