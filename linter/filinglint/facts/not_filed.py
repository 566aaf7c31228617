"""The sentences of a current report that say that information is not filed, and under which section that matters.

Source: Form 8-K, General Instruction B.2 ("shall not be deemed to be 'filed' for purposes of Section 18 of the Exchange
Act"), and the sentences of real reports, 2000 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from filinglint.documents.signs import sign
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor, readable_main
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located
from filinglint.patterns import pattern

_MOST = 50  # a report has one for each item, and one for each exhibit
_BEFORE, _AFTER = 400, 200
_NOT = pattern(r"\b(?:not|nor|neither)\s(?:[\w,]{1,12}\s){0,4}\Z", re.IGNORECASE)
_SIGN = sign("deemed")
_DEEMED = pattern(r"deemed\s(?:to\s(?:be|have\sbeen)\s)?[\"“”'‘’]{0,2}filed[,.]?[\"“”'‘’]{0,2}")
_SENTENCE = pattern(r"\.\s{1,9}(?=[A-Z])|\n\s{0,40}\n")
_FILED = pattern(
    r"\b(?:is|are|information|report|8-K)\s(?:(?:being|hereby)\s){0,2}(?P<filed>filed)\s(?:pursuant\sto|under|in)\s(?:this\s)?"
    r"[\"“”]?Items?\s(?:2\.02|7\.01|9|12)(?!\.?\d)",
    re.IGNORECASE,
)
_SECTION = pattern(
    r"(?:\s(?:or\s\w{1,12}\s)?for\s(?:the\s)?purposes?)?\s(?:of|under)\s(?:\w{1,9}\s)?(?P<section>section\s(?P<number>\d{1,3}))(?![\w(])\sof\sthe\s"
    r"(?:U\.S\.\s)?(?P<act>(?:[A-Za-z]{1,12}\s){0,3}Act(?:\sof\s(?P<year>\d{4}))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NotFiled:
    """One sentence: the words "deemed filed", which it denies, and what else it says.

    ``filed`` is the word by which the same sentence says that the information is filed under an item whose information
    is furnished. ``section`` is the section for whose purposes it is not filed, ``act`` the Act that this is of, with
    its ``year`` where it is given.
    """

    denied: Located[str]
    filed: Leaf[str]
    section: Leaf[int]
    act: Leaf[str]
    year: Leaf[int]


@extractor("not_filed")
def not_filed(submission: Submission) -> tuple[NotFiled, ...]:
    """Read the sentences of the main document. Raises NotApplicable without one to read."""
    return tuple(islice(_read(submission), _MOST))


def _read(submission: Submission) -> Iterator[NotFiled]:
    rendered = readable_main(submission).rendered
    text = rendered.text
    for m in rendered.signs.matches(_SIGN, _DEEMED):
        before = text[max(0, m.start() - _BEFORE) : m.start()]
        if not _NOT.search(before):
            continue
        begun = [each.end() for each in _SENTENCE.finditer(before)]
        start = m.start() - len(before) + (begun[-1] if begun else 0)
        denied = rendered.located(*m.span())
        filed = _FILED.search(text, start, m.start())
        named = _SECTION.match(text, m.end(), m.end() + _AFTER)
        nothing = Absent(denied.span, "section for whose purposes it is not filed")
        yield NotFiled(
            denied,
            rendered.located(*filed.span("filed")) if filed else Absent(denied.span, "word that calls it filed"),
            Located(int(named["number"]), rendered.source_span(*named.span("section"))) if named else nothing,
            rendered.located(*named.span("act")) if named else nothing,
            Located(int(named["year"]), rendered.source_span(*named.span("year")))
            if named and named["year"]
            else nothing,
        )
