"""What the first page of a main document says in set words, beside the captions of a cover.

Source: the forms; Regulation S-T, Rule 14 (the Commission's ZIP code on them); Schedules 13D and 13G.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from filinglint.dates import find_dates
from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.cover_values import STATE_AT_END
from filinglint.facts.extractor import extractor
from filinglint.facts.first_words import lowered
from filinglint.facts.rare_signs import matches
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located
from filinglint.patterns import pattern
from filinglint.tables.rows import slipped

_FIRST = 4000
_ADDRESSES = 12_000  # a long heading may stand above the address
_ZIP = pattern(r"commission\W{1,200}washington,?\s{1,9}d\.?\s?c\.?,?\s{1,20}(\d{5})(?!\d)")
_AS_FILED = pattern(
    r"as\s{1,9}filed\s{1,9}with\s{1,9}the\s{1,9}(?:u\.s\.\s{1,9}|united\s{1,9}states\s{1,9})?securities\s{1,9}and\s{1,9}"
    r"exchange\s{1,9}commission\s{1,9}on\s{1,9}(?=[a-z]{3,9}\.?\s{1,9}\d)"
)
_KIND = pattern(r"(annual|quarterly|current)\s{1,9}report(?:[ \t]{1,80}pursuant|[ \t]{0,80}(?:\n|\Z))")
_SCHEDULE = pattern(r"schedule\s{1,9}(13d|13g|14a|14c|14d-9|to|13e-3)\b")
_BEFORE_AND = pattern(r"(?<![a-z])(?P<securities>[a-z]{8,12})\s{1,9}\Z")
_BEHIND_AND = pattern(r"and\s{1,9}(?P<exchange>[a-z]{6,10})\s{1,9}(?P<commission>[a-z]{8,12})(?![a-z])")
_LONGEST_WORD = 22  # with the blanks behind it
_ZIP_EXTENSION = pattern(r"-(?<=\d{5}-)(?:\d{1,3}|\d{5,6})(?![\w-])")
_NEAR = 30  # code points: the longest state, and what stands between


@dataclass(frozen=True, slots=True)
class FirstPage:
    """``zip`` is the ZIP code of the Commission; ``as_filed`` the day of "as filed with the Commission on".

    ``kind`` is the first word of a line "CURRENT REPORT", ``schedule`` the first schedule that heads a line ("13D").
    ``misspelt`` are names of the Commission in which a letter is wrong; ``zips`` are ZIP codes behind a state with
    an extension that is not of four digits.
    """

    zip: Leaf[str]
    as_filed: Leaf[date]
    kind: Leaf[str]
    schedule: Leaf[str]
    misspelt: tuple[Located[str], ...]
    zips: tuple[Located[str], ...]


@extractor("first_page")
def first_page(submission: Submission) -> FirstPage:
    """Read the first page. Raises NotApplicable when there is no main document to read."""
    rendered = main_document(submission).rendered
    first = lowered(rendered.text[:_FIRST])
    looked = rendered.source_span(0, len(first))

    def leaf(what: str, m: re.Match[str] | None) -> Leaf[str]:
        return Absent(looked, what) if m is None else rendered.located(*m.span(1))

    filed = _AS_FILED.search(first)
    day = next(find_dates(rendered.text[filed.end() : filed.end() + 40]), None) if filed else None
    as_filed: Leaf[date] = Absent(looked, "day of filing")
    if filed and day and day.date:
        at = filed.end() + day.start
        as_filed = Located(day.date, rendered.source_span(at, at + len(day.text)))
    return FirstPage(
        leaf("ZIP code of the Commission", _ZIP.search(first)),
        as_filed,
        leaf("kind of report", _at_head(first, _KIND, "annual", "quarterly", "current")),
        leaf("schedule", _at_head(first, _SCHEDULE, "schedule")),
        tuple(rendered.located(*span) for span in _misspelt(first)),
        tuple(rendered.located(*span) for span in _zips(rendered.text[:_ADDRESSES])),
    )


def _at_head(text: str, expression: re.Pattern[str], *words: str) -> re.Match[str] | None:
    """Return the first match of *expression*, which begins with one of *words*, at the head of a line."""
    found = (m for word in words for m in matches(text, word, expression))
    heads = (m for m in found if not text[text.rfind("\n", 0, m.start()) + 1 : m.start()].strip())
    return min(heads, key=re.Match.start, default=None)


def _misspelt(text: str) -> Iterator[tuple[int, int]]:
    """Yield where "securities and exchange commission" stands but for a slip in one of the words."""
    for behind in matches(text, "and", _BEHIND_AND):
        before = _BEFORE_AND.search(text, max(0, behind.start() - _LONGEST_WORD), behind.start())
        if before is None:
            continue
        said = before.groupdict() | behind.groupdict()
        wrong = [(word, right) for right, word in said.items() if word != right]
        if len(wrong) == 1 and slipped(*wrong[0]):
            yield before.start(), behind.end()


def _zips(text: str) -> Iterator[tuple[int, int]]:
    for m in _ZIP_EXTENSION.finditer(text):
        start = m.start() - len("20549")
        if start and not (text[start - 1].isalnum() or text[start - 1] in "_-"):
            before = text[max(0, start - _NEAR) : start].rstrip()
            if STATE_AT_END.search(before.rpartition("\n")[2].rstrip(" ,")):
                yield start, m.end()
