"""Titles of press releases with the year of an earlier release: "Second Quarter 2022 Results", and all else of 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.releases import releases
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_TOP = 900  # code points
_QUARTER = (
    r"(?P<quarter>first|second|third|fourth)[\s-]{1,9}quarter\s{1,9}"
    r"(?:(?:and\s{1,9}full[\s-]{1,9}year|fiscal(?:\s{1,9}year)?)\s{1,9})?"
)
_TITLE = pattern(
    rf"\b{_QUARTER}(?P<year>(?:19|20)\d\d)(?!\d)"
    r"(?=[^.;]{0,40}?\b(?:results?|earnings|income|profits?|loss|sales|revenues?|production)\b)",
    re.IGNORECASE,
)
_OTHER = pattern(
    r"\b(?:(?P<quarter>first|second|third|fourth)[\s-]{1,9}quarter\s{1,9}(?:of\s{1,9})?"
    r"(?:fiscal\s{1,9}(?:year\s{1,9})?)?|Q(?P<number>[1-4])\s{1,9}"
    r"|(?:quarter|three\s{1,9}months)\s{1,9}ended\s{1,9}[a-z]{3,9}\s{1,9}\d{1,2},\s{1,9})(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_NUMBERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_LOOKS_BACK = pattern(
    r"\b(?:since|vs?\.?|versus|against|compared|to|than|over|above|below|in|of|the|its|from|with|until|through|by|and)"
    r"\s{1,9}\Z",
    re.IGNORECASE,
)
_LONGEST_WORD = 20


@dataclass(frozen=True, slots=True)
class StaleTitle:
    """A quarter and year in a title, and the same quarter of a later year in a release that has the former once."""

    title: Located[str]
    later: Located[str]


@extractor("release_years")
def release_years(submission: Submission) -> tuple[StaleTitle, ...]:
    """Look at the titles of press releases. Raises NotApplicable without a main document to read."""
    readable_main(submission)
    return tuple(stale for release in releases(submission) for stale in _stale(release))


def _stale(release: Document) -> Iterator[StaleTitle]:
    rendered = release.rendered
    text = rendered.text
    for m in _TITLE.finditer(text, 0, _TOP):
        if text.count(m["year"]) > 1 or _LOOKS_BACK.search(text[max(0, m.start() - _LONGEST_WORD) : m.start()]):
            continue
        for other in _OTHER.finditer(text):
            quarter = other["quarter"] or _NUMBERS.get(other["number"] or "", m["quarter"])
            # A fiscal year has the number of the calendar year, or of one beside it.
            if quarter.lower() == m["quarter"].lower() and int(other["year"]) >= int(m["year"]) + 2:
                yield StaleTitle(rendered.located(*m.span()), rendered.located(*other.span()))
                break
