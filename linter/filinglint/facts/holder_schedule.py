"""What the cover of a Schedule 13D or 13G says of the issuer: its name, and the CUSIP numbers of its securities.

Source: Exchange Act Rules 13d-101 and 13d-102, cover pages: "(Name of Issuer)", "(CUSIP Number)", "CUSIP No.".
"""

from __future__ import annotations

import re
from itertools import islice

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable
from filinglint.patterns import pattern

_FIRST = 6000
_MOST = 200  # pages of reporting persons
_ISSUER = pattern(
    r"(?:^|\n)[ \t_]{0,80}(?P<name>\w[^\n]{1,120})\n[\s_\W]{0,200}\(\s{0,9}name\s{1,9}of\s{1,9}(?:the\s{1,9})?issuer\)",
    re.IGNORECASE,
)
_CUSIP = r"(?P<cusip>[0-9A-Z]{3} ?[0-9A-Z]{3} ?[0-9A-Z]{2} ?[0-9])(?![\w-])"
_CAPTIONED = pattern(rf"(?<![\w-]){_CUSIP}[\s_]{{0,200}}\(\s{{0,9}}(?i:cusip)\b")
_LABELLED = pattern(rf"C(?:USIP|usip)\s{{1,9}}(?i:no|number)s?\.?\s{{0,9}}:?\s{{0,40}}{_CUSIP}")


@dataclass(frozen=True, slots=True)
class HolderSchedule:
    """``issuer`` is the name above its caption, ``cusips`` are all numbers at their captions, as nine characters."""

    issuer: Leaf[str]
    cusips: tuple[Located[str], ...]


@extractor("holder_schedule")
def holder_schedule(submission: Submission) -> HolderSchedule:
    """Read the cover, and the heads of its pages. Raises NotApplicable when the main document is no such schedule."""
    document = main_document(submission)
    if not document.type_name.startswith(("SC 13D", "SC 13G")):
        raise NotApplicable("it is no Schedule 13D or 13G")
    rendered = document.rendered
    text = rendered.text
    limit = min(len(text), _FIRST)
    issuer = _ISSUER.search(text, 0, limit)
    found: list[re.Match[str]] = list(islice(_CAPTIONED.finditer(text, 0, limit), 1))
    found += islice(_LABELLED.finditer(text), _MOST)
    return HolderSchedule(
        rendered.located(*issuer.span("name")) if issuer else Absent(rendered.source_span(0, limit), "issuer"),
        tuple(Located(m["cusip"].replace(" ", ""), rendered.source_span(*m.span("cusip"))) for m in found),
    )
