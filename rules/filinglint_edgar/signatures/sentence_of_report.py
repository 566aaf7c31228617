"""SIG032."""

import re
from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS

_REPORT = pattern(r"\b(?:caused\s{1,9})this\s{1,9}(?:(?:annual|quarterly|current)\s{1,9})?report\b", re.IGNORECASE)


@rule(
    "SIG032",
    "signature-of-report",
    reads=(signatures,),
    remedy="write that the registrant caused this registration statement to be signed",
    authority=Authority("Form S-1 and Form S-3, signatures; Securities Act, section 6(a) (15 U.S.C. 77f(a))"),
    forms=STATEMENTS,
)
def sentence_of_report(signed: Signatures) -> Iterator[Observation]:
    """What is signed is the registration statement, as the sentence above the signature says.

    "This report" comes with the signature page of an annual or quarterly report.
    """
    for block in signed.blocks:
        sentence = block.sentence
        if isinstance(sentence, Located) and _REPORT.search(sentence.value):
            yield Observation(sentence, "the sentence above the signature speaks of a report")
