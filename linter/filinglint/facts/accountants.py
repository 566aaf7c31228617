"""The days on which independent accountants sign their reports and consents.

Source: Regulation S-X, Rule 2-02(a) (17 CFR 210.2-02(a)): an accountant's report is dated, signed, and names the city.
Typed signatures of firms, 1993 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from filinglint.dates import find_dates
from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.patterns import pattern

_FIRM = pattern(r"\bL\.? ?L\.? ?[PC]\b|&\s?Co(?:mpany|\.)?\b|\bP\.? ?C\b|\bP\.? ?A\b|\bC\.?P\.?A|\bPLLC\b")
_CALLED = pattern(r"\bindependent\b[^.\n]{0,60}\b(?:auditors?|accountants?|accounting\s{1,9}firm)\b", re.IGNORECASE)
_BACK = 16_000  # the longest reports, with critical audit matters
_LINE = 120
_DATED = 260  # behind the firm's name: its city, and since when it has been the auditor
_MOST = 40  # of one document


@dataclass(frozen=True, slots=True)
class AccountantsSignature:
    """One typed signature of a firm below a report or consent: its words, and the day behind it."""

    firm: Located[str]
    date: Located[date]


@dataclass(frozen=True, slots=True)
class Accountants:
    """The dated signatures of independent accountants, in reading order; those without a day are left out."""

    signatures: tuple[AccountantsSignature, ...]


@extractor("accountants")
def accountants(submission: Submission) -> Accountants:
    """Read main document, annual report to shareholders (EX-13) and consents (EX-23). Raises NotApplicable for none."""
    found: list[AccountantsSignature] = []
    for document in submission.filed_documents:
        name = document.type_name
        if document.readable and (not name.startswith("EX-") or name.startswith(("EX-13", "EX-23"))):
            found += islice(_read(document), _MOST)
    if not found:
        raise NotApplicable("no accountant's dated signature is found")
    return Accountants(tuple(found))


def _read(document: Document) -> Iterator[AccountantsSignature]:
    rendered = document.rendered
    text = rendered.text
    called, scanned = -_BACK, 0  # where accountants were last called so, and as far as that is known
    at = text.find("/s/")
    while at >= 0:
        following = text.find("/s/", at + 3)
        words_end = min(x for x in (text.find("\n", at + 4), at + _LINE, len(text)) if x >= 0)
        if _FIRM.search(text, at + 3, words_end):
            for m in _CALLED.finditer(text, max(scanned, at - _BACK), at):
                called = m.start()
            scanned = at - _LINE  # words in which they are called so are shorter
            end = min(len(text), at + _DATED, following if following >= 0 else len(text))
            dates = find_dates(text[words_end:end]) if called >= at - _BACK else ()
            day = next((each for each in dates if each.date is not None), None)
            if day is not None and day.date is not None:
                place = rendered.source_span(words_end + day.start, words_end + day.end)
                yield AccountantsSignature(rendered.located(at, words_end), Located(day.date, place))
        at = following
