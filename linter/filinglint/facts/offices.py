"""In which offices a report is signed.

Source: General Instruction D(2)(a) of Form 10-K, General Instruction G of Form 10-Q.
Companies without the usual offices are signed by whoever performs their functions: general partners, managers,
trustees.
"""

from __future__ import annotations

import re
from typing import Literal

from filinglint.documents.submission import Submission
from filinglint.facts.cover import main_document
from filinglint.facts.extractor import extractor
from filinglint.facts.signatures import signatures
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.spans import Span

Office = Literal["executive", "financial", "accounting", "director"]

_OFFICES: dict[Office, re.Pattern[str]] = {
    "executive": pattern(
        r"\b(?:chief|principal)\s+executive\b|\bc\.?e\.?o\b|(?<!vice )(?<!vice-)\bpresident\b|\bmanaging\b"
        r"|\bgeneral\s+partner\b|\bmanager\b|\btrustee\b|\badministrat|\bchair(?:man|woman|person)?\s+and\s+chief\b"
        r"|\bsole\b|\bfunctions\b",
        re.IGNORECASE,
    ),
    "financial": pattern(
        r"\bfinanc\w+\b|\bc\.?f\.?o\b|\btreasurer\b|\baccounting\b|\bcontroller\b|\bcomptroller\b|\bsole\b"
        r"|\bgeneral\s+partner\b|\btrustee\b|\bfunctions\b|\bmanaging\b",
        re.IGNORECASE,
    ),
    "accounting": pattern(
        r"\baccounting\b|\bcontroller\b|\bcomptroller\b|\bc\.?a\.?o\b|\bsole\b|\bfunctions\b|\baccountant\b",
        re.IGNORECASE,
    ),
    "director": pattern(
        r"\bdirectors?\b|\btrustees?\b|\bmanagers?\b|\bboard\b|\bgovern(?:or|ing)|\bgeneral\s+partner\b|\bmembers?\b"
        r"|\bmanaging\b|\bchair(?:man|woman|person)?\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices that the signature blocks of the main document name, in titles or anywhere in them."""

    span: Span
    named: frozenset[Office]


def offices_in(words: str) -> frozenset[Office]:
    """Return the offices that a title means; one title may mean several."""
    return frozenset(office for office, expression in _OFFICES.items() if expression.search(words))


@extractor("offices")
def offices(submission: Submission) -> Offices:
    """Read the signature blocks. Raises NotApplicable when there is no main document to read."""
    rendered = main_document(submission).rendered
    signed = signatures.of(submission)
    named: frozenset[Office] = frozenset()
    for block in signed.blocks:
        start, end = rendered.offset(block.span.start), rendered.offset(block.span.end)
        named |= offices_in(rendered.text[start:end])
    return Offices(signed.looked, named)
