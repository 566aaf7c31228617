"""SIG037."""

import re
from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import AFTER_EFFECTIVENESS, STATEMENTS

_DULY = pattern(
    r"\bundersigned,?\s{1,9}t?here(?:unto|to|under|in),?\s{1,9}duly\s{1,9}(?!authori[sz])([a-z]{4,20})\b", re.IGNORECASE
)
_ADVERBS = frozenset(("and", "being", "been", "elected", "appointed", "empowered", "qualified"))


@rule(
    "SIG037",
    "signature-authority-misworded",
    reads=(signatures,),
    remedy="write that the undersigned is thereunto duly authorized",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures; Form S-1 and Form S-3, signatures"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | AFTER_EFFECTIVENESS,
)
def authority_misworded(signed: Signatures) -> Iterator[Observation]:
    """Who signs for the registrant is duly authorized, as the sentence above the signature says.

    A word that looks like it, or that of another sentence, leaves the signature without its ground.
    """
    for block in signed.blocks:
        sentence = block.sentence
        said = _DULY.search(sentence.value) if isinstance(sentence, Located) else None
        if said is not None and said[1].lower() not in _ADVERBS:
            yield Observation(sentence, f"the undersigned is 'duly {said[1]}', not duly authorized")
            return
