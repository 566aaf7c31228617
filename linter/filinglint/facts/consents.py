"""What the consents of accountants that are attached say: who signs them, and under which heading the firm is named.

Source: Securities Act Rules 436 and 439; Regulation S-K, Item 601(b)(23). Consents of 1994 to 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.documents.signs import Automaton
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.first_words import lowered
from filinglint.facts.signature_words import MARK
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, NotApplicable, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Span

_LONGEST = 500_000
_OF_ACCOUNTANTS = pattern(r"\b(?:accounting\s{1,9}firm|accountants?|auditors?)\b", re.IGNORECASE)
_CONSENTS = pattern(r"\bconsents?\b|\breferences?\s{1,9}to\b", re.IGNORECASE)
_FIRM = (
    r"(?:LLP|L\.L\.P|LLC|L\.L\.C|PLLC|P\.?C|P\.?A|PLC|Ltd|Limited|Inc|S\.?A|AG|GmbH|Company|Co|CPAs?|Associates)\b\.?"
)
_FIRM_LINE = pattern(
    rf"^[^\w\n]{{0,40}}\w[^\n]{{2,80}}\b{_FIRM}[^\w\n]{{0,40}}$|&[ \w]{{2,40}}[^\w\n]{{0,40}}$"
    # Those who sign without the words of their legal form.
    r"|^[^\w\n]{0,40}(?:pricewaterhouse|price waterhouse|coopers|arthur andersen|kpmg|deloitte|ernst|grant thornton"
    r"|bdo)",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNED = pattern(rf"/s/\s{{0,9}}(?P<firm>\w[\w&.,+'’ -]{{2,60}}?{_FIRM})", re.IGNORECASE)
_HEADING = pattern(
    r"\b(?:under|in)\s{1,9}(?:the\s{1,9})?(?:caption|heading)s?\s{1,9}(?:of\s{1,9})?[“\"']?"
    r"(?P<heading>legal\s{1,9}(?:matters|opinions?)|validity\s{1,9}of\b[^\n”\"]{1,40})",
    re.IGNORECASE,
)
_WORD = pattern(r"[a-z]{3,}")
_COMMON = frozenset("llp llc pllc company associates and cpa cpas inc ltd limited gmbh plc the accountants usa".split())


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent of accountants. ``signature`` is the mark of one, absent where nothing in it may be a signature.

    ``stranger`` is the firm that signs, where no other document of the filing names it. ``heading`` are the words of
    the heading under which it says that it is named, where that is the one for lawyers.
    """

    signature: Leaf[str]
    stranger: Leaf[str]
    heading: Leaf[str]


@extractor("consents")
def consents(submission: Submission) -> tuple[Consent, ...]:
    """Read the attached consents of accountants. Raises NotApplicable where there are none."""
    found = tuple(_consents(submission))
    if not found:
        raise NotApplicable("no consent of accountants is attached")
    return found


def _consents(submission: Submission) -> Iterator[Consent]:
    for document in submission.filed_documents:
        if document.readable and document.type_name.startswith("EX-23"):
            rendered = document.rendered
            text = rendered.text
            if len(text) > _LONGEST or not _OF_ACCOUNTANTS.search(text):
                continue
            looked = rendered.source_span(0, len(text))
            firm, heading = _SIGNED.search(text), _HEADING.search(text)
            stranger = firm is not None and not _named(submission, document, firm["firm"])
            yield Consent(
                _signature(document, looked),
                rendered.located(*firm.span("firm"))
                if firm and stranger
                else Absent(looked, "firm named nowhere else"),
                rendered.located(*heading.span("heading")) if heading else Absent(looked, "heading for lawyers"),
            )


def _signature(document: Document, looked: Span) -> Leaf[str]:
    """Return the mark of the signature below the words of consent."""
    rendered = document.rendered
    mark = MARK.search(rendered.text)
    if mark:
        return rendered.located(*mark.span())
    said = [m.end() for m in _CONSENTS.finditer(rendered.text)]
    below = rendered.text.find("\n", said[-1]) if said else 0
    if "img" in rendered.tag_names or below < 0 or _FIRM_LINE.search(rendered.text, below):
        return Unsure(looked, "signature", "a picture, or the name of a firm, may be one")
    return Absent(looked, "signature")


def _named(submission: Submission, consent: Document, firm: str) -> bool:
    """Tell whether another document of the filing has a word of the name *firm* that is its own."""
    words = {word for word in _WORD.findall(lowered(firm)) if word not in _COMMON}
    if not words:
        return True
    finder = Automaton(words)
    others = (each for each in submission.filed_documents if each is not consent and each.readable)
    return any(finder.places(other.rendered.text) for other in others)
