"""SIG032."""

import re
from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.patterns import pattern
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS

_REPORT = pattern(r"\b(?:caused\s{1,9})this\s{1,9}(?:(?:annual|quarterly|current)\s{1,9})?report\b", re.IGNORECASE)
_ACT = pattern(r"\b(?:securities\s{1,9})?(?:exchange\s{1,9})?act\s{1,9}of\s{1,9}19\d\d\b", re.IGNORECASE)
_FORM = pattern(r"\bfor\s{1,9}filing\s{1,9}on\s{1,9}form\s{1,9}([SF]-\d{1,2})(?![\w-])", re.IGNORECASE)


@rule(
    "SIG032",
    "signature-of-report",
    reads=(signatures, header),
    remedy="write that the registrant may use this form and caused this registration statement to be signed",
    authority=Authority("Form S-1 and Form S-3, signatures; Securities Act, section 6(a) (15 U.S.C. 77f(a))"),
    forms=STATEMENTS,
)
def sentence_of_report(signed: Signatures, stated: Header) -> Iterator[Observation]:
    """What is signed is the registration statement, as the sentence above the signature says.

    "This report" comes with the signature page of an annual or quarterly report, the name of another form with that of
    another statement, and the Securities Exchange Act of 1934 with that of a report. Several registrants may file on
    two forms together.
    """
    own = stated.form.value.split("/")[0].removesuffix("ASR").rstrip("D")
    for block in signed.blocks:
        sentence = block.sentence
        if not isinstance(sentence, Located):
            continue
        if _REPORT.search(sentence.value):
            yield Observation(sentence, "the sentence above the signature speaks of a report")
            return
        act = _ACT.search(sentence.value)
        if act and "1933" not in sentence.value:
            yield Observation(sentence, f"the sentence above the signature names the '{' '.join(act[0].split())}'")
            return
        form = _FORM.search(sentence.value)
        if form and form[1].upper() != own and len(stated.registrants) == 1:
            yield Observation(
                sentence,
                f"the sentence above the signature speaks of Form {form[1]}, the statement is on Form {own}",
                related=[(stated.form, "the submission type in the header")],
            )
            return
