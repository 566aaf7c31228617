"""What the opinions and consents attached to a registration statement say of it: its form, its registrant, their day.

Source: Regulation S-K, Item 601(b)(5), (8) and (23); Securities Act Rule 439. Opinions of counsel and consents of
accountants, 1996 to 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from filinglint.dates import find_dates
from filinglint.documents.document import Document
from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Span

_KINDS = ("EX-5", "EX-8", "EX-23")
_STATEMENT = r"\bregistration\s{1,9}(?:statement\s{1,9})?(?:amendment\s{1,9}no\.\s{0,9}\d{1,2}\s{1,9})?"
_FORM = pattern(
    _STATEMENT
    + r"(?:of\s{1,9}(?-i:[A-Z])[^;\n]{0,100}?\s)?(?:\(|on\s{1,9})form\s{1,9}"
    + r"(?P<form>[SF]-\d{1,2})(?![\w-]|\s{0,9}(?:and|,|&)\s)",
    re.IGNORECASE,
)
_OTHER_NUMBER = pattern(r"[^;\n]{0,60}?\b(?:333|33)-\d{4,6}")
_OF = pattern(
    _STATEMENT
    + r"(?:(?:\(|on\s{1,9})form\s{1,9}[SF]-\d{1,2}\)?\s{1,9})?(?:and\s{1,9}related\s{1,9}prospectus\s{1,9})?"
    + r"of\s{1,9}(?-i:(?=[A-Z\d]))",
    re.IGNORECASE,
)
_NAME = pattern(
    r"(?:[A-Z\d][\w.&'’-]{0,30},?\s{1,9}(?:(?:of|and|the|&)\s{1,9}(?=[A-Z\d]))?){1,7}?"
    r"(?:Inc|Incorporated|Corp|Corporation|Company|Co|LLC|L\.L\.C|Ltd|Limited|L\.P|LP|plc|PLC|N\.V|S\.A|SA|AG|SE|Trust)\b"
)
_PLACE = pattern(r"(?:dated?:?\s{1,9})?(?:[A-Z][\w.’'-]{0,20}[ ,]{1,3}){0,4}", re.IGNORECASE)
_LONGEST_LINE = 70
_MOST = 20  # dates of one letter


@dataclass(frozen=True, slots=True)
class ExpertLetter:
    """One opinion or consent. ``kind`` is the type of its document; ``form`` the form that it names first.

    ``registrant`` is whom it names as the registrant; ``dates`` are the days that stand alone, or behind a city.
    """

    kind: str
    form: Leaf[str]
    registrant: Leaf[str]
    dates: tuple[Located[date], ...]


@extractor("expert_letters")
def expert_letters(submission: Submission) -> tuple[ExpertLetter, ...]:
    """Read the attached opinions and consents. Raises NotApplicable where there are none."""
    found = tuple(
        _letter(document)
        for document in submission.filed_documents
        if document.readable and document.type_name.startswith(_KINDS)
    )
    if not found:
        raise NotApplicable("no opinion or consent is attached")
    return found


def _letter(document: Document) -> ExpertLetter:
    rendered = document.rendered
    span = rendered.source_span(0, len(rendered.text))
    return ExpertLetter(
        document.type_name, _form(rendered, span), _registrant(rendered, span), tuple(_dates(rendered))[:_MOST]
    )


def _form(rendered: Rendered, span: Span) -> Leaf[str]:
    """Return the form that is named first, unless a number there tells that it is of another statement."""
    m = _FORM.search(rendered.text)
    if m is None or _OTHER_NUMBER.match(rendered.text, m.end()):
        return Absent(span, "form of the registration statement")
    return rendered.located(*m.span("form"))


def _registrant(rendered: Rendered, span: Span) -> Leaf[str]:
    for m in _OF.finditer(rendered.text):
        name: re.Match[str] | None = _NAME.match(rendered.text, m.end())
        if name is not None:
            return rendered.located(*name.span())
    return Absent(span, "registrant")


def _dates(rendered: Rendered) -> Iterator[Located[date]]:
    text = rendered.text
    for start, end in rendered.lines():
        if end - start > _LONGEST_LINE or not any(c.isdigit() for c in text[start:end]):
            continue
        words = text[start:end]
        found = list(find_dates(words))
        if len(found) != 1 or found[0].date is None or words[found[0].end :].strip(" .,"):
            continue
        if _PLACE.fullmatch(words[: found[0].start].lstrip()):
            yield Located(found[0].date, rendered.source_span(start + found[0].start, start + found[0].end))
