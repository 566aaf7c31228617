"""SIG020."""

import re
from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_KIND = pattern(r"\bthis\s{1,9}(annual|quarterly|current|transition)\s{1,9}report\b", re.IGNORECASE)
_STATEMENT = pattern(
    r"\bthis\s{1,9}(?:(?:pre-effective\s{1,9}|post-effective\s{1,9})?amendment\s{1,9}(?:no\.\s{0,9}\d{1,3}\s{1,9})?to\s{1,9}"
    r"(?:the|its|this)\s{1,9})?registration\s{1,9}statement\b",
    re.IGNORECASE,
)
_FORM = pattern(r"\b(?:8-K|10-KSB|10-KT|10-K405|10-K|10-QSB|10-QT|10-Q|20-F|6-K)\b")
_FAMILY = {"annual": "10-K", "quarterly": "10-Q", "current": "8-K"}


@rule(
    "SIG020",
    "signature-of-registration-statement",
    reads=(signatures, header),
    remedy="put the sentence of the form above the signature: 'has duly caused this report to be signed'",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def sentence_of_other_form(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """What is signed is the report, as the sentence above the signature says.

    "This registration statement", or "this annual report" in a current one, comes with the signature page of another
    filing.
    """
    filed = stated.form.value
    for block in signed.blocks:
        if not isinstance(block.sentence, Located):
            continue
        words = block.sentence.value
        if _STATEMENT.search(words):
            yield Observation(block.sentence, "the sentence above the signature speaks of a registration statement")
            continue
        kind, named = _KIND.search(words), _FORM.search(words)
        said = named[0] if named else _FAMILY.get(kind[1].lower(), "") if kind else ""
        if said and _stem(said) != _stem(filed):
            yield Observation(
                block.sentence,
                f"the sentence above the signature speaks of '{(named or kind or [''])[0]}', the report is '{filed}'",
                related=[(stated.form, "the submission type in the header")],
            )


def _stem(form: str) -> str:
    """Return what the variants of a form share: 10-K for 10-K405/A and 10-KSB."""
    return form[: form.index("-") + 2] if "-" in form else form
