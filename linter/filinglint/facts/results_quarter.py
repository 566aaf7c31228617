"""The quarter whose results a current report announces, where the release that it attaches is of another quarter.

Source: Form 8-K, Item 2.02 (Item 12 until August 2004), and the press releases attached to it, 2003 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.facts.releases import releases, results_items
from filinglint.frozen import dataclass
from filinglint.located import Located
from filinglint.patterns import pattern

_ITEMS = frozenset(("2.02", "12"))
_TOP = 1500  # code points: head, dateline and first sentences
_BEGINNING = 3000
_QUARTER = pattern(
    r"\b(?:(?P<before>first|second|third|fourth)[\s-]{1,9}(?:fiscal[\s-]{1,9})?quarter"
    r"|Q(?P<figure>[1-4])\b|(?P<behind>[1-4])Q\d{0,4}\b)",
    re.IGNORECASE,
)
_ORDER = ("first", "second", "third", "fourth")
# "results for its", "earnings of the": what was announced, and not what is expected or was before.
_RESULTS = pattern(
    r"\b(?:results|earnings|revenues?|income|performance)\b[^.;]{0,60}?\s(?:for|of|in)\s{1,9}"
    r"(?:(?:the|its|our|their)\s{1,9})?(?:company[’']s\s{1,9})?(?:fiscal\s{1,9}(?:year\s{1,9})?)?"
    r"(?:(?:19|20)\d\d\s{1,9})?\Z",
    re.IGNORECASE,
)
_BEFORE = 140
# A release of a year may begin with the outlook on a quarter, or its dividend.
_TOLD = pattern(
    r"(?![^.\n]{0,80}\b(?:guidance|outlook|dividend|distribution|expect))[^.;\n]{0,60}"
    r"\b(?:results|earnings|revenues?|income|profits?|loss|sales)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StrayQuarter:
    """The one quarter that the item names, and the only one that a release begins with; none begins with the former."""

    said: Located[str]
    released: Located[str]


@extractor("results_quarter")
def results_quarter(submission: Submission) -> tuple[StrayQuarter, ...]:
    """Compare the item with the releases. Raises NotApplicable without a main document to read."""
    return tuple(_stray(submission))


def _stray(submission: Submission) -> Iterator[StrayQuarter]:
    rendered = readable_main(submission).rendered
    attached = releases(submission)
    stretches = list(results_items(submission)) if attached else []
    if not stretches:
        return
    begun = [list(_QUARTER.finditer(release.rendered.text, 0, _BEGINNING)) for release in attached]
    named = _orders(m for found in begun for m in found)
    alone = [
        (release, found[0])
        for release, found in zip(attached, begun, strict=True)
        if len(_orders(m for m in found if m.start() < _TOP)) == 1
        and _TOLD.match(release.rendered.text, found[0].end())
    ]
    if not alone:
        return
    for start, end in stretches:
        told = list(_QUARTER.finditer(rendered.text, start, end))
        if len(own := _orders(told)) != 1 or own & named:
            continue
        said = next(
            (m for m in told if _RESULTS.search(rendered.text[max(start, m.start() - _BEFORE) : m.start()])), None
        )
        if said is None:
            continue
        release, m = alone[0]
        yield StrayQuarter(rendered.located(*said.span()), release.rendered.located(*m.span()))


def _orders(quarters: Iterable[re.Match[str]]) -> set[int]:
    return {_order(m) for m in quarters}


def _order(m: re.Match[str]) -> int:
    figure = m["figure"] or m["behind"]
    return int(figure) if figure else _ORDER.index(m["before"].lower()) + 1
