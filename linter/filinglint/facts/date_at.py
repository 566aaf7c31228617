"""A date that stands where it is expected: right behind the words that announce it."""

from __future__ import annotations

from datetime import date

from filinglint.dates import find_dates
from filinglint.documents.markup import Rendered
from filinglint.located import Located

_LONGEST = 60  # code points, with the blanks in it


def date_at(rendered: Rendered, at: int) -> Located[date] | None:
    """Return the date that begins at *at* in the text of *rendered*; None where none does that a calendar has."""
    found = next(find_dates(rendered.text[at : at + _LONGEST]), None)
    if found is None or found.start or found.date is None:
        return None
    return Located(found.date, rendered.source_span(at, at + found.end))
