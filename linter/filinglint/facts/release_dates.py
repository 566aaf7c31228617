"""The date of each press release that a report attaches: as the list gives it, as the text does, and as it is printed.

Source: lists of exhibits ("Press release dated March 13, 2024"), the sentences that attach them, and datelines of
releases, 1996 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from filinglint.dates import find_dates
from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import ExhibitEntry, Exhibits, exhibits, same_number
from filinglint.facts.extractor import extractor, readable_main
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern

_RELEASE = pattern(r"\b(?:press|news|earnings)\s{1,3}(?:press\s{1,3})?release\b", re.IGNORECASE)
_DATED = pattern(r"\b(?:dated|issued(?:\s{1,3}on)?)\s{1,3}\Z", re.IGNORECASE)
_TOP = 1500
# "SPRINGFIELD, March 13, 2024 --" and "(March 13, 2024)": a date in a sentence is of something else.
_DATELINE = pattern(r"\)?[ \n]{0,3}(?:[-–—/(]|\.\.|:(?=[ \n])|PRNewswire)")
_SENTENCE_END = pattern(r"[.;][ \n]{1,4}(?=[A-Z])|\n\n|respectively")
_ALONE = pattern(r"[ \t]*\n")
_BEFORE = 260
_REACH = 60  # the longest date with the blanks in it


@dataclass(frozen=True, slots=True)
class ReleaseDates:
    """The dates of one press release: in its entry of the list, in the text that attaches it, at its own top.

    ``number`` is the exhibit's, as the entry has it. ``printed`` is unsure where several dates stand at the top.
    """

    number: Located[str]
    listed: Leaf[date]
    told: Leaf[date]
    printed: Leaf[date]


@extractor("release_dates")
def release_dates(submission: Submission) -> tuple[ReleaseDates, ...]:
    """Read the dates of the press releases that are listed, in the order of the lists, each exhibit once."""
    found = exhibits.of(submission)
    main = readable_main(submission)
    made: list[ReleaseDates] = []
    for entry in found.listed:
        number = entry.number
        description = entry.description
        if not isinstance(description, Located) or len(entry.numbers) > 1 or not _RELEASE.search(description.value):
            continue
        if any(same_number(number.value, other.number.value) for other in made):
            continue
        listed = _listed(main.rendered, entry)
        made.append(ReleaseDates(number, listed, _told(main.rendered, found, number), _printed(found, number)))
    return tuple(made)


def _dated(rendered: Rendered, start: int, end: int) -> Iterator[Located[date]]:
    """Yield the dates of ``text[start:end]`` behind "dated" or "issued"."""
    for each in find_dates(rendered.text[start:end]):
        at = start + each.start
        if each.date is not None and _DATED.search(rendered.text, max(start, at - 16), at):
            yield Located(each.date, rendered.source_span(at, start + each.end))


def _listed(rendered: Rendered, entry: ExhibitEntry) -> Leaf[date]:
    span = entry.description.span
    start, end = rendered.offset(span.start), rendered.offset(span.end)
    return next(_dated(rendered, start, end), Absent(span, "date of the release"))


def _told(rendered: Rendered, found: Exhibits, number: Located[str]) -> Leaf[date]:
    """Return the date that stands between "press release" and its "attached as Exhibit 99.1", in one sentence."""
    what = "date of the release in the text"
    for mention in found.mentions:
        if not same_number(mention.number.value, number.value):
            continue
        end = rendered.offset(mention.span.start)
        start = max(0, end - _BEFORE)
        releases = list(_RELEASE.finditer(rendered.text, start, end))
        if not releases or _SENTENCE_END.search(rendered.text, releases[-1].end(), end + 60):
            continue
        told = list(_dated(rendered, releases[-1].end(), min(end, releases[-1].end() + 20 + _REACH)))
        if len(told) == 1:
            return told[0]
    return Absent(found.span, what)


def _printed(found: Exhibits, number: Located[str]) -> Leaf[date]:
    what = "date at the top of the release"
    same = [each for each in found.attached if same_number(each.number.value, number.value)]
    if len(same) != 1 or not same[0].document.readable:
        return Absent(number.span, what)
    rendered = same[0].document.rendered
    top = rendered.text[:_TOP]
    dates = [
        each
        for each in find_dates(top)
        if each.date is not None
        and (
            _DATELINE.match(top, each.end)
            or (_ALONE.match(top, each.end) and not top[: each.start].rpartition("\n")[2].strip())
        )
    ]
    if not dates:
        return Absent(rendered.source_span(0, len(top)), what)
    first = Located(dates[0].date, rendered.source_span(dates[0].start, dates[0].end))
    if len({each.date for each in dates}) > 1:
        return Unsure(first.span, what, "several dates stand there")
    assert first.value is not None
    return Located(first.value, first.span)
