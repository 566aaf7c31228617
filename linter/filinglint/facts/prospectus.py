"""What the first page of a prospectus says of its filing: the paragraphs of Rule 424, and the registration numbers.

Source: Rule 424(e) (17 CFR 230.424(e)), which puts both in the upper right corner.
"""

from __future__ import annotations

import re

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Span

_FIRST = 8000  # a legend, or a table of fees, may stand above
_FILED = pattern(
    r"\bfiled\s{1,20}(?:pursuant\s{1,20}to|under)\s{1,20}(?:sec\s{1,9})?rules?\s{0,20}(?=424)", re.IGNORECASE
)
_PARAGRAPH = pattern(r"424\s{0,9}\(\s{0,9}b\s{0,9}\)\s{0,9}\(\s{0,9}([1-8])\s{0,9}\)", re.IGNORECASE)
# Paragraphs of two letters and figures are those of Rule 424: another number before them is mistyped.
_OTHER_RULE = pattern(
    r"\bfiled\s{1,20}(?:pursuant\s{1,20}to|under)\s{1,20}(?:sec\s{1,9})?rules?\s{0,20}"
    r"(?P<rule>(?!424)\d{2,4})\s{0,9}\(\s{0,9}b\s{0,9}\)\s{0,9}\(\s{0,9}[1-8]\s{0,9}\)",
    re.IGNORECASE,
)
_CORNER = 700
_SHELF = pattern(r"\bregistration\s{1,20}(?:statement\s{1,20})?(?:file\s{1,20})?(?:nos?|numbers?)\b\.?", re.IGNORECASE)
_NUMBER = pattern(r"\b(?:333|33|2)-\d{5,6}(?:-\d{2,3})?(?!\d)")
_RUN = 200


@dataclass(frozen=True, slots=True)
class Prospectus:
    """The first page: each paragraph of Rule 424(b) under which it says it is filed, and each number it names.

    ``paragraphs`` are single digits; ``numbers`` are as written. Both are empty where none is named.
    ``other_rule`` is the number that stands where that of Rule 424 belongs.
    """

    span: Span
    paragraphs: tuple[Located[str], ...]
    numbers: tuple[Located[str], ...]
    other_rule: Leaf[str]


@extractor("prospectus")
def prospectus(submission: Submission) -> Prospectus:
    """Read the first page. Raises NotApplicable when the main document is no prospectus under Rule 424."""
    document = main_document(submission)
    if not document.type_name.startswith("424B"):
        raise NotApplicable("it is no prospectus under Rule 424(b)")
    rendered = document.rendered
    text = rendered.text
    limit = min(len(text), _FIRST)
    paragraphs: list[re.Match[str]] = []
    filed = _FILED.search(text, 0, limit)
    if filed is not None:
        paragraphs = list(_PARAGRAPH.finditer(text, filed.end(), min(limit, filed.end() + 60)))
    other = None if filed else _OTHER_RULE.search(text, 0, limit)
    numbers: list[re.Match[str]] = []
    begin = max(0, filed.start() - _CORNER) if filed else 0
    end = min(limit, filed.end() + _CORNER) if filed else limit
    shelf = _SHELF.search(text, begin, end)
    if shelf is not None:
        stop = text.find("\n\n", shelf.end(), shelf.end() + _RUN)
        numbers = list(_NUMBER.finditer(text, shelf.end(), stop if stop >= 0 else min(limit, shelf.end() + _RUN)))
    looked = rendered.source_span(0, limit)
    return Prospectus(
        looked,
        tuple(Located(m[1], rendered.source_span(*m.span(1))) for m in paragraphs),
        tuple(rendered.located(*m.span()) for m in numbers),
        rendered.located(*other.span("rule")) if other else Absent(looked, "another rule than 424"),
    )
