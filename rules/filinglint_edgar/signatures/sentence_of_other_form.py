"""SIG020."""

from collections.abc import Iterator

from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "SIG020",
    "signature-of-registration-statement",
    reads=(signatures,),
    remedy="put the sentence of the form above the signature: 'has duly caused this report to be signed'",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, signatures"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def sentence_of_other_form(signed: Signatures) -> Iterator[Observation]:
    """What is signed is the report, as the sentence above the signature says.

    "This registration statement" comes with the signature page of another filing.
    """
    for block in signed.blocks:
        if isinstance(block.sentence, Located) and "this registration statement" in block.sentence.value.lower():
            yield Observation(block.sentence, "the sentence above the signature speaks of a registration statement")
